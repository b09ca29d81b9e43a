/// 「廃棄の進み方」 From the list to the certificate. Raw values are stored and never renamed.
public enum DisposalStage: String, CaseIterable, Sendable, Hashable, Codable {
  case proposed, approved, carriedOut, refused

  public var label: String {
    switch self {
    case .proposed: "承認待ち"
    case .approved: "承認済み（実施待ち）"
    case .carriedOut: "実施済み"
    case .refused: "承認しなかった"
    }
  }
}

/// 「廃棄の決まり」 Who may answer a proposal, and what an answer needs.
///
/// Source: reference §8.4 (disposal list → approval → certified deletion); R-82. Two people: [I].
public enum DisposalRule {
  /// Nobody approves the own list.
  public static func mayAnswer(proposedBy: StaffID, _ staff: StaffID) -> Bool { proposedBy != staff }

  public static let ownList = "自分が申請した廃棄は承認できません。別の管理者に承認を依頼してください。"
  public static let nothingChosen = "廃棄する事例が選ばれていません。一覧から1件以上を選んでください。"

  /// What is wrong with an answer.
  ///
  /// - Parameters:
  ///   - struck: the lines that are taken off the list.
  ///   - lines: how many lines the list has.
  public static func problems(approves: Bool, struck: Int, lines: Int, words: String) -> [FieldProblem] {
    if !approves, words.isBlank { return [FieldProblem("words", "承認しない理由を入力してください。申請した職員に伝わります。")] }
    if approves, struck > 0, words.isBlank { return [FieldProblem("words", "外した事例がある理由を入力してください。台帳に残ります。")] }
    if approves, struck >= lines { return [FieldProblem("struck", "すべての事例が外されています。廃棄しないときは「承認しない」を選んでください。")] }
    return []
  }
}
