import Casework
import Store

/// One case as it is put on an agenda (「議題に載せる事例」).
struct TabledCase: Sendable {
  let file: OpenedFile
  let coordination: OpenedCoordination?
  let plan: PlanID?
  let timing: MeetingTiming?
  let basis: MeetingLegalBasis
  let consent: ConsentState
  let points: String
}

extension MeetingRecords {
  /// Puts a case on the agenda, last. Who sees every item sees it; others are called with ``show(_:_:to:)``.
  static func table(_ desk: WritingDesk, _ meeting: MeetingID, _ tabled: TabledCase) throws -> MeetingItemID {
    let id = try desk.writing.insert(
      """
      INSERT INTO meeting_item (meeting_id, position, case_file_id, coordination_id, round, plan_id, timing, legal_basis, consent_state, points)
      SELECT \(meeting), coalesce(max(position), 0) + 1, \(tabled.file.id), \(tabled.coordination?.id), \(tabled.coordination?.round ?? 0),
        \(tabled.plan), \(tabled.timing?.rawValue ?? ""), \(tabled.basis.rawValue), \(tabled.consent.rawValue), \(tabled.points)
      FROM meeting_item WHERE meeting_id = \(meeting)
      """)
    try desk.writing.run("UPDATE meeting SET version = version + 1 WHERE id = \(meeting)")
    return MeetingItemID(Int(id))
  }

  /// Says for whom an item is tabled; nobody else sees it.
  static func show(_ desk: WritingDesk, _ item: MeetingItemID, to members: [MeetingMemberID]) throws {
    try desk.writing.run("DELETE FROM meeting_item_member WHERE item_id = \(item)")
    for member in Set(members).sorted(by: { $0.rawValue < $1.rawValue }) {
      try desk.writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(item), \(member))")
    }
  }

  /// Lets one more member see an item that nothing was decided about yet.
  static func show(_ desk: WritingDesk, _ item: MeetingItemID, also member: MeetingMemberID) throws {
    try desk.writing.run("INSERT OR IGNORE INTO meeting_item_member (item_id, member_id) VALUES (\(item), \(member))")
  }

  /// Changes what is to be settled and on which law the item rests. Throws ``EditConflict`` when somebody else did in between.
  static func prepare(
    _ desk: WritingDesk, _ item: OpenedMeetingItem, basis: MeetingLegalBasis, consent: ConsentState, points: String, version: Int?
  ) throws {
    let changed = try desk.writing.run(
      """
      UPDATE meeting_item SET legal_basis = \(basis.rawValue), consent_state = \(consent.rawValue), points = \(points), version = version + 1
      WHERE id = \(item.id) AND version = \(version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// Takes a case off the agenda, as long as nothing was said about it.
  static func remove(_ desk: WritingDesk, _ item: OpenedMeetingItem) throws {
    try desk.writing.run("DELETE FROM meeting_item_member WHERE item_id = \(item.id)")
    try desk.writing.run("DELETE FROM meeting_answer WHERE item_id = \(item.id)")
    try desk.writing.run("DELETE FROM meeting_item WHERE id = \(item.id)")
  }
}
