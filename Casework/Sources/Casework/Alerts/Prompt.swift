/// 「気づきの問い」 A question worth asking, with its reason. Never a verdict: it says nothing about what is the case.
public struct Prompt: Hashable, Sendable {
  public enum Level: Int, Comparable, Sendable, CaseIterable {
    /// 「今日のうちに」
    case urgent
    /// 「折を見て」
    case ordinary

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    public var label: String {
      switch self {
      case .urgent: "今日のうちに"
      case .ordinary: "折を見て"
      }
    }
  }

  /// "H-01"
  public let ruleID: String
  /// 「…でしょうか。」
  public let question: String
  /// 「…のため」 Why it is worth asking.
  public let reason: String
  public let level: Level
}

/// 「隠れた困りごとへの気づき」
///
/// Source: seed 000 (相談内容の中に隠れている問題・課題を汲み取る: 感度); reference §6 C-09 (複合課題の型); issue "Intake".
public enum HiddenTrouble {
  /// The questions worth asking, urgent ones first, otherwise in the order of the table. At most one per rule.
  public static func prompts(
    concerns: Set<String>, household: [HouseholdMember] = [], callerKind: CallerKind? = nil, answers: Answers = Answers(),
    text: String = "",
    today: CivilDate
  ) -> [Prompt] {
    prompts(
      for: Situation(concerns: concerns, household: household, caller: callerKind, answers: answers, text: text, today: today))
  }

  /// The questions worth asking in a situation.
  public static func prompts(for situation: Situation) -> [Prompt] {
    let found = HiddenTroubleRule.table.filter { $0.applies(situation) }
    return Prompt.Level.allCases.flatMap { level in
      found.filter { $0.level == level }.map { Prompt(ruleID: $0.id, question: $0.question, reason: $0.reason, level: $0.level) }
    }
  }
}
