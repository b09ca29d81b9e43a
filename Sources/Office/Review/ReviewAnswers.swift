import Casework

/// An evaluation as answers to its form (様式2-2), so that the paper is drawn from the definition like every other.
struct ReviewAnswers {
  let answers: Answers

  init(_ review: PlanReview, _ plan: ReviewedPlan) {
    let findings = review.findings
    var answers = Answers()
    for (field, text) in [
      ("status", findings.status), ("remaining", findings.remaining), ("resource_gap", review.resourceGap),
      ("person_view", findings.personView), ("lead_person", review.leadPerson),
      ("attainment_long_note", findings.goals["long"]?.words ?? ""), ("attainment_short_note", findings.goals["short"]?.words ?? ""),
      ("follow_up_how", review.followUp?.how ?? ""),
    ] where !text.isEmpty { answers[field] = .text(text) }
    answers["reviewed_on"] = review.reviewedOn.map { .date($0) }
    answers["follow_up_on"] = review.followUp?.on.map { .date($0) }
    for (field, code) in [
      ("attainment_long", findings.goals["long"]?.attainment?.rawValue),
      ("attainment_short", findings.goals["short"]?.attainment?.rawValue),
      ("result", review.result?.rawValue), ("close_reason", review.closeReason.isEmpty ? nil : review.closeReason),
      ("interrupt_reason", review.interruptReason?.rawValue), ("needs_follow_up", review.followUp.map { $0.isNeeded ? "1" : "0" }),
    ] { answers[field] = code.map { .choice(code: $0, other: nil) } }
    if !findings.changes.isEmpty {
      answers["changes"] = .choices(codes: findings.changes, other: findings.changesOther.isEmpty ? nil : findings.changesOther)
    }
    answers["lead_agency"] = review.leads.first.map { .agency($0) }
    answers["role_results"] = .rows(
      plan.roles.map { role in
        let found = findings.roles[String(role.id)]
        var row: Answers = ["agency": .text(role.agencyName), "role": .text(role.what), "note": .text(found?.words ?? "")]
        row["result"] = found?.result.map { .choice(code: $0.rawValue, other: nil) }
        return row
      })
    self.answers = answers
  }
}
