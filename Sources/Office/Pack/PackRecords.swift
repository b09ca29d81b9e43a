import Casework
import Store

/// A pack that is being made: what, for whom, at whose desk (「作成中の会議資料一式」).
struct PackJob: Sendable {
  let id: MeetingPackID
  let meeting: MeetingID
  /// Nothing for the convener's own.
  let member: MeetingMemberID?
  let copy: Int
  let staff: StaffID
  /// In the order of the agenda.
  let items: [MeetingItemID]
}

/// The only writer of `pack` and `pack_item`. What it writes on the way is all that a restart needs.
enum PackRecords {
  /// Puts a pack at the end of the queue. One that is in hand already for the same member is not made twice.
  static func queue(_ desk: WritingDesk, _ meeting: OpenedMeeting, _ items: [OpenedMeetingItem], member: MeetingMemberID?, copy: Int) throws
  {
    let isInHand = try desk.reading.exists(
      """
      SELECT 1 FROM pack WHERE meeting_id = \(meeting.id) AND member_id IS \(member) AND staff_id = \(desk.staff.id)
        AND state IN ('queued', 'running')
      """)
    guard !isInHand else { return }
    let id = try desk.writing.insert(
      """
      INSERT INTO pack (meeting_id, member_id, copy, staff_id, agency_id, state, total, queued_at)
      VALUES (\(meeting.id), \(member), \(copy), \(desk.staff.id), \(desk.staff.agencyID), 'queued', \(items.count), \(desk.now))
      """)
    for item in items { try desk.writing.run("INSERT INTO pack_item (pack_id, item_id) VALUES (\(Int(id)), \(item.id))") }
    desk.note("pack \(id)")
  }

  /// Takes the next in the queue in hand, if there is one.
  static func take(_ writing: Writing, at now: Int) throws -> PackJob? {
    let next = try writing.reading.first(
      "SELECT id, meeting_id, member_id, copy, staff_id FROM pack WHERE state = 'queued' ORDER BY id LIMIT 1"
    ) {
      (
        id: $0.id(0) as MeetingPackID, meeting: $0.id(1) as MeetingID, member: $0.optionalID(2) as MeetingMemberID?, $0.int(3),
        $0.id(4) as StaffID
      )
    }
    guard let next else { return nil }
    try writing.run("UPDATE pack SET state = 'running', started_at = \(now), done = 0 WHERE id = \(next.id)")
    let items = try writing.rows(
      "SELECT x.item_id FROM pack_item x JOIN meeting_item i ON i.id = x.item_id WHERE x.pack_id = \(next.id) ORDER BY i.position"
    ) { $0.id(0) as MeetingItemID }
    return PackJob(id: next.id, meeting: next.meeting, member: next.member, copy: next.3, staff: next.4, items: items)
  }

  /// So many cases are done. False when it was cancelled in between.
  static func advance(_ writing: Writing, _ id: MeetingPackID, done: Int) throws -> Bool {
    try writing.run("UPDATE pack SET done = \(done) WHERE id = \(id) AND state = 'running'") == 1
  }

  /// Where the file lies. A pack that was cancelled in between keeps the name of the file, so that it is removed.
  static func finish(_ writing: Writing, _ id: MeetingPackID, sha256: String, size: Int, veiled: Int, at now: Int) throws {
    try writing.run(
      """
      UPDATE pack SET sha256 = \(sha256), size = \(size), veiled = \(veiled), ended_at = \(now),
        state = CASE WHEN state = 'running' THEN 'done' ELSE state END WHERE id = \(id)
      """)
  }

  static func fail(_ writing: Writing, _ id: MeetingPackID, at now: Int) throws {
    try writing.run("UPDATE pack SET state = 'failed', ended_at = \(now) WHERE id = \(id) AND state = 'running'")
  }

  /// What was in hand when the server stopped goes to its place in the queue again.
  static func requeue(_ writing: Writing) throws {
    try writing.run("UPDATE pack SET state = 'queued', started_at = NULL, done = 0 WHERE state = 'running'")
  }

  static func cancel(_ desk: WritingDesk, _ pack: PackLine) throws {
    try desk.writing.run(
      "UPDATE pack SET state = 'cancelled', ended_at = \(desk.now) WHERE id = \(pack.id) AND state IN ('queued', 'running')")
    desk.note("pack \(pack.id)")
  }

  /// Its days are over: it can be taken no more, whether or not its file is off the disk yet.
  static func close(_ writing: Writing, _ id: MeetingPackID) throws {
    try writing.run("UPDATE pack SET state = CASE WHEN state = 'done' THEN 'gone' ELSE state END WHERE id = \(id)")
  }

  /// The file is off the disk.
  static func forgetFile(_ writing: Writing, _ id: MeetingPackID) throws {
    try writing.run("UPDATE pack SET sha256 = '' WHERE id = \(id) AND state <> 'done'")
  }

  /// An item is taken off the agenda: packs that hold it can be taken no more.
  static func clear(_ desk: WritingDesk, _ item: OpenedMeetingItem) throws {
    try desk.writing.run("DELETE FROM pack_item WHERE item_id = \(item.id)")
  }
}
