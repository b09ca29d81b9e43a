import Casework
import Store

/// What screens and rules ask about plans.
enum PlanQueries {
  /// The day of the meeting that agreed to the plan of this round (pattern C: 確定日).
  static func meetingDay(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CivilDate? {
    try desk.reading.first(
      """
      SELECT m.held_on FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(coordination.id) AND i.round = \(coordination.round) AND i.timing IN ('plan', 'replan')
        AND i.result IN ('approved', 'approvedWithChanges') AND m.kind = 'planning' ORDER BY i.result_at DESC, i.id DESC LIMIT 1
      """
    ) { CivilDate(iso: $0.text(0)) } ?? nil
  }

  /// The day of the town's decision about the plan of this round (patterns A and B: 確定日).
  static func decisionDay(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CivilDate? {
    try desk.reading.first(
      """
      SELECT d.decided_on FROM plan p JOIN support_decision d ON d.plan_id = p.id
      WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round) ORDER BY d.id DESC LIMIT 1
      """
    ) { CivilDate(iso: $0.text(0)) } ?? nil
  }
}
