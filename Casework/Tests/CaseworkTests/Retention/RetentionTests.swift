import Testing

@testable import Casework

@Suite struct `保存期間` {
  private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
  private let five = RetentionClass(record: .consultation, years: 5)

  @Test(arguments: [
    ("2026-04-01", "2027-04-01"), ("2027-03-31", "2027-04-01"), ("2027-04-01", "2028-04-01"), ("2026-01-10", "2026-04-01"),
    ("2028-02-29", "2028-04-01"),
  ])
  func `起算日は、終結した年度の翌年度の4月1日である`(_ closed: String, _ begins: String) throws {
    #expect(RetentionClock.begins([try day(closed)]) == (try day(begins)))
  }

  @Test func `五年保存は、起算日から五年目の3月31日に満了する`() throws {
    let begins = try day("2027-04-01")
    #expect(RetentionClock.ends(from: begins, five) == (try day("2032-03-31")))
    #expect(RetentionClock.ends(from: begins, RetentionClass(record: .programmeUse, years: 30)) == (try day("2057-03-31")))
    #expect(RetentionClock.ends(from: begins, RetentionClass(record: .programmeUse, years: nil)) == nil)
  }

  @Test func `最後に終わった流れから数え、一つでも開いていれば始まらない`() throws {
    let (early, late) = (try day("2026-05-01"), try day("2028-05-01"))
    #expect(RetentionClock.begins([late, early]) == (try day("2029-04-01")))
    #expect(RetentionClock.begins([early, nil]) == nil)
    #expect(RetentionClock.begins([]) == nil)
  }

  @Test func `再開すると時計は止まり、次の終結から数え直す`() throws {
    let today = try day("2032-04-01")
    let closed = try day("2026-05-01")
    func standing(_ threads: [CivilDate?]) -> RetentionStanding {
      .of(threads: threads, klass: five, holds: [], hasOpenDisclosure: false, today: today)
    }
    #expect(standing([closed]) == .over(ended: try day("2032-03-31")))
    #expect(standing([nil]) == .open)
    #expect(standing([try day("2031-06-01")]) == .kept(until: try day("2037-03-31")))
  }

  @Test func `満了の日のあいだは保存し、翌日から廃棄できる`() throws {
    func isOver(_ today: String) throws -> Bool {
      RetentionStanding.of(
        threads: [try day("2026-05-01")], klass: five, holds: [], hasOpenDisclosure: false, today: try day(today)
      ).isOver
    }
    #expect(try !isOver("2032-03-31"))
    #expect(try isOver("2032-04-01"))
  }

  @Test func `差止めのあいだと、開示の請求が終わるまでは、期間が満了しても廃棄できない`() throws {
    let today = try day("2040-01-01")
    func standing(_ holds: [RecordsHold], disclosure: Bool = false) throws -> RetentionStanding {
      .of(threads: [try day("2026-05-01")], klass: five, holds: holds, hasOpenDisclosure: disclosure, today: today)
    }
    #expect(try standing([RecordsHold(until: nil)]) == .held(until: nil))
    #expect(try standing([RecordsHold(until: today)]) == .held(until: today))
    #expect(try standing([RecordsHold(until: today.adding(days: -1))]).isOver)
    #expect(try standing([], disclosure: true) == .held(until: nil))
    #expect(try standing([RecordsHold(until: today), RecordsHold(until: nil)]) == .held(until: nil))
  }

  @Test func `永年保存は、差止めがあってもなくても廃棄できない`() throws {
    let klass = RetentionClass(record: .programmeUse, years: nil)
    let standing = RetentionStanding.of(
      threads: [try day("1990-05-01")], klass: klass, holds: [RecordsHold(until: nil)], hasOpenDisclosure: false,
      today: try day("2090-01-01"))
    #expect(standing == .permanent)
  }

  @Test func `多機関協働を利用した事例は、同意のない時期があっても利用した事例である`() {
    #expect(RetainedRecord.of(usedProgramme: true, endedWithoutConsent: true) == .programmeUse)
    #expect(RetainedRecord.of(usedProgramme: false, endedWithoutConsent: true) == .preConsent)
    #expect(RetainedRecord.of(usedProgramme: false, endedWithoutConsent: false) == .consultation)
  }

  @Test func `ふだんの保存区分は五年で、同意のないまま終わった事例はそれより短い`() throws {
    #expect(RetentionClass.problem(RetentionClass.usual) == nil)
    let years = Dictionary(uniqueKeysWithValues: RetentionClass.usual.map { ($0.record, $0.years ?? 0) })
    #expect(years[.programmeUse] == 5 && years[.consultation] == 5 && (years[.preConsent] ?? 99) < 5)
    #expect(RetentionClass.problem([five]) != nil)
    let wrong = RetainedRecord.allCases.map { RetentionClass(record: $0, years: 0) }
    #expect(RetentionClass.problem(wrong)?.contains("1〜100年") == true)
  }

  @Test func `自分が申請した廃棄は承認できない`() {
    #expect(!DisposalRule.mayAnswer(proposedBy: StaffID(rawValue: 1), StaffID(rawValue: 1)))
    #expect(DisposalRule.mayAnswer(proposedBy: StaffID(rawValue: 1), StaffID(rawValue: 2)))
  }

  @Test func `承認しないときと、外した事例があるときは、理由が要る`() {
    #expect(DisposalRule.problems(approves: false, struck: 0, lines: 2, words: "").map(\.fieldID) == ["words"])
    #expect(DisposalRule.problems(approves: true, struck: 1, lines: 2, words: "").map(\.fieldID) == ["words"])
    #expect(DisposalRule.problems(approves: true, struck: 2, lines: 2, words: "理由").map(\.fieldID) == ["struck"])
    #expect(DisposalRule.problems(approves: true, struck: 0, lines: 2, words: "").isEmpty)
  }
}
