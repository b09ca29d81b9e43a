import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 支援経過: one history out of four kinds, and what each agency may read of it.
@Suite struct TimelineStory {
  @Test func `記録・つなぎ・段階が一つの経過に新しい順に並び、種類と機関でしぼれる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    _ = try await town.addNote(id, by: "houkatsu", "きのうの電話", on: "2026-11-20")
    _ = try await town.addNote(id, by: "houkatsu", "きょうの訪問")
    _ = try await town.addReferral(id, from: "houkatsu", to: "shougai", words: "福祉サービスの相談をお願いします")
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/\(id)/stage", [("event", "sort"), ("version", "2")])
    let page = try await counsellor.get("/cases/\(id)").text
    let places = ["課題の整理", "福祉サービスの相談", "きょうの訪問", "きのうの電話"].map { page.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(zip(places, places.dropFirst()).allSatisfy { a, b in a.flatMap { x in b.map { x < $0 } } ?? false })
    let notes = try await counsellor.get("/cases/\(id)?kind=note")
    #expect(notes.contains("きょうの訪問") && !notes.contains("福祉サービスの相談"))
    let other = try await town.agency(of: "shougai")
    #expect(try await counsellor.get("/cases/\(id)?agency=\(other)").contains("あてはまる記録はありません"))
  }

  @Test func `三十件ずつめくっても、抜けも重なりもない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    for index in 0..<50 {
      _ = try await town.addNote(id, by: "houkatsu", "記録その\(index)終", on: index % 3 == 0 ? "2026-11-20" : "2026-11-21")
      if index % 5 == 0 {
        try await town.work(as: "houkatsu") { try CaseFileRecords.event($0, id, "support", stage: .ongoing, reason: "段階その\(index)終") }
      }
      if index == 20 { town.pass(days: 1) }
    }
    let (seen, pages) = try await leafed(town, id)
    #expect(pages == 2 && seen.count == 60 && Set(seen).count == 60)
  }

  @Test func `同じ日の中は、行った時刻、なければ記録した時刻の新しい順に並ぶ`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    // The clock stands at 9 in the morning.
    _ = try await counsellor.record(Typed.mother.with("received_at", "8:45"))
    let id = CaseFileID(2)
    _ = try await town.addNote(id, by: "houkatsu", "午後四時の電話", at: ClockTime(hour: 16, minute: 0))
    town.pass(hours: 5)
    try await town.work(as: "houkatsu") { try CaseFileRecords.event($0, id, "support", stage: .ongoing, reason: "午後二時の段階") }
    town.pass(hours: 1)
    _ = try await town.addNote(id, by: "houkatsu", "時刻のない三時の記録")
    _ = try await town.addNote(id, by: "houkatsu", "後から書いた朝八時の訪問", at: ClockTime(hour: 8, minute: 0))
    town.pass(hours: 3)
    _ = try await town.addReferral(id, from: "houkatsu", to: "shougai", words: "午後六時のお願い")
    let page = try await town.signedIn("houkatsu").get("/cases/\(id)").text
    let places = ["午後六時のお願い", "午後四時の電話", "時刻のない三時の記録", "午後二時の段階", "相談受付 ", "後から書いた朝八時の訪問"].map {
      page.range(of: $0)?.lowerBound
    }
    let found = places.compactMap(\.self)
    #expect(found.count == 6 && found == found.sorted(), "\(places)")
    let events = page.matches(of: /<article class="note event"><h3>R8\.11\.21 (\d+:\d\d)/).map { String($0.output.1) }
    #expect(events == ["18:00", "14:00", "8:45"])
  }

  @Test func `時刻が入り交じっていても、めくって抜けも重なりもない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    for index in 0..<64 {
      if index % 3 == 0 {
        try await town.work(as: "houkatsu") { try CaseFileRecords.event($0, id, "support", stage: .ongoing, reason: "段階その\(index)終") }
      } else {
        let at = index % 4 == 0 ? nil : ClockTime(hour: index * 7 % 24, minute: 0)
        _ = try await town.addNote(id, by: "houkatsu", "記録その\(index)終", on: index % 5 == 0 ? "2026-11-20" : "2026-11-21", at: at)
      }
      town.pass(minutes: index % 2 * 15)
    }
    let (seen, pages) = try await leafed(town, id)
    #expect(pages == 3 && seen.count == 64 && Set(seen).count == 64)
  }

  @Test func `同じ日の段階とつなぎの境目でめくっても、抜けも重なりもない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    for index in 0..<30 {
      try await town.work(as: "houkatsu") { try CaseFileRecords.event($0, id, "support", stage: .ongoing, reason: "段階その\(index)終") }
    }
    for index in 0..<5 {
      let words = String(repeating: "、", count: index) + "記録その\(index)終"
      _ = try await town.addReferral(id, from: "houkatsu", to: "shougai", words: words)
    }
    let (seen, pages) = try await leafed(town, id)
    #expect(pages == 2 && seen.count == 35 && Set(seen).count == 35)
    #expect(seen.last == "記録その0終")
  }

  /// Everything told on all pages of a history, in order.
  private func leafed(_ town: Town, _ id: CaseFileID) async throws -> (seen: [String], pages: Int) {
    let counsellor = try await town.signedIn("houkatsu")
    var path: String? = "/cases/\(id)"
    var seen: [String] = []
    var pages = 0
    while let here = path {
      let text = try await counsellor.get(here).text
      seen += text.matches(of: /(記録|段階)その\d+終/).map { String($0.output.0) }
      path = text.firstMatch(of: /<p class="pager"><a href="([^"]*before=[^"]*)"/).map {
        String($0.output.1).replacing("&amp;", with: "&")
      }
      pages += 1
      try #require(pages < 5)
    }
    return (seen, pages)
  }

  @Test func `でたらめな続きの位置は、はじめから見せるだけ`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for mark in ["x", "2026-99-99.1.1.1", "2026-11-21.1.9.1", "2026-11-21.1.1.-1", "2026-11-21.1.1", "%27%20OR%201=1"] {
      #expect(try await counsellor.get("/cases/1?before=\(mark)").contains("回覧板が止まっている"))
    }
  }

  @Test func `渡された範囲だけの機関には、ほかの機関の言葉も世帯も電話も見えない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    _ = try await town.addNote(id, by: "houkatsu", "チームの記録の言葉")
    _ = try await town.addReferral(id, from: "houkatsu", to: "kodomo", words: "こども家庭センターへの言葉")
    _ = try await town.addReferral(id, from: "houkatsu", to: "shougai", words: "障害へのお願いの言葉")
    try await town.work(as: "houkatsu") { try CaseFileRecords.event($0, id, "sort", stage: .sorting, reason: "段階の理由の言葉") }
    try await town.grant(id, to: "shougai", reach: .handedOver)
    try await town.grant(id, to: "kodomo", reach: .team)

    let narrow = try await town.signedIn("shougai").get("/cases/\(id)")
    #expect(narrow.status == 200 && narrow.contains("障害へのお願いの言葉") && narrow.contains("架空 太郎"))
    for words in ["チームの記録の言葉", "こども家庭センターへの言葉", "段階の理由の言葉", "000-0000-0001", "見本市東町", "世帯を記録する"] {
      #expect(!narrow.contains(words), "\(words)")
    }
    let team = try await town.signedIn("kodomo").get("/cases/\(id)")
    #expect(team.contains("チームの記録の言葉") && team.contains("こども家庭センターへの言葉") && team.contains("000-0000-0001"))
    #expect(!team.contains("障害へのお願いの言葉"), "the words of a つなぎ belong to its two sides")
  }

  @Test func `下書きのつなぎは、書いた機関の経過にもまだ載らない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    _ = try await town.addReferral(id, from: "houkatsu", to: "shougai", words: "まだ出していない言葉", requested: false)
    #expect(!(try await town.signedIn("houkatsu").get("/cases/\(id)")).contains("まだ出していない言葉"))
  }

  @Test func `自機関のみの記録は、同じ事例を見るほかの機関には見えない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    _ = try await town.addNote(id, by: "houkatsu", "内輪の見立て", visibility: .ownAgency)
    try await town.grant(id, to: "shougai", reach: .team)
    #expect(!(try await town.signedIn("shougai").get("/cases/\(id)")).contains("内輪の見立て"))
    #expect(try await town.signedIn("kakari").get("/cases/\(id)").contains("内輪の見立て"))
  }

  @Test func `経過は、どの種類も事例の索引から読み、表をなめない`() async throws {
    let town = try await Town.open()
    let plans = try await town.work(as: "houkatsu") { desk in
      let file = try desk.open(CaseFileID(1))
      var later = TimelineFilter()
      later.before = TimelineCursor("2026-11-21.1795228500.1.5")
      return try [TimelineFilter(), later].map { try desk.reading.explain(TimelineQueries.events(desk.scope, file, $0, limit: 31)) }
    }
    let notes = try await town.office.database.read { reading in
      try reading.explain("SELECT n.id FROM note n WHERE n.case_file_id = 1 ORDER BY n.held_on DESC, n.moment DESC, n.id DESC LIMIT 31")
    }
    #expect(notes.contains { $0.contains("note_of_case") } && !notes.contains { $0.contains("TEMP B-TREE") }, "\(notes)")
    for plan in plans {
      for index in ["consultation_of_case", "referral_of_case", "referral_event_of", "case_event_of"] {
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
      }
      #expect(!plan.contains { $0.contains("SCAN") && !$0.contains("SCAN (subquery") }, "\(plan)")
    }
  }
}
