/// 「プラン確定のパターン」 Which way a plan becomes certain. Derived from what it contains, never typed.
///
/// Source: seed 003 ch. 6 6)(4); reference §4.3.
public enum PlanPattern: String, CaseIterable, Sendable, Hashable, Codable {
  /// Pattern A: only アウトリーチ等 and/or 参加支援. The town decides (支援決定).
  case programmesOnly
  /// Pattern B: these and other support. The town decides about these and confirms the rest (確認).
  case programmesAndOthers
  /// Pattern C: neither. The meeting agrees, the town is told (報告).
  case othersOnly

  public init(usesProgrammes: Bool, hasOtherSupport: Bool) {
    self = usesProgrammes ? (hasOtherSupport ? .programmesAndOthers : .programmesOnly) : .othersOnly
  }

  /// 「A」「B」「C」
  public var letter: String {
    switch self {
    case .programmesOnly: "A"
    case .programmesAndOthers: "B"
    case .othersOnly: "C"
    }
  }

  public var label: String {
    switch self {
    case .programmesOnly: "パターンA（アウトリーチ等・参加支援のみ：市の支援決定）"
    case .programmesAndOthers: "パターンB（アウトリーチ等・参加支援と、ほかの支援：市の支援決定と確認）"
    case .othersOnly: "パターンC（アウトリーチ等・参加支援を含まない：市に報告）"
    }
  }
}

/// 「支援決定の結果」 What the town decided (reference §4.3).
public enum SupportDecisionResult: String, CaseIterable, Sendable, Hashable, Codable {
  case granted, grantedWithConditions, refused

  public var label: String {
    switch self {
    case .granted: "決定"
    case .grantedWithConditions: "条件付きで決定"
    case .refused: "不決定"
    }
  }
}
