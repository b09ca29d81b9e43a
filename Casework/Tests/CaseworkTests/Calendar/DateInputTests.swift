import Testing

@testable import Casework

@Suite struct `日付の入力` {
  @Test(arguments: [
    ("R8.11.21", "2026-11-21"), ("r8/11/21", "2026-11-21"), ("令和8年11月21日", "2026-11-21"), ("令8.11.21", "2026-11-21"),
    ("Ｒ８．１１．２１", "2026-11-21"),
    ("令和 8 年 11 月 21 日", "2026-11-21"), ("S33.4.1", "1958-04-01"), ("昭33年4月1日", "1958-04-01"), ("2026-11-21", "2026-11-21"),
    ("2026/11/21", "2026-11-21"), ("2026.11.21", "2026-11-21"), ("20261121", "2026-11-21"), ("２０２６年１１月２１日", "2026-11-21"),
    ("西暦2026年11月21日", "2026-11-21"),
    ("2026ー11ー21", "2026-11-21"), ("R081121", "2026-11-21"), ("令和元年5月1日", "2019-05-01"), ("R1.5.1", "2019-05-01"), ("元年5月1日", "2019-05-01"),
    ("令8", "2026"), ("昭和元年", "1926"), ("元年", "2019"), ("2026年11月", "2026-11"), ("R8.11", "2026-11"), ("R.8.11.21", "2026-11-21"),
    ("1944", "1944"), ("1944年", "1944"),
    ("昭和19年", "1944"), ("昭和19年頃", "1944"), ("昭和19年3月5日生", "1944-03-05"), ("昭和19年3月5日生まれ", "1944-03-05"), ("80代", "age:80-89@2026-11-21"),
    ("８０歳代", "age:80-89@2026-11-21"), ("82歳", "age:82-82@2026-11-21"), ("70〜75歳", "age:70-75@2026-11-21"),
    ("70-75歳", "age:70-75@2026-11-21"),
    ("82歳くらい", "age:82-82@2026-11-21"), ("不詳", ""), ("不明", ""), ("今日", "2026-11-21"), ("昨日", "2026-11-20"), ("明日", "2026-11-22"),
  ])
  func `窓口で書く形をそのまま受け取る`(_ typed: String, _ stored: String) {
    #expect((try? DateInput.parse(typed, today: today).get())?.stored == stored, "\(typed): \(DateInput.parse(typed, today: today))")
  }

  @Test(arguments: [
    ("11/20", "2026-11-20"), ("11/21", "2026-11-21"), ("11/22", "2025-11-22"), ("１１／２０", "2026-11-20"), ("11月20日", "2026-11-20"),
    ("2/29", "2024-02-29"), ("R8.11.20", "2026-11-20"), ("昨日", "2026-11-20"), ("2/30", ""), ("13/1", ""), ("8.11", ""), ("11月", ""),
    ("/20", ""),
  ])
  func `過ぎたことの日は、月と日だけでも、今日までの一番近い日として読む`(_ typed: String, _ stored: String) {
    #expect(((try? DateInput.parsePast(typed, today: today).get())?.iso ?? "") == stored)
  }

  @Test func `和暦で書いた日はどの形でも元に戻る`() {
    var wrong: [String] = []
    for number in stride(from: day("1873-01-01").dayNumber, through: day("2100-12-31").dayNumber, by: 13) {
      let date = CivilDate(dayNumber: number)
      for typed in [date.wareki, date.warekiShort, date.iso, date.iso.filter { $0 != "-" }]
      where (try? DateInput.parseExact(typed, today: today).get()) != date {
        wrong.append(typed)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(arguments: [
    ("平成32年4月1日", "2020-04-01", "平成32年4月1日は令和2年4月1日です。"), ("令和元年4月1日", "2019-04-01", "令和元年4月1日は平成31年4月1日です。"),
    ("昭和64年1月8日", "1989-01-08", "昭和64年1月8日は平成元年1月8日です。"), ("平成32年", "2020", "平成32年は令和2年です。"),
    ("平成31年5月", "2019-05", "平成31年5月は令和元年5月です。"), ("S99.3.1", "2024-03-01", "昭和99年3月1日は令和6年3月1日です。"),
  ])
  func `元号と年が合わないときは読み替えて知らせる`(_ typed: String, _ stored: String, _ note: String) throws {
    let reading = try DateInput.read(typed, today: today).get()
    #expect(reading.date.stored == stored)
    #expect(reading.note == note)
  }

  @Test func `合っている日付には何も知らせない`() throws {
    for typed in ["平成31年4月30日", "平成31年", "平成31年4月", "令和元年", "昭和64年1月7日", "2026-11-21", "80代"] {
      #expect(try DateInput.read(typed, today: today).get().note == nil)
    }
  }

  @Test(arguments: [
    ("", DateInputProblem.empty), ("　", .empty), ("あした来る", .notUnderstood("あした来る")), ("8.11.21", .eraMissing("8.11.21")),
    ("26/11/21", .eraMissing("26/11/21")),
    ("11月21日", .yearMissing("11月21日")), ("R0.1.1", .yearZero), ("R8.13.1", .noSuchMonth(13)),
    ("R8.2.30", .noSuchDay(year: 2026, month: 2, day: 30)),
    ("昭和150年", .eraTooLong(era: "昭和", year: 150, last: 64)), ("明治3年", .beforeGregorian), ("3044-01-01", .yearOutOfRange(3044)),
    ("75〜70歳", .agesReversed),
    ("R", .notUnderstood("R")), ("200312", .notUnderstood("200312")), ("R8..21", .notUnderstood("R8..21")),
    ("R99999.1.1", .notUnderstood("R99999.1.1")),
    ("2026-11-21-3", .notUnderstood("2026-11-21-3")), ("82", .notUnderstood("82")), ("R150", .yearOutOfRange(2168)),
    ("999999999999999999999", .notUnderstood("999999999999999999999")),
  ])
  func `読めない日付は理由と直し方を言う`(_ typed: String, _ problem: DateInputProblem) {
    #expect(DateInput.parse(typed, today: today) == .failure(problem))
    expectHelpful(problem.message)
  }

  @Test func `法定の日付は日まで要る`() {
    #expect(DateInput.parseExact("R8.11.21", today: today) == .success(today))
    for typed in ["R8.11", "1944", "80代", "不詳"] {
      #expect(DateInput.parseExact(typed, today: today) == .failure(.notExact))
    }
    expectHelpful(DateInputProblem.notExact.message)
  }

  @Test func `でたらめな文字でも止まらない`() {
    let alphabet = Array("0123456789RSHrs令和昭元年月日./-ー歳代頃〜 　あ")
    var seed: UInt64 = 42
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int(seed >> 60) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int((seed >> 33) % UInt64(alphabet.count))])
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if case .success(let date) = DateInput.parse(text, today: today) {
        #expect(PartialDate(stored: date.stored) == date, "\(text)")
      }
    }
  }
}
