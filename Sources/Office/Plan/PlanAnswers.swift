import Casework

/// A plan as answers to its form (様式2-1), so that the paper is drawn from the definition like every other.
struct PlanAnswers {
  static let form = "plan"

  let answers: Answers

  init(_ view: PlanView) {
    let draft = view.draft
    var answers = Answers(["round": .number(view.round)])
    answers["drafted_on"] = draft.draftedOn.map { .date($0) }
    for (field, text) in [
      ("issues", draft.issues), ("goal_words", draft.goalWords), ("goal_long", draft.goalLong), ("goal_short", draft.goalShort),
      ("policy", draft.policy), ("other_services", draft.otherServices), ("notes", draft.notes),
      ("monitor_on", draft.monitoring.map(\.wareki).joined(separator: "、")),
    ] where !text.isEmpty { answers[field] = .text(text) }
    answers["period_from"] = draft.from.map { .date($0) }
    answers["period_to"] = draft.until.map { .date($0) }
    answers["agreed_on"] = draft.agreement.on.map { .date($0) }
    answers["agreed_how"] = draft.agreement.how.map { .choice(code: $0.rawValue, other: nil) }
    for programme in PlanProgramme.allCases { Self.add(draft.use(programme), programme, &answers) }
    self.answers = answers
  }

  private static func add(_ use: ProgrammeUse?, _ programme: PlanProgramme, _ answers: inout Answers) {
    let name = programme.rawValue
    answers["use_\(name)"] = .flag(use != nil)
    guard let use else { return }
    if !use.content.isEmpty { answers["\(name)_content"] = .text(use.content) }
    if !use.kinds.isEmpty { answers["\(name)_kinds"] = .choices(codes: use.kinds.map(\.rawValue), other: nil) }
    if !use.place.isEmpty { answers["\(name)_place"] = .text(use.place) }
    if !use.beganReason.isEmpty { answers["\(name)_began_reason"] = .text(use.beganReason) }
    answers["\(name)_provider"] = use.provider.map { .agency($0) }
    answers["\(name)_from"] = use.from.map { .date($0) }
    answers["\(name)_until"] = use.until.map { .date($0) }
    answers["\(name)_began_on"] = use.beganOn.map { .date($0) }
  }
}
