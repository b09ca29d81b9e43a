import Testing

@testable import Casework

@Suite struct `相談の段階` {
  private let events: [ConsultationEvent] = [
    .sort, .closeWithInformation(screening: "1"), .link(to: "20", reason: "介護", priorContact: true), .linkSettled(result: "利用開始"),
    .linkCameBack(result: "対象外"), .support, .collaborate, .referToMulti(reason: "役割分担", explained: true, noConsentReason: ""),
    .multiReturned,
    .multiAccepted, .multiHandedBack, .interrupt(reason: "連絡不通"), .close(reason: "解決"), .reopen,
  ]

  /// Annex A "consult", written again by hand.
  private let allowed: Set<String> = [
    "received sort sorting", "interrupted sort sorting", "sorting closeWithInformation closedInfo", "sorting link linked",
    "ongoing link linked",
    "ongoingCollab link linked", "linked linkSettled closed", "linked linkCameBack ongoing", "sorting support ongoing",
    "ongoing support ongoing",
    "ongoingCollab support ongoing", "sorting collaborate ongoingCollab", "ongoing collaborate ongoingCollab",
    "ongoingCollab collaborate ongoingCollab",
    "sorting referToMulti referredToMulti", "ongoing referToMulti referredToMulti", "ongoingCollab referToMulti referredToMulti",
    "referredToMulti multiReturned ongoing", "referredToMulti multiAccepted supportingMulti", "supportingMulti multiHandedBack ongoing",
    "sorting interrupt interrupted", "ongoing interrupt interrupted", "ongoingCollab interrupt interrupted",
    "supportingMulti interrupt interrupted",
    "ongoing close closed", "ongoingCollab close closed", "interrupted close closed", "closed reopen sorting", "closedInfo reopen sorting",
  ]

  private func refusal(_ stage: ConsultationStage, _ event: ConsultationEvent) -> StageRefusal? {
    do throws(StageRefusal) {
      _ = try stage.after(event)
      return nil
    } catch {
      expectHelpful(error.message)
      return error
    }
  }

  @Test(arguments: ConsultationStage.allCases)
  func `表にある移り変わりだけができ、ほかは理由と次の手を言って断る`(_ stage: ConsultationStage) {
    #expect(events.map(\.kind) == ConsultationEvent.Kind.allCases)
    for event in events {
      let key = "\(stage) \(event.kind)"
      let expected = allowed.first { $0.hasPrefix(key + " ") }
      if let next = try? stage.after(event) {
        #expect(expected == "\(key) \(next)")
      } else {
        #expect(expected == nil, "refused: \(key)")
        #expect(refusal(stage, event) == .notNow(event: event.kind, stage: stage))
      }
      #expect(stage.possibleEvents.contains(event.kind) == (expected != nil))
    }
  }

  @Test func `情報提供のみで終えるにはスクリーニングが1である`() {
    #expect(refusal(.sorting, .closeWithInformation(screening: "2")) == .missing(.screeningInformationOnly, event: .closeWithInformation))
  }

  @Test func `他機関へつなぐには相手と理由が要り、事前連絡は勧めるだけである`() {
    #expect(refusal(.sorting, .link(to: "", reason: "介護", priorContact: true)) == .missing(.targetAgency, event: .link))
    #expect(refusal(.sorting, .link(to: "20", reason: "", priorContact: true)) == .missing(.reason, event: .link))
    let silent = ConsultationEvent.link(to: "20", reason: "介護", priorContact: false)
    #expect(refusal(.sorting, silent) == nil)
    #expect(silent.warnings(at: .sorting) == [StageRequirement.priorContact.wayOut])
    #expect(ConsultationEvent.link(to: "20", reason: "介護", priorContact: true).warnings(at: .sorting).isEmpty)
  }

  @Test func `多機関協働へつなぐには理由と、説明か同意のない理由が要る`() {
    #expect(refusal(.ongoing, .referToMulti(reason: "", explained: true, noConsentReason: "")) == .missing(.reason, event: .referToMulti))
    #expect(
      refusal(.ongoing, .referToMulti(reason: "複合", explained: false, noConsentReason: " "))
        == .missing(.explanationOrNoConsentReason, event: .referToMulti))
    #expect(refusal(.ongoing, .referToMulti(reason: "複合", explained: false, noConsentReason: "03")) == nil)
  }

  @Test func `つなぎ先の結果、中断の理由、終結の理由を書く`() {
    #expect(refusal(.linked, .linkSettled(result: "")) == .missing(.linkResult, event: .linkSettled))
    #expect(refusal(.linked, .linkCameBack(result: "")) == .missing(.linkResult, event: .linkCameBack))
    #expect(refusal(.ongoing, .interrupt(reason: "")) == .missing(.reason, event: .interrupt))
    #expect(refusal(.ongoing, .close(reason: "")) == .missing(.reason, event: .close))
  }

  @Test func `どの段階からも終わりに着け、終わっても再開できる`() {
    for start in ConsultationStage.allCases {
      var reached: Set<ConsultationStage> = [start]
      for _ in ConsultationStage.allCases {
        for stage in reached { reached.formUnion(events.compactMap { try? stage.after($0) }) }
      }
      #expect(reached.contains(.closed) && reached.contains(.sorting))
    }
    #expect(Set(ConsultationStage.allCases.filter(\.isFinal)) == [.closed, .closedInfo])
  }
}
