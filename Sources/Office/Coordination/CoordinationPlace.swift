import Casework

/// Where each act of 多機関協働 is done, and where what is missing can be mended (「操作の場所」).
enum CoordinationPlace {
  /// The last part of the path of an act that needs nothing typed.
  static func direct(_ act: CoordinationAct) -> String? {
    switch act {
    case .apply: "application"
    case .beginAssessment: "assessment-start"
    case .interrupt: "interruption"
    default: nil
    }
  }

  /// The page on which an act is done, where it has one of its own.
  static func form(_ act: CoordinationAct, _ view: CoordinationView) -> String? {
    let path = "/coordinations/\(view.coordination.id)"
    switch act {
    case .accept: return "\(path)/acceptance"
    case .giveBack: return "\(path)/hand-back"
    case .withdraw: return "/referrals/\(view.coordination.referral)/withdrawal"
    case .proceedWithoutConsent: return "\(path)/pre-consent"
    case .endPreConsent: return "\(path)/pre-consent-end"
    case .reopen: return "\(path)/reopening"
    case .end: return "\(path)/ending"
    case .finishAssessment: return "\(path)/assessment"
    case .submitPlan, .reportToTown: return "\(path)/plan"
    case .decide, .decline: return view.plan.map { "/plans/\($0.id)/decision" }
    case .replan, .close: return view.plan.map { "/plans/\($0.id)/review" }
    case .approve: return meeting(view, view.coordination.round > 1 ? .replan : .plan)
    case .apply, .beginAssessment, .interrupt, .sendBackPlan, .handToWindow, .beginFollowUp: return nil
    }
  }

  /// Where a missing thing can be had; nothing where somebody else has to act.
  static func path(_ requirement: CoordinationRequirement, _ view: CoordinationView) -> String? {
    let coordination = view.coordination
    let path = "/coordinations/\(coordination.id)"
    switch requirement.place {
    case .form: return nil
    case .consent: return "/cases/\(coordination.file.id)/consents"
    case .assessment: return "\(path)/assessment"
    case .plan: return "\(path)/plan"
    case .meeting:
      switch requirement {
      case .closeMeeting: return meeting(view, .close)
      case .interruptMeeting: return meeting(view, .interrupt)
      default: return meeting(view, coordination.round > 1 ? .replan : .plan)
      }
    case .decision: return coordination.isTown ? view.plan.map { "/plans/\($0.id)/decision" } : nil
    case .review: return view.plan.map { "/plans/\($0.id)/review" }
    }
  }

  /// The meeting that waits for a result, or a new one.
  private static func meeting(_ view: CoordinationView, _ timing: MeetingTiming) -> String? {
    guard view.coordination.isCoordinator || view.coordination.isTown else { return nil }
    if let planned = view.meetings.first(where: { $0.timing == timing && $0.result == nil }) {
      return "/meetings/\(planned.id)/items/\(planned.item)"
    }
    return "/meetings/new?kind=planning&coordination=\(view.coordination.id)&timing=\(timing.rawValue)"
  }
}
