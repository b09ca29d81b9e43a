import Casework
import Store

/// The only writer of `meeting_minutes` and `meeting_minutes_part`. Once confirmed, nothing of them is changed.
enum MinutesRecords {
  /// Saves the words of each item. Throws ``EditConflict`` when somebody else saved or confirmed in between.
  static func save(_ desk: WritingDesk, _ view: MinutesView, words: [MeetingItemID: String], version: Int?) throws {
    let id = view.meeting.id
    let changed =
      version == 0
      ? try desk.writing.run(
        """
        INSERT OR IGNORE INTO meeting_minutes (meeting_id, saved_by, saved_at) VALUES (\(id), \(desk.staff.id), \(desk.now))
        """)
      : try desk.writing.run(
        """
        UPDATE meeting_minutes SET saved_by = \(desk.staff.id), saved_at = \(desk.now), version = version + 1
        WHERE meeting_id = \(id) AND version = \(version) AND confirmed_at IS NULL
        """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    for (item, text) in words {
      try desk.writing.run(
        """
        INSERT INTO meeting_minutes_part (item_id, words) VALUES (\(item), \(text)) ON CONFLICT (item_id) DO UPDATE SET words = excluded.words
        """)
    }
  }

  /// 「確定」
  static func confirm(_ desk: WritingDesk, _ meeting: OpenedMeeting) throws {
    try desk.writing.run(
      """
      UPDATE meeting_minutes SET confirmed_by = \(desk.staff.id), confirmed_at = \(desk.now) WHERE meeting_id = \(meeting.id)
        AND confirmed_at IS NULL
      """)
    desk.note(detail: "confirmed")
  }

  /// An item is taken off the agenda.
  static func clear(_ desk: WritingDesk, _ item: OpenedMeetingItem) throws {
    try desk.writing.run("DELETE FROM meeting_minutes_part WHERE item_id = \(item.id)")
  }
}
