/// 「移す根拠」 On what something that was tabled or said at a meeting is moved into the case. Raw values are stored.
///
/// Source: R-15 (restricted until released), R-51; reference §4.1 (must not flow by default); 個人情報保護法69条 (limits of use).
public enum ReleaseGround: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「本人の同意」 that holds and covers those who will read it.
  case consent
  /// 「本人の申出」 The person said so, or told it themselves.
  case statement
  /// 「ほかの法律」 named in words.
  case law

  public var label: String {
    switch self {
    case .consent: "本人の同意"
    case .statement: "本人の申出"
    case .law: "ほかの法律の定め"
    }
  }
}

/// 「事例への移し」 One act that moves a paper, or what a meeting said, into the case. It needs a ground of its own, and a reason.
public struct PaperRelease: Hashable, Sendable {
  public var ground: ReleaseGround?
  /// The day on which the person said it.
  public var saidOn: CivilDate?
  /// What the person said and to whom; or the law and the article.
  public var words = ""
  /// 「移す理由」
  public var reason = ""

  public init() {}

  /// What keeps it from being done; empty when it may be.
  ///
  /// - Parameters:
  ///   - consent: of the person of the case, today.
  ///   - uncovered: agencies that would read it in the case and that the consent does not cover.
  public func problems(consent: ConsentState, uncovered: [String], today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    switch ground {
    case nil: problems.append(.init("ground", "移す根拠が選ばれていません。本人の同意・本人の申出・ほかの法律の定めから選んでください。"))
    case .consent: problems += consentProblems(consent, uncovered)
    case .statement: problems += statementProblems(today)
    case .law:
      if words.isBlank { problems.append(.init("words", "どの法律のどの定めによるかが書かれていません。法律の名前と条を書いてください。")) }
    }
    if reason.isBlank { problems.append(.init("reason", "移す理由が書かれていません。なぜ事例の記録に要るのかを書いてください。")) }
    return problems
  }

  private func consentProblems(_ consent: ConsentState, _ uncovered: [String]) -> [FieldProblem] {
    guard consent == .given else {
      return [.init("ground", "本人の有効な同意がありません（\(consent.label)）。同意を記録してから移すか、ほかの根拠を選んでください。")]
    }
    guard uncovered.isEmpty else {
      let names = uncovered.joined(separator: "、")
      return [.init("ground", "本人の同意は、この事例を見られる機関のうち\(names)に及んでいません。公開範囲を「自機関のみ」にするか、本人に確かめて同意を記録してください。")]
    }
    return []
  }

  private func statementProblems(_ today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let saidOn {
      if saidOn > today { problems.append(.init("said_on", "本人の申出の日が今日より先の日付です。今日までの日付に直してください。")) }
    } else {
      problems.append(.init("said_on", "本人の申出があった日が入っていません。聞いた日を入れてください。"))
    }
    if words.isBlank { problems.append(.init("words", "本人が何と言ったかが書かれていません。だれに、何と申し出たかを書いてください。")) }
    return problems
  }
}
