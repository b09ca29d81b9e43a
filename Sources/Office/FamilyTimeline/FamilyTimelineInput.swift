import Casework

/// Which part of the chronology is asked for (「年表の範囲」), as it stands in the address.
struct TimelineChoice: Sendable {
  let zoom: TimelineZoom
  /// Nothing: all of it.
  let days: ClosedRange<CivilDate>?
  let fields: Fields

  init(_ query: Fields, today: CivilDate) {
    fields = query
    let years = Digits.number(query["years"])
    zoom = TimelineZoom(rawValue: query["zoom"]) ?? .years
    // Years back from today; what lies ahead in the same year is shown as well.
    days = years.flatMap { (1...100).contains($0) ? today.adding(months: -12 * $0)...today.adding(months: 3) : nil }
  }

  var query: String { "&zoom=\(zoom.rawValue)" + (Digits.number(fields["years"]).map { "&years=\($0)" } ?? "") }

  static let ranges: [(code: String, label: String)] = [("", "すべて"), ("20", "この20年"), ("5", "この5年"), ("1", "この1年")]
}

/// What a browser sends about something that happened in the family.
struct LifeEventInput: Sendable {
  let person: PersonKey?
  let date: PartialDate
  let until: PartialDate?
  let words: String

  init(_ form: Fields, _ family: FamilyView, today: CivilDate, by staff: StaffMember) throws(FieldErrors) {
    var problems: [FieldProblem] = []
    func date(_ name: String) -> PartialDate? {
      guard !form.trimmed(name).isEmpty else { return nil }
      switch DateInput.parse(form[name], today: today) {
      case .success(let date): return date
      case .failure(let problem):
        problems.append(FieldProblem(name, problem.message))
        return nil
      }
    }
    let (from, until) = (date("event_on"), date("event_until"))
    let words = form.trimmed("event_words")
    if form.trimmed("event_on").isEmpty { problems.append(FieldProblem("event_on", "いつのことかを入力してください。わからないときは「不詳」と入力してください。")) }
    if words.isEmpty { problems.append(FieldProblem("event_words", "どのようなことがあったかを書いてください。")) }
    if words.count > 80 { problems.append(FieldProblem("event_words", "年表に入りきりません。80文字以内に短くしてください。")) }
    if let start = from?.span, let end = until?.span, end.upperBound < start.lowerBound {
      problems.append(FieldProblem("event_until", "始まりより前の日付です。確かめて入力してください。"))
    }
    let person = family.keys.first { $0.rawValue == form["event_who"] }
    if person == nil, !form["event_who"].isEmpty { problems.append(FieldProblem("event_who", "どなたのことかを、一覧から選び直してください。")) }
    problems += form.individualNumbers { $0 == "event_words" ? "できごと" : nil }
    guard let from, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    self.person = person
    self.date = from
    self.until = until
    self.words = words
  }
}
