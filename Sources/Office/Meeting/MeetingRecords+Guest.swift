import Casework
import Store

extension MeetingRecords {
  /// Calls a member from outside for these items and no others of those that are still open.
  static func call(_ desk: WritingDesk, _ member: MeetingMemberID, to items: [OpenedMeetingItem]) throws {
    try desk.writing.run(
      "UPDATE meeting_member SET invited_at = coalesce(invited_at, \(desk.now)), for_all = 0 WHERE id = \(member)")
    try desk.writing.run(
      "DELETE FROM meeting_item_member WHERE member_id = \(member) AND item_id IN (SELECT i.id FROM meeting_item i WHERE i.result = '')")
    for item in items { try show(desk, item.id, also: member) }
  }

  /// 「出欠」 of a member from outside, at the screen.
  static func reply(_ desk: GuestWritingDesk, _ reply: MeetingReply) throws {
    try desk.writing.run("UPDATE meeting_member SET reply = \(reply.rawValue) WHERE id = \(desk.pass.member)")
  }
}
