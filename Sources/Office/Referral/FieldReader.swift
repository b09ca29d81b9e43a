import Casework

/// Reads the typed dates and times of one form and gathers what cannot be read (「入力の読み取り」).
struct FieldReader {
  let form: Fields
  let today: CivilDate
  var problems: [FieldProblem] = []

  init(form: Fields, today: CivilDate) {
    self.form = form
    self.today = today
  }

  /// A full day, or nothing: an empty field says nothing, an unreadable one is a problem.
  mutating func day(_ name: String) -> CivilDate? { day(name, DateInput.parseExact(form[name], today: today)) }

  private mutating func day(_ name: String, _ read: Result<CivilDate, DateInputProblem>) -> CivilDate? {
    guard !form.trimmed(name).isEmpty else { return nil }
    switch read {
    case .success(let date): return date
    case .failure(let problem):
      problems.append(FieldProblem(name, problem.message))
      return nil
    }
  }

  /// A day up to today; a month and a day alone are the latest such day.
  mutating func past(_ name: String, _ label: String) -> CivilDate? {
    guard let date = day(name, DateInput.parsePast(form[name], today: today)) else { return nil }
    guard date <= today else {
      problems.append(FieldProblem(name, "\(label)が今日より先の日付です。今日までの日付に直してください。"))
      return nil
    }
    return date
  }

  mutating func time(_ name: String) -> ClockTime? {
    guard !form.trimmed(name).isEmpty else { return nil }
    switch ClockTime.parse(form[name]) {
    case .success(let time): return time
    case .failure(let problem):
      problems.append(FieldProblem(name, problem.message))
      return nil
    }
  }
}
