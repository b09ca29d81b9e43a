import Testing

@testable import Casework

@Suite struct `実施の状況` {
  @Test func `予定どおりなら一押しで足り、ほかの状況には一文が要る`() throws {
    #expect(try ProgressReport.told(.asPlanned, words: "").state == .asPlanned)
    for state in [ProgressState.partly, .notStarted, .needsTalk] {
      #expect(throws: FieldProblem.self) { try ProgressReport.told(state, words: " ") }
      #expect(try ProgressReport.told(state, words: "電話がつながらない").words == "電話がつながらない")
    }
  }

  @Test func `状況を選ばなければ報告にならない`() {
    #expect(throws: FieldProblem("state", "状況が選ばれていません。「予定どおり」などから一つ選んでください。")) {
      try ProgressReport.told(nil, words: "元気")
    }
  }

  @Test func `三十日聞いていなければ、尋ねることを勧める`() {
    let last = day("2026-11-01")
    #expect(!ProgressReport.isQuiet(since: last, today: day("2026-11-30")))
    #expect(ProgressReport.isQuiet(since: last, today: day("2026-12-01")))
  }
}

@Suite struct `モニタリング` {
  private let today = day("2026-11-26")

  private var complete: Monitoring {
    var monitoring = Monitoring()
    monitoring.heldOn = today
    monitoring.findings = "架空のようす"
    monitoring.outcome = .goOn
    monitoring.nextOn = today.adding(days: 90)
    return monitoring
  }

  @Test func `した日・わかったこと・これからどうするかが要る`() {
    #expect(complete.problems(today: today).isEmpty)
    #expect(Monitoring().problems(today: today).map(\.fieldID) == ["held_on", "findings", "outcome"])
  }

  @Test func `先の日のモニタリングは記録できず、次の日は明日からである`() {
    var early = complete
    early.heldOn = today.adding(days: 1)
    #expect(early.problems(today: today).map(\.fieldID) == ["held_on"])
    var past = complete
    past.nextOn = today
    #expect(past.problems(today: today).map(\.fieldID) == ["next_on"])
  }

  @Test func `再プラン・終結・中断の結論は、それぞれの評価につながる`() {
    #expect(MonitoringOutcome.allCases.map(\.review) == [nil, nil, .replan, .close, .interrupt])
  }
}
