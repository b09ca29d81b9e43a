import Casework
import Store

/// The only writer of `support_decision`. A decision is never changed: another one follows it.
enum SupportDecisionRecords {
  static func decide(_ desk: WritingDesk, _ plan: OpenedPlan, _ decision: SupportDecision, _ result: SupportDecisionResult) throws {
    try desk.writing.run(
      """
      INSERT INTO support_decision (plan_id, result, number, decided_on, decider_title, decider_name, content, conditions, reason,
        confirms_rest, staff_id, at)
      VALUES (\(plan.id), \(result.rawValue), \(decision.number), \((decision.on ?? desk.today).iso), \(decision.deciderTitle),
        \(decision.deciderName), \(decision.content), \(decision.conditions), \(decision.reason), \(decision.confirmsRest), \(desk.staff.id),
        \(desk.now))
      """)
  }
}
