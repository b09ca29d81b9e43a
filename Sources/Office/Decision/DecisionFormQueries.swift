import Casework
import Store

/// What a meeting said about a plan (「会議の結果」).
struct PlanMeetingSummary: Sendable {
  let result: MeetingResult
  let words: String
}

enum DecisionFormQueries {
  /// The last result about the plan of this round.
  static func meeting(_ desk: Desk, _ plan: OpenedPlan) throws -> PlanMeetingSummary? {
    let found = try desk.reading.first(
      """
      SELECT result, result_words FROM meeting_item WHERE coordination_id = \(plan.coordination.id) AND round = \(plan.round)
        AND timing IN ('plan', 'replan') AND result <> '' ORDER BY result_at DESC, id DESC LIMIT 1
      """
    ) { (result: MeetingResult(rawValue: $0.text(0)), words: $0.text(1)) }
    return found.flatMap { found in found.result.map { PlanMeetingSummary(result: $0, words: found.words) } }
  }

  static func page(_ desk: Desk, _ plan: OpenedPlan, _ form: FormView) throws -> DecisionFormPage {
    DecisionFormPage(
      chrome: desk.chrome, plan: plan, view: try PlanQueries.view(desk, plan),
      meetingDay: try PlanQueries.meetingDay(desk, plan.coordination), meeting: try meeting(desk, plan),
      earlier: try DecisionQueries.decisions(desk, plan), form: form)
  }

  /// The fields a new decision begins with.
  static func blank(_ desk: Desk, _ plan: OpenedPlan) throws -> Fields {
    let programmes = try PlanQueries.view(desk, plan).draft.uses.map { "\($0.programme.label)：\($0.content)" }
    return DecisionFormPage.blank(
      programmes: programmes, number: try DecisionQueries.nextNumber(desk), decider: try DecisionQueries.lastDecider(desk), plan: plan,
      today: desk.today)
  }
}
