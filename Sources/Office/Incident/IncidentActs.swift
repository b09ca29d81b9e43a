import Casework
import Store

/// What is done about an incident. Each refuses with everything that is wrong.
extension WritingDesk {
  func registerIncident() throws -> IncidentID {
    let id = try IncidentRecords.add(self, try incident(typed: visit.form))
    try DraftRecords.discard(self, id: visit.form.draftID)
    return id
  }

  func changeIncident(_ id: IncidentID) throws {
    let view = try openIncident(id)
    try IncidentRecords.change(self, view, to: try incident(typed: visit.form), version: Digits.number(visit.form["version"]) ?? 0)
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  func takeIncidentStep(_ id: IncidentID) throws {
    let view = try openIncident(id)
    let input = IncidentInput.step(visit.form, today: today)
    let problems = input.problems + (input.step.map { view.course.problems($0, today: today) } ?? [])
    guard problems.isEmpty, let step = input.step else { throw FieldErrors(problems, staff: staff) }
    try IncidentRecords.take(self, view, step)
  }

  func closeIncident(_ id: IncidentID) throws {
    let view = try openIncident(id)
    let missing = view.course.missing
    guard missing.isEmpty else {
      throw FieldErrors(
        [FieldProblem("closing", "まだ終結できません。次のものを記録してください：\(missing.joined(separator: "、"))。")], staff: staff)
    }
    try IncidentRecords.take(self, view, TakenStep(.closing, on: today, words: visit.form.trimmed("words")))
  }

  /// A closed one is history: it is neither changed nor gone on with.
  private func openIncident(_ id: IncidentID) throws -> IncidentView {
    let view = try IncidentQueries.one(self, id)
    guard !view.course.isClosed else {
      throw FieldErrors(
        [FieldProblem("step", "この記録は終結しているため、変えられません。続きがあるときは、新しく登録し、概要にこの番号を書いてください。")], staff: staff)
    }
    return view
  }

  private func incident(typed form: Fields) throws -> Incident {
    let input = IncidentInput(form, today: today)
    var incident = input.incident
    incident.caseNumbers = incident.caseNumbers.map { JapaneseText.folded($0).uppercased() }
    let unknown = try IncidentQueries.unknown(self, incident.caseNumbers)
    let cases =
      unknown.isEmpty
      ? [] : [FieldProblem("case_numbers", "次の番号の事例はありません：\(unknown.joined(separator: "、"))。番号を確かめてください。")]
    let problems = input.problems + cases + form.individualNumbers { IncidentWording.labels[$0] }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    return incident
  }
}
