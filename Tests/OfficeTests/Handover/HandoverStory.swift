import Casework
import PDF
import Paper
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 引継ぎ書: written by who leaves the case, taken over by who comes.
@Suite struct HandoverStory {
  static let answers = [
    ("situation", "架空：週に一度の訪問を続けている"), ("works", "架空：午前中に玄関先で話すと落ち着く"), ("avoid", "架空：電話を続けてかけない"),
    ("promises", "架空：次の訪問で書類を一緒に見る"), ("next", "架空：訪問"), ("next_on", "R8.12.1"), ("first_call", "架空 責任：経過を知っている"),
  ]

  private func write(_ town: Town, _ id: CaseFileID, to taker: String = "kakari", _ changes: [String: String] = [:]) async throws -> Reply {
    let page = try await town.signedIn("houkatsu").get("/cases/\(id)/handovers/new")
    let typed = Dictionary(uniqueKeysWithValues: Self.answers).merging(changes) { $1 }
      .merging(["taker": "\(try await town.staff(taker))"]) { $1 }
    return try await town.signedIn("houkatsu").post(
      "/cases/\(id)/handovers", try SentForm(page, to: "/cases/\(id)/handovers").typing(typed).fields)
  }

  private func waiting(_ town: Town, _ name: String) async throws -> [HandoverLine] {
    try await town.work(as: name) { try HandoverQueries.waiting($0, $0.scope) }
  }

  @Test func `記録から書きはじめ、書いた人と受け取る人の両方が確認する`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    _ = try await town.addNote(id, by: "houkatsu", "架空の面接")
    _ = try await town.work(as: "houkatsu") { desk in
      try TaskRecords.add(
        desk, try desk.open(id), FollowUpTask(what: "架空の書類を見る", due: desk.today.adding(days: 10), assignee: desk.staff.id, done: nil))
    }
    try await town.grant(id, to: "shougai", reach: .team)
    let leaver = try await town.signedIn("houkatsu")
    let form = try await leaver.get("/cases/\(id)/handovers/new")
    #expect(form.contains("段階：受付") && form.contains("R8.11.21 電話") && form.contains("架空の書類を見る（R8.12.1まで）"))
    #expect(form.field("next_on") == "R8.12.1" && form.contains("見本障害者相談支援センター"))
    let made = try await write(town, id)
    #expect(made.status == 303)
    let path = made.location
    #expect(try await waiting(town, "houkatsu").map(\.turn) == [.confirm])
    #expect(try await waiting(town, "kakari").map(\.turn) == [.wait])
    let newcomer = try await town.signedIn("kakari")
    #expect(try await newcomer.post("\(path)/taking").status == 404, "確認の前には受け取れない")
    #expect(try await newcomer.post("\(path)/confirmation").status == 404)
    #expect(try await newcomer.get("\(path)/edit").status == 404)
    #expect(try await leaver.post("\(path)/confirmation").status == 303)
    #expect(try await waiting(town, "houkatsu").map(\.turn) == [.wait])
    #expect(try await waiting(town, "kakari").map(\.turn) == [.take])
    #expect(try await leaver.post("\(path)/taking").status == 404, "自分からは受け取れない")
    #expect(try await newcomer.post("\(path)/taking", [("question", "架空：書類はどこに？")]).status == 303)
    #expect(try await waiting(town, "houkatsu").map(\.turn) == [.answer])
    #expect(try await waiting(town, "kakari").map(\.turn) == [.wait])
    #expect(try await leaver.post("\(path)/reply", [("reply", "　")]).status == 422)
    #expect(try await leaver.post("\(path)/reply", [("reply", "架空：棚の上です")]).status == 303)
    #expect(try await waiting(town, "houkatsu").isEmpty)
    #expect(try await waiting(town, "kakari").isEmpty)
    let page = try await newcomer.get(path)
    #expect(page.contains("受取り済み") && page.contains("架空 責任　令和8年11月21日") && page.contains("架空 花子　令和8年11月21日"))
    #expect(page.contains("棚の上です") && page.contains("one-sheet") && page.contains("この情報を見られる理由"))
    #expect(try await newcomer.get("/cases/\(id)/handovers").contains("受取り済み"))
  }

  @Test func `答えのない問いがあるうちは確認できず、確認したあとは変えられない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let leaver = try await town.signedIn("houkatsu")
    let path = try await write(town, id, ["avoid": ""]).location
    let early = try await leaver.post("\(path)/confirmation")
    #expect(early.status == 422 && early.contains("「してはいけないこと」が書かれていません") && early.contains("「なし」"))
    let form = try SentForm(try await leaver.get("\(path)/edit"), to: path)
    #expect(try await leaver.post(path, form.typing(["avoid": "なし"]).fields).status == 303)
    let stale = try await leaver.post(path, form.typing(["avoid": "別の画面から"]).fields.filter { $0.0 != "submission" })
    #expect(stale.status == 409 && stale.contains("<td>なし</td><td>別の画面から</td>"))
    for _ in 0..<2 { #expect(try await leaver.post("\(path)/confirmation").status == 303) }
    #expect(try await leaver.get("\(path)/edit").status == 404)
    #expect(try await leaver.post(path, form.fields.filter { $0.0 != "submission" }).status == 404)
    let handover = try await town.number("SELECT max(id) FROM handover")
    for sql: SQL in [
      "UPDATE handover SET works = '架空' WHERE id = \(handover)", "DELETE FROM handover WHERE id = \(handover)",
    ] {
      await #expect(throws: (any Error).self) { _ = try await town.office.database.write { try $0.run(sql) } }
    }
  }

  @Test func `見えるのは同じ機関だけで、事例を見られるほかの機関にも無いのと同じ`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    try await town.grant(id, to: "shougai", reach: .team)
    let path = try await write(town, id).location
    let other = try await town.signedIn("shougai")
    #expect(try await other.get(path).status == 404)
    let own = try await other.get("/cases/\(id)/handovers")
    #expect(own.status == 200 && own.contains("引継ぎ書はまだありません") && !own.contains(path))
    #expect(try await waiting(town, "shougai").isEmpty)
    for act in ["/confirmation", "/taking", "/reply", ""] { #expect(try await other.post(path + act).status == 404) }
    for name in ["kodomo", "kanri", "kansa"] {
      let visitor = try await town.signedIn(name)
      for place in [path, "/cases/\(id)/handovers", "/cases/\(id)/handovers/new", "\(path)/edit"] {
        #expect(try await visitor.get(place).status == 404)
      }
      #expect(try await visitor.post("/cases/\(id)/handovers", Self.answers).status == 404)
    }
    let denied = try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied' AND subject LIKE 'handover%'")
    #expect(denied > 0)
  }

  @Test func `異動が決まると、書く分がホームに並び、決まった人が引き継ぐ人として選ばれている`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    try await world.choose("shinko", ["to-charge-\(world.cases[4])": "kakari"])
    let waiting = try await town.work(as: "houkatsu") { try HandoverQueries.waiting($0, $0.scope, limit: 50) }
    #expect(waiting.count == 12 && waiting.allSatisfy { $0.turn == .write && $0.day?.iso == "2027-04-01" })
    let leaver = try await town.signedIn("houkatsu")
    let newcomer = try await town.staff("shinko")
    let form = try await leaver.get("/cases/\(world.cases[0])/handovers/new")
    #expect(form.contains("<option value=\"\(newcomer)\" selected>架空 新子（異動で着任）</option>"))
    #expect(try await leaver.get("/cases/\(world.cases[4])/handovers/new").contains("selected>架空 責任</option>"))
    let made = try await leaver.post(
      "/cases/\(world.cases[0])/handovers", Self.answers + [("taker", "\(newcomer)")])
    #expect(made.status == 303)
    #expect(try await leaver.post("\(made.location)/confirmation").status == 303)
    world.passToApril()
    try await town.office.applyDueTransfers()
    _ = try await town.office.database.write { try $0.run("UPDATE staff SET must_change_password = 0 WHERE id = \(newcomer)") }
    #expect(try await self.waiting(town, "shinko").map(\.turn) == [.take])
    #expect(try await self.waiting(town, "houkatsu").isEmpty, "移った人には、前の機関の引継ぎは見えない")
    #expect(try await town.signedIn("houkatsu").get(made.location).status == 404)
    #expect(try await town.signedIn("shinko").post("\(made.location)/taking").status == 303)
  }

  @Test func `長すぎる答えと選び忘れは、書いたことを残して断る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let leaver = try await town.signedIn("houkatsu")
    let long = String(repeating: "架", count: 401)
    let reply = try await leaver.post(
      "/cases/\(id)/handovers", [("works", long), ("next_on", "いつか"), ("taker", "\(try await town.staff("shougai"))")])
    #expect(reply.status == 422 && reply.contains(long) && reply.contains("value=\"いつか\""))
    #expect(reply.contains("引き継ぐ人を一覧から選んでください") && reply.contains("400文字以内"))
    #expect(reply.contains("data-draft=\"/drafts/auto\"") && reply.contains("<label for=\"f-works\">"))
    #expect(try await town.number("SELECT count(*) FROM handover") == 0)
  }

  @Test func `引継ぎ書は一枚の紙になり、書いた機関だけが出力できる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    try await town.grant(id, to: "shougai", reach: .team)
    let path = try await write(town, id).location
    let number = try await town.number("SELECT max(id) FROM handover")
    let leaver = try await town.signedIn("houkatsu")
    let papers = try await leaver.get(path).papers
    #expect(papers.count == PaperFormat.allCases.count)
    for paper in papers { #expect(try await leaver.get(paper).isPaper(paper), "\(paper)") }
    let words = try await town.document("handover", of: id.number, as: "houkatsu").words
    for said in Self.answers.filter({ $0.0 != "next_on" }) { #expect(words.contains(said.1)) }
    #expect(words.contains("令和8年12月1日") && words.contains("架空 責任"))
    #expect(try await town.signedIn("shougai").get("/cases/\(id)/print/handover?copy=\(number)").status == 404)
    #expect(try await !town.signedIn("shougai").get("/cases/\(id)/print").contains("print/handover"))
  }

  @Test func `どの答えが一杯まで書かれていても、引継ぎ書は一枚に収まる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let long = String(repeating: "架空の長い答え。", count: 50)
    _ = try await write(town, id, ["situation": long, "works": long, "avoid": long, "promises": long, "next": long, "first_call": long])
    let document = try await town.document("handover", of: id.number, as: "houkatsu")
    let pages = Set(try PDF(document).transcript.split(separator: "\n").compactMap { $0.split(separator: "\t").first })
    #expect(pages == ["1"])
  }
}
