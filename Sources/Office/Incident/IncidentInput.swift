import Casework

/// What a browser sends about an incident.
struct IncidentInput: Sendable {
  let incident: Incident
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var incident = Incident()
    incident.knownOn = reader.day("known_on")
    incident.happened = form.trimmed("happened")
    incident.outline = form.trimmed("outline")
    incident.items = form.trimmed("items")
    incident.persons = Digits.number(form["persons"])
    if incident.persons == nil, !form.trimmed("persons").isEmpty {
      reader.problems.append(FieldProblem("persons", "人数は数字で入れてください。分からないときは空欄にしてください。"))
    }
    (incident.isSensitive, incident.isMoney, incident.isBadPurpose) =
      (form.isOn("is_sensitive"), form.isOn("is_money"), form.isOn("is_bad_purpose"))
    incident.caseNumbers = IncidentInput.numbers(form["case_numbers"])
    (incident.cause, incident.secondary) = (form.trimmed("cause"), form.trimmed("secondary"))
    (incident.handling, incident.publication) = (form.trimmed("handling"), form.trimmed("publication"))
    incident.prevention = form.trimmed("prevention")
    let unread = Set(reader.problems.map(\.fieldID))
    let ruled = incident.problems(on: today).filter { !unread.contains($0.fieldID) }
    problems = (reader.problems + ruled).sorted { IncidentInput.place($0) < IncidentInput.place($1) }
    self.incident = incident
  }

  /// Case numbers one a line, or with spaces or commas between them.
  private static func numbers(_ text: String) -> [String] {
    text.split { $0.isWhitespace || "、,，;；".contains($0) }.map(String.init)
  }

  private static let order = ["known_on", "happened", "outline", "items", "persons", "case_numbers"]

  private static func place(_ problem: FieldProblem) -> Int { order.firstIndex(of: problem.fieldID) ?? order.count }

  /// One step; the day is today unless another is typed.
  static func step(_ form: Fields, today: CivilDate) -> (step: TakenStep?, problems: [FieldProblem]) {
    var reader = FieldReader(form: form, today: today)
    let on = reader.day("on") ?? today
    guard let step = IncidentStep(rawValue: form["step"]), step != .closing else {
      return (nil, reader.problems + [FieldProblem("step", "何をしたかを選んでください。")])
    }
    return (TakenStep(step, isWaived: form["done"] == "waived", on: on, words: form.trimmed("words")), reader.problems)
  }

  /// What is on record, as the form shows it.
  static func fields(of incident: Incident, version: Int) -> Fields {
    var fields = Fields([
      ("known_on", incident.knownOn?.warekiShort ?? ""), ("happened", incident.happened), ("outline", incident.outline),
      ("items", incident.items), ("persons", incident.persons.map(String.init) ?? ""),
      ("case_numbers", incident.caseNumbers.joined(separator: "\n")), ("cause", incident.cause), ("secondary", incident.secondary),
      ("handling", incident.handling), ("publication", incident.publication), ("prevention", incident.prevention),
      ("version", String(version)),
    ])
    if incident.isSensitive { fields.set("is_sensitive", "1") }
    if incident.isMoney { fields.set("is_money", "1") }
    if incident.isBadPurpose { fields.set("is_bad_purpose", "1") }
    return fields
  }
}
