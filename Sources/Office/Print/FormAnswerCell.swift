import Casework
import Foundation
import Paper

/// 「回答のます」 One answer as a cell, by the kind of its question.
struct FormAnswerCell {
  let paper: FormPaper

  /// Lists longer than this are written in words: nobody looks through fifty boxes.
  private static let mostBoxes = 40
  /// Letters that a value across the whole paper has room for, and one in half of it.
  private static let letters = (whole: 42, half: 17)

  /// The cell, and whether half of the paper is enough for it.
  func cell(_ field: FormField, _ value: AnswerValue?) -> (cell: Cell, isShort: Bool) {
    if let fact = paper.settled[field.id] { return written(fact) }
    switch field.kind {
    case .text, .kana, .tel, .email, .staff, .agency: return written(words(value, field))
    case .number:
      guard case .number(let number) = value else { return written(words(value, field)) }
      return (.number(String(number), Double(number)), true)
    case .longText: return (.long(Text(words(value, field)), blankHeight: 22), false)
    case .date: return (day(value, field), true)
    case .partialDate: return (.value(Text(words(value, field)), blank: FormPaper.emptyDay), true)
    case .flag: return (.checks([Check("はい", value == .flag(true))]), true)
    case .choice, .multiChoice, .rankedConcerns: return options(field, value)
    case .rows: return ("", true)
    }
  }

  /// The same in a table of rows, where there is room for words only.
  func inRow(_ field: FormField, _ value: AnswerValue?) -> Cell {
    var cell: Cell
    switch field.kind {
    case .flag: cell = .value(value == .flag(true) ? "○" : "", align: .centre)
    case .number:
      if case .number(let number) = value { cell = .number(String(number), Double(number)) } else { cell = "" }
    default: cell = .value(Text(words(value, field)))
    }
    cell.blankHeight = 9
    return cell
  }

  private func written(_ words: String) -> (cell: Cell, isShort: Bool) {
    var cell = Cell.value(Text(words))
    cell.blankHeight = 8
    return (cell, words.count <= Self.letters.half * 3)
  }

  private func day(_ value: AnswerValue?, _ field: FormField) -> Cell {
    guard case .date(let day) = value else { return .value(Text(words(value, field)), blank: FormPaper.emptyDay) }
    return .day(day.wareki, year: day.year, month: day.month, day: day.day)
  }

  private func words(_ value: AnswerValue?, _ field: FormField) -> String {
    switch value {
    case .agency(let id): paper.agencies[id] ?? ""
    case .date(let day): day.wareki
    case .partialDate(let date): HouseholdWording.birth(date, today: paper.day)
    default: AnswerWording.words(value, field, paper.lists) ?? ""
    }
  }

  private func options(_ field: FormField, _ value: AnswerValue?) -> (cell: Cell, isShort: Bool) {
    let chosen = Chosen(value, main: paper.mains[field.id])
    let list = field.kind.list.flatMap(paper.lists.list)
    let items =
      (list?.items(on: paper.day) ?? []) + (list?.items.filter { chosen.codes.contains($0.code) && !$0.isValid(on: paper.day) } ?? [])
    guard items.count <= Self.mostBoxes else { return written(words(value, field)) }
    let isRanked = field.kind.isRanked || paper.mains[field.id] != nil
    let checks = items.map { item in
      let isChosen = chosen.codes.contains(item.code)
      let mark: Check.Mark = !isChosen ? .empty : chosen.main == item.code ? .first : isRanked ? .circle : .checked
      return Check(Text(label(item, isChosen ? chosen.other : nil)), mark)
    }
    let widths = checks.map { $0.label.string.count + 2 }
    let isShort = widths.reduce(0, +) <= Self.letters.half * 2
    let columns = Self.letters.whole / max(1, widths.max() ?? 1)
    return (.checks(checks, columns: !isShort && items.count > 6 && columns > 1 ? min(columns, items.count) : nil), isShort)
  }

  private func label(_ item: CodeItem, _ other: String?) -> String {
    guard item.freeText == true else { return item.label }
    return "\(item.label)（\(other ?? (paper.isBlank ? "　　　　　" : "　"))）"
  }
}

/// The codes of an answer, whichever kind it is.
private struct Chosen {
  var codes: Set<String> = []
  var main: String?
  var other: String?

  init(_ value: AnswerValue?, main: String?) {
    self.main = main
    switch value {
    case .choice(let code, let other): (codes, self.other) = ([code], other)
    case .choices(let codes, let other): (self.codes, self.other) = (Set(codes), other)
    case .concerns(let marks): (codes, self.main, other) = (marks.codes, marks.main ?? main, marks.other)
    default: break
    }
  }
}
