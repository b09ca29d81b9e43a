import Casework
import Store

extension MeetingRecords {
  /// Calls somebody to a meeting: an agency of the directory, or a person from outside. Who is called already stays as called.
  ///
  /// - Parameter seesAll: sees every item, those added later as well.
  @discardableResult
  static func call(
    _ desk: WritingDesk, _ meeting: MeetingID, agency: AgencyID?, name: String = "", position: String = "", seesAll: Bool
  ) throws -> MeetingMemberID {
    let known = try desk.reading.first(
      """
      SELECT id FROM meeting_member WHERE meeting_id = \(meeting) AND agency_id IS \(agency) AND (\(agency) IS NOT NULL OR name = \(name))
        AND (\(name) = '' OR name = '' OR name = \(name)) ORDER BY id LIMIT 1
      """
    ) { $0.id(0) as MeetingMemberID }
    if let known {
      try desk.writing.run(
        """
        UPDATE meeting_member SET for_all = max(for_all, \(seesAll)), name = CASE WHEN name = '' THEN \(name) ELSE name END,
          position = CASE WHEN position = '' THEN \(position) ELSE position END WHERE id = \(known)
        """)
      return known
    }
    let id = try desk.writing.insert(
      """
      INSERT INTO meeting_member (meeting_id, agency_id, name, position, for_all)
      VALUES (\(meeting), \(agency), \(name), \(position), \(seesAll))
      """)
    return MeetingMemberID(Int(id))
  }

  /// 「出欠」
  static func reply(_ desk: WritingDesk, _ member: MeetingMemberID, _ reply: MeetingReply) throws {
    try desk.writing.run(
      "UPDATE meeting_member SET reply = \(reply.rawValue), invited_at = coalesce(invited_at, \(desk.now)) WHERE id = \(member)")
  }

  /// 「守秘の確認」 Who, when, in which words. Confirmed once; a second time changes nothing.
  ///
  /// - Parameter member: somebody without an account who signed on paper.
  static func pledge(_ desk: WritingDesk, _ meeting: OpenedMeeting, member: MeetingMemberID?, words: String) throws {
    try desk.writing.run(
      """
      INSERT OR IGNORE INTO meeting_pledge (meeting_id, member_id, staff_id, words, at)
      VALUES (\(meeting.id), \(member), \(desk.staff.id), \(words), \(desk.now))
      """)
  }

  /// 「持回りの回答」 of a member about one item; the last one counts. It is attendance in a written round.
  static func answer(
    _ desk: WritingDesk, _ item: MeetingItemID, member: MeetingMemberID, _ answer: MeetingAnswer, words: String, onBehalf: Bool
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO meeting_answer (item_id, member_id, answer, words, on_behalf, staff_id, at)
      VALUES (\(item), \(member), \(answer.rawValue), \(words), \(onBehalf), \(desk.staff.id), \(desk.now))
      ON CONFLICT (item_id, member_id) DO UPDATE SET answer = excluded.answer, words = excluded.words, on_behalf = excluded.on_behalf,
        staff_id = excluded.staff_id, at = excluded.at
      """)
    try desk.writing.run("UPDATE meeting_member SET reply = 'written' WHERE id = \(member)")
  }
}
