/// 「実施の状況」 How an agency says its part of the plan is going. Raw values are stored and never renamed.
///
/// Source: seed 003 ch. 6 5)(3)③ (進捗を継続的に把握する); reference §3.2 `IN_SUPPORT`.
public enum ProgressState: String, CaseIterable, Sendable, Hashable, Codable {
  case asPlanned, partly, notStarted, needsTalk

  public var label: String {
    switch self {
    case .asPlanned: "予定どおり"
    case .partly: "一部"
    case .notStarted: "未着手"
    case .needsTalk: "相談したい"
    }
  }

  /// Without a sentence the coordinator would have to telephone to learn what it means.
  public var needsWords: Bool { self != .asPlanned }
}

/// 「実施の状況の報告」 One click and a sentence, for one role of the plan.
public struct ProgressReport: Hashable, Sendable {
  public let state: ProgressState
  public let words: String

  /// 「状況を知らせる」 Throws when no state was chosen, or the state says too little by itself.
  public static func told(_ state: ProgressState?, words: String) throws(FieldProblem) -> ProgressReport {
    guard let state else { throw FieldProblem("state", "状況が選ばれていません。「予定どおり」などから一つ選んでください。") }
    guard !state.needsWords || !words.isBlank else {
      throw FieldProblem("words", "「\(state.label)」のときは、ようすや困っていることを一文で書いてください。")
    }
    return ProgressReport(state: state, words: words)
  }

  /// 「しばらく聞いていない」 After so many days without a word, asking is worth a thought. Days.
  public static let quietDays = 30

  /// Since the day something was last heard, or the plan was confirmed, so long ago that one should ask.
  public static func isQuiet(since last: CivilDate, today: CivilDate, days: Int = quietDays) -> Bool { last.daysUntil(today) >= days }
}
