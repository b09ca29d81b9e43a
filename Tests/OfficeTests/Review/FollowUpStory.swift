import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// フォローアップと再開.
@Suite struct FollowUpStory {
  @Test func `見たことを記録し、続けるときは次の日が予定になる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let first = try await world.town.number("SELECT id FROM follow_up")
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == (try await world.day(90)))
    #expect(try await world.due("takikan") == [])
    world.town.pass(days: 90)
    let multi = try await world.signedIn("takikan")
    #expect(try await multi.get("/follow-ups/\(first)").contains("期日です"))
    #expect(try await multi.post("/follow-ups/\(first)", [("done_on", "R9.2.19"), ("words", "")]).contains("ようすが書かれていません"))
    let next = CivilDate.of(epochSeconds: world.town.now).adding(days: 60)
    let reply = try await multi.post(
      "/follow-ups/\(first)", [("done_on", "R9.2.19"), ("words", "架空のようす"), ("next_on", next.warekiShort)])
    #expect(reply.status == 303)
    #expect(try await multi.get("/follow-ups/\(first)").contains("架空のようす"))
    #expect(try await world.town.number("SELECT count(*) FROM follow_up WHERE done_on IS NULL AND how = '電話で聞く'") == 1)
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == next.iso)
    #expect(try await world.town.number("SELECT count(*) FROM task WHERE what LIKE 'フォローアップ%' AND done_at IS NULL") == 1)
  }

  @Test func `主担当の機関も再開でき、前のプラン・評価・経過は残り、二回目が始まる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let followUp = try await world.town.number("SELECT id FROM follow_up")
    let events = try await world.town.number("SELECT count(*) FROM coordination_event")
    let east = try await world.signedIn("houkatsu")
    #expect(try await east.get("/follow-ups/\(followUp)").contains("再開する"))
    let reply = try await east.post("/follow-ups/\(followUp)/reopening", [("done_on", "R8.11.21"), ("words", "架空の変化")])
    #expect(reply.status == 303, "\(reply.text)")
    #expect(try await world.stage() == "reopened")
    #expect(try await world.town.text("SELECT side FROM coordination_event WHERE act = 'reopen'") == "lead")
    #expect(try await world.town.number("SELECT count(*) FROM coordination_event") == events + 1)
    #expect(try await world.town.number("SELECT count(*) FROM plan p JOIN plan_review v ON v.plan_id = p.id WHERE p.round = 1") == 1)
    #expect(try await world.town.number("SELECT round FROM coordination WHERE id = \(world.id)") == 2)
    try await world.move(.beginAssessment)
    try await world.completeAssessment()
    try await world.move(.finishAssessment)
    try await world.draftPlan()
    #expect(try await world.town.number("SELECT count(*) FROM plan WHERE coordination_id = \(world.id)") == 2)
  }

  @Test func `再開の理由を書かなければ再開できず、再開した後はもう一度再開できない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let followUp = try await world.town.number("SELECT id FROM follow_up")
    let multi = try await world.signedIn("takikan")
    let path = "/follow-ups/\(followUp)/reopening"
    #expect(try await multi.post(path, [("done_on", "R8.11.21"), ("words", " ")]).status == 422)
    #expect(try await world.stage() == "followUp")
    #expect(try await multi.post(path, [("done_on", "R8.11.21"), ("words", "架空の変化")]).status == 303)
    let again = try await multi.post(path, [("words", "架空の変化")])
    #expect(again.status == 422)
    #expect(again.contains("「再開」の段階のため"))
  }

  /// Scenario 5.
  @Test func `連絡が取れず会議で中断し、八か月後に現れたら、前のことを残して再開する`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    #expect(try await world.review(.interrupt).status == 303)
    let early = try await multi.post("/plans/\(plan)/interruption", [])
    #expect(early.status == 422)
    #expect(early.contains("中断を諮った重層的支援会議での「中断」が足りません"))
    try await world.meet(.interrupt, .interrupt)
    #expect(try await multi.get("/plans/\(plan)/review").contains(">中断する</button>"))
    #expect(try await multi.post("/plans/\(plan)/interruption", []).status == 303)
    #expect(try await world.stage() == "interrupted")
    #expect(try await world.town.text("SELECT words FROM coordination_event WHERE act = 'interrupt'") == "連絡不通")
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == nil)

    world.town.pass(days: 243)
    try await world.move(.reopen, words: "本人から電話があった")
    #expect(try await world.stage() == "reopened")
    #expect(try await world.town.number("SELECT round FROM coordination WHERE id = \(world.id)") == 2)
    let later = try await world.signedIn("takikan")
    let old = try await later.get("/plans/\(plan)/review")
    #expect(old.contains("連絡不通") && old.contains("架空の現在"))
    try await world.move(.beginAssessment)
    #expect(try await world.stage() == "assessing")
  }
}
