/// 「気にかけること」 Why a case of 多機関協働 needs a look now, in the order in which a coordinator would take them up.
///
/// A prompt for the person who holds the case, never a ranking of people.
/// Source: users.md §4 items 2 and 6 (whose turn it is; nobody drops out of sight); seed 001 (300 cases gripped by two).
public enum CoordinationAttention: Int, CaseIterable, Sendable, Hashable, Comparable {
  /// 「新しい依頼」
  case newRequest
  /// 「プランの見直し」 Consent was withdrawn, or something else asks for a new look.
  case reviewWanted
  /// 「相談したいという声」 An agency said of its role that it wants to talk.
  case needsTalk
  /// 「予定日を過ぎた」
  case dayPassed
  /// 「つなぎもどしが受け取られていない」
  case handBackWaits
  /// 「同意がもうすぐ切れる」
  case consentEnds
  /// 「会議の結果がまだ」 The day of the meeting has passed without a result.
  case resultMissing
  /// 「予定日が近い」
  case daySoon
  /// 「自分の番」
  case ownTurn
  /// 「段階が長く続いている」
  case longInStage

  public var label: String {
    switch self {
    case .newRequest: "新しい依頼"
    case .reviewWanted: "プランの見直しが必要"
    case .needsTalk: "関係機関が相談したいと言っている"
    case .dayPassed: "予定日を過ぎた"
    case .handBackWaits: "つなぎもどしがまだ受け取られていない"
    case .consentEnds: "同意の期限が近い"
    case .resultMissing: "会議の結果がまだ記録されていない"
    case .daySoon: "予定日が近い"
    case .ownTurn: "次の一歩を待っている"
    case .longInStage: "同じ段階が長く続いている"
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// 「気にかける手がかり」 What is known about one case, for ``CoordinationAttention``.
public struct CoordinationSignals: Hashable, Sendable {
  public var stage: CoordinationStage
  public var stageSince: CivilDate
  /// The viewer stands on the side whose turn it is.
  public var isOwnTurn = false
  public var nextDay: CivilDate?
  public var isReviewWanted = false
  public var wantsTalk = false
  public var handBackWaits = false
  public var meetingPassed = false
  public var consentUntil: CivilDate?

  public init(stage: CoordinationStage, stageSince: CivilDate) {
    self.stage = stage
    self.stageSince = stageSince
  }

  /// Days ahead that count as near. Days in one stage that count as long.
  public static let near = 7
  public static let long = 60

  /// Everything that asks for a look on a day, the most pressing first; empty when the case may rest.
  public func reasons(on today: CivilDate) -> [CoordinationAttention] {
    var reasons: [CoordinationAttention] = []
    if stage == .requested { reasons.append(.newRequest) }
    if isReviewWanted { reasons.append(.reviewWanted) }
    if wantsTalk { reasons.append(.needsTalk) }
    if let nextDay {
      if nextDay < today { reasons.append(.dayPassed) } else if nextDay <= today.adding(days: Self.near) { reasons.append(.daySoon) }
    }
    if handBackWaits { reasons.append(.handBackWaits) }
    if let consentUntil, stage.isActive, consentUntil <= today.adding(days: 30) { reasons.append(.consentEnds) }
    if meetingPassed { reasons.append(.resultMissing) }
    if isOwnTurn, stage != .requested, stage != .inSupport { reasons.append(.ownTurn) }
    if stage.isActive, stage != .inSupport, stageSince.adding(days: Self.long) < today { reasons.append(.longInStage) }
    return reasons.sorted()
  }
}
