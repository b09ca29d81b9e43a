import Casework
import Store

/// One monitoring as lists show it (「モニタリング」).
struct MonitoringLine: Sendable {
  let plan: PlanID
  /// Which plan of the case it looked at.
  let round: Int
  let heldOn: CivilDate
  let plannedOn: CivilDate?
  let findings: String
  let outcome: MonitoringOutcome
  let nextOn: CivilDate?
  let staffName: String
}

enum MonitoringQueries {
  /// Every monitoring of the case, the latest first.
  static func all(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [MonitoringLine] {
    try desk.reading.rows(
      """
      SELECT p.id, p.round, g.held_on, g.planned_on, g.findings, g.outcome, g.next_on, s.name
      FROM plan p JOIN monitoring g ON g.plan_id = p.id JOIN staff s ON s.id = g.staff_id
      WHERE p.coordination_id = \(coordination.id) ORDER BY g.held_on DESC, g.id DESC
      """
    ) { row in
      MonitoringLine(
        plan: row.id(0), round: row.int(1), heldOn: CivilDate(iso: row.text(2)) ?? desk.today, plannedOn: CivilDate(iso: row.text(3)),
        findings: row.text(4), outcome: MonitoringOutcome(rawValue: row.text(5)) ?? .goOn,
        nextOn: row.optionalText(6).flatMap(CivilDate.init(iso:)), staffName: row.text(7))
    }
  }
}
