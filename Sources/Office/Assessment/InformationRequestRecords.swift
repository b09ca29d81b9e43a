import Casework
import Store

/// The only writer of `information_request`.
enum InformationRequestRecords {
  static func ask(_ desk: WritingDesk, _ coordination: OpenedCoordination, to agency: AgencyID, _ asked: InformationRequestInput) throws {
    let id = try desk.writing.insert(
      """
      INSERT INTO information_request (coordination_id, round, to_agency, to_person, asked, questions, form_version, due_on, staff_id, asked_at,
        state)
      VALUES (\(coordination.id), \(coordination.round), \(agency), \(asked.toPerson), \(asked.asked), \(try StoredJSON.text(asked.questions)),
        \(asked.formVersion), \(asked.due?.iso ?? ""), \(desk.staff.id), \(desk.now), \(InformationRequestState.asked.rawValue))
      """)
    desk.note("information request \(id)", caseFile: coordination.file.id)
  }

  /// The answer, or why there is none.
  ///
  /// Throws ``EditConflict`` when somebody answered or took it back since `version`.
  static func close(
    _ desk: WritingDesk, _ request: OpenedInformationRequest, _ state: InformationRequestState, answers: Answers = Answers(), words: String,
    by: String, version: Int
  ) throws {
    let changed = try desk.writing.run(
      """
      UPDATE information_request SET state = \(state.rawValue), answers = \(try StoredJSON.text(answers)), words = \(words),
        answered_by = \(by), on_behalf = \(!request.isAsked && state != .withdrawn), answered_at = \(desk.now), version = version + 1
      WHERE id = \(request.id) AND version = \(version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    desk.note(detail: state.rawValue)
    try CoordinationRecords.refreshNextDay(desk, request.coordination)
  }

  /// Takes back whatever is still open: there is no ground to ask for it any more.
  static func withdrawAll(_ desk: WritingDesk, _ coordination: OpenedCoordination, words: String) throws {
    try desk.writing.run(
      """
      UPDATE information_request SET state = \(InformationRequestState.withdrawn.rawValue), words = \(words), answered_at = \(desk.now),
        version = version + 1 WHERE coordination_id = \(coordination.id) AND state = \(InformationRequestState.asked.rawValue)
      """)
  }
}
