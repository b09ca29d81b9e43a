import Casework

extension WritingDesk {
  /// 「プランを作りはじめる」 The plan of the round in hand, begun with what is on record. Begun twice it is the same plan.
  func beginPlan(_ id: CoordinationID) throws -> PlanID {
    let coordination = try openCoordination(id)
    guard mayWritePlan(coordination) else { throw denied("coordination \(id)") }
    if let plan = try presentPlan(of: coordination) { return plan.id }
    guard [.planning, .replanning].contains(coordination.stage) else {
      throw FieldErrors(
        [FieldProblem("act", "プランは、アセスメントを終えてから作ります。いまは「\(coordination.stage.label)」の段階です。先にアセスメントを終えてください。")], staff: staff)
    }
    let plan = try PlanRecords.begin(self, coordination, try PlanPrefillQueries.start(self, coordination))
    note("plan \(plan)")
    return plan
  }

  /// 「下書きを保存する」
  func savePlan(_ id: PlanID, _ form: Fields) throws {
    let plan = try ownPlan(id)
    let state = try PlanQueries.state(self, plan)
    if let refusal = state.editRefusal { throw FieldErrors([refusal], staff: staff) }
    guard form.version == plan.version else { throw EditConflict(staff: staff) }
    let offered = try PlanAgencyQueries.offered(self, plan.coordination, finding: form.trimmed("find_agency"))
    let input = PlanInput(form, agencies: Set(offered.choices.map(\.id)), today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    let missing = input.draft.problems(try PlanQueries.circumstances(self, plan.coordination))
    guard missing.isEmpty || !state.mustStayComplete else { throw FieldErrors(missing, staff: staff) }
    try PlanRecords.save(self, plan, input.draft, version: form.version, isComplete: missing.isEmpty)
    try DraftRecords.discard(self, id: form.draftID)
  }

  /// 「会議に諮る」 Saves what was sent with it, asks for everything that is missing, and moves the case.
  func submitPlan(_ id: PlanID, _ form: Fields) throws {
    if form.isOn("with_form") { try savePlan(id, form) }
    let plan = try ownPlan(id)
    let draft = try PlanQueries.view(self, plan).draft
    if try PlanQueries.state(self, plan) == .drafting {
      let missing = draft.problems(try PlanQueries.circumstances(self, plan.coordination))
      guard missing.isEmpty else { throw FieldErrors(missing, staff: staff) }
      try PlanRecords.submit(self, plan, draft.pattern)
    }
    try CoordinationRecords.step(self, plan.coordination, CoordinationStep(.submitPlan, side: .coordinator))
  }

  /// 「市に報告する」 Pattern C: the town is told, and the plan is certain from the day of the meeting.
  func reportPlan(_ id: PlanID, _ form: Fields) throws {
    let plan = try ownPlan(id)
    guard form.version == nil || form.version == plan.coordination.version else { throw EditConflict(staff: staff) }
    guard plan.isPresent else { throw FieldErrors([PlanState.left.editRefusal].compactMap { $0 }, staff: staff) }
    try CoordinationRecords.step(self, plan.coordination, CoordinationStep(.reportToTown, side: .coordinator))
    try TownReportRecords.report(self, plan, words: form.trimmed("words"))
  }

  /// 「意見を寄せる」 by any agency of the team, while the plan is not confirmed.
  func commentPlan(_ id: PlanID, _ form: Fields) throws {
    let plan = try openPlan(id)
    guard try PlanQueries.state(self, plan).takesComments else {
      throw FieldErrors([FieldProblem("words", "プランが確定したため、意見は寄せられません。実施の状況として報告してください。")], staff: staff)
    }
    let words = form.trimmed("words")
    guard !words.isEmpty else { throw FieldErrors([FieldProblem("words", "意見が書かれていません。内容を書いてください。")], staff: staff) }
    try PlanRecords.comment(self, plan, words)
  }

  /// A plan that this person may write.
  private func ownPlan(_ id: PlanID) throws -> OpenedPlan {
    let plan = try openPlan(id)
    guard mayWritePlan(plan.coordination) else { throw denied("plan \(id)") }
    return plan
  }
}
