import Casework

/// What a browser sends for the questions of a form → answers, or the fields that cannot be read.
///
/// Names of inputs: the field's id; 「その他」 words under `id.other`; the ◎ under `id.main`; cells of rows under `id.1.column`.
struct AnswersInput: Sendable {
  /// Rows a table of a form may have.
  static let mostRows = 30

  private(set) var answers = Answers()
  private(set) var problems: [FieldProblem] = []
  /// The ○ and ◎ of fields whose answer has room for the ○ only.
  private(set) var marks: [String: Concerns] = [:]
  private let form: Fields
  private let catalogue: FormCatalogue
  private let today: CivilDate
  private let before: Answers

  /// `marked` are fields with ○ and ◎ beside those whose kind says so; `settled` are not asked. `before` are the answers on record:
  /// what is sent back unchanged keeps its meaning (an 80代 told last year, a code that has ended).
  init(
    _ form: Fields, fields: [FormField], marked: Set<String> = [], settled: Set<String> = [], catalogue: FormCatalogue, today: CivilDate,
    before: Answers = Answers()
  ) {
    self.form = form
    self.catalogue = catalogue
    self.today = today
    self.before = before
    for field in fields where !settled.contains(field.id) {
      if let list = field.kind.list, field.kind.isRanked || marked.contains(field.id) {
        readMarks(field, list)
      } else if let value = read(field, field.id, before[field.id]) {
        answers[field.id] = value
      }
    }
  }

  private mutating func read(_ field: FormField, _ name: String, _ earlier: AnswerValue?) -> AnswerValue? {
    let typed = form[name]
    switch field.kind {
    case .text, .longText, .kana, .tel, .email, .staff:
      return typed.trimmed.isEmpty ? nil : .text(typed)
    case .number:
      return number(field, name, typed)
    case .flag:
      return .flag(form.isOn(name))
    case .date, .partialDate:
      return date(field, name, typed.trimmed, earlier)
    case .choice(let list):
      return choice(field, name, list, earlier)
    case .multiChoice(let list), .rankedConcerns(let list):
      let codes = form.all(name).filter { !$0.isEmpty }
      guard !codes.isEmpty else { return nil }
      for code in codes where catalogue.list(list)?.item(code) == nil { problems.append(unknown(field, name)) }
      return .choices(codes: codes, other: words(name))
    case .agency:
      return Int(typed).map { .agency(AgencyID($0)) }
    case .rows(let columns):
      return rows(field, columns, earlier)
    }
  }

  private mutating func number(_ field: FormField, _ name: String, _ typed: String) -> AnswerValue? {
    guard !typed.trimmed.isEmpty else { return nil }
    if let number = Int(AnswersInput.narrow(Digits.withoutUnit(typed.trimmed))) { return .number(number) }
    problems.append(FieldProblem(name, "「\(field.label)」は「3」のように数字で入力してください。"))
    return nil
  }

  private mutating func date(_ field: FormField, _ name: String, _ typed: String, _ earlier: AnswerValue?) -> AnswerValue? {
    if typed.isEmpty { return nil }
    if let earlier, typed == AnswerFields.typed(earlier) { return earlier }
    let read: Result<AnswerValue, DateInputProblem> =
      field.kind == .date
      ? DateInput.parseExact(typed, today: today).map { .date($0) } : DateInput.parse(typed, today: today).map { .partialDate($0) }
    switch read {
    case .success(let value): return value
    case .failure(let problem):
      problems.append(FieldProblem(name, "「\(field.label)」：\(problem.message)"))
      return nil
    }
  }

  private mutating func choice(_ field: FormField, _ name: String, _ list: String, _ earlier: AnswerValue?) -> AnswerValue? {
    let code = form[name]
    guard !code.isEmpty else { return nil }
    let value = AnswerValue.choice(code: code, other: words(name))
    if case .choice(code, _) = earlier { return value }
    if catalogue.list(list)?.item(code)?.isValid(on: today) != true { problems.append(unknown(field, name)) }
    return value
  }

  private mutating func rows(_ field: FormField, _ columns: [FormField], _ earlier: AnswerValue?) -> AnswerValue? {
    var earlierRows: [Answers] = []
    if case .rows(let rows) = earlier { earlierRows = rows }
    let count = min(AnswersInput.mostRows, Int(form["\(field.id).rows"]) ?? 0)
    var rows: [Answers] = []
    for index in 0..<max(0, count) {
      var row = Answers()
      for column in columns {
        row[column.id] = read(
          column, "\(field.id).\(index + 1).\(column.id)", index < earlierRows.count ? earlierRows[index][column.id] : nil)
      }
      // A tick alone (同居) says nothing about anybody.
      let says = row.values.contains { if case .flag = $0.value { false } else { !$0.value.isBlank } }
      if says { rows.append(row) }
    }
    return rows.isEmpty ? nil : .rows(rows)
  }

  /// ○ and ◎. A ◎ counts as a ○ as well; two ◎ are refused.
  private mutating func readMarks(_ field: FormField, _ list: String) {
    let circles = Set(form.all(field.id).filter { !$0.isEmpty })
    let mains = Set(form.all("\(field.id).main").filter { !$0.isEmpty })
    let items = catalogue.list(list)
    if circles.union(mains).contains(where: { items?.item($0) == nil }) { problems.append(unknown(field, field.id)) }
    var marks = Concerns(codes: circles.union(mains), main: mains.count == 1 ? mains.first : nil, other: words(field.id))
    if !mains.isEmpty {
      do { marks = try Concerns.marked(circles: circles, doubleCircles: mains, other: words(field.id)) } catch {
        problems += error.problems.map { FieldProblem(field.id, $0.sentence) }
      }
    }
    guard !marks.codes.isEmpty else { return }
    if case .rankedConcerns = field.kind {
      answers[field.id] = .concerns(marks)
    } else {
      answers[field.id] = .choices(codes: marks.codes.sorted(), other: marks.other)
      self.marks[field.id] = marks
    }
  }

  /// Full-width digits as plain ones.
  private static func narrow(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { (0xFF10...0xFF19).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }))
  }

  private func words(_ name: String) -> String? {
    let words = form["\(name).other"]
    return words.trimmed.isEmpty ? nil : words
  }

  private func unknown(_ field: FormField, _ name: String) -> FieldProblem {
    FieldProblem(name, "「\(field.label)」を一覧から選び直してください。")
  }
}

extension FieldKind {
  /// Asks for ○ and ◎.
  var isRanked: Bool { if case .rankedConcerns = self { true } else { false } }
}
