import Testing

@testable import Casework

@Suite struct `プラン評価` {
  private let today = day("2026-11-26")
  private let goals = [
    ReviewedGoal(key: "long", title: "長期目標", text: "架空の長期目標"), ReviewedGoal(key: "item1", title: "支援内容1の目標", text: "架空の目標"),
  ]

  private func complete(_ result: PlanReviewResult) -> PlanReview {
    var review = PlanReview()
    review.reviewedOn = today
    review.findings.goals = ["long": .init(attainment: .mostly, words: ""), "item1": .init(attainment: .cannotTell, words: "")]
    review.findings.status = "架空のようす"
    review.findings.remaining = "なし"
    review.result = result
    switch result {
    case .close:
      review.closeReason = "01"
      review.leads = [AgencyID(rawValue: 1)]
      review.leadPerson = "架空 花子"
      review.followUp = FollowUpDecision(isNeeded: false)
    case .interrupt: review.interruptReason = .outOfContact
    case .replan: break
    }
    return review
  }

  private func fields(_ review: PlanReview) -> [String] { review.problems(goals: goals, today: today).map(\.fieldID) }

  @Test func `どの結果でも、そろっていれば完了できる`() {
    for result in PlanReviewResult.allCases { #expect(fields(complete(result)).isEmpty, "\(result)") }
  }

  @Test func `完了には評価日・目標ごとの達成状況・現在の状況・残る課題・結果が要る`() {
    #expect(fields(PlanReview()) == ["reviewed_on", "goal.long", "goal.item1", "status", "remaining", "result"])
    var early = complete(.replan)
    early.reviewedOn = today.adding(days: 1)
    #expect(fields(early) == ["reviewed_on"])
  }

  @Test func `終結には理由・主担当の機関と人・フォローアップの要否が要る`() {
    var bare = complete(.replan)
    bare.result = .close
    #expect(fields(bare) == ["close_reason", "lead_agency", "lead_person", "needs_follow_up"])
    for problem in bare.problems(goals: goals, today: today) { #expect(problem.sentence.hasSuffix("ください。")) }
  }

  @Test func `主担当はちょうど一つである`() {
    var review = complete(.close)
    review.leads = [AgencyID(rawValue: 1), AgencyID(rawValue: 2)]
    #expect(fields(review) == ["lead_agency"])
    review.leads = []
    #expect(fields(review) == ["lead_agency"])
  }

  @Test func `フォローアップ「要」には先の日と方法が要り、「否」には要らない`() {
    var review = complete(.close)
    review.followUp = FollowUpDecision(isNeeded: true)
    #expect(fields(review) == ["follow_up_on", "follow_up_how"])
    review.followUp = FollowUpDecision(isNeeded: true, on: today, how: "電話")
    #expect(fields(review) == ["follow_up_on"])
    review.followUp = FollowUpDecision(isNeeded: true, on: today.adding(days: 90), how: "電話")
    #expect(fields(review).isEmpty)
  }

  @Test func `中断には理由が要り、「その他」には事情が要る`() {
    var review = complete(.interrupt)
    review.interruptReason = nil
    #expect(fields(review) == ["interrupt_reason"])
    review.interruptReason = .other
    #expect(fields(review) == ["interrupt_words"])
    review.findings.interruptWords = "架空の事情"
    #expect(fields(review).isEmpty)
  }

  @Test func `最後の報告から役割の実施状況を写し、相談したいときは空けておく`() {
    #expect(ProgressState.allCases.map { RoleResult(following: $0) } == [.done, .partly, .notDone, nil])
  }
}

@Suite struct `評価の扱い` {
  @Test func `結果が使われるまでは直せる`() {
    for result in PlanReviewResult.allCases {
      #expect(ReviewStanding(isComplete: true, result: result, approved: [.plan], isPast: false).mayChange)
      #expect(ReviewStanding(isComplete: false, result: result, approved: [.close, .interrupt], isPast: true).mayChange)
    }
  }

  @Test func `会議が認めた評価と、次へ進んだ評価は直せず、どうすればよいかを言う`() {
    let agreed = ReviewStanding(isComplete: true, result: .close, approved: [.close], isPast: false)
    let used = ReviewStanding(isComplete: true, result: .replan, approved: [], isPast: true)
    #expect(agreed == .agreed && used == .used)
    for standing in [agreed, used] {
      #expect(!standing.mayChange)
      #expect(standing.problem?.sentence.hasSuffix("ください。") == true)
    }
    #expect(ReviewStanding(isComplete: true, result: .interrupt, approved: [.close], isPast: false).mayChange)
  }
}

@Suite struct `つなぎもどしとフォローアップ` {
  private let today = day("2026-11-26")

  @Test func `受け取るまで開いたままで、七日たつと目立つ`() {
    let item = HandBackItem(madeOn: today, takenOn: nil)
    #expect(item.isOpen)
    #expect(!item.isOverdue(today: today.adding(days: 6)))
    #expect(item.isOverdue(today: today.adding(days: 7)))
    #expect(!HandBackItem(madeOn: today, takenOn: today).isOverdue(today: today.adding(days: 30)))
  }

  @Test func `フォローアップの記録には確かめた日とようすが要る`() {
    #expect(FollowUp().problems(today: today).map(\.fieldID) == ["done_on", "words"])
    var done = FollowUp()
    done.doneOn = today.adding(days: 1)
    done.words = "架空のようす"
    done.nextOn = today
    #expect(done.problems(today: today).map(\.fieldID) == ["done_on", "next_on"])
  }

  @Test func `フォローアップは、その日が来て、まだ記録していないときに期日である`() {
    #expect(!FollowUp.isDue(today.adding(days: 1), doneOn: nil, today: today))
    #expect(FollowUp.isDue(today, doneOn: nil, today: today))
    #expect(!FollowUp.isDue(today, doneOn: today, today: today))
  }
}
