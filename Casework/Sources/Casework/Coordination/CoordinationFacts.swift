/// 「段階を決める事実」 What is on record about one case when somebody wants to move it, gathered from the capabilities that keep it.
///
/// Values only: the same facts always give the same answer.
public struct CoordinationFacts: Hashable, Sendable {
  // Typed with the act
  public var reason = ""
  /// when, with whom and how one talked to the referrer.
  public var talk: SenderTalk?
  /// Code of C-11.
  public var noConsentReason = ""
  public var exit: CoordinationExit?

  // 同意・申込み
  public var consent = ConsentState.notAsked
  public var hasApplication = false
  // 様式1-2
  public var isAssessmentComplete = false
  // 様式2-1 of the present round
  /// 1 is the first plan; 0 before there is one.
  public var planRound = 0
  public var isPlanComplete = false
  public var pattern: PlanPattern?
  // Meetings: timings for which the present round has an approving result.
  public var approved: Set<MeetingTiming> = []
  public var decision: SupportDecisionResult?
  // 様式2-2 of the present round
  public var review: PlanReviewResult?
  public var hasLeadAgency = false
  public var hasLeadPerson = false
  /// 要 or 否; nil while nobody has said.
  public var needsFollowUp: Bool?

  public init() {}

  /// Is this on record?
  public func has(_ requirement: CoordinationRequirement) -> Bool {
    switch requirement {
    case .reason: !reason.isBlank
    case .talkWithReferrer: talk.map { !$0.with.isBlank && !$0.how.isBlank } ?? false
    case .noConsentReason: !noConsentReason.isBlank
    case .exit: exit != nil
    case .consent: consent == .given
    case .application: hasApplication
    case .assessment: isAssessmentComplete
    case .plan: isPlanComplete
    case .planMeeting: approved.contains(.plan) || approved.contains(.replan)
    case .programmeUse: pattern == .programmesOnly || pattern == .programmesAndOthers
    case .noProgrammeUse: pattern == .othersOnly
    case .decision: decision == .granted || decision == .grantedWithConditions
    case .refusedDecision: decision == .refused
    case .replanReview: review == .replan
    case .closingReview: review == .close
    case .closeMeeting: approved.contains(.close)
    case .interruptMeeting: approved.contains(.interrupt)
    case .leadAgency: hasLeadAgency
    case .leadPerson: hasLeadPerson
    case .followUpDecision: needsFollowUp != nil
    case .followUpNeeded: needsFollowUp == true
    }
  }
}
