import Casework

/// What a browser sends for form 2-2 → `PlanReview`, and what cannot be read.
struct ReviewInput: Sendable {
  let review: PlanReview
  let problems: [FieldProblem]

  init(_ form: Fields, plan: ReviewedPlan, form definition: ReviewForm, offered: Set<String>, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var review = PlanReview()
    review.reviewedOn = reader.day("reviewed_on")
    review.findings = ReviewInput.findings(form, plan)
    review.resourceGap = form.trimmed("resource_gap")
    review.result = PlanReviewResult(rawValue: form["result"])
    review.closeReason = form["close_reason"]
    if !review.closeReason.isEmpty, !definition.closeReasons.items.isEmpty, definition.closeReasons.item(review.closeReason) == nil {
      reader.problems.append(.init("close_reason", "終結の理由を一覧から選び直してください。"))
    }
    review.interruptReason = InterruptReason(rawValue: form["interrupt_reason"])
    if !definition.changes.items.isEmpty, review.findings.changes.contains(where: { definition.changes.item($0) == nil }) {
      reader.problems.append(.init("changes", "見られた変化を一覧から選び直してください。"))
    }
    let leads = form.all("lead_agency").filter { !$0.isEmpty }
    review.leads = leads.filter(offered.contains).compactMap { Int($0).map { AgencyID($0) } }
    if review.leads.count < leads.count {
      reader.problems.append(.init("lead_agency", "終結後の主担当機関を一覧から選び直してください。"))
    }
    review.leadPerson = form.trimmed("lead_person")
    let on = reader.day("follow_up_on")
    let how = form.trimmed("follow_up_how")
    switch form["needs_follow_up"] {
    case "1": review.followUp = FollowUpDecision(isNeeded: true, on: on, how: how)
    case "0": review.followUp = FollowUpDecision(isNeeded: false)
    default: review.followUp = nil
    }
    self.review = review
    problems = reader.problems
  }

  private static func findings(_ form: Fields, _ plan: ReviewedPlan) -> ReviewFindings {
    var findings = ReviewFindings()
    for goal in plan.goals {
      findings.goals[goal.key] = .init(
        attainment: GoalAttainment(rawValue: form["goal.\(goal.key)"]), words: form.trimmed("goal.\(goal.key).words"))
    }
    for role in plan.roles {
      findings.roles[String(role.id)] = .init(
        result: RoleResult(rawValue: form["role.\(role.id)"]), words: form.trimmed("role.\(role.id).words"))
    }
    findings.changes = form.all("changes").filter { !$0.isEmpty }
    findings.changesOther = form.trimmed("changes.other")
    findings.status = form.trimmed("status")
    findings.remaining = form.trimmed("remaining")
    findings.personView = form.trimmed("person_view")
    findings.onward = form.trimmed("onward")
    findings.closeWords = form.trimmed("close_words")
    findings.interruptWords = form.trimmed("interrupt_words")
    return findings
  }

  /// Unreadable fields and what the rule misses, each field once, in the order of the page.
  func completing(_ plan: ReviewedPlan, today: CivilDate) -> [FieldProblem] {
    let unread = Set(problems.map(\.fieldID))
    let order = ReviewWording.fieldNames(plan)
    return (problems + review.problems(goals: plan.goals, today: today).filter { !unread.contains($0.fieldID) }).sorted {
      (order.firstIndex(of: $0.fieldID) ?? 0) < (order.firstIndex(of: $1.fieldID) ?? 0)
    }
  }
}

/// A review → what the boxes of its form show. The other way round of ``ReviewInput``.
struct ReviewFields: Sendable {
  private(set) var fields = Fields()

  init(_ review: PlanReview, version: Int) {
    let findings = review.findings
    for (key, goal) in findings.goals.sorted(by: { $0.key < $1.key }) {
      fields.set("goal.\(key)", goal.attainment?.rawValue ?? "")
      fields.set("goal.\(key).words", goal.words)
    }
    for (id, role) in findings.roles.sorted(by: { $0.key < $1.key }) {
      fields.set("role.\(id)", role.result?.rawValue ?? "")
      fields.set("role.\(id).words", role.words)
    }
    for code in findings.changes { fields.append("changes", code) }
    for (name, value) in [
      ("changes.other", findings.changesOther), ("status", findings.status), ("remaining", findings.remaining),
      ("person_view", findings.personView), ("onward", findings.onward), ("close_words", findings.closeWords),
      ("interrupt_words", findings.interruptWords), ("reviewed_on", review.reviewedOn?.warekiShort ?? ""),
      ("resource_gap", review.resourceGap), ("result", review.result?.rawValue ?? ""), ("close_reason", review.closeReason),
      ("interrupt_reason", review.interruptReason?.rawValue ?? ""), ("lead_agency", review.leads.first.map { String($0.number) } ?? ""),
      ("lead_person", review.leadPerson), ("needs_follow_up", review.followUp.map { $0.isNeeded ? "1" : "0" } ?? ""),
      ("follow_up_on", review.followUp?.on?.warekiShort ?? ""), ("follow_up_how", review.followUp?.how ?? ""), ("version", String(version)),
    ] { fields.set(name, value) }
  }

  /// A review that begins with what is on record: goals and roles of the plan, what the agencies said, the main role.
  static func blank(_ plan: ReviewedPlan, result: PlanReviewResult?, today: CivilDate) -> Fields {
    var review = PlanReview()
    review.reviewedOn = today
    review.result = result
    for role in plan.roles {
      review.findings.roles[String(role.id)] = .init(result: role.state.flatMap(RoleResult.init(following:)), words: role.words)
    }
    if let main = plan.roles.first(where: \.isMain) {
      review.leads = [main.agency]
      review.leadPerson = main.person
    }
    return ReviewFields(review, version: 0).fields
  }
}
