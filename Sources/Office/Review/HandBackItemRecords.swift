import Casework
import Store

/// The only writer of `hand_back_item` (「つなぎもどし」, R-33).
enum HandBackItemRecords {
  /// Opens an item at the agency that goes on; it stays open until that agency has taken it.
  static func make(
    _ desk: WritingDesk, _ coordination: OpenedCoordination, to agency: AgencyID, person: String, words: String, isLead: Bool
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO hand_back_item (coordination_id, round, to_agency, to_person, words, is_lead, made_by, made_at)
      VALUES (\(coordination.id), \(coordination.round), \(agency), \(person), \(words), \(isLead), \(desk.staff.id), \(desk.now))
      """)
  }

  /// 「受け取りました」 Taken once stays taken: the first answer is kept.
  static func take(_ desk: WritingDesk, _ item: OpenedHandBack, reply: String) throws {
    guard item.isReceiver else { throw desk.denied("hand-back \(item.id)") }
    try desk.writing.run(
      """
      UPDATE hand_back_item SET taken_by = \(desk.staff.id), taken_at = \(desk.now), reply = \(reply)
      WHERE id = \(item.id) AND taken_at IS NULL
      """)
    if item.file != nil { try CaseFileRecords.touch(desk, item.caseFile) }
  }
}
