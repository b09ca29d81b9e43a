import Testing

@testable import Casework

let careAgency = AgencyID(rawValue: 11)
let placeAgency = AgencyID(rawValue: 12)

/// A complete plan of pattern B with one row for 包括東 and one of 参加支援.
func completePlan() -> PlanDraft {
  var plan = PlanDraft()
  plan.draftedOn = day("2026-11-21")
  plan.issues = "息子の孤立と母の介護"
  plan.goalWords = "息子と二人で、この家で暮らしたい"
  plan.goalLong = "二人とも相談できる人がいる"
  plan.goalShort = "週に一度、家の外に出る"
  plan.policy = "母の介護と息子の社会参加を並行して支える"
  var care = PlanItem(action: "介護保険の申請を手伝う", owner: .agency(careAgency, person: "架空 花子"))
  care.from = day("2026-12-01")
  plan.items = [care, PlanItem(action: "居場所に通う", owner: .agency(placeAgency, person: ""), programme: .participation)]
  plan.roles = [RoleShare(agency: careAgency, person: "架空 花子", role: "母の介護", isMain: true)]
  plan.uses = [ProgrammeUse(.participation, content: "週に一度の居場所", provider: placeAgency)]
  plan.from = day("2026-12-01")
  plan.until = day("2027-05-31")
  plan.monitoring = [day("2027-02-26")]
  plan.agreement = PlanAgreement(on: day("2026-11-21"), how: .signature)
  return plan
}

@Suite struct `プランに要ること` {
  private func expectMissing(
    _ field: String, _ circumstances: PlanCircumstances = PlanCircumstances(), sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout PlanDraft) -> Void
  ) {
    var plan = completePlan()
    change(&plan)
    let problems = plan.problems(circumstances)
    #expect(problems.map(\.fieldID) == [field], sourceLocation: sourceLocation)
    for problem in problems { expectHelpful(problem.sentence, sourceLocation: sourceLocation) }
  }

  @Test func `そろったプランに足りないものはない`() {
    #expect(completePlan().problems().isEmpty)
    #expect(completePlan().warnings().isEmpty)
  }

  @Test func `目標・課題・方向性がなければ会議に諮れない`() {
    expectMissing("issues") { $0.issues = "　" }
    expectMissing("goal_long") { $0.goalLong = "" }
    expectMissing("goal_short") { $0.goalShort = "" }
    expectMissing("policy") { $0.policy = "" }
  }

  @Test func `支援内容はひとつ以上、どれも実施することと担い手をもつ`() {
    expectMissing("items") { $0.items = [] }
    expectMissing("item.1.action") { $0.items[0].action = " " }
    expectMissing("item.2.owner") { $0.items[1].owner = nil }
    expectMissing("item.2.programme") {
      $0.items[1].programme = .outreach
      $0.agreement = PlanAgreement(on: day("2026-11-21"), how: .oral)
    }
  }

  @Test func `役割分担はひとつ以上、主担当は二つない`() {
    expectMissing("roles") { $0.roles = [] }
    expectMissing("role.1.agency") { $0.roles[0].agency = nil }
    expectMissing("role.1.role") { $0.roles[0].role = "" }
    expectMissing("roles") { $0.roles.append(RoleShare(agency: placeAgency, role: "居場所", isMain: true)) }
  }

  @Test func `主担当がなくても止めず、終結までに決めるよう勧める`() {
    var plan = completePlan()
    plan.roles[0].isMain = false
    plan.goalWords = ""
    #expect(plan.problems().isEmpty)
    #expect(plan.warnings().map(\.fieldID) == ["goal_words", "roles"])
    for warning in plan.warnings() { expectHelpful(warning.sentence) }
  }

  @Test func `期間の始まりは終わりより後にならない`() {
    expectMissing("period_from") { $0.from = nil }
    expectMissing("period_to") { $0.until = nil }
    expectMissing("period_to") { $0.until = day("2026-11-30") }
    expectMissing("item.1.until") { $0.items[0].until = day("2026-11-30") }
    expectMissing("item.1.from") { $0.items[0].from = day("2026-11-30") }
    expectMissing("item.1.from") { $0.items[0].until = day("2027-06-01") }
    var oneDay = completePlan()
    (oneDay.until, oneDay.monitoring) = (oneDay.from, [day("2026-12-01")])
    #expect(oneDay.problems().isEmpty)
  }

  @Test func `モニタリングは期間の中にひとつ以上ある`() {
    expectMissing("monitor.1") { $0.monitoring = [] }
    expectMissing("monitor.2") { $0.monitoring.append(day("2027-06-01")) }
    expectMissing("monitor.1") { $0.monitoring = [day("2026-11-30")] }
    var edges = completePlan()
    edges.monitoring = [day("2026-12-01"), day("2027-05-31")]
    #expect(edges.problems().isEmpty)
  }

  @Test func `パターンAとBには本人の同意・利用申込が要り、Cには要らない`() {
    expectMissing("agreed_on") { $0.agreement.on = nil }
    expectMissing("agreed_how") { $0.agreement.how = nil }
    var others = completePlan()
    others.uses = []
    others.items[1].programme = nil
    others.agreement = PlanAgreement()
    #expect(others.pattern == .othersOnly)
    #expect(others.problems().isEmpty)
  }

  @Test func `被保護世帯のプランには、保護の実施機関が入る`() {
    expectMissing("roles", PlanCircumstances(publicAssistance: placeAgency)) { _ in }
    var plan = completePlan()
    plan.roles.append(RoleShare(agency: placeAgency, role: "保護の実施機関として加わる"))
    #expect(plan.problems(PlanCircumstances(publicAssistance: placeAgency)).isEmpty)
  }

  @Test func `事業を使うなら、内容と提供する機関が要る`() {
    expectMissing("use.participation.content") { $0.uses[0].content = "" }
    expectMissing("use.participation.provider") { $0.uses[0].provider = nil }
    expectMissing("use.participation.until") {
      ($0.uses[0].from, $0.uses[0].until) = (day("2027-01-01"), day("2026-12-31"))
    }
  }

  @Test func `作成日はアセスメントを終えた日より前にならない`() {
    expectMissing("drafted_on", PlanCircumstances(assessedOn: day("2026-11-22"))) { _ in }
    #expect(completePlan().problems(PlanCircumstances(assessedOn: day("2026-11-21"))).isEmpty)
  }

  @Test func `何も書かれていないプランの足りないものは、一度にすべて知らせる`() {
    let problems = PlanDraft().problems()
    #expect(
      problems.map(\.fieldID) == [
        "issues", "goal_long", "goal_short", "policy", "items", "roles", "period_from", "period_to", "monitor.1",
      ])
    for problem in problems { expectHelpful(problem.sentence) }
  }

  @Test func `次の回は前の回の内容から始まり、日付と同意は改めて決める`() {
    let next = completePlan().carriedOver(on: day("2027-06-01"))
    #expect(next.issues == completePlan().issues && next.roles == completePlan().roles)
    #expect(next.items.map(\.action) == completePlan().items.map(\.action))
    #expect(next.draftedOn == day("2027-06-01") && next.from == nil && next.items[0].from == nil)
    #expect(next.monitoring.isEmpty && !next.agreement.isComplete)
    #expect(next.pattern == completePlan().pattern)
  }
}
