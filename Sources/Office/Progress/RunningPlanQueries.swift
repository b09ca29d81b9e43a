import Casework
import Store

/// The confirmed plan that is being carried out (「実施中のプラン」).
struct RunningPlan: Sendable {
  let id: PlanID
  let round: Int
  let confirmedOn: CivilDate
  let periodTo: CivilDate?
}

enum RunningPlanQueries {
  /// The latest confirmed plan while it is in force: during support, and during 再プラン until the next one is confirmed.
  static func plan(_ desk: Desk, _ coordination: OpenedCoordination) throws -> RunningPlan? {
    guard try isRunning(desk, coordination) else { return nil }
    return try latest(desk, coordination)
  }

  /// The latest confirmed plan, in force or not.
  static func latest(_ desk: Desk, _ coordination: OpenedCoordination) throws -> RunningPlan? {
    try desk.reading.first(
      """
      SELECT id, round, confirmed_on, period_to FROM plan WHERE coordination_id = \(coordination.id) AND confirmed_on IS NOT NULL
      ORDER BY round DESC LIMIT 1
      """
    ) { row in
      RunningPlan(
        id: row.id(0), round: row.int(1), confirmedOn: CivilDate(iso: row.text(2)) ?? desk.today,
        periodTo: CivilDate(iso: row.text(3)))
    }
  }

  private static func isRunning(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Bool {
    if coordination.stage.hasRunningPlan { return true }
    guard [.planning, .conference, .awaitingDecision].contains(coordination.stage) else { return false }
    // A plan of an earlier round runs on while its successor is talked about; one that was closed or interrupted does not.
    let last = try desk.reading.first(
      """
      SELECT act FROM coordination_event WHERE coordination_id = \(coordination.id)
        AND act IN ('replan', 'reopen', 'close', 'interrupt') ORDER BY id DESC LIMIT 1
      """
    ) { $0.text(0) }
    return last == CoordinationAct.replan.rawValue
  }

  /// The days on which the plan is looked at and for which nobody has done so yet, the earliest first.
  static func daysAhead(_ desk: Desk, _ plan: PlanID) throws -> [CivilDate] {
    try desk.reading.rows(
      """
      SELECT day FROM (SELECT on_day AS day FROM plan_monitoring WHERE plan_id = \(plan)
        UNION SELECT next_on FROM monitoring WHERE next_on IS NOT NULL AND id = (SELECT max(id) FROM monitoring WHERE plan_id = \(plan)))
      WHERE NOT EXISTS (SELECT 1 FROM monitoring g WHERE g.plan_id = \(plan) AND g.planned_on >= day) ORDER BY day
      """
    ) { CivilDate(iso: $0.text(0)) ?? .latest }
  }
}
