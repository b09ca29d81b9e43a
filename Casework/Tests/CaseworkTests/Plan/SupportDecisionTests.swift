import Testing

@testable import Casework

@Suite struct `市の支援決定` {
  private func decision(_ result: SupportDecisionResult?) -> SupportDecision {
    var decision = SupportDecision()
    decision.result = result
    decision.number = "R8-決00001"
    decision.deciderTitle = "課長"
    decision.deciderName = "架空 課長"
    decision.on = day("2026-11-21")
    decision.conditions = "三か月後に報告すること"
    decision.reason = "居場所が決まっていないため"
    decision.confirmsRest = true
    return decision
  }

  private func expectMissing(
    _ field: String, _ result: SupportDecisionResult? = .granted, _ pattern: PlanPattern = .programmesAndOthers,
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout SupportDecision) -> Void
  ) {
    var decision = decision(result)
    change(&decision)
    let problems = decision.problems(pattern, meeting: day("2026-11-20"), today: today)
    #expect(problems.map(\.fieldID) == [field], sourceLocation: sourceLocation)
    for problem in problems { expectHelpful(problem.sentence, sourceLocation: sourceLocation) }
  }

  @Test(arguments: SupportDecisionResult.allCases)
  func `そろった決定は記録できる`(_ result: SupportDecisionResult) {
    for pattern in [PlanPattern.programmesOnly, .programmesAndOthers] {
      #expect(decision(result).problems(pattern, meeting: day("2026-11-21"), today: today).isEmpty)
    }
  }

  @Test func `不決定には理由が、条件付きの決定には条件が要る`() {
    expectMissing("reason", .refused) { $0.reason = "　" }
    expectMissing("conditions", .grantedWithConditions) { $0.conditions = "" }
    expectMissing("result", nil) { _ in }
    var plain = decision(.granted)
    (plain.reason, plain.conditions) = ("", "")
    #expect(plain.problems(.programmesOnly, meeting: nil, today: today).isEmpty)
  }

  @Test func `番号と決定者の職・氏名と日付が要る`() {
    expectMissing("number") { $0.number = "" }
    expectMissing("decider_title") { $0.deciderTitle = "" }
    expectMissing("decider_name") { $0.deciderName = "" }
    expectMissing("decided_on") { $0.on = nil }
  }

  @Test func `決定日は先の日付にできず、会議より前にもできない`() {
    expectMissing("decided_on") { $0.on = day("2026-11-22") }
    expectMissing("decided_on") { $0.on = day("2026-11-19") }
  }

  @Test func `パターンBの決定には、ほかの支援の確認が要る。不決定とAには要らない`() {
    expectMissing("confirms_rest") { $0.confirmsRest = false }
    for (result, pattern) in [(SupportDecisionResult.refused, PlanPattern.programmesAndOthers), (.granted, .programmesOnly)] {
      var decision = decision(result)
      decision.confirmsRest = false
      #expect(decision.problems(pattern, meeting: nil, today: today).isEmpty)
    }
  }
}
