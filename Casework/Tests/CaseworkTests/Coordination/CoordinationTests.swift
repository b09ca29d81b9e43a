import Testing

@testable import Casework

/// Everything on record that any act of 多機関協働 may ask for; the two patterns and the two results of 様式2-2 exclude each other.
func completeFacts(_ act: CoordinationAct) -> CoordinationFacts {
  var facts = CoordinationFacts()
  facts.reason = "架空の理由"
  facts.talk = SenderTalk(on: day("2026-11-20"), with: "架空 花子", how: "電話")
  facts.noConsentReason = "01"
  facts.exit = .movedOut
  facts.consent = .given
  facts.hasApplication = true
  facts.isAssessmentComplete = true
  facts.planRound = 1
  facts.isPlanComplete = true
  facts.pattern = act == .reportToTown ? .othersOnly : .programmesAndOthers
  facts.approved = Set(MeetingTiming.allCases)
  facts.decision = act == .decline ? .refused : .granted
  facts.review = act == .replan ? .replan : .close
  facts.hasLeadAgency = true
  facts.hasLeadPerson = true
  facts.needsFollowUp = true
  return facts
}

@Suite struct `多機関協働の段階` {
  /// The whole table of reference Annex A `multi`, written again by hand: stage, act, sides, next stage. Everything else is refused.
  private static let allowed: [(from: String, act: String, sides: String, to: String)] = [
    ("requested", "accept", "coordinator", "accepted"),
    ("requested accepted preConsent applied assessing", "giveBack", "coordinator", "returned"),
    ("requested", "withdraw", "referrer", "withdrawn"),
    ("accepted preConsent", "apply", "coordinator", "applied"),
    ("accepted", "proceedWithoutConsent", "coordinator", "preConsent"),
    ("preConsent", "endPreConsent", "coordinator", "closedPreConsent"),
    ("applied reopened", "beginAssessment", "coordinator", "assessing"),
    ("assessing", "finishAssessment", "coordinator", "planning"),
    ("planning replanning", "submitPlan", "coordinator", "conference"),
    ("conference", "approve", "meeting", "awaitingDecision"),
    ("conference", "sendBackPlan", "meeting", "planning"),
    ("conference", "handToWindow", "meeting", "handedBack"),
    ("conference", "reportToTown", "coordinator", "inSupport"),
    ("awaitingDecision", "decide", "town", "inSupport"),
    ("awaitingDecision", "decline", "town", "planning"),
    ("inSupport", "replan", "coordinator", "replanning"),
    ("inSupport replanning", "interrupt", "coordinator meeting", "interrupted"),
    ("inSupport", "close", "coordinator meeting", "closed"),
    ("closed", "beginFollowUp", "coordinator meeting", "followUp"),
    ("closed followUp interrupted", "reopen", "coordinator lead town", "reopened"),
    (
      "accepted preConsent applied assessing planning conference awaitingDecision inSupport replanning closed followUp interrupted reopened",
      "end", "coordinator", "ended"
    ),
  ]

  private static func rule(_ stage: CoordinationStage, _ act: CoordinationAct) -> (from: String, act: String, sides: String, to: String)? {
    allowed.first { $0.act == act.rawValue && $0.from.split(separator: " ").contains(Substring(stage.rawValue)) }
  }

  @Test(arguments: CoordinationStage.allCases)
  func `表にある移り変わりのほかは、どの段階のどの行為も断り、理由と次の手を言う`(_ stage: CoordinationStage) {
    for act in CoordinationAct.allCases {
      let rule = Self.rule(stage, act)
      for side in CoordinationSide.allCases {
        let isAllowed = rule.map { $0.sides.split(separator: " ").contains(Substring(side.rawValue)) } ?? false
        do throws(CoordinationRefusal) {
          let next = try Coordination.next(stage, act, side: side, facts: completeFacts(act))
          #expect(isAllowed && next.rawValue == rule?.to, "\(stage) \(act) \(side)")
        } catch {
          #expect(!isAllowed, "refused: \(stage) \(act) \(side) \(error.message)")
          #expect(error == (rule == nil ? .notNow(act, stage) : .otherSide(act)))
          expectHelpful(error.message)
          expectHelpful(error.wayOut)
        }
      }
    }
  }

  @Test(arguments: CoordinationAct.allCases)
  func `要るものが一つでも欠けると断り、欠けたものの名と補い方を言う`(_ act: CoordinationAct) throws {
    let rows = CoordinationTransition.table.filter { $0.act == act }
    #expect(rows.count == 1)
    for row in rows {
      let side = try #require(row.sides.first)
      for stage in row.from {
        for requirement in row.requires {
          let facts = without(requirement, completeFacts(act))
          #expect(!facts.has(requirement))
          do throws(CoordinationRefusal) {
            _ = try Coordination.next(stage, act, side: side, facts: facts)
            Issue.record("allowed without \(requirement): \(stage) \(act)")
          } catch {
            guard case .missing(let missing, act) = error else {
              Issue.record("\(error)")
              continue
            }
            #expect(missing.contains(requirement))
            #expect(error.message.contains(requirement.label) && error.message.contains(requirement.wayOut))
          }
        }
      }
    }
  }

  /// Takes one thing away.
  private func without(_ requirement: CoordinationRequirement, _ complete: CoordinationFacts) -> CoordinationFacts {
    var facts = complete
    switch requirement {
    case .reason: facts.reason = "　"
    case .talkWithReferrer: facts.talk = nil
    case .noConsentReason: facts.noConsentReason = ""
    case .exit: facts.exit = nil
    case .consent: facts.consent = .withdrawn
    case .application: facts.hasApplication = false
    case .assessment: facts.isAssessmentComplete = false
    case .plan: facts.isPlanComplete = false
    case .planMeeting: facts.approved.subtract([.plan, .replan])
    case .programmeUse: facts.pattern = .othersOnly
    case .noProgrammeUse: facts.pattern = .programmesOnly
    case .decision: facts.decision = .refused
    case .refusedDecision: facts.decision = nil
    case .replanReview: facts.review = .close
    case .closingReview: facts.review = .replan
    case .closeMeeting: facts.approved.remove(.close)
    case .interruptMeeting: facts.approved.remove(.interrupt)
    case .leadAgency: facts.hasLeadAgency = false
    case .leadPerson: facts.hasLeadPerson = false
    case .followUpDecision: facts.needsFollowUp = nil
    case .followUpNeeded: facts.needsFollowUp = false
    }
    return facts
  }

  @Test func `押せる釦は、表でその側に許されたものだけである`() {
    for stage in CoordinationStage.allCases {
      for side in CoordinationSide.allCases {
        let expected = CoordinationAct.allCases.filter { act in
          Self.rule(stage, act).map { $0.sides.split(separator: " ").contains(Substring(side.rawValue)) } ?? false
        }
        #expect(Set(Coordination.availableActs(stage, side: side)) == Set(expected))
      }
    }
  }

  @Test func `終わった段階からは何もできず、ほかの段階には必ず次の手がある`() {
    for stage in CoordinationStage.allCases {
      let acts = CoordinationSide.allCases.flatMap { Coordination.availableActs(stage, side: $0) }
      #expect(acts.isEmpty == stage.isFinal, "\(stage)")
      if let next = Coordination.nextStep(stage, facts: completeFacts(.accept)) { #expect(acts.contains(next)) }
    }
  }

  @Test func `番の側には、いつもできることがある`() {
    for stage in CoordinationStage.allCases {
      guard let side = Coordination.isWaitingFor(stage), !stage.isFinal else { continue }
      #expect(!Coordination.availableActs(stage, side: side).isEmpty, "\(stage)")
    }
  }

  @Test func `同意は、本人が取り消すと次へ進めない`() {
    for state in ConsentState.allCases where state != .given {
      var facts = completeFacts(.submitPlan)
      facts.consent = state
      #expect(Coordination.obstacles(.planning, .submitPlan, facts: facts) == [.consent])
      #expect(Coordination.obstacles(.awaitingDecision, .decide, facts: facts) == [.consent])
    }
  }

  @Test func `同意のないうちに使えるのは支援会議だけで、プランの会議には諮れない`() {
    let acts = CoordinationSide.allCases.flatMap { Coordination.availableActs(.preConsent, side: $0) }
    #expect(Set(acts) == [.giveBack, .apply, .endPreConsent, .end])
  }

  @Test func `主担当のない終結はできない`() {
    var facts = completeFacts(.close)
    facts.hasLeadAgency = false
    facts.hasLeadPerson = false
    #expect(Coordination.obstacles(.inSupport, .close, facts: facts) == [.leadAgency, .leadPerson])
  }

  @Test func `段階と行為と要るものには、それぞれ別の日本語の名前がある`() {
    for labels in [
      CoordinationStage.allCases.map(\.label), CoordinationAct.allCases.map(\.label), CoordinationRequirement.allCases.map(\.label),
      CoordinationSide.allCases.map(\.label), CoordinationRoute.allCases.map(\.label), CoordinationExit.allCases.map(\.label),
      MeetingTiming.allCases.map(\.label), MeetingResult.allCases.map(\.label), PlanReviewResult.allCases.map(\.label),
      SupportDecisionResult.allCases.map(\.label), ConsentState.allCases.map(\.label), PlanPattern.allCases.map(\.label),
    ] { #expect(Set(labels).count == labels.count && labels.allSatisfy { !$0.isEmpty }) }
  }
}
