import Casework
import Store

extension TaskRecords {
  /// Puts a task of a case before another agency (「頼む」). One that the agency still has open in the same words is not put twice.
  ///
  /// Only for an agency that may see the case: whoever calls this has made sure.
  @discardableResult
  static func ask(_ desk: WritingDesk, _ file: CaseFileID, of agency: AgencyID, _ task: FollowUpTask) throws -> TaskID? {
    let isAsked = try desk.reading.exists(
      "SELECT 1 FROM task WHERE case_file_id = \(file) AND agency_id = \(agency) AND what = \(task.what) AND done_at IS NULL")
    guard !isAsked else { return nil }
    let row = try desk.writing.insert(
      """
      INSERT INTO task (case_file_id, agency_id, staff_id, what, due_on, created_by, created_at)
      VALUES (\(file), \(agency), \(task.assignee), \(task.what), \(task.due?.iso), \(desk.staff.id), \(desk.now))
      """)
    let id = TaskID(Int(row))
    desk.note("task \(id)")
    return id
  }

  /// Marks what an agency was asked for as done, where it is still open.
  static func finishAsked(_ desk: WritingDesk, _ file: CaseFileID, of agency: AgencyID, _ what: String) throws {
    try desk.writing.run(
      """
      UPDATE task SET done_at = \(desk.now), done_by = \(desk.staff.id)
      WHERE case_file_id = \(file) AND agency_id = \(agency) AND what = \(what) AND done_at IS NULL
      """)
  }
}
