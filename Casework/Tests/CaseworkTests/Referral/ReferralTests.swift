import Testing

@testable import Casework

let talk = SenderTalk(on: day("2026-11-20"), with: "架空 次郎", how: "電話")
let completeRequest = ReferralRequest(
  to: .agency(AgencyID(rawValue: 20)), asked: "日中の過ごし方の相談", reason: "障害の相談が必要", referrer: StaffID(rawValue: 1),
  priorContact: PriorContact(on: day("2026-11-20"), with: "仮名 三郎"), accompany: true,
  explanation: Explanation(on: day("2026-11-20"), by: "架空 一郎", agreed: true), answerDue: day("2026-11-28"))

/// An act of each kind with everything the rules ask for.
let completeActs: [ReferralAct] = [
  .request(completeRequest), .accept, .acceptInPart(taken: "訪問", notTaken: "家計"),
  .handBack(HandBack(reason: .ordinaryCooperationSuffices, text: "通常の連携で足ります", talk: talk)), .withdraw(reason: "本人の希望"), .start,
  .report(outcome: .solved, text: "利用がはじまった"), .confirm,
]

@Suite struct `つなぎの段階` {
  /// The whole rule, written again by hand: stage, side, act, next stage. Everything else is refused.
  private let allowed: Set<String> = [
    "draft sender request requested", "requested sender withdraw withdrawn", "requested receiver accept accepted",
    "requested receiver acceptInPart acceptedInPart", "requested receiver handBack returned", "accepted receiver start inProgress",
    "accepted receiver handBack returned", "acceptedInPart receiver start inProgress", "acceptedInPart receiver handBack returned",
    "inProgress receiver report reported", "inProgress receiver handBack returned", "reported sender confirm confirmed",
    "returned sender confirm confirmed",
  ]

  @Test(arguments: ReferralStage.allCases)
  func `書かれた移り変わりのほかは、どの側のどの行為も断り、理由と次の手を言う`(_ stage: ReferralStage) {
    for side in ReferralSide.allCases {
      for act in completeActs {
        let key = "\(stage) \(side) \(act.kind)"
        let expected = allowed.first { $0.hasPrefix(key + " ") }
        do throws(ReferralRefusal) {
          let next = try Referral.next(stage, act, side: side)
          #expect(expected == "\(key) \(next)")
        } catch {
          #expect(expected == nil, "refused: \(key)")
          expectHelpful(error.message)
          expectHelpful(error.wayOut)
        }
      }
    }
  }

  @Test func `押せる釦は、できることと一致する`() {
    #expect(completeActs.map(\.kind) == ReferralAct.Kind.allCases)
    for stage in ReferralStage.allCases {
      for side in ReferralSide.allCases {
        let possible = completeActs.filter { act in (try? Referral.next(stage, act, side: side)) != nil }.map(\.kind)
        #expect(Set(Referral.availableActs(stage, side: side)) == Set(possible))
      }
    }
  }

  @Test func `誰の番かが、いつも分かる`() {
    let turns = Dictionary(uniqueKeysWithValues: ReferralStage.allCases.map { ($0, Referral.isWaitingFor($0)) })
    #expect(
      turns == [
        .draft: .sender, .requested: .receiver, .accepted: .receiver, .acceptedInPart: .receiver, .inProgress: .receiver,
        .reported: .sender,
        .returned: .sender, .withdrawn: nil, .confirmed: nil,
      ])
  }

  @Test func `番の側には必ずできることがあり、終わったつなぎには何もない`() {
    for stage in ReferralStage.allCases {
      if let side = Referral.isWaitingFor(stage) {
        #expect(!Referral.availableActs(stage, side: side).isEmpty)
      } else {
        #expect(stage.isFinal && ReferralSide.allCases.allSatisfy { Referral.availableActs(stage, side: $0).isEmpty })
      }
    }
  }

  @Test func `受理されるまで、つなぎ元が責任をもつ`() {
    for stage in [ReferralStage.draft, .requested, .returned, .withdrawn, .confirmed] { #expect(Referral.responsible(stage) == [.sender]) }
    for stage in [ReferralStage.accepted, .inProgress, .reported] { #expect(Referral.responsible(stage) == [.receiver]) }
  }

  @Test func `一部受理では両方が責任をもち、対応中も続く`() {
    #expect(Referral.responsible(.acceptedInPart) == [.sender, .receiver])
    #expect(Referral.responsible(.inProgress, partly: true) == [.sender, .receiver])
    #expect(Referral.responsible(.reported, partly: true) == [.sender, .receiver])
  }

  @Test func `一部受理で引き受けられなかったことは、つなぎ元が確認するまで、つなぎ元の番でもある`() {
    for stage in ReferralStage.allCases {
      let waits = Referral.restAwaitsSender(stage, partly: true, noted: false)
      #expect(waits == [.acceptedInPart, .inProgress, .reported, .confirmed].contains(stage))
      #expect(!Referral.restAwaitsSender(stage, partly: true, noted: true))
      #expect(!Referral.restAwaitsSender(stage, partly: false, noted: false))
    }
  }

  @Test func `差戻しの後は、つなぎ元の番に戻る`() throws {
    let act = ReferralAct.handBack(HandBack(reason: .personDeclined, text: "希望されません", talk: talk))
    for stage in [ReferralStage.requested, .accepted, .acceptedInPart, .inProgress] {
      let next = try Referral.next(stage, act, side: .receiver)
      #expect(next == .returned && Referral.isWaitingFor(next) == .sender && Referral.responsible(next) == [.sender])
    }
  }

  @Test func `回答期限は最終日を過ぎてから切れ、回答があれば切れない`() {
    let due = ReferralTerms().answerDue(requestedOn: today)
    #expect(due == day("2026-11-28"))
    #expect(!Referral.isOverdue(.requested, due: due, today: due))
    #expect(Referral.isOverdue(.requested, due: due, today: due.adding(days: 1)))
    #expect(!Referral.isOverdue(.requested, due: nil, today: due.adding(days: 1)))
    for stage in ReferralStage.allCases where stage != .requested {
      #expect(!Referral.isOverdue(stage, due: due, today: due.adding(days: 100)))
    }
    #expect(ReferralTerms(answerDays: 3).answerDue(requestedOn: today) == day("2026-11-24") && ReferralTerms(answerDays: 0).answerDays == 1)
  }

  @Test func `段階と行為と側には日本語の名前がある`() {
    let labels = ReferralStage.allCases.map(\.label) + ReferralAct.Kind.allCases.map(\.label) + ReferralOutcome.allCases.map(\.label)
    #expect(Set(labels).count == labels.count && labels.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isASCII) })
  }
}
