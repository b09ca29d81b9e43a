/// 「緊急度」 Code list C-14.
public enum Urgency: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
  case immediate = "A"
  case withinWeek = "B"
  case normal = "C"
  case watching = "D"

  public var label: String {
    switch self {
    case .immediate: "直ちに（生命・虐待）"
    case .withinWeek: "1週間以内"
    case .normal: "通常"
    case .watching: "見守り"
    }
  }

  /// The most urgent first.
  public static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
}
