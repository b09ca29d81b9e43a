/// 「多機関協働の行為」 What moves a case on. Raw values are stored and never renamed.
public enum CoordinationAct: String, CaseIterable, Sendable, Hashable, Codable {
  case accept, giveBack, withdraw, apply, proceedWithoutConsent, endPreConsent, beginAssessment, finishAssessment, submitPlan
  case approve, sendBackPlan, handToWindow, reportToTown, decide, decline, replan, interrupt, close, beginFollowUp, reopen, end

  public var label: String {
    switch self {
    case .accept: "受け付ける"
    case .giveBack: "つなぎ元に戻す"
    case .withdraw: "取り下げる"
    case .apply: "利用申込を受ける"
    case .proceedWithoutConsent: "同意なしで支援会議に諮る"
    case .endPreConsent: "同意前に終了する"
    case .beginAssessment: "アセスメントをはじめる"
    case .finishAssessment: "アセスメントを終える"
    case .submitPlan: "プランを会議に諮る"
    case .approve: "会議で了承する"
    case .sendBackPlan: "プラン作成に戻す"
    case .handToWindow: "相談窓口を主担当とする"
    case .reportToTown: "市に報告する"
    case .decide: "支援決定をする"
    case .decline: "不決定とする"
    case .replan: "再プランをはじめる"
    case .interrupt: "中断する"
    case .close: "終結する"
    case .beginFollowUp: "フォローアップに移る"
    case .reopen: "再開する"
    case .end: "終了する（死亡・転出など）"
    }
  }
}

/// 「多機関協働の移り変わり」 One row: who may do what from where, and what has to be on record.
public struct CoordinationTransition: Sendable {
  public let act: CoordinationAct
  public let sides: Set<CoordinationSide>
  public let from: Set<CoordinationStage>
  public let to: CoordinationStage
  public let requires: [CoordinationRequirement]

  init(
    _ act: CoordinationAct, _ sides: Set<CoordinationSide>, _ from: Set<CoordinationStage>, _ to: CoordinationStage,
    requires: [CoordinationRequirement] = []
  ) {
    self.act = act
    self.sides = sides
    self.from = from
    self.to = to
    self.requires = requires
  }

  /// The whole table; anything not listed is refused.
  ///
  /// Source: reference Annex A `multi` with §3.2, §3.6, §12 (R-10…R-34). What differs is told in docs/decisions/0014.
  public static let table: [CoordinationTransition] = [
    .init(.accept, [.coordinator], [.requested], .accepted),
    .init(
      .giveBack, [.coordinator], [.requested, .accepted, .preConsent, .applied, .assessing], .returned,
      requires: [.reason, .talkWithReferrer]),
    .init(.withdraw, [.referrer], [.requested], .withdrawn, requires: [.reason]),
    .init(.apply, [.coordinator], [.accepted, .preConsent], .applied, requires: [.consent, .application]),
    .init(.proceedWithoutConsent, [.coordinator], [.accepted], .preConsent, requires: [.noConsentReason]),
    .init(.endPreConsent, [.coordinator], [.preConsent], .closedPreConsent, requires: [.reason]),
    .init(.beginAssessment, [.coordinator], [.applied, .reopened], .assessing, requires: [.consent]),
    .init(.finishAssessment, [.coordinator], [.assessing], .planning, requires: [.consent, .assessment]),
    .init(.submitPlan, [.coordinator], [.planning, .replanning], .conference, requires: [.consent, .plan]),
    .init(.approve, [.meeting], [.conference], .awaitingDecision, requires: [.consent, .planMeeting, .programmeUse]),
    .init(.sendBackPlan, [.meeting], [.conference], .planning),
    .init(.handToWindow, [.meeting], [.conference], .handedBack, requires: [.leadAgency]),
    .init(.reportToTown, [.coordinator], [.conference], .inSupport, requires: [.consent, .planMeeting, .noProgrammeUse]),
    .init(.decide, [.town], [.awaitingDecision], .inSupport, requires: [.consent, .decision]),
    .init(.decline, [.town], [.awaitingDecision], .planning, requires: [.refusedDecision]),
    .init(.replan, [.coordinator], [.inSupport], .replanning, requires: [.replanReview]),
    .init(.interrupt, [.meeting, .coordinator], [.inSupport, .replanning], .interrupted, requires: [.interruptMeeting, .reason]),
    .init(
      .close, [.meeting, .coordinator], [.inSupport], .closed,
      requires: [.closingReview, .closeMeeting, .leadAgency, .leadPerson, .followUpDecision]),
    .init(.beginFollowUp, [.meeting, .coordinator], [.closed], .followUp, requires: [.followUpNeeded]),
    .init(.reopen, [.coordinator, .lead, .town], [.closed, .followUp, .interrupted], .reopened, requires: [.reason]),
    .init(
      .end, [.coordinator], Set(CoordinationStage.allCases.filter { !$0.isFinal && $0 != .requested }), .ended,
      requires: [.exit, .reason]),
  ]

  /// The row for an act at a stage.
  public static func row(_ act: CoordinationAct, at stage: CoordinationStage) -> CoordinationTransition? {
    table.first { $0.act == act && $0.from.contains(stage) }
  }
}

/// 「会議によらない終わり方」 Ends without a meeting, with a reason and a day (reference Annex A, last paragraph).
public enum CoordinationExit: String, CaseIterable, Sendable, Hashable, Codable {
  case death, movedOut, wrongRegistration, duplicate

  public var label: String {
    switch self {
    case .death: "死亡"
    case .movedOut: "転出"
    case .wrongRegistration: "誤登録"
    case .duplicate: "重複の統合"
    }
  }

  /// A plan that was running is put to the next meeting for the record.
  public var isToldToMeeting: Bool { self == .death || self == .movedOut }
}

/// 「多機関協働につながった経路」
///
/// Source: seed 003 ch. 6 5)(3)①ア (two routes), イ (from アウトリーチ等).
public enum CoordinationRoute: String, CaseIterable, Sendable, Hashable, Codable {
  case atReception, fromFieldMeetings, fromOutreach

  public var label: String {
    switch self {
    case .atReception: "受付の時点で明らかに複雑・複合している"
    case .fromFieldMeetings: "各分野で支援・協議してきたが、整理し直しが必要"
    case .fromOutreach: "アウトリーチ等事業から（本人との関係ができた後）"
    }
  }
}
