import Casework
import Store

/// 「会議録」 of one meeting as its page shows it: saved, or drafted from what was recorded.
struct MinutesView: Sendable {
  struct Part: Sendable {
    let item: OpenedMeetingItem
    /// What was saved; otherwise the draft.
    let words: String
  }

  let meeting: OpenedMeeting
  let attended: [String]
  let absent: [String]
  let parts: [Part]
  /// 0 until something was saved.
  let version: Int
  let savedBy: String
  let savedAt: Int?
  let confirmedBy: String
  let confirmedAt: Int?

  var isConfirmed: Bool { confirmedAt != nil }
  /// Items about which nothing was decided yet.
  var undecided: [OpenedMeetingItem] { parts.map(\.item).filter { $0.result == nil } }
}

enum MinutesQueries {
  static func view(_ desk: Desk, _ meeting: OpenedMeeting) throws -> MinutesView {
    let items = try desk.items(of: meeting)
    let saved = Dictionary(
      try desk.reading.rows(
        """
        SELECT k.item_id, k.words FROM meeting_item i JOIN meeting_minutes_part k ON k.item_id = i.id WHERE i.meeting_id = \(meeting.id)
        """
      ) { ($0.id(0) as MeetingItemID, $0.text(1)) }, uniquingKeysWith: { first, _ in first })
    let parts = try items.map { item in
      MinutesView.Part(item: item, words: try saved[item.id] ?? MinutesWording.draft(MeetingItemQueries.view(desk, item)))
    }
    let members = try MeetingQueries.members(desk, meeting)
    let head = try desk.reading.first(
      """
      SELECT k.version, s.name, k.saved_at, coalesce(c.name, ''), k.confirmed_at FROM meeting_minutes k JOIN staff s ON s.id = k.saved_by
        LEFT JOIN staff c ON c.id = k.confirmed_by WHERE k.meeting_id = \(meeting.id)
      """
    ) { ($0.int(0), $0.text(1), $0.int(2), $0.text(3), $0.optionalInt(4)) }
    return MinutesView(
      meeting: meeting, attended: members.filter(\.attended).map(\.label), absent: members.filter { !$0.attended }.map(\.label),
      parts: parts, version: head?.0 ?? 0, savedBy: head?.1 ?? "", savedAt: head?.2, confirmedBy: head?.3 ?? "", confirmedAt: head?.4)
  }
}
