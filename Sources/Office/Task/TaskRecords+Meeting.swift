import Casework
import Store

extension TaskRecords {
  /// 「役割」 Puts something that a meeting decided into the list of the agency that took it on. The agency must be able to see the case.
  @discardableResult
  static func entrust(_ desk: WritingDesk, _ file: CaseFileID, to agency: AgencyID, _ task: FollowUpTask) throws -> TaskID {
    let row = try desk.writing.insert(
      """
      INSERT INTO task (case_file_id, agency_id, staff_id, what, due_on, created_by, created_at)
      VALUES (\(file), \(agency), \(task.assignee), \(task.what), \(task.due?.iso), \(desk.staff.id), \(desk.now))
      """)
    let id = TaskID(Int(row))
    desk.note("task \(id)")
    return id
  }
}
