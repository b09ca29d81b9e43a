import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 終結: form 2-2, the meeting, つなぎもどし, フォローアップ, and open again (scenarios 1 and 6).
@Suite struct ClosingStory {
  @Test func `主担当を決めない終結の評価は完了できず、その欄で何をすればよいかを言う`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let reply = try await world.review(.close, ["lead_agency": "", "lead_person": ""])
    #expect(reply.status == 422)
    #expect(reply.contains("id=\"f-lead_agency-problem\">＊終結後の主担当機関が決まっていません。支援を続ける機関のなかから、主担当を一つ選んでください。"))
    #expect(reply.contains("id=\"f-lead_person-problem\">＊終結後の担当者が書かれていません。"))
    try await world.meet(.close, .mayClose)
    let closing = try await (try await world.signedIn("takikan")).post("/plans/\(try await world.plan())/closure", [])
    #expect(closing.status == 422)
    #expect(closing.contains("終結後の主担当機関"))
    #expect(try await world.stage() == "inSupport")
  }

  @Test func `会議の前は終結の釦がなく、会議に諮る道がある`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    #expect(try await world.review(.close).status == 303)
    let before = try await multi.get("/plans/\(plan)/review")
    #expect(!before.contains(">終結する</button>"))
    #expect(before.text.replacing("&amp;", with: "&").contains("/meetings/new?kind=planning&coordination=\(world.id)&timing=close"))
    let early = try await multi.post("/plans/\(plan)/closure", [])
    #expect(early.status == 422)
    #expect(early.contains("「終結する」には、終結を諮った重層的支援会議での「終結可」が足りません。"))
    try await world.meet(.close, .mayClose)
    #expect(try await multi.get("/plans/\(plan)/review").contains(">終結する</button>"))
  }

  @Test func `終結すると、つなぎもどしが開き、受け取られ、フォローアップの期日が来て、再開すると二回目が始まる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let plan = try await world.plan()
    #expect(try await world.stage() == "followUp")
    // the window's own support goes on.
    #expect(try await world.caseStage() == "ONGOING")

    let (east, multi) = (try await world.signedIn("houkatsu"), try await world.signedIn("takikan"))
    let item = try await world.town.number("SELECT id FROM hand_back_item")
    #expect(try await east.get("/hand-backs").contains("受け取ってください"))
    for path in ["/hand-backs", "/hand-backs/\(item)", "/plans/\(plan)/review", "/coordinations/\(world.id)/progress"] {
      #expect(try await !multi.get(path).showsMarkup, "\(path)")
    }
    world.town.pass(days: 8)
    let (later, maker) = (try await world.signedIn("houkatsu"), try await world.signedIn("takikan"))
    #expect(try await maker.get("/hand-backs").contains("8日たっています"))
    let page = try await later.get("/hand-backs/\(item)")
    for words in ["残る課題：架空の残る課題", "これからのこと：架空の約束", "架空の長期目標", "おおむね達成", "架空の役割", "フォローアップ 令和9年2月19日", "受け取りました"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(try await maker.post("/hand-backs/\(item)/acknowledgement", []).status == 404)
    for _ in 0..<2 { #expect(try await later.post("/hand-backs/\(item)/acknowledgement", [("reply", "架空の返事")]).status == 303) }
    #expect(try await maker.get("/hand-backs/\(item)").contains("架空の返事"))

    world.town.pass(days: 82)
    let followUp = try await world.town.number("SELECT id FROM follow_up")
    #expect(try await world.due("takikan") == [followUp])
    #expect(try await (try await world.signedIn("takikan")).get("/tasks?view=section").contains("フォローアップ（多機関協働"))
    let reopened = try await (try await world.signedIn("takikan")).post(
      "/follow-ups/\(followUp)/reopening", [("done_on", CivilDate.of(epochSeconds: world.town.now).iso), ("words", "息子さんが仕事を失った")])
    #expect(reopened.status == 303, "\(reopened.text)")
    #expect(try await world.stage() == "reopened")
    #expect(try await world.town.number("SELECT round FROM coordination WHERE id = \(world.id)") == 2)
    #expect(try await world.town.text("SELECT words FROM coordination_event WHERE act = 'reopen'") == "息子さんが仕事を失った")
    #expect(try await world.town.text("SELECT words FROM follow_up") == "息子さんが仕事を失った")
    #expect(try await world.due("takikan") == [])
    // What was, is still to be read.
    let old = try await (try await world.signedIn("takikan")).get("/plans/\(plan)/review")
    #expect(old.contains("架空の残る課題"))
    #expect(old.contains("この評価にもとづいて次の段階へ進んでいるため"))
    #expect(try await world.town.text("SELECT confirmed_on FROM plan WHERE id = \(plan)") != nil)
  }
}

extension CoordinationWorld {
  /// Numbers of the follow-ups that are due for somebody's agency.
  func due(_ signInName: String) async throws -> [Int] {
    try await at(signInName, .followUp) { desk in try FollowUpQueries.due(desk, desk.scope).map(\.id.number) }
  }
}
