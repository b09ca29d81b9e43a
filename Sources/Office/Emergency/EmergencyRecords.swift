import Casework
import Store

/// The only writer of `emergency_access`.
enum EmergencyRecords {
  static func open(_ desk: WritingDesk, _ file: CaseFileID, _ request: EmergencyRequest) throws -> EmergencyAccessID {
    let until = desk.now + (request.hours ?? 1) * 3_600
    let row = try desk.writing.insert(
      """
      INSERT INTO emergency_access (case_file_id, staff_id, agency_id, reason_code, words, from_at, until_at)
      VALUES (\(file), \(desk.staff.id), \(desk.staff.agencyID), \(request.reason?.rawValue), \(request.words), \(desk.now), \(until))
      """)
    let id = EmergencyAccessID(Int(row))
    desk.note("emergency \(id) case \(file)", caseFile: file)
    return id
  }

  /// 「終える」 By the person who opened it, before the hours are over. Ended once stays ended.
  static func end(_ desk: WritingDesk, _ id: EmergencyAccessID) throws {
    let file = try desk.reading.first(
      "SELECT case_file_id FROM emergency_access WHERE id = \(id) AND staff_id = \(desk.staff.id)"
    ) { $0.id(0) as CaseFileID }
    guard let file else { throw desk.denied("emergency \(id)") }
    try desk.writing.run(
      "UPDATE emergency_access SET ended_at = \(desk.now) WHERE id = \(id) AND ended_at IS NULL AND until_at > \(desk.now)")
    desk.note("emergency \(id)", caseFile: file)
    desk.note(detail: "ended")
  }

  /// 「見た」 Who answers for the case has seen that it happened.
  static func see(_ desk: WritingDesk, _ opened: OpenedEmergency) throws {
    try desk.writing.run(
      "UPDATE emergency_access SET seen_by = \(desk.staff.id), seen_at = \(desk.now) WHERE id = \(opened.id) AND seen_at IS NULL")
    desk.note(detail: "seen")
  }

  /// 「事後の確認」 Throws ``EditConflict`` when somebody else found something first.
  static func review(_ desk: WritingDesk, _ opened: OpenedEmergency, _ finding: EmergencyFinding, words: String) throws {
    let rows = try desk.writing.run(
      """
      UPDATE emergency_access SET finding = \(finding.rawValue), finding_words = \(words), reviewed_by = \(desk.staff.id),
        reviewed_at = \(desk.now)
      WHERE id = \(opened.id) AND reviewed_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    desk.note(detail: finding.rawValue)
  }
}
