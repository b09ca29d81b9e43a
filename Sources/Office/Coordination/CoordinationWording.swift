import Casework

/// Japanese for 多機関協働: refusals at the field they are about, whose turn it is.
enum CoordinationWording {
  /// What a refusal says, at the field it is about.
  static func problem(_ refusal: CoordinationRefusal) -> FieldProblem {
    switch refusal {
    case .notNow, .otherSide: FieldProblem("act", refusal.message)
    case .missing(let requirements, _): FieldProblem(field(requirements.first), refusal.message)
    }
  }

  private static func field(_ requirement: CoordinationRequirement?) -> String {
    switch requirement {
    case .reason: "words"
    case .talkWithReferrer: "talked_on"
    case .noConsentReason: "no_consent_reason"
    case .exit: "exit"
    default: "act"
    }
  }

  /// 「あなたの番」「市の事業担当課の番」
  static func turn(_ stage: CoordinationStage, sides: Set<CoordinationSide>) -> String {
    guard let waiting = Coordination.isWaitingFor(stage) else { return "いまは誰の番でもありません" }
    return sides.contains(waiting) ? "あなたの番" : "\(waiting.label)の番"
  }
}
