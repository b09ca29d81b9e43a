/// 「つなぎの行為」 What one side does, with what the rules ask for.
public enum ReferralAct: Hashable, Sendable {
  /// 「依頼する」
  case request(ReferralRequest)
  /// 「受理する」
  case accept
  /// 「一部受理する」 What is taken on and what is not.
  case acceptInPart(taken: String, notTaken: String)
  /// 「差し戻す」
  case handBack(HandBack)
  /// 「取り下げる」
  case withdraw(reason: String)
  /// 「対応をはじめる」
  case start
  /// 「完了を報告する」
  case report(outcome: ReferralOutcome, text: String)
  /// 「結果を確認する」
  case confirm

  public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
    case request, accept, acceptInPart, handBack, withdraw, start, report, confirm

    public var label: String {
      switch self {
      case .request: "依頼する"
      case .accept: "受理する"
      case .acceptInPart: "一部受理する"
      case .handBack: "差し戻す"
      case .withdraw: "取り下げる"
      case .start: "対応をはじめる"
      case .report: "完了を報告する"
      case .confirm: "結果を確認する"
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .request: .request
    case .accept: .accept
    case .acceptInPart: .acceptInPart
    case .handBack: .handBack
    case .withdraw: .withdraw
    case .start: .start
    case .report: .report
    case .confirm: .confirm
    }
  }
}

/// 「対応の結果」
public enum ReferralOutcome: String, CaseIterable, Sendable, Hashable, Codable {
  case solved, serviceStarted, continuing, informed, notReached, declinedByPerson, other

  public var label: String {
    switch self {
    case .solved: "困りごとが解決した"
    case .serviceStarted: "制度・サービスの利用がはじまった"
    case .continuing: "つなぎ先で支援を続ける"
    case .informed: "情報提供・助言をした"
    case .notReached: "本人と会えなかった"
    case .declinedByPerson: "本人が希望しなかった"
    case .other: "その他"
    }
  }
}
