/// 「多機関協働の段階」 Where 多機関協働事業 stands with one case. Raw values are stored and never renamed.
///
/// Source: reference §3.2 and Annex A (`multi`); seed 003 ch. 6 5)(3).
public enum CoordinationStage: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「依頼」 In the coordinator's queue, not yet answered.
  case requested
  /// 「差戻し」 Given back after talking to the referrer.
  case returned
  /// 「取下げ」 Taken back by the referrer before an answer.
  case withdrawn
  /// 「受付」
  case accepted
  /// 「同意前」 Without the person's consent: only a 支援会議 may share.
  case preConsent
  /// 「利用申込」 Form 1-1 is signed.
  case applied
  /// 「アセスメント」
  case assessing
  /// 「プラン作成」
  case planning
  /// 「会議」 Put to the 重層的支援会議.
  case conference
  /// 「支援決定待ち」 The town decides about アウトリーチ等 and 参加支援.
  case awaitingDecision
  /// 「支援中」 The plan is confirmed.
  case inSupport
  /// 「再プラン」
  case replanning
  /// 「終結」 The lead of 多機関協働 has ended for the time being; the household's support has not.
  case closed
  /// 「フォローアップ」
  case followUp
  /// 「中断」
  case interrupted
  /// 「再開」
  case reopened
  /// 「つなぎもどし」 The meeting said that the window stays main supporter.
  case handedBack
  /// 「同意前に終了」
  case closedPreConsent
  /// 「終了」 Death, moving out, wrong registration, duplicate.
  case ended

  public var label: String {
    switch self {
    case .requested: "依頼"
    case .returned: "差戻し"
    case .withdrawn: "取下げ"
    case .accepted: "受付"
    case .preConsent: "同意前"
    case .applied: "利用申込"
    case .assessing: "アセスメント"
    case .planning: "プラン作成"
    case .conference: "会議"
    case .awaitingDecision: "支援決定待ち"
    case .inSupport: "支援中"
    case .replanning: "再プラン"
    case .closed: "終結"
    case .followUp: "フォローアップ"
    case .interrupted: "中断"
    case .reopened: "再開"
    case .handedBack: "つなぎもどし"
    case .closedPreConsent: "同意前に終了"
    case .ended: "終了"
    }
  }

  /// Nothing follows in this thread; a new つなぎ begins another.
  public var isFinal: Bool {
    switch self {
    case .returned, .withdrawn, .handedBack, .closedPreConsent, .ended: true
    default: false
    }
  }

  /// 多機関協働 works on it now: what a coordinator has in her hands (「グリップ」).
  public var isActive: Bool {
    switch self {
    case .requested, .accepted, .preConsent, .applied, .assessing, .planning, .conference, .awaitingDecision, .inSupport, .replanning,
      .reopened:
      true
    case .returned, .withdrawn, .closed, .followUp, .interrupted, .handedBack, .closedPreConsent, .ended: false
    }
  }

  /// A confirmed plan is in force.
  public var hasRunningPlan: Bool { self == .inSupport || self == .replanning }

  /// 「段階の線」 The line of steps as it is drawn, from the request to closing.
  public static let line: [CoordinationStage] = [
    .requested, .accepted, .applied, .assessing, .planning, .conference, .awaitingDecision, .inSupport, .closed,
  ]
}

/// 「多機関協働の側」 From where an act is done.
public enum CoordinationSide: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「つなぎ元」
  case referrer
  /// 「多機関協働事業者」
  case coordinator
  /// 「市」
  case town
  /// 「会議」 The result of a meeting, written by who keeps its minutes.
  case meeting
  /// 「主担当」 The agency that stays with the household after closing.
  case lead

  public var label: String {
    switch self {
    case .referrer: "つなぎ元"
    case .coordinator: "多機関協働事業者"
    case .town: "市の事業担当課"
    case .meeting: "会議"
    case .lead: "主担当の機関"
    }
  }
}
