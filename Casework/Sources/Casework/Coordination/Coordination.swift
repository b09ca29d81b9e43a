/// 「多機関協働」 The rules of the main line of a case: from the request to closing, and open again.
///
/// Facts are rows elsewhere; these are pure functions on the stage and the facts.
public enum Coordination {
  /// The stage after an act of one side.
  ///
  /// Throws ``CoordinationRefusal``: not at this stage, not this side's, or something has to be on record first.
  public static func next(
    _ stage: CoordinationStage, _ act: CoordinationAct, side: CoordinationSide, facts: CoordinationFacts
  ) throws(CoordinationRefusal) -> CoordinationStage {
    guard let row = CoordinationTransition.row(act, at: stage) else { throw .notNow(act, stage) }
    guard row.sides.contains(side) else { throw .otherSide(act) }
    let missing = row.requires.filter { !facts.has($0) }
    guard missing.isEmpty else { throw .missing(missing, act) }
    return row.to
  }

  /// The acts that a side may try at a stage, in the order of the table. A button is offered only for these.
  public static func availableActs(_ stage: CoordinationStage, side: CoordinationSide) -> [CoordinationAct] {
    CoordinationTransition.table.filter { $0.sides.contains(side) && $0.from.contains(stage) }.map(\.act)
  }

  /// 「足りないもの」 What has to be on record before an act, apart from what is typed with it. Empty when the way is free.
  public static func obstacles(
    _ stage: CoordinationStage, _ act: CoordinationAct, facts: CoordinationFacts
  ) -> [CoordinationRequirement] {
    guard let row = CoordinationTransition.row(act, at: stage) else { return [] }
    return row.requires.filter { $0.place != .form && !facts.has($0) }
  }

  /// 「次の一歩」 The act that leads on along the main line, given what is on record; nil where nothing is waited for.
  public static func nextStep(_ stage: CoordinationStage, facts: CoordinationFacts) -> CoordinationAct? {
    switch stage {
    case .requested: .accept
    case .accepted, .preConsent: .apply
    case .applied, .reopened: .beginAssessment
    case .assessing: .finishAssessment
    case .planning, .replanning: .submitPlan
    case .conference: facts.pattern == .othersOnly ? .reportToTown : .approve
    case .awaitingDecision: .decide
    case .inSupport: facts.review == .replan ? .replan : .close
    case .closed, .followUp, .interrupted, .returned, .withdrawn, .handedBack, .closedPreConsent, .ended: nil
    }
  }

  /// 「誰の番か」 The side that has to act next; nil when nobody has to.
  public static func isWaitingFor(_ stage: CoordinationStage) -> CoordinationSide? {
    switch stage {
    case .requested, .accepted, .preConsent, .applied, .assessing, .planning, .replanning, .reopened, .inSupport: .coordinator
    case .conference: .meeting
    case .awaitingDecision: .town
    case .returned: .referrer
    case .closed, .followUp: .lead
    case .withdrawn, .interrupted, .handedBack, .closedPreConsent, .ended: nil
    }
  }

  /// The stage that a history of acts leads to, each as the table says; nil where one of them does not fit.
  ///
  /// The stored stage exists only so that lists can filter; a test replays the facts and compares.
  public static func stage(after acts: [CoordinationAct]) -> CoordinationStage? {
    var stage = CoordinationStage.requested
    for act in acts {
      guard let row = CoordinationTransition.row(act, at: stage) else { return nil }
      stage = row.to
    }
    return stage
  }
}
