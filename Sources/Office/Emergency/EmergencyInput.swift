import Casework

/// What a browser sends for a 緊急閲覧 → ``EmergencyRequest``, or the fields that are wrong.
struct EmergencyInput: Sendable {
  let request: EmergencyRequest
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var request = EmergencyRequest()
    request.number = form.trimmed("number")
    request.name = form.trimmed("name")
    request.birth = reader.day("birth")
    request.reason = EmergencyReason(rawValue: form["reason"])
    request.words = form.trimmed("words")
    request.hours = Digits.number(form.trimmed("hours"))
    let unread = Set(reader.problems.map(\.fieldID))
    let ruled = request.problems.filter { !($0.fieldID == "number" && unread.contains("birth")) }
    problems = (reader.problems + ruled).sorted { EmergencyInput.place($0) < EmergencyInput.place($1) }
    self.request = request
  }

  private static let order = ["number", "name", "birth", "reason", "words", "hours"]

  private static func place(_ problem: FieldProblem) -> Int { order.firstIndex(of: problem.fieldID) ?? order.count }
}
