import Casework
import Store

/// A pack that is being made: what, for whom, at whose desk (「作成中の一式」).
struct PackJob: Sendable {
  let id: MeetingPackID
  let staff: StaffID
  let content: Content

  /// What it is made of.
  enum Content: Sendable {
    /// Of a meeting, for its convener or for one member; the items in the order of the agenda.
    case meeting(MeetingID, member: MeetingMemberID?, items: [MeetingItemID])
    /// Of the fiscal year that begins in this year; the plans in the order of case numbers.
    case year(Int, plans: [PlanID])
  }
}

/// The only writer of `pack`, `pack_item` and `pack_plan`. What it writes on the way is all that a restart needs.
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

  /// The same for the plans of a year.
  static func queue(_ desk: WritingDesk, year: Int, _ plans: [PlanID]) throws {
    let isInHand = try desk.reading.exists(
      "SELECT 1 FROM pack WHERE fiscal_year = \(year) AND staff_id = \(desk.staff.id) AND state IN ('queued', 'running')")
    guard !isInHand else { return }
    let id = try desk.writing.insert(
      """
      INSERT INTO pack (fiscal_year, staff_id, agency_id, state, total, queued_at)
      VALUES (\(year), \(desk.staff.id), \(desk.staff.agencyID), 'queued', \(plans.count), \(desk.now))
      """)
    for plan in plans { try desk.writing.run("INSERT INTO pack_plan (pack_id, plan_id) VALUES (\(Int(id)), \(plan))") }
    desk.note("pack \(id)")
  }

  /// Takes the next in the queue in hand, if there is one.
  static func take(_ writing: Writing, at now: Int) throws -> PackJob? {
    let next = try writing.reading.first(
      "SELECT id, staff_id, meeting_id, member_id, fiscal_year FROM pack WHERE state = 'queued' ORDER BY id LIMIT 1"
    ) {
      (
        id: $0.id(0) as MeetingPackID, staff: $0.id(1) as StaffID, meeting: $0.optionalID(2) as MeetingID?,
        member: $0.optionalID(3) as MeetingMemberID?, year: $0.optionalInt(4)
      )
    }
    guard let next else { return nil }
    try writing.run("UPDATE pack SET state = 'running', started_at = \(now), done = 0 WHERE id = \(next.id)")
    let content: PackJob.Content =
      if let meeting = next.meeting {
        .meeting(meeting, member: next.member, items: try items(writing, next.id))
      } else { .year(next.year ?? 0, plans: try plans(writing, next.id)) }
    return PackJob(id: next.id, staff: next.staff, content: content)
  }

  private static func items(_ writing: Writing, _ id: MeetingPackID) throws -> [MeetingItemID] {
    try writing.rows(
      "SELECT x.item_id FROM pack_item x JOIN meeting_item i ON i.id = x.item_id WHERE x.pack_id = \(id) ORDER BY i.position"
    ) { $0.id(0) }
  }

  private static func plans(_ writing: Writing, _ id: MeetingPackID) throws -> [PlanID] {
    try writing.rows(
      """
      SELECT x.plan_id FROM pack_plan x JOIN plan p ON p.id = x.plan_id JOIN coordination k ON k.id = p.coordination_id
        JOIN case_file c ON c.id = k.case_file_id WHERE x.pack_id = \(id) ORDER BY c.number, k.id, p.round
      """
    ) { $0.id(0) }
  }

  /// Plans that could not be opened any more are not in it.
  static func leaveOut(_ writing: Writing, _ id: MeetingPackID, plans: [PlanID]) throws {
    guard !plans.isEmpty else { return }
    try writing.run("DELETE FROM pack_plan WHERE pack_id = \(id) AND plan_id IN \(list: plans.map(\.number))")
    try writing.run("UPDATE pack SET total = (SELECT count(*) FROM pack_plan x WHERE x.pack_id = \(id)) WHERE id = \(id)")
  }

  /// So many cases are done. False when it was cancelled in between.
  static func advance(_ writing: Writing, _ id: MeetingPackID, done: Int) throws -> Bool {
    try writing.run("UPDATE pack SET done = \(done) WHERE id = \(id) AND state = 'running'") == 1
  }

  /// Where the file lies. A pack that was cancelled in between keeps the name of the file, so that it is removed.
  static func finish(_ writing: Writing, _ id: MeetingPackID, sha256: String, size: Int, veil: String, at now: Int) throws {
    try writing.run(
      """
      UPDATE pack SET sha256 = \(sha256), size = \(size), veil = \(veil), ended_at = \(now),
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

  static func cancel(_ desk: WritingDesk, _ id: MeetingPackID) throws {
    try desk.writing.run(
      "UPDATE pack SET state = 'cancelled', ended_at = \(desk.now) WHERE id = \(id) AND state IN ('queued', 'running')")
    desk.note("pack \(id)")
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
