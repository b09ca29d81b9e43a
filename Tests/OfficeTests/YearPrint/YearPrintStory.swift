import Casework
import Foundation
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 年度の計画書一式: every plan confirmed in a year that somebody may open, in one file, made apart from any request.
struct YearPrintStory {
  private func open() async throws -> YearPrintWorld { try await YearPrintWorld.open() }

  @Test func `年度を選ぶと順番に作られ、進み具合が見え、できたPDFを作った人が開ける`() async throws {
    let world = try await open()
    #expect(try await world.coordinator.get("/coordinations").contains("href=\"/prints/year\""))
    #expect(try await world.order().status == 303)
    let waiting = try await world.coordinator.get("/prints/year")
    #expect(waiting.contains("順番を待っています（3件）") && waiting.contains("http-equiv=\"refresh\"") && waiting.contains("令和8年度"))
    // Ordered twice, it is made once.
    #expect(try await world.order().status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM pack") == 1)
    try await world.town.office.makeQueuedPacks()
    let page = try await world.coordinator.get("/prints/year")
    #expect(page.contains("できました") && page.contains("PDFを開く") && !page.contains("http-equiv"))
    let file = try await world.coordinator.get(try await world.file())
    #expect(file.status == 200 && file.text.hasPrefix("%PDF"))
    // Each case was opened for it, and the audit log says so of each.
    let cases = try await world.town.number(
      "SELECT count(DISTINCT case_file_id) FROM audit_entry WHERE act = 'buildPack' AND request = 'errand' AND case_file_id IS NOT NULL")
    #expect(cases == 3)
  }

  @Test func `表紙と目次のあとに、プランが事例番号の順に様式のまま並ぶ`() async throws {
    let world = try await open()
    let bound = try await world.bound()
    let names = bound.document.sections.map(\.name)
    #expect(names == ["表紙と目次"] + world.numbers.enumerated().map { "\($0.offset + 1) \($0.element) 第1回" })
    let cover = Document(title: "", made: bound.document.made, sections: [try #require(bound.document.sections.first)]).words
    for word in ["令和8年度　計画書一式", "令和8年4月1日から令和9年3月31日まで", "3件", ReferralWorld.multi, "架空 結", "取扱注意", "目次"] + world.numbers {
      #expect(cover.contains(word), "\(word)がありません")
    }
    #expect(bound.document.words.components(separatedBy: "架空の長期目標").count == 4)
    let restarts = bound.document.sections.dropFirst().allSatisfy(\.restartsNumbering)
    #expect(restarts && bound.document.foot.caution == Printout.caution && bound.lost.isEmpty)
    try Golden.compare(try PDF(bound.document).transcript, "Tests/OfficeTests/Golden/Paper/year-print.txt")
    guard let folder = ProcessInfo.processInfo.environment["PAPERS"] else { return }
    try Data(try PDF(bound.document).bytes).write(to: URL(filePath: folder).appending(path: "year-print.pdf"))
  }

  @Test func `四月から翌年三月までに確定したプランだけが入り、ない年度は断る`() async throws {
    let world = try await YearPrintWorld.open(days: ["2026-03-31", "2026-04-01", "2026-11-20"])
    #expect(try await world.coordinator.get("/prints/year").contains("令和7年度"))
    #expect(try await world.order().status == 303)
    #expect(try await world.town.number("SELECT total FROM pack") == 2)
    #expect(try await world.order(2025).status == 303)
    #expect(try await world.town.number("SELECT total FROM pack ORDER BY id DESC LIMIT 1") == 1)
    for year in ["2020", "", "架空"] {
      let reply = try await world.coordinator.post("/prints/year", [("year", year)])
      #expect(reply.status == 422 && reply.contains("年度が選ばれていません"), "\(year)")
    }
    let stranger = try await world.town.signedIn("kachou")
    try await world.town.office.database.write { try $0.run("UPDATE case_ground SET until = 1 WHERE ground = 'programmeSection'") }
    let none = try await stranger.post("/prints/year", [("year", "2026")])
    #expect(none.status == 422 && none.contains("令和8年度に確定したプランはありません"))
  }

  @Test func `作っている途中でサーバーが止まっても、次の起動で続く`() async throws {
    let world = try await open()
    _ = try await world.order()
    let office = world.town.office
    let job = try #require(try await office.database.write { try PackRecords.take($0, at: world.town.now) })
    #expect(try await office.isWanted(job, done: 2))
    #expect(try await world.coordinator.get("/prints/year").contains("2／3件"))
    try await office.resumePacks()
    #expect(try await world.town.text("SELECT state FROM pack") == "queued")
    try await office.makeQueuedPacks()
    #expect(try await world.town.text("SELECT state FROM pack") == "done")
    #expect(try await world.coordinator.get(try await world.file()).status == 200)
  }

  @Test func `途中で見られなくなった事例は入らず、いくつ入らなかったかも書かれない`() async throws {
    let world = try await open()
    _ = try await world.order()
    try await world.lose(1)
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.town.number("SELECT total FROM pack") == 2)
    #expect(try await world.coordinator.get(try await world.file()).status == 200)
    // The same again: what is in it.
    let words = try await world.bound().document.words
    #expect(words.contains("2件") && !words.contains("3件") && !words.contains(world.numbers[1]))
    // Lost after it was made: what was made before cannot be opened any more.
    try await world.lose(2)
    #expect(try await world.coordinator.get(try await world.file()).status == 404)
    #expect(try await world.coordinator.get("/prints/year").contains("作り直してください"))
    // Nothing left at all.
    _ = try await world.order()
    try await world.lose(0)
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.town.text("SELECT state FROM pack ORDER BY id DESC LIMIT 1") == "failed")
  }

  @Test func `取りやめた一式と、辞めた人の注文は作られない`() async throws {
    let world = try await open()
    _ = try await world.order()
    let id = try await world.town.number("SELECT max(id) FROM pack")
    #expect(try await world.coordinator.post("/prints/year/\(id)/cancellation").status == 303)
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.coordinator.get("/prints/year").contains("取りやめました"))
    _ = try await world.order()
    try await world.town.office.database.write { try $0.run("UPDATE staff SET active_until = '2026-11-20' WHERE sign_in_name = 'takikan'") }
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.town.text("SELECT state FROM pack ORDER BY id DESC LIMIT 1") == "failed")
  }

  @Test func `開けるのは作った人だけで、会議の一式としても開けない`() async throws {
    let world = try await open()
    _ = try await world.order()
    try await world.town.office.makeQueuedPacks()
    let file = try await world.file()
    let id = try await world.town.number("SELECT max(id) FROM pack")
    for name in ["shi", "kachou", "houkatsu", "shougai", "houkatsu-nishi", "kanri", "kansa"] {
      let visitor = try await world.town.signedIn(name)
      #expect(try await visitor.get(file).status == 404, "\(name)")
      #expect(try await visitor.post("/prints/year/\(id)/cancellation").status == 404, "\(name)")
      let page = try await visitor.get("/prints/year")
      #expect(["shi", "kachou"].contains(name) ? page.status == 200 && !page.contains("できました") : page.status == 404, "\(name)")
    }
    // The programme section makes its own.
    #expect(try await world.meeting.section.post("/prints/year", [("year", "2026")]).status == 303)
    try await world.town.office.makeQueuedPacks()
    let other = try await world.file()
    #expect(try await world.meeting.section.get(other).status == 200)
    #expect(try await world.coordinator.get(other).status == 404)
    let meeting = try await world.meeting.convene()
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack/\(id)/file").status == 404)
    // Thirty days.
    world.town.pass(days: 30)
    let late = try await world.town.signedIn("takikan")
    #expect(try await late.get(file).status == 404)
    try await world.town.office.removeOldPacks()
    #expect(try await late.get("/prints/year").contains("期限が過ぎて削除しました"))
  }

  @Test func `支援措置で伏せる住所は印刷されず、あとから伏せられた一式は開けない`() async throws {
    let world = try await open()
    try await world.tellAddress()
    #expect(try await world.bound().document.words.contains(YearPrintWorld.address), "支援措置の前")
    _ = try await world.order()
    try await world.town.office.makeQueuedPacks()
    let early = try await world.file()
    #expect(try await world.coordinator.get(early).status == 200)
    try await world.protect()
    #expect(try await world.coordinator.get(early).status == 404)
    #expect(try await world.coordinator.get("/prints/year").contains("作り直してください"))
    let bound = try await world.bound()
    #expect(!bound.document.words.contains(YearPrintWorld.address) && bound.document.words.contains(PersonSight.mask))
    #expect(!bound.veil.isEmpty)
    _ = try await world.order()
    try await world.town.office.makeQueuedPacks()
    let second = try await world.file()
    #expect(try await world.coordinator.get(second).status == 200)
    // 伏せる言葉の数が同じでも、言葉が変わっていれば、前に作ったものは渡さない。
    try await world.move()
    #expect(try await world.coordinator.get(second).status == 404)
  }
}
