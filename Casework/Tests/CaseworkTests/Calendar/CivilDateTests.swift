import Testing

@testable import Casework

@Suite struct `年月日` {
  @Test func `ない日は作れない`() {
    for (year, month, day) in [
      (2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0), (0, 1, 1), (10_000, 1, 1), (1900, 2, 29),
    ] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func `通し番号と年月日は一対一である`() {
    var expected = day("1850-01-01").dayNumber
    for year in 1850...2200 {
      for month in 1...12 {
        for number in 1...CivilDate.days(inMonth: month, of: year) {
          guard let date = CivilDate(year: year, month: month, day: number) else {
            Issue.record("missing \(year)-\(month)-\(number)")
            return
          }
          #expect(date.dayNumber == expected && CivilDate(dayNumber: expected) == date)
          expected += 1
        }
      }
    }
    #expect(CivilDate(dayNumber: 0).iso == "1970-01-01")
    #expect(CivilDate(dayNumber: .max) == .latest && CivilDate(dayNumber: .min) == .earliest)
    #expect(CivilDate(dayNumber: CivilDate.earliest.dayNumber) == .earliest)
  }

  @Test func `文字にして戻すと同じ日になる`() {
    for number in stride(from: CivilDate.earliest.dayNumber, through: CivilDate.latest.dayNumber, by: 97) {
      let date = CivilDate(dayNumber: number)
      #expect(CivilDate(iso: date.iso) == date)
    }
  }

  @Test(arguments: ["2026-1-1", "2026-02-30", "2026/11/21", "", "２０２６-11-21", "2026-11-21 ", "+026-11-21", "2026-11-2x"])
  func `決まった形でない文字は読まない`(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func `月を足して応当日がないときは月末になる`() {
    #expect(day("2026-01-31").adding(months: 1).iso == "2026-02-28")
    #expect(day("2024-02-29").adding(months: 12).iso == "2025-02-28")
    #expect(day("2026-11-21").adding(months: -11).iso == "2025-12-21")
    #expect(day("2026-11-21").adding(months: 14).iso == "2028-01-21")
    #expect(CivilDate.latest.adding(months: 1) == .latest && CivilDate.earliest.adding(months: -1) == .earliest)
    #expect(day("2026-11-21").adding(months: .max) == .latest && day("2026-11-21").adding(days: .min) == .earliest)
  }

  @Test func `曜日は暦どおりである`() {
    #expect(day("2026-11-21").weekday.label == "土")
    #expect(day("1970-01-01").weekday == .thursday)
    #expect(day("1873-01-01").weekday == .wednesday)
    #expect(day("1969-12-28").weekday == .sunday)
  }

  @Test func `年度は4月から翌年3月までである`() {
    #expect(day("2026-03-31").fiscalYear == 2025)
    #expect(day("2026-04-01").fiscalYear == 2026)
    #expect(CivilDate.fiscalYearLabel(2026) == "令和8年度")
    #expect(CivilDate.fiscalYearLabel(2019) == "令和元年度")
    #expect(CivilDate.fiscalYearLabel(2018) == "平成30年度")
  }

  @Test func `日本の今日は協定世界時15時に変わる`() {
    #expect(CivilDate.of(epochSeconds: 0).iso == "1970-01-01")
    #expect(CivilDate.of(epochSeconds: 15 * 3600 - 1).iso == "1970-01-01")
    #expect(CivilDate.of(epochSeconds: 15 * 3600).iso == "1970-01-02")
    #expect(CivilDate.of(epochSeconds: -9 * 3600 - 1).iso == "1969-12-31")
    #expect(CivilDate.of(epochSeconds: -9 * 3600).iso == "1970-01-01")
    #expect(CivilDate.of(epochSeconds: .max) == .latest && CivilDate.of(epochSeconds: .min) == .earliest)
  }

  @Test func `日数は後の日を正に数える`() {
    #expect(day("2026-11-21").daysUntil(day("2026-11-28")) == 7)
    #expect(day("2026-11-28").daysUntil(day("2026-11-21")) == -7)
    #expect(day("2026-11-21") < day("2026-11-22"))
  }
}
