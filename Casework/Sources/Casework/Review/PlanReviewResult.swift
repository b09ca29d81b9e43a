/// 「評価結果」 of form 2-2 (seed 003 ch. 6 5)(3)④⑤; reference §5.5).
public enum PlanReviewResult: String, CaseIterable, Sendable, Hashable, Codable {
  case close, replan, interrupt

  public var label: String {
    switch self {
    case .close: "終結"
    case .replan: "再プランして継続"
    case .interrupt: "中断"
    }
  }
}
