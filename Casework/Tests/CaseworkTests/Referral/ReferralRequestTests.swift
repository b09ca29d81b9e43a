import Testing

@testable import Casework

@Suite struct `つなぎの依頼` {
  private func refusal(_ change: (inout ReferralRequest) -> Void) -> ReferralRefusal? {
    var request = completeRequest
    change(&request)
    do throws(ReferralRefusal) {
      _ = try Referral.next(.draft, .request(request), side: .sender)
      return nil
    } catch {
      return error
    }
  }

  private func expectMissing(_ field: String, sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout ReferralRequest) -> Void)
  {
    guard case .requestIncomplete(let problems) = refusal(change) else {
      Issue.record("not refused", sourceLocation: sourceLocation)
      return
    }
    #expect(problems.map(\.fieldID) == [field], sourceLocation: sourceLocation)
    for problem in problems { expectHelpful(problem.sentence, sourceLocation: sourceLocation) }
  }

  @Test func `つなぐ理由と紹介元の担当者がなければ依頼できない`() {
    expectMissing("referral_reason") { $0.reason = "　" }
    expectMissing("referrer_person") { $0.referrer = nil }
  }

  @Test func `つなぎ先と依頼することがなければ依頼できない`() {
    expectMissing("to") { $0.to = nil }
    expectMissing("asked") { $0.asked = "" }
  }

  @Test func `本人への説明と納得か、同意のない理由がなければ依頼できない`() {
    expectMissing("explained_on") { $0.explanation = nil }
    expectMissing("explained_on") { $0.explanation?.agreed = false }
    expectMissing("explained_on") { $0.explanation?.by = "" }
    #expect(refusal { ($0.explanation, $0.noConsentReason) = (nil, "01") } == nil)
    #expect(
      refusal {
        $0.explanation?.agreed = false
        $0.noConsentReason = "03"
      } == nil)
  }

  @Test func `多機関協働事業へも同じ決まりで依頼できる`() {
    #expect(refusal { $0.to = .multiAgencyCooperation } == nil)
  }

  @Test func `足りないことは一度にすべて知らせる`() {
    guard case .requestIncomplete(let problems) = refusal({ $0 = ReferralRequest(to: nil) }) else {
      Issue.record("not refused")
      return
    }
    #expect(problems.count == 5)
  }

  @Test func `事前連絡がなくても止めず、勧めるだけにする`() {
    #expect(refusal { $0.priorContact = nil } == nil)
    var request = completeRequest
    #expect(request.warnings().isEmpty)
    request.priorContact = nil
    #expect(request.warnings().map(\.fieldID) == ["prior_contact"])
    #expect(request.warnings()[0].sentence.contains("つなぎ合い"))
  }

  @Test func `不安の強い本人には同行か同席を勧める`() {
    var request = completeRequest
    request.explanation?.anxious = true
    #expect(request.warnings().isEmpty)
    for undecided in [nil, false] {
      request.accompany = undecided
      #expect(request.warnings().map(\.fieldID) == ["accompany"])
    }
  }
}

@Suite struct `差戻しと取下げ` {
  private func refusal(_ stage: ReferralStage, _ act: ReferralAct, _ side: ReferralSide) -> ReferralRefusal? {
    do throws(ReferralRefusal) {
      _ = try Referral.next(stage, act, side: side)
      return nil
    } catch {
      return error
    }
  }

  /// The fields named by the refusal of a hand-back.
  private func missing(_ handBack: HandBack) -> [String] {
    guard case .handBackIncomplete(let problems) = refusal(.accepted, .handBack(handBack), .receiver) else { return [] }
    return problems.map(\.fieldID)
  }

  @Test func `理由のない差戻しはできない`() {
    #expect(missing(HandBack(reason: nil, text: "理由", talk: talk)) == ["reason_code"])
    #expect(missing(HandBack(reason: .noCapacity, text: " ", talk: talk)) == ["words"])
  }

  @Test func `差戻しに足りないところは、欄ごとにすべて言う`() {
    #expect(missing(HandBack(reason: nil, text: "", talk: nil)) == ["reason_code", "words", "talked_on"])
    var silent = talk
    (silent.with, silent.how) = ("", " ")
    #expect(missing(HandBack(reason: nil, text: "", talk: silent)) == ["reason_code", "words", "talked_with", "talked_how"])
  }

  @Test func `つなぎ元と話した記録のない差戻しはできない`() {
    var silent = talk
    silent.with = ""
    var vague = talk
    vague.how = "　"
    for (talk, field) in [(nil, "talked_on"), (silent, "talked_with"), (vague, "talked_how")] {
      #expect(missing(HandBack(reason: .noCapacity, text: "満員", talk: talk)) == [field])
    }
  }

  @Test func `差戻しの理由は本人側と機関側に分かれる`() {
    #expect(HandBackReason.allCases.filter { $0.side == .person }.count == 4)
    for reason in HandBackReason.allCases {
      #expect(reason.rawValue.hasPrefix(reason.side == .person ? "P" : "A") && !reason.label.isEmpty)
    }
    #expect(Set(HandBackReason.allCases.map(\.label)).count == HandBackReason.allCases.count)
  }

  @Test func `取下げは受理の前に、理由を添えて、つなぎ元だけができる`() {
    #expect(refusal(.requested, .withdraw(reason: "本人の希望"), .sender) == nil)
    #expect(refusal(.requested, .withdraw(reason: ""), .sender) == .withdrawalReasonMissing)
    #expect(refusal(.requested, .withdraw(reason: "x"), .receiver) == .otherSide(.withdraw))
    for stage in [ReferralStage.accepted, .acceptedInPart, .inProgress] {
      #expect(refusal(stage, .withdraw(reason: "x"), .sender) == .notNow(.withdraw, stage))
    }
  }

  @Test func `一部受理は、引き受けることと引き受けないことを両方言う`() {
    #expect(refusal(.requested, .acceptInPart(taken: "訪問", notTaken: ""), .receiver) == .partsMissing)
    #expect(refusal(.requested, .acceptInPart(taken: "", notTaken: "家計"), .receiver) == .partsMissing)
  }

  @Test func `完了報告はつなぎ先が、内容を書いて行い、つなぎ元が確認する`() {
    #expect(refusal(.inProgress, .report(outcome: .informed, text: ""), .receiver) == .reportMissing)
    #expect(refusal(.inProgress, .report(outcome: .informed, text: "説明した"), .sender) == .otherSide(.report))
    #expect(refusal(.reported, .confirm, .receiver) == .otherSide(.confirm))
  }

  @Test func `断りの文は理由と次の手を日本語で言う`() {
    let refusals: [ReferralRefusal] = [
      .requestIncomplete(ReferralRequest(to: nil).problems()), .partsMissing,
      .handBackIncomplete(HandBack(reason: nil, text: "", talk: nil).problems()), .withdrawalReasonMissing, .reportMissing,
    ]
    for refusal in refusals { expectHelpful(refusal.message) }
  }
}
