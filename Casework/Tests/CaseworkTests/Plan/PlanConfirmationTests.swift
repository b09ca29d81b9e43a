import Testing

@testable import Casework

@Suite struct `プランのパターンと確定` {
  @Test func `事業の利用とほかの支援の有無で、パターンが決まる`() {
    var plan = PlanDraft()
    #expect(plan.pattern == .othersOnly)
    plan.items = [PlanItem(action: "家族で話す", owner: .family(name: "母")), PlanItem(action: "朝起きる", owner: .person)]
    #expect(plan.pattern == .othersOnly)
    plan.uses = [ProgrammeUse(.outreach)]
    #expect(plan.pattern == .programmesOnly, "本人と家族がすることは、ほかの支援ではない")
    plan.items.append(PlanItem(action: "訪問する", owner: .agency(placeAgency, person: ""), programme: .outreach))
    #expect(plan.pattern == .programmesOnly)
    plan.items.append(PlanItem(action: "介護の相談", owner: .agency(careAgency, person: "")))
    #expect(plan.pattern == .programmesAndOthers)
    plan.uses = []
    #expect(plan.pattern == .programmesAndOthers, "支援内容が事業のものなら、利用の欄が空でも事業を含む")
    plan.items.removeAll { $0.programme != nil }
    #expect(plan.pattern == .othersOnly)
  }

  /// Whatever else changes, the pattern stays; and the rows alone decide it.
  @Test func `パターンは支援内容と事業の利用だけで決まり、ほかの記載では変わらない`() {
    var dice = PlanDice(seed: 3)
    var seen: Set<PlanPattern> = []
    for _ in 0..<2_000 {
      var plan = PlanDraft()
      plan.items = (0..<dice.below(4)).map { _ in randomItem(&dice) }
      plan.uses = PlanProgramme.allCases.filter { _ in dice.below(3) == 0 }.map { ProgrammeUse($0) }
      let pattern = plan.pattern
      seen.insert(pattern)
      let uses = !plan.uses.isEmpty || plan.items.contains { $0.programme != nil }
      #expect((pattern == .othersOnly) == !uses)
      var other = completePlan()
      (other.items, other.uses) = (plan.items.reversed(), plan.uses.reversed())
      other.issues = String(dice.below(9))
      other.agreement.how = nil
      other.roles = []
      for index in other.items.indices { other.items[index].remarks = "変えた" }
      #expect(other.pattern == pattern)
    }
    #expect(seen == Set(PlanPattern.allCases))
  }

  private func randomItem(_ dice: inout PlanDice) -> PlanItem {
    let owners: [ItemOwner?] = [nil, .person, .family(name: "母"), .agency(careAgency, person: "")]
    let programmes: [PlanProgramme?] = [nil, nil, .outreach, .participation]
    return PlanItem(action: "架空", owner: owners[dice.below(4)], programme: programmes[dice.below(4)])
  }

  @Test func `AとBは市の支援決定の日に、Cは会議の日に確定する`() {
    let (meeting, decision) = (day("2026-11-20"), day("2026-11-25"))
    for pattern in [PlanPattern.programmesOnly, .programmesAndOthers] {
      #expect(PlanConfirmation.confirmedOn(pattern, meeting: meeting, decision: decision) == decision)
      #expect(PlanConfirmation.confirmedOn(pattern, meeting: meeting, decision: nil) == nil)
    }
    #expect(PlanConfirmation.confirmedOn(.othersOnly, meeting: meeting, decision: nil) == meeting)
    #expect(PlanConfirmation.confirmedOn(.othersOnly, meeting: nil, decision: decision) == nil)
  }

  @Test func `確定日は会議の日より前にならない`() {
    var dice = PlanDice(seed: 7)
    for _ in 0..<2_000 {
      let meeting = day("2026-11-20").adding(days: dice.below(60))
      let decision = day("2026-11-20").adding(days: dice.below(60))
      for pattern in PlanPattern.allCases {
        if let confirmed = PlanConfirmation.confirmedOn(pattern, meeting: meeting, decision: decision) { #expect(confirmed >= meeting) }
        #expect(PlanConfirmation.confirmedOn(pattern, meeting: nil, decision: decision) == nil)
      }
    }
  }

  @Test func `日付はアセスメント・作成・会議・支援決定の順でなければならない`() {
    let days = (day("2026-11-01"), day("2026-11-02"), day("2026-11-03"), day("2026-11-04"))
    #expect(PlanConfirmation.orderProblems(assessment: days.0, draft: days.1, meeting: days.2, decision: days.3).isEmpty)
    #expect(PlanConfirmation.orderProblems(assessment: days.0, draft: days.0, meeting: days.0, decision: days.0).isEmpty, "同じ日でよい")
    #expect(PlanConfirmation.orderProblems(assessment: nil, draft: nil, meeting: nil, decision: days.0).isEmpty)
    let wrong = PlanConfirmation.orderProblems(assessment: days.1, draft: days.0, meeting: nil, decision: day("2026-10-31"))
    #expect(wrong.map(\.fieldID) == ["drafted_on", "decided_on"])
    for problem in wrong { expectHelpful(problem.sentence) }
  }

  @Test(arguments: PlanPattern.allCases)
  func `確定のしかたをパターンごとに一文で言う`(_ pattern: PlanPattern) {
    #expect(PlanConfirmation.sentence(pattern).contains("パターン\(pattern.letter)です。"))
    #expect(PlanConfirmation.sentence(pattern).contains("市の支援決定で確定") == (pattern != .othersOnly))
  }
}

@Suite struct `事業の利用の始まり` {
  private let before = day("2026-11-20")
  private let decision = day("2026-11-25")
  private let after = day("2026-11-26")

  @Test func `支援決定の前は利用中にならない`() {
    let use = ProgrammeUse(.participation, content: "居場所", provider: placeAgency)
    #expect(!use.isActive(on: before, decision: nil))
    #expect(!use.isActive(on: before, decision: decision))
    #expect(use.isActive(on: decision, decision: decision))
    if let refusal = use.refusal(on: before, decision: decision) { expectHelpful(refusal.sentence) } else { Issue.record("not refused") }
    #expect(use.refusal(on: decision, decision: decision) == nil)
  }

  @Test func `先に始めた日と理由があるときだけ、支援決定の前から利用中になる`() {
    for programme in PlanProgramme.allCases {
      var use = ProgrammeUse(programme, content: "訪問", provider: placeAgency)
      use.beganOn = before
      #expect(!use.isActive(on: before, decision: nil), "理由がない")
      #expect(use.refusal(on: before, decision: nil) != nil)
      use.beganReason = "プランの前から関わっていたため"
      #expect(use.isActive(on: before, decision: nil))
      #expect(!use.isActive(on: before.adding(days: -1), decision: nil))
      #expect(use.refusal(on: before, decision: nil) == nil)
    }
  }

  @Test func `利用の期間の外は利用中でない`() {
    var use = ProgrammeUse(.outreach)
    (use.from, use.until) = (after, day("2026-12-31"))
    #expect(!use.isActive(on: decision, decision: decision))
    #expect(use.isActive(on: after, decision: decision))
    #expect(!use.isActive(on: day("2027-01-01"), decision: decision))
  }

  @Test func `作成日より前に始まる利用は、先に始めた日と理由がなければ断る`() {
    var plan = completePlan()
    plan.uses[0].from = day("2026-11-01")
    #expect(plan.problems().map(\.fieldID) == ["use.participation.began_on"])
    plan.uses[0].beganOn = day("2026-11-01")
    #expect(plan.problems().map(\.fieldID) == ["use.participation.began_reason"])
    plan.uses[0].beganReason = "見学だけ先に行ったため"
    #expect(plan.problems().isEmpty)
    plan.uses[0].beganOn = nil
    #expect(plan.problems().map(\.fieldID) == ["use.participation.began_on"])
  }
}

/// The same numbers every time.
struct PlanDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
