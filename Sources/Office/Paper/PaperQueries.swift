import Casework
import Store

/// What was moved from a meeting into the case (「事例への移し」).
struct ReleaseLine: Sendable {
  /// Nothing where it is what the meeting said.
  let paper: MeetingPaperID?
  let ground: ReleaseGround?
  let saidOn: String
  let words: String
  let reason: String
  let note: NoteID
  let agencyName: String
  let staffName: String
  let at: Int
}

enum PaperQueries {
  /// Everything of an item that was moved into the case.
  static func releases(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [ReleaseLine] {
    try desk.reading.rows(
      """
      SELECT r.paper_id, r.ground, coalesce(r.said_on, ''), r.words, r.reason, r.note_id, a.name, s.name, r.at
      FROM meeting_release r JOIN agency a ON a.id = r.agency_id JOIN staff s ON s.id = r.staff_id WHERE r.item_id = \(item.id) ORDER BY r.id
      """
    ) { row in
      ReleaseLine(
        paper: row.optionalID(0), ground: ReleaseGround(rawValue: row.text(1)), saidOn: row.text(2), words: row.text(3),
        reason: row.text(4),
        note: row.id(5), agencyName: row.text(6), staffName: row.text(7), at: row.int(8))
    }
  }

  /// The own agency's notes of the case that were kept for the members of a meeting and are not on this table yet.
  ///
  /// Only for who may open the case; for everybody else there are none.
  static func tableable(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [(code: String, label: String)] {
    guard try mayOpen(desk, item.caseFile) else { return [] }
    let file = try desk.open(item.caseFile)
    return try desk.reading.rows(
      """
      SELECT n.id, n.held_on, n.title FROM note n
      WHERE n.case_file_id = \(file.id) AND n.agency_id = \(file.agency) AND n.visibility = 'meeting'
        AND NOT EXISTS (SELECT 1 FROM note later WHERE later.replaces = n.id)
        AND NOT EXISTS (SELECT 1 FROM meeting_paper p WHERE p.item_id = \(item.id) AND p.note_id = n.id AND p.withdrawn_at IS NULL)
      ORDER BY n.held_on DESC, n.id DESC LIMIT 100
      """
    ) { ($0.text(0), "\(Wording.shortDate($0.text(1)))　\($0.text(2))") }
  }

  static func mayOpen(_ desk: Desk, _ file: CaseFileID) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM case_ground g WHERE g.case_file_id = \(file) AND \(sql: desk.scope.grounds)")
  }

  /// Something hangs on an item, so that it stays on the agenda: papers on the table, or what somebody from outside answered.
  static func isInUse(_ desk: Desk, _ item: OpenedMeetingItem) throws -> Bool {
    try desk.reading.exists(
      """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM meeting_paper WHERE item_id = \(item.id) AND withdrawn_at IS NULL)
        OR EXISTS (SELECT 1 FROM preparation WHERE item_id = \(item.id) AND answered_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM guest_answer WHERE item_id = \(item.id))
        OR EXISTS (SELECT 1 FROM guest_preparation WHERE item_id = \(item.id)) OR EXISTS (SELECT 1 FROM meeting_release WHERE item_id = \(item.id))
      """)
  }

  /// The consent of the person that holds today, which a release may rest on.
  static func consent(_ desk: Desk, _ file: OpenedFile) throws -> (state: ConsentState, inForce: ConsentID?) {
    let history = try ConsentStateQueries.history(desk, file.id, person: nil)
    return (history.state(on: desk.today), history.inForce(on: desk.today))
  }

  /// Agencies that would read what is released and that the consent leaves out. Those who run 多機関協働 need not be named, only not excluded.
  static func uncovered(_ desk: Desk, _ file: OpenedFile, _ visibility: NoteVisibility) throws -> [String] {
    guard let cover = try ConsentCoverQueries.cover(desk, file.id) else { return [] }
    let readers = try desk.reading.rows(
      """
      SELECT a.id, a.name, max(g.ground IN ('multiReferral', 'programmeSection')) FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(file.id) AND g.is_open = 1
        AND (a.id = \(file.agency) OR (g.reach = 'team' AND \(visibility == .team))) GROUP BY a.id ORDER BY a.id
      """
    ) { (id: $0.id(0) as AgencyID, name: $0.text(1), runs: $0.bool(2)) }
    return readers.filter { cover.excluded.contains($0.id) || (!$0.runs && !cover.covers($0.id)) }.map(\.name)
  }
}
