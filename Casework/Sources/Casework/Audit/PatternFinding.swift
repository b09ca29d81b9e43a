/// 「確認の結果」 What an auditor found about a pattern. Raw values are stored.
public enum PatternFinding: String, CaseIterable, Sendable, Hashable {
  case fine, unclear, improper

  public var label: String {
    switch self {
    case .fine: "問題なし"
    case .unclear: "確認が必要"
    case .improper: "不適切"
    }
  }

  /// The pattern stays among those to be looked at.
  public var staysOpen: Bool { self == .unclear }

  /// What keeps a review from being recorded. Nobody reviews the own reading.
  public static func problems(_ finding: PatternFinding?, words: String, reviewer: StaffID, viewer: StaffID) -> [FieldProblem] {
    if reviewer == viewer {
      return [.init("finding", "ご自分の閲覧についての確認は記録できません。ほかの監査担当に依頼してください。")]
    }
    guard let finding else { return [.init("finding", "確認の結果が選ばれていません。問題なし・確認が必要・不適切から選んでください。")] }
    guard finding != .fine, words.isBlank else { return [] }
    return [.init("words", "「\(finding.label)」のときは、何を確かめたか、次に何をするかを書いてください。")]
  }
}
