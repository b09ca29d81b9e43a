import Foundation
import Testing

@testable import Casework

@Suite struct `和暦` {
  /// Foundation's Japanese calendar is written by other people from other sources: an oracle.
  @Test func `明治6年から西暦2100年まで毎日、別の暦計算と一致する`() {
    var calendar = Calendar(identifier: .japanese)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    func parts(_ date: CivilDate) -> DateComponents {
      calendar.dateComponents([.era, .year, .month, .day], from: Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400))
    }
    var names: [Int: String] = [:]
    for (iso, name) in [("1900-01-01", "明治"), ("1920-01-01", "大正"), ("1950-01-01", "昭和"), ("2000-01-01", "平成"), ("2020-01-01", "令和")] {
      names[parts(day(iso)).era ?? -1] = name
    }
    #expect(names.count == 5)
    var wrong: [String] = []
    for number in day("1873-01-01").dayNumber...day("2100-12-31").dayNumber {
      let date = CivilDate(dayNumber: number)
      let oracle = parts(date)
      let year = oracle.year == 1 ? "元" : String(oracle.year ?? 0)
      let expected = "\(names[oracle.era ?? -1] ?? "?")\(year)年\(oracle.month ?? 0)月\(oracle.day ?? 0)日"
      if date.wareki != expected { wrong.append("\(date.iso): \(date.wareki) / \(expected)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(arguments: [
    ("1912-07-29", "明治45年7月29日"), ("1912-07-30", "大正元年7月30日"), ("1926-12-24", "大正15年12月24日"), ("1926-12-25", "昭和元年12月25日"),
    ("1989-01-07", "昭和64年1月7日"), ("1989-01-08", "平成元年1月8日"), ("2019-04-30", "平成31年4月30日"), ("2019-05-01", "令和元年5月1日"),
  ])
  func `改元の日に元号が替わる`(_ iso: String, _ wareki: String) {
    #expect(day(iso).wareki == wareki)
  }

  @Test func `画面には和暦と西暦を並べる`() {
    #expect(day("2026-11-21").inFull == "令和8年11月21日(2026-11-21)")
    #expect(day("2026-11-21").warekiShort == "R8.11.21")
    #expect(day("1958-04-01").warekiShort == "S33.4.1")
    #expect(day("2026-11-21").warekiWithWeekday == "令和8年11月21日(土)")
  }

  @Test func `明治5年以前は元号に直さない`() {
    #expect(day("1872-12-31").wareki == "1872年12月31日")
    #expect(day("1872-12-31").warekiShort == "1872-12-31")
    #expect(day("1873-01-01").wareki == "明治6年1月1日")
  }

  @Test func `新しい元号は表に足すだけで使える`() {
    let next = Era(name: "架空", letter: "K", initial: "架", start: day("2040-05-01"))
    let table = EraTable(eras: [next] + EraTable.standard.eras)
    #expect(day("2040-04-30").wareki(in: table) == "令和22年4月30日")
    #expect(day("2040-05-01").wareki(in: table) == "架空元年5月1日")
    #expect(day("2041-01-02").warekiShort(in: table) == "K2.1.2")
  }
}
