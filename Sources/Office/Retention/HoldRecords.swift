import Casework
import Store

/// The only writer of `records_hold`.
enum HoldRecords {
  static func begin(_ desk: WritingDesk, _ kept: RetainedCase, reason: String, until: CivilDate?) throws {
    if let hold = kept.hold {
      try desk.writing.run(
        """
        UPDATE records_hold SET ended_at = \(desk.now), ended_by = \(desk.staff.id), end_reason = '新しい差止めに替えた' WHERE id = \(hold.id)
        """)
    }
    try desk.writing.run(
      """
      INSERT INTO records_hold (case_file_id, reason, until_on, staff_id, at)
      VALUES (\(kept.id), \(reason), \(until?.iso), \(desk.staff.id), \(desk.now))
      """)
    desk.note(detail: "hold")
  }

  static func end(_ desk: WritingDesk, _ hold: HoldLine, reason: String) throws {
    try desk.writing.run(
      """
      UPDATE records_hold SET ended_at = \(desk.now), ended_by = \(desk.staff.id), end_reason = \(reason)
      WHERE id = \(hold.id) AND ended_at IS NULL
      """)
    desk.note(detail: "hold ended")
  }
}
