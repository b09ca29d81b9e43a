import Casework
import Store

/// The only writer of `progress_report` (「実施の状況」).
enum ProgressRecords {
  /// Keeps one report. What the agency had been asked for is thereby done.
  static func add(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ role: RoleProgress, _ report: ProgressReport) throws {
    try desk.writing.run(
      """
      INSERT INTO progress_report (plan_role_id, state, words, on_behalf, agency_id, staff_id, at)
      VALUES (\(role.role), \(report.state.rawValue), \(report.words), \(!role.isOwn), \(desk.staff.agencyID), \(desk.staff.id), \(desk.now))
      """)
    try TaskRecords.finishAsked(desk, coordination.file.id, of: role.agency, ProgressWording.asked(coordination.number))
    try CaseFileRecords.touch(desk, coordination.file.id)
    desk.note("progress of role \(role.role)")
  }
}
