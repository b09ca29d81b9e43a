import Casework
import Store

/// Written rounds: which items a member is asked about, who has answered.
enum MeetingAnswerQueries {
  /// The items tabled for one member, of those the viewer may see.
  static func items(_ desk: Desk, _ meeting: OpenedMeeting, of member: MeetingMemberLine) throws -> [OpenedMeetingItem] {
    let tabled = Set(
      try desk.reading.rows("SELECT item_id FROM meeting_item_member WHERE member_id = \(member.id)") { $0.id(0) as MeetingItemID })
    return try desk.items(of: meeting).filter { tabled.contains($0.id) && $0.result == nil }
  }

  /// Members who answered about at least one item.
  static func answered(_ desk: Desk, _ meeting: OpenedMeeting) throws -> Set<MeetingMemberID> {
    Set(
      try desk.reading.rows(
        """
        SELECT w.member_id FROM meeting_answer w JOIN meeting_item i ON i.id = w.item_id WHERE i.meeting_id = \(meeting.id)
        UNION SELECT w.member_id FROM guest_answer w JOIN meeting_item i ON i.id = w.item_id WHERE i.meeting_id = \(meeting.id)
        """
      ) { $0.id(0) })
  }

  /// What a member answered so far, as the form shows it.
  static func given(_ desk: Desk, _ member: MeetingMemberLine) throws -> Fields {
    let rows = try desk.reading.rows("SELECT item_id, answer, words FROM meeting_answer WHERE member_id = \(member.id)") {
      ($0.int(0), $0.text(1), $0.text(2))
    }
    return Fields(rows.flatMap { [("answer_\($0.0)", $0.1), ("words_\($0.0)", $0.2)] })
  }
}
