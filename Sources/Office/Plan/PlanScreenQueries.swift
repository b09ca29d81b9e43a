import Casework

/// What the page of a plan shows (「プランの画面」), read in one snapshot.
struct PlanScreen: Sendable {
  let plan: OpenedPlan
  let view: PlanView
  let state: PlanState
  /// What is missing before it may be put to the meeting.
  let missing: [FieldProblem]
  let comments: [PlanComment]
  let changes: [PlanChange]
  let rounds: [PlanRound]
  /// The round it is laid beside.
  let beside: PlanView?
  let decisions: [DecisionView]
  let report: TownReportView?
  let meetingDay: CivilDate?
  let mayWrite: Bool
  let mayDecide: Bool
  /// What a meeting settled and the plan does not say yet; for who may still write it.
  let unsettled: [MeetingSettlement]
}

enum PlanScreenQueries {
  static func screen(_ desk: Desk, _ plan: OpenedPlan) throws -> PlanScreen {
    let view = try PlanQueries.view(desk, plan)
    let state = try PlanQueries.state(desk, plan)
    let missing = state.isEditable ? view.draft.problems(try PlanQueries.circumstances(desk, plan.coordination)) : []
    let beside = Int(desk.visit.query["with"])
    let mayWrite = desk.mayWritePlan(plan.coordination)
    let offers = mayWrite && state.isEditable ? try PlanOfferQueries.offers(desk, plan.coordination, plan: plan.id) : []
    return PlanScreen(
      plan: plan, view: view, state: state, missing: missing, comments: try PlanQueries.comments(desk, plan),
      changes: try PlanHistoryQueries.changes(desk, plan), rounds: try PlanQueries.rounds(desk, plan.coordination),
      beside: try beside.flatMap { $0 == plan.round ? nil : try PlanQueries.ofRound(desk, plan.coordination, $0) },
      decisions: try DecisionQueries.decisions(desk, plan), report: try DecisionQueries.report(desk, plan),
      meetingDay: plan.isPresent ? try PlanQueries.meetingDay(desk, plan.coordination) : nil,
      mayWrite: mayWrite, mayDecide: desk.mayDecide(plan.coordination),
      unsettled: offers.filter { !$0.additions(to: view.draft).isEmpty }.map(\.settlement))
  }
}
