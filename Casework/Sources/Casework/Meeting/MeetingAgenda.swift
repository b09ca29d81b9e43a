/// 「議題の規則」 What may be put on the agenda of which meeting.
public enum MeetingAgenda {
  /// Throws ``MeetingRefusal`` when a case may not be tabled.
  ///
  /// A 重層的支援会議 refuses a case without a valid consent; a timing belongs to the 重層的支援会議 only (reference §4.2), and comes up
  /// at certain stages of the case.
  public static func check(
    _ kind: MeetingKind, timing: MeetingTiming?, basis: MeetingLegalBasis, consent: ConsentState, stage: CoordinationStage?
  ) throws(MeetingRefusal) {
    guard timing == nil || kind.takesTimings else { throw .timingElsewhere(kind) }
    guard MeetingLegalBasis.possible(for: kind).contains(basis) else { throw .basisElsewhere(basis, kind) }
    guard basis.standsWithoutConsent || consent == .given else { throw .noConsent(consent) }
    if let timing, let stage, !timing.stages.contains(stage) { throw .timingNotNow(timing, stage) }
  }

  /// 「確かめること」 What had better be on record before a timing is tabled; told, never a bar.
  public static func warning(_ timing: MeetingTiming?, review: PlanReviewResult?) -> String? {
    switch timing {
    case .close where review != .close: "評価（様式2-2）がまだ「終結」で完了していません。会議までに書き終えてください。"
    case .interrupt where review != .interrupt: "評価（様式2-2）がまだ「中断」で完了していません。会議までに書き終えてください。"
    case .close, .interrupt, .plan, .replan, nil: nil
    }
  }
}

extension MeetingTiming {
  /// The stages of a case at which this timing comes up.
  public var stages: Set<CoordinationStage> {
    switch self {
    case .plan, .replan: [.conference]
    case .close: [.inSupport]
    case .interrupt: [.inSupport, .replanning]
    }
  }

  /// The timing of the plan of a round: the first is drawn up, later ones anew.
  public static func planning(round: Int) -> MeetingTiming { round > 1 ? .replan : .plan }

  /// 「主な検討内容」 What is mainly looked at (seed 003 ch. 6 6)(3)).
  public var points: [String] {
    switch self {
    case .plan: ["アセスメントにもとづく本人の目標・支援方針・プランの内容", "支援関係機関の役割分担", "モニタリングの時期"]
    case .replan: ["本人の状況の変化", "いまのプランの評価", "新しいプランの内容と役割分担", "モニタリングの時期"]
    case .close: ["目標の達成状況、本人に関わる支援者の状況", "支援終結の評価", "フォローアップの必要性と方法"]
    case .interrupt: ["連絡が取れなくなった経過", "中断の決定と、再び連絡が取れたときの対応"]
    }
  }
}
