import Casework

extension WritingDesk {
  /// 「支援決定をする」 The decision is kept and the case moves by it, both or neither.
  func decidePlan(_ id: PlanID, _ form: Fields) throws {
    let plan = try townPlan(id)
    guard form.version == plan.coordination.version else { throw EditConflict(staff: staff) }
    guard plan.isPresent, plan.coordination.stage == .awaitingDecision else {
      throw FieldErrors([FieldProblem("act", "このプランは支援決定を待っていません。プランの画面で、いまの状態を確かめてください。")], staff: staff)
    }
    let input = DecisionInput(form, today: today)
    let meeting = try PlanQueries.meetingDay(self, plan.coordination)
    let unread = Set(input.problems.map(\.fieldID))
    var problems =
      input.problems + input.decision.problems(plan.pattern, meeting: meeting, today: today).filter { !unread.contains($0.fieldID) }
    if try DecisionQueries.isTaken(self, number: input.decision.number) {
      problems.append(.init("number", "この決定番号はすでに使われています。別の番号にしてください（次の番号：\(try DecisionQueries.nextNumber(self))）。"))
    }
    guard problems.isEmpty, let result = input.decision.result else { throw FieldErrors(problems, staff: staff) }
    try SupportDecisionRecords.decide(self, plan, input.decision, result)
    let step = CoordinationStep(
      input.decision.isGranting ? .decide : .decline, side: .town,
      words: result == .refused ? input.decision.reason : input.decision.conditions)
    try CoordinationRecords.step(self, plan.coordination, step)
  }

  /// 「報告を受領する」
  func receiveReport(_ id: PlanID) throws {
    let plan = try townPlan(id)
    guard try TownReportRecords.receive(self, plan) else {
      throw FieldErrors([FieldProblem("act", "受領を待っている報告はありません。プランの画面で、いまの状態を確かめてください。")], staff: staff)
    }
  }

  /// A plan that this person may decide about.
  private func townPlan(_ id: PlanID) throws -> OpenedPlan {
    let plan = try openPlan(id)
    guard mayDecide(plan.coordination) else { throw denied("plan \(id)") }
    return plan
  }
}
