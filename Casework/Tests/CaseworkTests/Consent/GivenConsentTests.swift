import Testing

@testable import Casework

@Suite struct `同意の内容` {
  private let east = AgencyID(rawValue: 10)
  private let west = AgencyID(rawValue: 11)

  private var complete: GivenConsent {
    var consent = GivenConsent()
    consent.how = .signature
    consent.on = day("2026-11-20")
    consent.explainedOn = day("2026-11-20")
    consent.explainedBy = "架空 結"
    consent.rulesVersion = "令和8年4月版"
    return consent
  }

  private func fields(_ change: (inout GivenConsent) -> Void) -> [String] {
    var consent = complete
    change(&consent)
    let problems = consent.problems(on: today)
    for problem in problems { expectHelpful(problem.sentence) }
    return problems.map(\.fieldID)
  }

  @Test func `同意日・方法・説明した日と人・取扱規程の版がそろえば記録できる`() {
    #expect(complete.problems(on: today) == [])
    #expect(
      GivenConsent().problems(on: today).map(\.fieldID) == ["given_on", "explained_on", "how", "explained_by", "rules_version"])
  }

  @Test func `日付は、説明・同意・期限の順に並ぶ`() {
    #expect(fields { $0.on = day("2026-11-22") } == ["given_on"])
    #expect(fields { $0.explainedOn = day("2026-11-21") } == ["explained_on"])
    #expect(fields { $0.until = day("2026-11-19") } == ["until_on"])
    #expect(fields { $0.until = day("2026-11-20") } == [])
  }

  @Test func `代筆には代筆者と理由の両方が要る`() {
    #expect(fields { $0.how = .proxy(writer: "", reason: " ") } == ["proxy_writer", "proxy_reason"])
    #expect(fields { $0.how = .proxy(writer: "架空 実", reason: "手が不自由なため") } == [])
    #expect(fields { $0.how = .oral } == [])
  }

  @Test func `機関を限る同意は、その機関だけに及び、除いた機関には決して及ばない`() {
    var consent = complete
    #expect(consent.covers(east) && consent.covers(west))
    consent.excluded = [west]
    #expect(consent.covers(east) && !consent.covers(west))
    consent.scope = .named
    #expect(!consent.covers(east) && fields { $0.scope = .named } == ["named"])
    consent.named = [east]
    #expect(consent.covers(east) && !consent.covers(west))
    let (east, both) = (east, Set([east]))
    #expect(
      fields {
        $0.scope = .named
        $0.named = both
        $0.excluded = [east]
      } == ["excluded"])
  }

  @Test func `取消しは、有効な同意に、同意日から今日までの日付でする`() {
    func problems(_ iso: String?, _ state: ConsentState = .given) -> Int {
      let found = ConsentWithdrawal.problems(on: iso.map { day($0) }, givenOn: day("2026-11-10"), state: state, today: today)
      for problem in found { expectHelpful(problem.sentence) }
      return found.count
    }
    #expect(problems("2026-11-10") == 0 && problems("2026-11-21") == 0)
    #expect(problems(nil) == 1 && problems("2026-11-22") == 1 && problems("2026-11-09") == 1)
    #expect(problems("2026-11-21", .withdrawn) == 1 && problems("2026-11-21", .refused) == 1 && problems("2026-11-21", .expired) == 0)
  }
}
