import Casework
import Store

/// What screens and rules ask about plans.
enum PlanQueries {
  /// The plan of the round in hand, where one has been begun.
  static func current(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanView? {
    try views(desk, coordination.file, "p.coordination_id = \(coordination.id) AND p.round = \(coordination.round)").first
  }

  /// 「実施中のプラン」 The last plan that was confirmed; during 再プラン that is the plan of the round before.
  static func running(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanView? {
    try views(
      desk, coordination.file, "p.coordination_id = \(coordination.id) AND p.confirmed_on IS NOT NULL ORDER BY p.round DESC LIMIT 1"
    ).first
  }

  static func view(_ desk: Desk, _ plan: OpenedPlan) throws -> PlanView {
    guard let view = try views(desk, plan.coordination.file, "p.id = \(plan.id)").first else { throw desk.denied("plan \(plan.id)") }
    return view
  }

  /// The plan of the round before, from which the next begins.
  static func previous(_ desk: Desk, _ coordination: OpenedCoordination, before round: Int) throws -> PlanView? {
    try views(desk, coordination.file, "p.coordination_id = \(coordination.id) AND p.round < \(round) ORDER BY p.round DESC LIMIT 1").first
  }

  static func ofRound(_ desk: Desk, _ coordination: OpenedCoordination, _ round: Int) throws -> PlanView? {
    try views(desk, coordination.file, "p.coordination_id = \(coordination.id) AND p.round = \(round)").first
  }

  /// The rounds of a case, first to last.
  static func rounds(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [PlanRound] {
    try desk.reading.rows("SELECT id, round, confirmed_on FROM plan WHERE coordination_id = \(coordination.id) ORDER BY round") {
      PlanRound(id: $0.id(0), round: $0.int(1), confirmedOn: $0.optionalText(2).flatMap(CivilDate.init(iso:)))
    }
  }

  static func comments(_ desk: Desk, _ plan: OpenedPlan) throws -> [PlanComment] {
    try desk.reading.rows(
      """
      SELECT a.name, s.name, c.at, c.words FROM plan_comment c JOIN agency a ON a.id = c.agency_id JOIN staff s ON s.id = c.staff_id
      WHERE c.plan_id = \(plan.id) ORDER BY c.id
      """
    ) { PlanComment(agency: $0.text(0), staff: $0.text(1), at: $0.int(2), words: $0.text(3)) }
  }

  /// Where a plan stands, from the stage of its case and from what is on record.
  static func state(_ desk: Desk, _ plan: OpenedPlan) throws -> PlanState {
    let isAgreed =
      try plan.isPresent && plan.confirmedOn == nil && CoordinationFactsQueries.facts(desk, plan.coordination).has(.planMeeting)
    return PlanState.of(
      plan.coordination.stage, isPresent: plan.isPresent, isConfirmed: plan.confirmedOn != nil, isAgreed: isAgreed,
      reviewWanted: !plan.reviewWanted.isEmpty)
  }

  /// What the completeness of the plan of this round depends on beside the plan.
  static func circumstances(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanCircumstances {
    try desk.reading.first(
      """
      SELECT k.public_assistance_agency, a.completed_on FROM coordination k
        LEFT JOIN assessment a ON a.coordination_id = k.id AND a.round = k.round WHERE k.id = \(coordination.id)
      """
    ) {
      PlanCircumstances(publicAssistance: $0.optionalID(0), assessedOn: $0.optionalText(1).flatMap(CivilDate.init(iso:)))
    } ?? PlanCircumstances()
  }

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
