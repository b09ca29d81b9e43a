import Testing

@testable import Casework

@Suite struct `本人開示` {
  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  private func request(_ change: (inout DisclosureRequest) -> Void = { _ in }) throws -> DisclosureRequest {
    var request = DisclosureRequest()
    request.requester = .person
    request.name = "架空 花子"
    request.identity = "01"
    request.kinds = [.note]
    request.receivedOn = try day("2026-11-20")
    change(&request)
    return request
  }

  @Test func `期限は、受け付けた日の翌日から数えて30日目である`() throws {
    #expect(DisclosureDeadline.due(receivedOn: try day("2026-11-20")) == (try day("2026-12-20")))
    #expect(DisclosureDeadline.due(receivedOn: try day("2026-11-20"), isExtended: true) == (try day("2027-01-19")))
    #expect(DisclosureDeadline.due(receivedOn: try day("2028-02-01")) == (try day("2028-03-02")), "うるう年")
  }

  @Test func `延長は、期限のうちに、一度だけ、理由を添えてできる`() throws {
    let (due, today) = (try day("2026-12-20"), try day("2026-12-20"))
    func problems(_ stage: DisclosureStage = .drafting, extended: Bool = false, reason: String = "量が多いため", today: CivilDate) -> Int {
      DisclosureDeadline.extensionProblems(stage, due: due, isExtended: extended, reason: reason, today: today).count
    }
    #expect(problems(today: today) == 0)
    #expect(problems(extended: true, today: today) == 1)
    #expect(problems(reason: "　", today: today) == 1)
    #expect(problems(today: today.adding(days: 1)) == 1)
    #expect(problems(.finished, today: today) == 1)
  }

  @Test func `期限切れは、終わっていない請求だけに言う`() throws {
    let (due, later) = (try day("2026-12-20"), try day("2026-12-21"))
    #expect(DisclosureDeadline.isOverdue(.drafting, due: due, today: later))
    #expect(DisclosureDeadline.isOverdue(.looking, due: due, today: later))
    #expect(!DisclosureDeadline.isOverdue(.finished, due: due, today: later))
    #expect(!DisclosureDeadline.isOverdue(.drafting, due: due, today: due))
  }

  @Test func `請求には、だれが・本人確認・種類・受け付けた日が要り、代理人には資格の書類も要る`() throws {
    let today = try day("2026-11-21")
    #expect(try request().problems(today: today).isEmpty)
    #expect(
      DisclosureRequest().problems(today: today).map(\.fieldID) == ["received_on", "requester", "requester_name", "identity", "kinds"])
    #expect(try request { $0.requester = .authorised }.problems(today: today).map(\.fieldID) == ["requester_basis"])
    #expect(try request { $0.receivedOn = today.adding(days: 1) }.problems(today: today).map(\.fieldID) == ["received_on"])
    let until = try day("2026-01-01")
    #expect(
      try request {
        $0.from = until.adding(days: 1)
        $0.until = until
      }.problems(today: today).map(\.fieldID) == ["until"])
  }

  @Test(arguments: [
    ("", PassageNature.fact), ("本人", .fact), ("本人、家族（子）", .fact), ("家族（子）", .heard), ("近隣・民生委員", .heard),
    ("関係機関（架空病院）", .otherAgency), ("関係機関（架空病院）、家族", .otherAgency), ("関係機関、本人", .fact), ("その他（架空）", .heard),
  ])
  func `事実の欄は、相手によって、本人から・ほかの人から・ほかの機関からに分かれる`(_ counterparts: String, _ nature: PassageNature) {
    #expect(PassageNature.ofFacts(counterparts: counterparts) == nature)
  }

  private func review(_ decision: PassageDecision?, terms: [String] = [], reason: String = "", words: String = "") -> PassageReview {
    var review = PassageReview()
    (review.decision, review.terms, review.reason, review.words) = (decision, terms, reason, words)
    return review
  }

  @Test func `伏せる・開示しないには条文が要り、伏せることばは文の中になければならない`() {
    func fields(_ review: PassageReview, others: [String] = []) -> [String] {
      review.problems(text: "架空 実さんが来た", nature: .fact, others: others).map(\.fieldID)
    }
    #expect(fields(review(nil)) == ["decision"])
    #expect(fields(review(.open)).isEmpty)
    #expect(fields(review(.open), others: ["架空 実"]) == ["words"])
    #expect(fields(review(.open, words: "本人も知っている"), others: ["架空 実"]).isEmpty)
    #expect(fields(review(.masked)) == ["terms", "reason"])
    #expect(fields(review(.masked, terms: ["別の人"], reason: "2")) == ["terms"])
    #expect(fields(review(.masked, terms: ["架空実"], reason: "2")).isEmpty)
    #expect(fields(review(.masked, terms: ["来た"], reason: "2"), others: ["架空 実"]) == ["terms"], "ほかの人の名前が残る")
    #expect(fields(review(.masked, terms: ["来た"], reason: "2", words: "本人も知っている"), others: ["架空 実"]).isEmpty)
    #expect(fields(review(.withheld)) == ["reason"])
    #expect(fields(review(.withheld, reason: "7")).isEmpty)
  }

  @Test func `法令により開示しない記録は、開示に変えられない`() {
    for decision in [PassageDecision.open, .masked] {
      #expect(
        review(decision, terms: ["語"], reason: "2").problems(text: "語", nature: .closedByLaw, others: []).map(\.fieldID) == ["decision"])
    }
  }

  @Test func `決めていない一節と開示しない一節からは、何も出ていかない`() {
    #expect(PassageReview.result("架空の文", nil, terms: []) == nil)
    #expect(PassageReview.result("架空の文", .withheld, terms: []) == nil)
    #expect(PassageReview.result("架空の文", .open, terms: ["文"]) == "架空の文")
    #expect(PassageReview.result("架空の文", .masked, terms: ["架空"]) == "■■■の文")
  }

  @Test func `すべての一節を決めるまで、二人目の確認は頼めない`() {
    #expect(SecondLook.problems(undecided: 1, passages: 3).count == 1)
    #expect(SecondLook.problems(undecided: 0, passages: 3).isEmpty)
    #expect(SecondLook.problems(undecided: 0, passages: 0).isEmpty, "記録がないという答えも、二人で確かめて出せる")
  }

  @Test func `作成に加わった人は、二人目になれない`() {
    let (first, second) = (StaffID(rawValue: 1), StaffID(rawValue: 2))
    #expect(!SecondLook.mayLook(first, preparedBy: [first]))
    #expect(SecondLook.mayLook(second, preparedBy: [first]))
  }
}
