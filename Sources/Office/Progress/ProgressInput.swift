import Casework

/// What a browser sends about the progress of a plan → reports, agencies to ask, a monitoring.
struct ProgressInput: Sendable {
  let form: Fields

  init(_ form: Fields) { self.form = form }

  var role: Int? { Int(form["role"]) }

  func report() throws(FieldProblem) -> ProgressReport {
    try ProgressReport.told(ProgressState(rawValue: form["state"]), words: form.trimmed("words"))
  }

  /// The chosen agencies out of those that can be asked.
  func asked(of offered: [(code: String, label: String)]) throws(FieldProblem) -> [AgencyID] {
    let chosen = Set(form.all("agency"))
    let agencies = offered.filter { chosen.contains($0.code) }.compactMap { Int($0.code).map { AgencyID($0) } }
    guard !agencies.isEmpty else { throw FieldProblem("agency", "状況を尋ねる機関が選ばれていません。一つ以上選んでください。") }
    return agencies
  }

  /// A monitoring and everything wrong with it.
  func monitoring(planned: [CivilDate], today: CivilDate) -> (Monitoring, [FieldProblem]) {
    var reader = FieldReader(form: form, today: today)
    var monitoring = Monitoring()
    monitoring.plannedOn = planned.first { $0.iso == form["planned_on"] }
    monitoring.heldOn = reader.day("held_on")
    monitoring.findings = form.trimmed("findings")
    monitoring.outcome = MonitoringOutcome(rawValue: form["outcome"])
    monitoring.nextOn = reader.day("next_on")
    let unread = Set(reader.problems.map(\.fieldID))
    return (monitoring, reader.problems + monitoring.problems(today: today).filter { !unread.contains($0.fieldID) })
  }
}
