import Casework
import Store

/// The only writer of `task` (「やること」). A task belongs to the agency that planned it.
enum TaskRecords {
  @discardableResult
  static func add(_ desk: WritingDesk, _ file: OpenedFile, _ task: FollowUpTask, note: NoteID? = nil) throws -> TaskID {
    try add(desk, file, task, to: file.agency, note: note)
  }

  /// For another agency that has to act on what was just recorded; it finds the task in its own list.
  @discardableResult
  static func add(_ desk: WritingDesk, _ file: OpenedFile, _ task: FollowUpTask, to agency: AgencyID, note: NoteID? = nil) throws -> TaskID
  {
    let row = try desk.writing.insert(
      """
      INSERT INTO task (case_file_id, agency_id, staff_id, what, due_on, note_id, created_by, created_at)
      VALUES (\(file.id), \(agency), \(task.assignee), \(task.what), \(task.due?.iso), \(note), \(desk.staff.id), \(desk.now))
      """)
    let id = TaskID(Int(row))
    desk.note("task \(id)")
    return id
  }

  /// Marks a task as done. Done once stays done: a second mark changes nothing.
  static func finish(_ desk: WritingDesk, _ file: OpenedFile, _ id: TaskID) throws {
    _ = try TaskQueries.own(desk, file, id)
    try desk.writing.run("UPDATE task SET done_at = \(desk.now), done_by = \(desk.staff.id) WHERE id = \(id) AND done_at IS NULL")
    try CaseFileRecords.touch(desk, file.id)
    desk.note("task \(id)")
  }

  /// Plans a done task once more, as a new entry without a due date. One that is still open stays as it is.
  static func reopen(_ desk: WritingDesk, _ file: OpenedFile, _ id: TaskID) throws {
    let task = try TaskQueries.own(desk, file, id)
    guard task.doneAt != nil else { return }
    try add(desk, file, FollowUpTask(what: task.what, due: nil, assignee: task.assignee, done: nil))
  }

  /// Lets the open task of a corrected note follow the new words. Where it is done, or there was none, a changed next action is a new task.
  static func follow(_ desk: WritingDesk, _ file: OpenedFile, _ task: FollowUpTask, from old: NoteID, to new: NoteID) throws {
    let changed = try desk.writing.run(
      "UPDATE task SET what = \(task.what), due_on = \(task.due?.iso), note_id = \(new) WHERE note_id = \(old) AND done_at IS NULL")
    guard changed == 0 else { return }
    let isDone = try desk.reading.exists(
      "SELECT 1 FROM task WHERE note_id = \(old) AND what = \(task.what) AND due_on IS \(task.due?.iso)")
    if !isDone { try add(desk, file, task, note: new) }
  }
}

extension TaskRecords {
  /// 「引継ぎ」 Gives an open task to a colleague, or leaves it to anyone of the agency.
  static func handOver(_ writing: Writing, _ id: TaskID, to colleague: StaffID?) throws {
    try writing.run("UPDATE task SET staff_id = \(colleague) WHERE id = \(id) AND done_at IS NULL")
  }
}
