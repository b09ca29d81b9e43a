import Casework
import Store

/// What is on record about one case of 多機関協働, gathered for the rules (「段階を決める事実」).
enum CoordinationFactsQueries {
  /// The facts of the present round. What is typed with an act is added by its input.
  static func facts(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CoordinationFacts {
    var facts = CoordinationFacts()
    (facts.consent, facts.hasApplication) = try ConsentStateQueries.ofPerson(desk, coordination.file)
    facts.planRound = coordination.round
    try add(&facts, desk, coordination)
    facts.approved = try approved(desk, coordination)
    return facts
  }

  /// One row: assessment, plan, latest decision and review of the round.
  private static func add(_ facts: inout CoordinationFacts, _ desk: Desk, _ coordination: OpenedCoordination) throws {
    let found = try desk.reading.first(
      """
      SELECT a.completed_on IS NOT NULL, coalesce(p.is_complete, 0), p.pattern, coalesce(v.result, ''), v.completed_at IS NOT NULL,
        v.lead_agency IS NOT NULL, coalesce(v.lead_person, '') <> '', v.needs_follow_up,
        (SELECT d.result FROM support_decision d WHERE d.plan_id = p.id ORDER BY d.id DESC LIMIT 1)
      FROM coordination k LEFT JOIN assessment a ON a.coordination_id = k.id AND a.round = k.round
        LEFT JOIN plan p ON p.coordination_id = k.id AND p.round = k.round LEFT JOIN plan_review v ON v.plan_id = p.id
      WHERE k.id = \(coordination.id)
      """
    ) { row in
      (
        row.bool(0), row.bool(1), row.optionalText(2), row.text(3), row.bool(4), row.bool(5), row.bool(6), row.optionalInt(7),
        row.optionalText(8)
      )
    }
    guard let found else { return }
    facts.isAssessmentComplete = found.0
    facts.isPlanComplete = found.1
    facts.pattern = found.2.flatMap(PlanPattern.init)
    if found.4 { facts.review = PlanReviewResult(rawValue: found.3) }
    facts.hasLeadAgency = found.5
    facts.hasLeadPerson = found.6
    facts.needsFollowUp = found.7.map { $0 != 0 }
    facts.decision = found.8.flatMap(SupportDecisionResult.init)
  }

  /// Timings whose last result in this round agrees. A plan that the town declined afterwards has to be agreed to again.
  private static func approved(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Set<MeetingTiming> {
    let declined = try desk.reading.first(
      "SELECT max(at) FROM coordination_event WHERE coordination_id = \(coordination.id) AND act = \(CoordinationAct.decline.rawValue)"
    ) { $0.optionalInt(0) }
    let results = try desk.reading.rows(
      """
      SELECT i.timing, i.result, i.result_at FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(coordination.id) AND i.round = \(coordination.round) AND i.timing <> '' AND i.result <> ''
        AND m.kind = 'planning'
      ORDER BY i.result_at, i.id
      """
    ) { (MeetingTiming(rawValue: $0.text(0)), MeetingResult(rawValue: $0.text(1)), $0.int(2)) }
    var approved: Set<MeetingTiming> = []
    for (timing, result, at) in results {
      guard let timing, let result else { continue }
      if result.isApproving, at > (declined.flatMap { $0 } ?? -1) { approved.insert(timing) } else { approved.remove(timing) }
    }
    return approved
  }

  /// The last result for the plan of this round was 「修正のうえ了承」: no second meeting is needed.
  static func isAgreedWithChanges(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Bool {
    let last = try desk.reading.first(
      """
      SELECT result FROM meeting_item WHERE coordination_id = \(coordination.id) AND round = \(coordination.round)
        AND timing IN ('plan', 'replan') AND result <> '' ORDER BY result_at DESC, id DESC LIMIT 1
      """
    ) { $0.text(0) }
    return last == MeetingResult.approvedWithChanges.rawValue
  }
}
