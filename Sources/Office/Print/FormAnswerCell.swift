import Casework
import Foundation
import Paper

/// 「回答のます」 One answer as a cell, by the kind of its question.
struct FormAnswerCell {
  let paper: FormPaper

  /// Longer lists are written in words: nobody looks through fifty boxes, and for one answer a line is enough sooner.
  private static let mostBoxes = (one: 16, several: 40)
  /// Letters that a value across the whole paper has room for, and one in half of it.
  private static let letters = (whole: 42, half: 17)

  /// The cell, and whether half of the paper is enough for it.
  func cell(_ field: FormField, _ value: AnswerValue?) -> (cell: Cell, isShort: Bool) {
    if let fact = paper.settled[field.id] { return written(fact) }
    switch field.kind {
    case .text, .kana, .tel, .email, .staff, .agency: return written(words(value, field))
    case .number:
      guard case .number(let number) = value else { return written(words(value, field)) }
      return (Self.number(number), true)
    case .longText: return (.long(Text(words(value, field)), blankHeight: paper.longHeight), false)
    case .date: return (day(value, field), true)
    case .partialDate: return (.value(Text(words(value, field)), blank: FormPaper.emptyDay), true)
    case .flag: return (.checks([Check("はい", value == .flag(true))]), !field.nationalReport)
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
    cell.blankHeight = 8
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
    case .partialDate(let date): PaperHead.birth(date, on: paper.day)
    default: AnswerWording.words(value, field, paper.lists) ?? ""
    }
  }

  private func options(_ field: FormField, _ value: AnswerValue?) -> (cell: Cell, isShort: Bool) {
    let chosen = Chosen(value, main: paper.mains[field.id])
    let list = field.kind.list.flatMap(paper.lists.list)
    let items =
      (list?.items(on: paper.day) ?? []) + (list?.items.filter { chosen.codes.contains($0.code) && !$0.isValid(on: paper.day) } ?? [])
    let isSingle = if case .choice = field.kind { true } else { false }
    guard items.count <= (isSingle ? Self.mostBoxes.one : Self.mostBoxes.several) else { return written(words(value, field)) }
    let isRanked = field.kind.isRanked || paper.mains[field.id] != nil
    let checks = items.map { item in
      let isChosen = chosen.codes.contains(item.code)
      let mark: Check.Mark = !isChosen ? .empty : chosen.main == item.code ? .first : isRanked ? .circle : .checked
      return Check(Text(label(item, isChosen ? chosen.other : nil)), mark)
    }
    let widths = checks.map { $0.label.string.count + 2 }
    let isShort = widths.reduce(0, +) <= Self.letters.half * 2
    return (.checks(checks, columns: isShort ? nil : Self.columns(widths, isRanked: isRanked)), isShort)
  }

  /// Options stand in columns where that takes hardly more lines than one after the other.
  private static func columns(_ widths: [Int], isRanked: Bool) -> Int? {
    let columns = min(letters.whole / max(1, widths.max() ?? 1), widths.count)
    guard widths.count > 6, columns > 1 else { return nil }
    let inColumns = (widths.count + columns - 1) / columns
    let inLine = (widths.reduce(0, +) + letters.whole - 1) / letters.whole
    return isRanked || inColumns <= inLine + 1 ? columns : nil
  }

  /// At the left like every other answer.
  private static func number(_ number: Int) -> Cell {
    var cell = Cell.number(String(number), Double(number))
    cell.align = .left
    return cell
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
