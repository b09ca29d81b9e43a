/// 「評価の扱い」 Whether an evaluation may still be changed: until its result has been used.
///
/// Source: reference §5.5 (one evaluation per plan round, confirmed by the meeting); seed 003 ch. 6 6)(2)③.
public enum ReviewStanding: Hashable, Sendable {
  /// Nothing has been decided on it.
  case open
  /// A meeting agreed to what it says.
  case agreed
  /// The case has gone on with it: 再プラン, 終結 or 中断.
  case used

  /// - Parameters:
  ///   - approved: the timings that the meeting agreed to in the round of the plan.
  ///   - isPast: the case is in a later round, or no plan runs any more.
  public init(isComplete: Bool, result: PlanReviewResult?, approved: Set<MeetingTiming>, isPast: Bool) {
    guard isComplete, let result else {
      self = .open
      return
    }
    if isPast {
      self = .used
    } else if let timing = result.timing, approved.contains(timing) {
      self = .agreed
    } else {
      self = .open
    }
  }

  public var mayChange: Bool { self == .open }

  /// Why it stands, and what to do instead.
  public var problem: FieldProblem? {
    switch self {
    case .open: nil
    case .agreed: FieldProblem("result", "この評価は会議で認められているため、直せません。内容を変えるときは、もう一度会議に諮り、「継続審議」か「差戻し」の結果を記録してください。")
    case .used: FieldProblem("result", "この評価にもとづいて次の段階へ進んでいるため、直せません。変わったことは支援経過か、次のプランの評価に書いてください。")
    }
  }
}

extension PlanReviewResult {
  /// 「会議での確認」 The timing at which the result is put to the meeting as it is; 再プラン is put together with the next plan.
  public var timing: MeetingTiming? {
    switch self {
    case .close: .close
    case .interrupt: .interrupt
    case .replan: nil
    }
  }
}
