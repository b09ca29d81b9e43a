import Casework
import Store

/// The only writer of `monitoring`.
enum MonitoringRecords {
  static func add(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ plan: RunningPlan, _ monitoring: Monitoring) throws {
    try desk.writing.run(
      """
      INSERT INTO monitoring (plan_id, planned_on, held_on, findings, outcome, next_on, staff_id, at)
      VALUES (\(plan.id), \(monitoring.plannedOn?.iso ?? ""), \((monitoring.heldOn ?? desk.today).iso), \(monitoring.findings),
        \((monitoring.outcome ?? .goOn).rawValue), \(monitoring.nextOn?.iso), \(desk.staff.id), \(desk.now))
      """)
    try CaseFileRecords.touch(desk, coordination.file.id)
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
    desk.note("plan \(plan.id)")
  }
}
