/// 「会議資料一式の作成の状況」 Where the making of a pack stands. Raw values are stored.
public enum PackState: String, CaseIterable, Sendable, Hashable, Codable {
  case queued, running, done, failed, cancelled
  /// It was kept for its days and has been deleted.
  case gone

  public var label: String {
    switch self {
    case .queued: "順番を待っています"
    case .running: "作っています"
    case .done: "できました"
    case .failed: "作れませんでした"
    case .cancelled: "取りやめました"
    case .gone: "期限が過ぎて削除しました"
    }
  }

  /// Still in the hands of the machine; it may be cancelled.
  public var isOpen: Bool { self == .queued || self == .running }

  /// 「保管の日数」 Days for which a finished pack is kept; its content lives on in the records themselves.
  public static let keptDays = 30

  /// May a pack that was finished at a moment still be taken? Seconds since 1970.
  public func isTakeable(endedAt: Int?, now: Int) -> Bool {
    guard self == .done, let endedAt else { return false }
    return now < endedAt + Self.keptDays * 86_400
  }
}

/// 「一式に入れる範囲」 What of a case goes into somebody's copy of the pack.
///
/// What was tabled goes to whom it was tabled for. What the case file itself says goes only to who may open the case, and never on paper where
/// somebody in it is protected: paper is handed on (R-15, R-51; reference §8.1).
public struct PackShare: Hashable, Sendable {
  /// What the case file says: household, chronology, progress.
  public let hasCaseFile: Bool

  /// - Parameters:
  ///   - isCopy: for a member, and not the convener's own.
  ///   - opens: who gets it may open the case with the team's reach.
  ///   - holdsProtected: somebody in the case is protected (支援措置).
  public init(isCopy: Bool, opens: Bool, holdsProtected: Bool) {
    hasCaseFile = opens && !(isCopy && holdsProtected)
  }
}
