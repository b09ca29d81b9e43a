import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// How the plan is going: what agencies say, asking them, monitoring.
@Suite struct ProgressStory {
  @Test func `役割のある機関は、一押しと一文で状況を知らせ、多機関協働の画面に載る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let (east, multi) = (try await world.signedIn("houkatsu"), try await world.signedIn("takikan"))
    let page = try await east.get("/coordinations/\(world.id)/progress")
    #expect(page.status == 200)
    #expect(page.contains("自機関の役割"))
    #expect(try await !multi.get("/coordinations/\(world.id)/progress").showsMarkup)
    #expect(page.contains("この情報を見られる理由"))
    #expect(try await multi.get("/coordinations/\(world.id)/progress").contains("まだ聞いていません"))

    #expect(try await world.report(east, "partly", "").status == 422)
    let reply = try await world.report(east, "partly", "架空の一文。訪問は二回できた。")
    #expect(reply.status == 303)
    #expect(reply.location == "/coordinations/\(world.id)/progress")
    let seen = try await multi.get("/coordinations/\(world.id)/progress")
    #expect(seen.contains("架空の一文。訪問は二回できた。"))
    #expect(seen.contains("架空 花子"))
    #expect(try await world.town.number("SELECT on_behalf FROM progress_report") == 0)
  }

  @Test func `相談したい役割が先に立ち、三十日聞かない役割は目立つ`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let east = try await world.signedIn("houkatsu")
    #expect(try await world.report(east, "needsTalk", "架空の困りごと").status == 303)
    let roles = try await world.at("takikan", .seeProgress) { desk in
      try ProgressQueries.latest(desk, try desk.openCoordination(CoordinationID(world.id))).map { ($0.wantsTalk, $0.days, $0.isQuiet) }
    }
    #expect(roles.count == 1 && roles[0] == (true, 0, false))
    world.town.pass(days: 31)
    let page = try await (try await world.signedIn("takikan")).get("/coordinations/\(world.id)/progress")
    #expect(page.contains("<span class=\"chip late\">相談したい</span>"))
    #expect(page.contains("30日以上聞いていません"))
    #expect(page.contains("31日前"))
  }

  @Test func `状況を尋ねると機関のやることに載り、報告すると済みになる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let (east, multi) = (try await world.signedIn("houkatsu"), try await world.signedIn("takikan"))
    let agency = try await world.agency("見本地域包括支援センター東")
    let path = "/coordinations/\(world.id)/progress/inquiry"
    #expect(try await multi.post(path, []).contains("尋ねる機関が選ばれていません"))
    for _ in 0..<2 { #expect(try await multi.post(path, [("agency", String(agency)), ("due", "R8.12.5")]).status == 303) }
    let tasks = try await east.get("/tasks?view=section")
    #expect(tasks.contains("実施の状況を知らせる"))
    #expect(try await world.town.number("SELECT count(*) FROM task WHERE agency_id = \(agency) AND what LIKE '実施の状況%'") == 1)
    #expect(try await world.report(east, "asPlanned").status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM task WHERE what LIKE '実施の状況%' AND done_at IS NULL") == 0)
  }

  @Test func `聞いたことを代わりに記録でき、ほかの機関の役割には書けない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    #expect(try await world.report(try await world.signedIn("takikan"), "asPlanned", "電話で聞いた").status == 303)
    #expect(try await world.town.number("SELECT on_behalf FROM progress_report") == 1)
    #expect(try await (try await world.signedIn("houkatsu")).get("/coordinations/\(world.id)/progress").contains("代わりに記録"))
    // The town looks on; it has no role in the plan.
    let town = try await world.signedIn("shi")
    #expect(try await town.get("/coordinations/\(world.id)/progress").status == 200)
    #expect(try await world.report(town, "asPlanned").status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM progress_report") == 1)
  }

  @Test func `関係のない機関・管理者・監査からは見えない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    #expect(try await world.report(try await world.signedIn("houkatsu"), "partly", "カナリアの一文").status == 303)
    for name in ["kodomo", "kanri", "kansa"] {
      let other = try await world.signedIn(name)
      for path in ["/coordinations/\(world.id)/progress", "/plans/\(plan)/monitoring/new"] {
        let reply = try await other.get(path)
        #expect(reply.status == 404, "\(name) \(path)")
        #expect(!reply.contains("カナリア"))
      }
      #expect(try await world.report(other, "asPlanned").status == 404)
      #expect(try await other.post("/coordinations/\(world.id)/progress/inquiry", [("agency", "1")]).status == 404)
      #expect(try await other.post("/plans/\(plan)/monitoring", []).status == 404)
    }
    #expect(try await (try await world.signedIn("houkatsu")).get("/plans/\(plan)/monitoring/new").status == 404)
  }

  @Test func `終結したあとは、実施の状況を書き足せない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    try await world.meet(.interrupt, .interrupt)
    try await world.move(.interrupt)
    let reply = try await world.report(try await world.signedIn("takikan"), "asPlanned")
    #expect(reply.status == 422)
    #expect(reply.contains("支援経過に書いてください"))
  }
}

extension CoordinationWorld {
  /// The plan of the latest round.
  func plan() async throws -> Int { try await town.number("SELECT id FROM plan WHERE coordination_id = \(id) ORDER BY round DESC LIMIT 1") }

  /// A report about the first role of the latest plan.
  func report(_ who: Visitor, _ state: String, _ words: String = "") async throws -> Reply {
    let role = try await town.number("SELECT min(id) FROM plan_role WHERE plan_id = \(try await plan())")
    return try await who.post("/coordinations/\(id)/progress", [("role", String(role)), ("state", state), ("words", words)])
  }
}
