import Casework
import Store

/// The only writer of `follow_up` (「フォローアップ」, R-34).
enum FollowUpRecords {
  /// Plans a day, which also stands in the agency's list of tasks.
  static func plan(_ desk: WritingDesk, _ coordination: OpenedCoordination, agency: AgencyID, on day: CivilDate, how: String) throws {
    try desk.writing.run(
      """
      INSERT INTO follow_up (coordination_id, round, agency_id, due_on, how)
      VALUES (\(coordination.id), \(coordination.round), \(agency), \(day.iso), \(how))
      """)
    let task = FollowUpTask(what: ReviewWording.followUpTask(coordination.number), due: day, assignee: nil, done: nil)
    try TaskRecords.ask(desk, coordination.file.id, of: agency, task)
  }

  /// Keeps what was seen, and plans the next day where it goes on.
  static func record(_ desk: WritingDesk, _ opened: OpenedFollowUp, _ followUp: FollowUp) throws {
    try finish(desk, opened, on: followUp.doneOn ?? desk.today, words: followUp.words)
    if let next = followUp.nextOn {
      let how = followUp.nextHow.isEmpty ? opened.how : followUp.nextHow
      try plan(desk, opened.coordination, agency: opened.agency, on: next, how: how)
    }
    try CaseFileRecords.touch(desk, opened.coordination.file.id)
    try CoordinationRecords.refreshNextDay(desk, opened.coordination.id)
  }

  /// What was still to be followed up is over once the case is open again.
  static func settle(_ desk: WritingDesk, _ coordination: OpenedCoordination, words: String) throws {
    let open = try desk.reading.rows("SELECT id, agency_id FROM follow_up WHERE coordination_id = \(coordination.id) AND done_on IS NULL") {
      ($0.id(0) as FollowUpID, $0.id(1) as AgencyID)
    }
    for (id, agency) in open {
      try write(desk, id, on: desk.today, words: words)
      try TaskRecords.finishAsked(desk, coordination.file.id, of: agency, ReviewWording.followUpTask(coordination.number))
    }
  }

  private static func finish(_ desk: WritingDesk, _ opened: OpenedFollowUp, on day: CivilDate, words: String) throws {
    try write(desk, opened.id, on: day, words: words)
    try TaskRecords.finishAsked(
      desk, opened.coordination.file.id, of: opened.agency, ReviewWording.followUpTask(opened.coordination.number))
  }

  /// Recorded once stays recorded.
  private static func write(_ desk: WritingDesk, _ id: FollowUpID, on day: CivilDate, words: String) throws {
    try desk.writing.run(
      """
      UPDATE follow_up SET done_on = \(day.iso), words = \(words), staff_id = \(desk.staff.id), at = \(desk.now)
      WHERE id = \(id) AND done_on IS NULL
      """)
  }
}
