/// 「アセスメント」 The rules of form 1-2 (インテーク・アセスメントシート).
///
/// Source: seed 003 ch. 6 5)(3)②; reference §5.3; R-13.
public enum Assessment {
  /// The id of the form.
  public static let form = "assessment"

  /// May the sheet of the present round be written at this stage? Before 利用申込 there is no ground for it, after the plan went to the
  /// meeting it is what the plan rests on.
  public static func mayWrite(at stage: CoordinationStage) -> Bool {
    switch stage {
    case .applied, .reopened, .assessing, .planning, .replanning: true
    case .requested, .returned, .withdrawn, .accepted, .preConsent, .conference, .awaitingDecision, .inSupport, .closed, .followUp,
      .interrupted, .handedBack, .closedPreConsent, .ended:
      false
    }
  }

  /// Saving begins the assessment by itself.
  public static func begins(at stage: CoordinationStage) -> Bool { stage == .applied || stage == .reopened }

  /// Why it may not be written, and what to do; nil when it may.
  public static func refusal(at stage: CoordinationStage) -> FieldProblem? {
    guard !mayWrite(at: stage) else { return nil }
    switch stage {
    case .requested, .accepted, .preConsent:
      return FieldProblem("act", "アセスメント（様式1-2）は、本人の同意と利用申込のあとに書きます。先に本人同意を記録し、「利用申込を受ける」を行ってください。")
    default:
      return FieldProblem(
        "act", "いまは「\(stage.label)」の段階のため、アセスメントは直せません。変わったことは支援経過に書き、再プランや再開のときに新しい回として書いてください。")
    }
  }

  /// What is missing before it can be completed, in the order of the form; empty when it is complete.
  public static func missing(_ answers: Answers, in form: FormDefinition) -> [FieldProblem] {
    var problems = form.check(answers, complete: true)
    if answers.code("emergency") == "needed", answers["emergency_kinds"] == nil {
      problems.append(.init("emergency_kinds", "緊急対応が「要」です。緊急対応の内容を選んでください。"))
    }
    let needs = AssessmentNeeds(answers)
    if needs.outreach == .needed, answers["need_outreach_reason"] == nil {
      problems.append(.init("need_outreach_reason", "アウトリーチ等事業が「必要」です。必要な理由を書いてください。"))
    }
    if needs.participation == .needed, answers["need_participation_reason"] == nil {
      problems.append(.init("need_participation_reason", "参加支援事業が「必要」です。必要な理由を書いてください。"))
    }
    return problems
  }

  /// 「前の回から引き継ぐ」 What a new round begins with: all but what is judged anew each time.
  public static func carried(_ answers: Answers) -> Answers {
    Answers(answers.values.filter { !judgedAnew.contains($0.key) })
  }

  private static let judgedAnew: Set<String> = [
    "emergency", "emergency_kinds", "screening", "screened_on", "need_outreach", "need_outreach_reason", "need_participation",
    "need_participation_reason", "formulation", "direction",
  ]

  /// 「回答を写す」 An agency's answer taken over into the sheet. Nothing that was written is lost where both have room: words are added
  /// below, rows and choices are added; one code, a number or a day is replaced.
  public static func merged(_ present: AnswerValue?, with offered: AnswerValue) -> AnswerValue {
    guard let present, !present.isBlank else { return offered }
    switch (present, offered) {
    case (.text(let old), .text(let new)): return .text(old.contains(new) ? old : old + "\n" + new)
    case (.rows(let old), .rows(let new)): return .rows(old + new.filter { !old.contains($0) })
    case (.choices(let old, let otherOld), .choices(let new, let otherNew)):
      return .choices(codes: old + new.filter { !old.contains($0) }, other: otherOld ?? otherNew)
    case (.concerns(let old), .concerns(let new)):
      return .concerns(Concerns(codes: old.codes.union(new.codes), main: old.main ?? new.main, other: old.other ?? new.other))
    default: return offered
    }
  }
}

/// 「必要性」 Whether アウトリーチ等 or 参加支援 is needed. Raw values are the codes of the list `need`.
public enum ServiceNeed: String, CaseIterable, Sendable, Hashable, Codable {
  case needed, considered, notNeeded

  /// The other programme had better hear of it now (seed 003 ch. 6 5)(3)②).
  public var isWorthTelling: Bool { self != .notNeeded }
}

/// 「早期につなぐ必要」 What the assessment says about アウトリーチ等 and 参加支援; nil while nobody has said.
public struct AssessmentNeeds: Hashable, Sendable {
  public let outreach: ServiceNeed?
  public let participation: ServiceNeed?

  public init(_ answers: Answers) {
    outreach = answers.code("need_outreach").flatMap(ServiceNeed.init)
    participation = answers.code("need_participation").flatMap(ServiceNeed.init)
  }
}

extension Answers {
  /// The code of an answer that is one code.
  public func code(_ field: String) -> String? { if case .choice(let code, _) = self[field] { code } else { nil } }
}
