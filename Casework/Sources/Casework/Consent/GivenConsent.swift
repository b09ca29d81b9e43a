/// 「共有の範囲」 Whom a consent covers. Raw values are stored.
public enum ConsentScope: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「支援に必要な機関」
  case team
  /// 「名前を挙げた機関だけ」
  case named

  public var label: String {
    switch self {
    case .team: "支援に必要な関係機関"
    case .named: "名前を挙げた機関だけ"
    }
  }
}

/// 「同意の内容」 What one person agreed to: scope, exclusions, how, and what was explained by whom.
///
/// Source: reference §3.6, §5.1 nos. 16–18 (代筆は代筆者と理由), Annex B; seed 003 ch. 6 5)(3)①.
public struct GivenConsent: Hashable, Sendable {
  /// 「利用申込を兼ねる（様式1-1）」
  public var isApplication = false
  public var scope = ConsentScope.team
  /// The agencies named, where the scope is ``ConsentScope/named``.
  public var named: Set<AgencyID> = []
  /// 「共有する事項」; empty for all that the support needs.
  public var matters = ""
  /// 「共有を望まない機関」
  public var excluded: Set<AgencyID> = []
  /// 「共有を望まない事項」
  public var exclusions = ""
  public var how: ConsentForm?
  public var on: CivilDate?
  /// The last day on which it holds; nil until it is withdrawn.
  public var until: CivilDate?
  public var explainedOn: CivilDate?
  public var explainedBy = ""
  /// Which 個人情報の管理・取扱規程 was explained.
  public var rulesVersion = ""
  /// 「これまでの記録も共有する」
  public var releasesEarlier = false

  public init() {}

  /// Is this agency among those who may be told? An excluded one never.
  public func covers(_ agency: AgencyID) -> Bool {
    !excluded.contains(agency) && (scope == .team || named.contains(agency))
  }

  /// What keeps it from being recorded; empty when it may be.
  public func problems(on today: CivilDate) -> [FieldProblem] {
    whenProblems(today) + howProblems + scopeProblems
  }

  private func whenProblems(_ today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let on {
      if on > today { problems.append(.init("given_on", "同意日が今日より先の日付です。今日までの日付に直してください。")) }
      if let until, until < on { problems.append(.init("until_on", "同意の期限が同意日より前です。同意日以降の日付に直すか、空欄にしてください。")) }
    } else {
      problems.append(.init("given_on", "同意日が入っていません。本人が同意した日を入れてください。"))
    }
    if let explainedOn {
      if let on, explainedOn > on {
        problems.append(.init("explained_on", "説明した日が同意日より後です。説明してから同意を受けた順に、日付を直してください。"))
      }
    } else {
      problems.append(.init("explained_on", "個人情報の取扱いを説明した日が入っていません。説明した日を入れてください。"))
    }
    return problems
  }

  private var howProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    switch how {
    case .none: problems.append(.init("how", "同意の方法が選ばれていません。署名・代筆・口頭から選んでください。"))
    case .proxy(let writer, let reason):
      if writer.isBlank { problems.append(.init("proxy_writer", "代筆した人が入っていません。代筆者の氏名を入れてください。")) }
      if reason.isBlank { problems.append(.init("proxy_reason", "代筆の理由が入っていません。なぜ本人が書けなかったかを書いてください。")) }
    case .signature, .oral: break
    }
    if explainedBy.isBlank { problems.append(.init("explained_by", "説明した人が入っていません。説明した職員の名前を入れてください。")) }
    if rulesVersion.isBlank {
      problems.append(.init("rules_version", "どの取扱規程で説明したかが入っていません。規程の版（例：令和8年4月版）を入れてください。"))
    }
    return problems
  }

  private var scopeProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if scope == .named, named.isEmpty {
      problems.append(.init("named", "共有してよい機関が選ばれていません。本人が名前を挙げた機関を選んでください。"))
    }
    if !named.isDisjoint(with: excluded), scope == .named {
      problems.append(.init("excluded", "共有してよい機関と、共有を望まない機関に同じ機関があります。どちらか一方を外してください。"))
    }
    return problems
  }
}

/// 「同意の取消し」 Stops sharing from the moment it is recorded; what was shared before stays on record (reference §3.6).
public enum ConsentWithdrawal {
  /// What keeps a withdrawal from being recorded; empty when it may be.
  public static func problems(on day: CivilDate?, givenOn: CivilDate, state: ConsentState, today: CivilDate) -> [FieldProblem] {
    guard state == .given || state == .expired else {
      return [.init("on", "この同意はいま有効ではないため、取り消せません。本人同意の画面で、いまの状態を確かめてください。")]
    }
    guard let day else { return [.init("on", "取消しの申出があった日が入っていません。申出の日を入れてください。")] }
    if day > today { return [.init("on", "取消しの日が今日より先の日付です。今日までの日付に直してください。")] }
    if day < givenOn { return [.init("on", "取消しの日が同意日より前です。同意日以降の日付に直してください。")] }
    return []
  }
}
