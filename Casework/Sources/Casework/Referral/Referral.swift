/// 「つなぎ」 The rules of handing a person on from one agency to another and of the answer that comes back.
///
/// Facts are rows elsewhere; these are pure functions on the stage.
public enum Referral {
  /// The stage after an act of one side.
  ///
  /// Throws ``ReferralRefusal``: the act is not for this stage or this side, a request lacks, a hand-back lacks its reason or the
  /// record of talking to the sender, or a reason is empty.
  public static func next(_ stage: ReferralStage, _ act: ReferralAct, side: ReferralSide) throws(ReferralRefusal) -> ReferralStage {
    guard let row = ReferralTransition.table.first(where: { $0.act == act.kind && $0.from.contains(stage) }) else {
      throw .notNow(act.kind, stage)
    }
    guard row.side == side else { throw .otherSide(act.kind) }
    try checkContent(of: act)
    return row.to
  }

  /// The acts that a side may try at a stage, in the order of their buttons.
  public static func availableActs(_ stage: ReferralStage, side: ReferralSide) -> [ReferralAct.Kind] {
    ReferralTransition.table.filter { $0.side == side && $0.from.contains(stage) }.map(\.act)
  }

  /// 「誰の番か」 The side that has to act next; nil when the thread has ended.
  public static func isWaitingFor(_ stage: ReferralStage) -> ReferralSide? {
    switch stage {
    case .draft, .returned, .reported: .sender
    case .requested, .accepted, .acceptedInPart, .inProgress: .receiver
    case .withdrawn, .confirmed: nil
    }
  }

  /// 「引き受けられなかったことの確認」 After a partial acceptance it is the sender's turn too: to take note of what was left, and to decide who does
  /// it; the report that the rest is done does not end that. Once the thread has gone back to the sender anyway, that is said there.
  ///
  /// Source: seed 000 (たらいまわししない) [I]: what nobody took up must not be lost from sight.
  public static func restAwaitsSender(_ stage: ReferralStage, partly: Bool, noted: Bool) -> Bool {
    switch stage {
    case .acceptedInPart, .inProgress, .reported, .confirmed: partly && !noted
    case .draft, .requested, .accepted, .returned, .withdrawn: false
    }
  }

  /// 「回答期限切れ」 Asked, not answered, and the last day has passed. Without a due date never.
  public static func isOverdue(_ stage: ReferralStage, due: CivilDate?, today: CivilDate) -> Bool {
    guard stage == .requested, let due else { return false }
    return due < today
  }

  /// 「責任をもつ側」 The sender stays responsible until someone accepts; after a partial acceptance both are. `partly`: it had been accepted in part.
  ///
  /// After a hand-back, a withdrawal or the end of the thread it is the sender again (R-12: the referrer sees it as open again).
  public static func responsible(_ stage: ReferralStage, partly: Bool = false) -> Set<ReferralSide> {
    switch stage {
    case .draft, .requested, .returned, .withdrawn, .confirmed: [.sender]
    case .acceptedInPart: [.sender, .receiver]
    case .accepted: [.receiver]
    case .inProgress, .reported: partly ? [.sender, .receiver] : [.receiver]
    }
  }

  private static func checkContent(of act: ReferralAct) throws(ReferralRefusal) {
    switch act {
    case .request(let request):
      let problems = request.problems()
      if !problems.isEmpty { throw .requestIncomplete(problems) }
    case .acceptInPart(let taken, let notTaken):
      if taken.isBlank || notTaken.isBlank { throw .partsMissing }
    case .handBack(let handBack):
      let problems = handBack.problems()
      if !problems.isEmpty { throw .handBackIncomplete(problems) }
    case .withdraw(let reason):
      if reason.isBlank { throw .withdrawalReasonMissing }
    case .report(_, let text):
      if text.isBlank { throw .reportMissing }
    case .accept, .start, .confirm: break
    }
  }
}

/// 「つなぎの移り変わり」 One row: who may do what from where.
public struct ReferralTransition: Sendable {
  public let act: ReferralAct.Kind
  public let side: ReferralSide
  public let from: Set<ReferralStage>
  public let to: ReferralStage

  /// The whole table; anything not listed is refused.
  public static let table: [ReferralTransition] = [
    .init(act: .request, side: .sender, from: [.draft], to: .requested),
    .init(act: .withdraw, side: .sender, from: [.requested], to: .withdrawn),
    .init(act: .accept, side: .receiver, from: [.requested], to: .accepted),
    .init(act: .acceptInPart, side: .receiver, from: [.requested], to: .acceptedInPart),
    .init(act: .start, side: .receiver, from: [.accepted, .acceptedInPart], to: .inProgress),
    .init(act: .report, side: .receiver, from: [.inProgress], to: .reported),
    .init(act: .handBack, side: .receiver, from: [.requested, .accepted, .acceptedInPart, .inProgress], to: .returned),
    .init(act: .confirm, side: .sender, from: [.reported, .returned], to: .confirmed),
  ]
}
