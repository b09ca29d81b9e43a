import Casework
import Store

extension MeetingRecords {
  /// 「結論」 Writes what the meeting said about an item; from here on the row is never changed.
  ///
  /// Throws ``EditConflict`` when somebody else wrote in between.
  static func decide(_ desk: WritingDesk, _ item: OpenedMeetingItem, _ input: MeetingResultInput, _ result: MeetingResult, version: Int?)
    throws
  {
    let changed = try desk.writing.run(
      """
      UPDATE meeting_item SET discussion = \(input.discussion), result = \(result.rawValue), result_words = \(input.words),
        result_at = \(desk.now), result_by = \(desk.staff.id), next_monitoring_on = \(input.nextMonitoring?.iso), lead_agency = \(input.lead),
        lead_person = \(input.leadPerson), version = version + 1
      WHERE id = \(item.id) AND version = \(version) AND result = ''
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    for gap in input.gaps {
      try desk.writing.run("INSERT INTO resource_gap (item_id, words, at) VALUES (\(item.id), \(gap), \(desk.now))")
    }
  }

  /// 「役割分担」 Who does what by when. A task where the agency can see the case; otherwise it has to be told.
  static func assign(_ desk: WritingDesk, _ item: OpenedMeetingItem, _ role: MeetingResultInput.Role, task: TaskID?) throws {
    try desk.writing.run(
      """
      INSERT INTO meeting_role (item_id, agency_id, person, what, due_on, task_id)
      VALUES (\(item.id), \(role.agency), \(role.person), \(role.what), \(role.due?.iso), \(task))
      """)
  }
}
