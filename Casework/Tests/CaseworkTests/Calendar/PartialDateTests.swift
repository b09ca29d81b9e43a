import Foundation
import Testing

@testable import Casework

@Suite struct `部分日付と年齢` {
  @Test(arguments: ["1944-03-05", "1944-03", "1944", "age:80-89@2026-11-21", "age:82-82@2026-11-21", ""])
  func `保存した形から同じ日付に戻る`(_ stored: String) throws {
    let date = try #require(PartialDate(stored: stored))
    #expect(date.stored == stored)
    #expect(try JSONDecoder().decode(PartialDate.self, from: JSONEncoder().encode(date)) == date)
  }

  @Test(arguments: [
    "1944-13", "194", "1944-3", "age:89-80@2026-11-21", "age:80@2026-11-21", "age:80-89", "age:80-89@2026-11-31", "80代",
    "age:99999999999999999999-1@2026-11-21",
  ])
  func `知らない形は読まない`(_ stored: String) {
    #expect(PartialDate(stored: stored) == nil)
  }

  @Test(arguments: [
    ("1944-03-05", "昭和19年3月5日(1944-03-05)"), ("1944-03", "昭和19年3月(1944年3月)"), ("1944", "昭和19年(1944年)"), ("1989", "昭和64年・平成元年(1989年)"),
    ("1989-01", "昭和64年・平成元年1月(1989年1月)"), ("age:80-89@2026-11-21", "80代(令和8年11月21日現在)"), ("", "不詳"), ("1860", "1860年"),
  ])
  func `和暦と西暦で示す`(_ stored: String, _ shown: String) {
    #expect(PartialDate(stored: stored)?.inJapanese == shown)
  }

  @Test(arguments: [
    ("1944-03-05", "82歳"), ("1944-11-21", "82歳"), ("1944-11-22", "81歳"), ("1944-11", "81〜82歳"), ("1944", "81〜82歳"), ("1944-03", "82歳"),
    ("age:80-89@2026-11-21", "80代"),
    ("age:80-89@2021-11-21", "85〜94歳"), ("age:82-82@2026-11-21", "82歳"), ("2026-11-21", "0歳"), ("2026", "0歳"),
  ])
  func `年齢は分かる範囲で示す`(_ stored: String, _ label: String) {
    #expect(PartialDate(stored: stored)?.age(on: today)?.label == label)
  }

  @Test func `不詳と生まれる前には年齢がない`() {
    #expect(PartialDate.unknown.age(on: today) == nil)
    #expect(PartialDate.day(day("2026-11-22")).age(on: today) == nil)
  }

  @Test func `年齢は誕生日の前日の終わりに達する`() {
    let born = day("1961-11-22")
    #expect(LegalAge.reached(65, born: born) == day("2026-11-21"))
    #expect(LegalAge.age(born: born, on: day("2026-11-21")) == 64)
    #expect(LegalAge.age(born: born, on: day("2026-11-22")) == 65)
    #expect(LegalAge.reached(6, born: day("2020-04-01")) == day("2026-03-31"))
  }

  @Test func `2月29日生まれは平年も2月28日の終わりに達する`() {
    let born = day("2008-02-29")
    #expect(LegalAge.reached(18, born: born) == day("2026-02-28"))
    #expect(LegalAge.reached(16, born: born) == day("2024-02-28"))
    #expect(LegalAge.age(born: born, on: day("2026-02-28")) == 17)
    #expect(LegalAge.age(born: born, on: day("2026-03-01")) == 18)
  }

  @Test func `到達日の翌日からその年齢である`() {
    for number in stride(from: day("1920-01-01").dayNumber, through: day("2010-12-31").dayNumber, by: 11) {
      let born = CivilDate(dayNumber: number)
      for age in [1, 18, 40, 65, 75] {
        let reached = LegalAge.reached(age, born: born)
        #expect(LegalAge.age(born: born, on: reached) == age - 1)
        #expect(LegalAge.age(born: born, on: reached.adding(days: 1)) == age)
      }
    }
  }

  @Test func `部分日付は重なれば矛盾しない`() throws {
    let exact = PartialDate.day(day("1944-03-05"))
    #expect(exact.isCompatible(with: .year(1944)) && exact.isCompatible(with: .unknown))
    #expect(!exact.isCompatible(with: .month(year: 1944, month: 4)))
    #expect(exact.isCompatible(with: try #require(PartialDate(stored: "age:80-89@2026-11-21"))))
    #expect(!exact.isCompatible(with: try #require(PartialDate(stored: "age:70-79@2026-11-21"))))
  }

  @Test func `年齢の幅は向きが正しくなければ作れない`() {
    #expect(AgeRange(-1, 3) == nil && AgeRange(5, 4) == nil)
    #expect(AgeRange(80, 81)?.label == "80〜81歳" && AgeRange(0, 9)?.label == "0〜9歳")
    #expect(AgeRange(64, 66)?.isCertainly(atLeast: 65) == false && AgeRange(65, 66)?.isCertainly(atLeast: 65) == true)
  }
}

@Suite struct `時刻` {
  @Test(arguments: [
    ("9:00", "09:00"), ("0900", "09:00"), ("９時３０分", "09:30"), ("9時", "09:00"), ("9時半", "09:30"), ("午後3時", "15:00"), ("午後12時30分", "12:30"),
    ("23:59", "23:59"), ("930", "09:30"),
    ("午前9時5分", "09:05"), ("午前12時", "00:00"),
  ])
  func `窓口で書く形を読む`(_ typed: String, _ stored: String) {
    #expect(ClockTime(typed)?.stored == stored)
  }

  @Test(arguments: ["", "24:00", "9:60", "9", "あさ", "9:0:0", "午後13時", "12345", "9:"])
  func `ない時刻は直し方を言う`(_ typed: String) {
    guard case .failure(let problem) = ClockTime.parse(typed) else {
      Issue.record("read \(typed)")
      return
    }
    expectHelpful(problem.message)
  }

  @Test func `時刻は一日を通して元に戻る`() {
    for minute in 0..<1440 {
      let time = ClockTime(hour: minute / 60, minute: minute % 60)
      #expect(time != nil && ClockTime(time?.stored ?? "") == time && ClockTime(time?.inJapanese ?? "") == time)
    }
  }
}
