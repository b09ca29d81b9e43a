/// 「同意の状態」 Where the consent of one person stands on a day. Derived from the record, never typed.
///
/// Source: reference §3.6 [I].
public enum ConsentState: String, CaseIterable, Sendable, Hashable, Codable {
  case notAsked, asking, given, refused, withdrawn, expired

  public var label: String {
    switch self {
    case .notAsked: "未確認"
    case .asking: "確認中"
    case .given: "同意あり"
    case .refused: "同意しない"
    case .withdrawn: "取消し"
    case .expired: "期限切れ"
    }
  }
}
