import Casework
import Store

/// The only writer of `meeting` and its parts: members, items, pledges, answers, roles, resource gaps.
enum MeetingRecords {
  /// Plans a meeting; it is in preparation until its members are called.
  static func plan(_ desk: WritingDesk, _ input: MeetingInput, body: MeetingBody) throws -> MeetingID {
    let id = try desk.writing.insert(
      """
      INSERT INTO meeting (number, kind, body, name, held_on, starts_at, place, mode, convener, chair, stage, created_by, created_at)
      VALUES (\(try nextNumber(desk)), \(body.kind.rawValue), \(body.key), \(body.name), \(input.heldOn.iso), \(input.startsAt), \(input.place),
        \(input.mode.rawValue), \(desk.staff.agencyID), \(input.chair), 'planned', \(desk.staff.id), \(desk.now))
      """)
    return MeetingID(Int(id))
  }

  /// Changes day, time, place and mode of a meeting ahead. Throws ``EditConflict`` when somebody else changed it in between.
  static func change(_ desk: WritingDesk, _ meeting: OpenedMeeting, _ input: MeetingInput, version: Int?) throws {
    let changed = try desk.writing.run(
      """
      UPDATE meeting SET held_on = \(input.heldOn.iso), starts_at = \(input.startsAt), place = \(input.place), mode = \(input.mode.rawValue),
        chair = \(input.chair), version = version + 1
      WHERE id = \(meeting.id) AND version = \(version) AND stage IN ('planned', 'invited')
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// 「招集」 Marks those not called yet as called.
  static func invite(_ desk: WritingDesk, _ meeting: OpenedMeeting) throws {
    try desk.writing.run("UPDATE meeting_member SET invited_at = \(desk.now) WHERE meeting_id = \(meeting.id) AND invited_at IS NULL")
    try desk.writing.run("UPDATE meeting SET stage = 'invited', version = version + 1 WHERE id = \(meeting.id) AND stage = 'planned'")
  }

  /// 「開催済み」 Who came, who took the chair and the minutes.
  static func hold(_ desk: WritingDesk, _ meeting: OpenedMeeting, attended: Set<MeetingMemberID>, chair: String, recorder: String) throws {
    try desk.writing.run("UPDATE meeting_member SET attended = 0 WHERE meeting_id = \(meeting.id)")
    for member in attended {
      try desk.writing.run(
        """
        UPDATE meeting_member SET attended = 1, invited_at = coalesce(invited_at, \(desk.now)) WHERE id = \(member) AND meeting_id = \(meeting.id)
        """)
    }
    try desk.writing.run(
      "UPDATE meeting SET stage = 'held', chair = \(chair), recorder = \(recorder), version = version + 1 WHERE id = \(meeting.id)")
  }

  static func cancel(_ desk: WritingDesk, _ meeting: OpenedMeeting, words: String) throws {
    try desk.writing.run("UPDATE meeting SET stage = 'cancelled', words = \(words), version = version + 1 WHERE id = \(meeting.id)")
  }

  /// What was said about no case in particular. Throws ``EditConflict`` when somebody else wrote in between.
  static func write(_ desk: WritingDesk, _ meeting: OpenedMeeting, minutes: String, version: Int?) throws {
    let changed = try desk.writing.run(
      "UPDATE meeting SET minutes = \(minutes), version = version + 1 WHERE id = \(meeting.id) AND version = \(version)")
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// 「R8-M00001」
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-M"
    let last = try desk.reading.first("SELECT max(number) FROM meeting WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }

  /// The next day that matters of every case on the agenda.
  static func refreshDays(_ desk: WritingDesk, _ meeting: MeetingID) throws {
    let cases = try desk.reading.rows(
      "SELECT DISTINCT coordination_id FROM meeting_item WHERE meeting_id = \(meeting) AND coordination_id IS NOT NULL"
    ) { $0.id(0) as CoordinationID }
    for id in cases { try CoordinationRecords.refreshNextDay(desk, id) }
  }
}
