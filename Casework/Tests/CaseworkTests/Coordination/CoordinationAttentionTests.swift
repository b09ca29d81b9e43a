import Testing

@testable import Casework

@Suite struct `多機関協働で気にかけること` {
  private func signals(_ stage: CoordinationStage, since: String = "2026-11-20") -> CoordinationSignals {
    CoordinationSignals(stage: stage, stageSince: day(since))
  }

  @Test func `新しい依頼は、何よりも先に見る`() {
    var new = signals(.requested)
    new.isOwnTurn = true
    new.nextDay = day("2026-11-01")
    #expect(new.reasons(on: today) == [.newRequest, .dayPassed])
  }

  @Test func `予定日は、過ぎたら過ぎたと言い、七日前から近いと言う`() {
    var case7 = signals(.inSupport)
    for (ahead, expected) in [(-1, [CoordinationAttention.dayPassed]), (0, [.daySoon]), (7, [.daySoon]), (8, [])] {
      case7.nextDay = today.adding(days: ahead)
      #expect(case7.reasons(on: today) == expected, "\(ahead)日後")
    }
  }

  @Test func `支援が順調なあいだは、何も求めない`() {
    #expect(signals(.inSupport, since: "2025-01-01").reasons(on: today).isEmpty)
    #expect(signals(.closed, since: "2025-01-01").reasons(on: today).isEmpty)
  }

  @Test func `同じ段階が六十日を超えると、気にかける`() {
    #expect(signals(.assessing, since: "2026-09-22").reasons(on: today).isEmpty)
    #expect(signals(.assessing, since: "2026-09-21").reasons(on: today) == [.longInStage])
  }

  @Test func `終わった事例の同意の期限は、気にかけない`() {
    var ended = signals(.closed)
    ended.consentUntil = today
    #expect(ended.reasons(on: today).isEmpty)
    var running = signals(.inSupport)
    running.consentUntil = today.adding(days: 30)
    #expect(running.reasons(on: today) == [.consentEnds])
  }

  @Test func `どの理由にも、別の日本語がある`() {
    let labels = CoordinationAttention.allCases.map(\.label)
    #expect(Set(labels).count == labels.count)
  }
}
