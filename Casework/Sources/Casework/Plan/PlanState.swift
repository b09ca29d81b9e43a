/// 「プランの状態」 Where one plan stands. Derived from the stage of its case and from what is on record, never stored.
///
/// Source: reference §3.2, §4.3, §5.4 (Versioning).
public enum PlanState: String, CaseIterable, Sendable, Hashable {
  /// 「下書き」
  case drafting
  /// 「会議待ち」 Put to the meeting, which has not agreed yet.
  case conference
  /// 「報告待ち」 Pattern C: the meeting has agreed, the town has not been told.
  case agreed
  /// 「決定待ち」
  case awaitingDecision
  /// 「確定」
  case confirmed
  /// 「見直し」 Confirmed, but something asks for a new look.
  case review
  /// 「確定せずに終了」 Its round ended before it was confirmed.
  case left

  /// `isPresent`: the plan is that of the round in hand. `isAgreed`: a meeting has agreed to it.
  public static func of(
    _ stage: CoordinationStage, isPresent: Bool, isConfirmed: Bool, isAgreed: Bool, reviewWanted: Bool
  ) -> PlanState {
    if isConfirmed { return reviewWanted || stage == .replanning ? .review : .confirmed }
    guard isPresent else { return .left }
    switch stage {
    case .planning, .replanning: return .drafting
    case .conference: return isAgreed ? .agreed : .conference
    case .awaitingDecision: return .awaitingDecision
    case .requested, .accepted, .preConsent, .applied, .assessing, .reopened: return .drafting
    case .inSupport, .returned, .withdrawn, .closed, .followUp, .interrupted, .handedBack, .closedPreConsent, .ended: return .left
    }
  }

  public var label: String {
    switch self {
    case .drafting: "下書き"
    case .conference: "会議待ち"
    case .agreed: "報告待ち"
    case .awaitingDecision: "決定待ち"
    case .confirmed: "確定"
    case .review: "見直し"
    case .left: "確定せずに終了"
    }
  }

  /// Edits are free until a meeting has agreed (reference §5.4).
  public var isEditable: Bool { self == .drafting || self == .conference }

  /// While the meeting has it in hand it may not become incomplete.
  public var mustStayComplete: Bool { self == .conference }

  /// Agencies may still say what they think of it.
  public var takesComments: Bool {
    switch self {
    case .drafting, .conference, .agreed, .awaitingDecision: true
    case .confirmed, .review, .left: false
    }
  }

  /// Why it cannot be changed, and the way out; nil when it can.
  public var editRefusal: FieldProblem? {
    switch self {
    case .drafting, .conference: nil
    case .agreed: FieldProblem("plan", "会議で了承されたプランは変更できません。市に報告すると確定します。変えるときは再プランで次の回のプランを作ってください。")
    case .awaitingDecision:
      FieldProblem("plan", "市の支援決定を待っているプランは変更できません。直す必要があるときは、市の事業担当課に伝え、不決定として戻してもらってください。")
    case .confirmed, .review: FieldProblem("plan", "確定したプランは変更できません。変えるときは再プランで次の回のプランを作ってください。")
    case .left: FieldProblem("plan", "この回は終わったため、プランは変更できません。いまの回のプランを開いてください。")
    }
  }
}
