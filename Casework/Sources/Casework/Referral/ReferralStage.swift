/// 「つなぎの段階」 Raw values are stored and never renamed.
///
/// Source: issue "つなぎ" (下書き → 依頼 → 受理/一部受理/差戻し/取下げ → 対応中 → 完了報告 → 確認); the practice of peer systems
public enum ReferralStage: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「下書き」 Only the sender sees it.
  case draft
  /// 「依頼」 Asked, not yet answered.
  case requested
  /// 「受理」
  case accepted
  /// 「一部受理」
  case acceptedInPart
  /// 「差戻し」 Handed back with a reason, after talking to the sender.
  case returned
  /// 「取下げ」 Taken back by the sender before an answer.
  case withdrawn
  /// 「対応中」
  case inProgress
  /// 「完了報告」
  case reported
  /// 「確認」 The sender has read the answer; nobody's turn any more.
  case confirmed

  public var label: String {
    switch self {
    case .draft: "下書き"
    case .requested: "依頼"
    case .accepted: "受理"
    case .acceptedInPart: "一部受理"
    case .returned: "差戻し"
    case .withdrawn: "取下げ"
    case .inProgress: "対応中"
    case .reported: "完了報告"
    case .confirmed: "確認"
    }
  }

  /// Nothing follows.
  public var isFinal: Bool { self == .withdrawn || self == .confirmed }
}

/// 「つなぎ元・つなぎ先」
public enum ReferralSide: String, CaseIterable, Sendable, Hashable, Codable {
  case sender, receiver

  public var label: String {
    switch self {
    case .sender: "つなぎ元"
    case .receiver: "つなぎ先"
    }
  }
}
