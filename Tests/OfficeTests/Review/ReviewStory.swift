import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 評価 (様式2-2): a draft, completing it, two people at once, until its result is used.
@Suite struct ReviewStory {
  @Test func `評価はプランと各機関の報告を写して始まり、途中でも保存できる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    #expect(try await world.report(try await world.signedIn("houkatsu"), "partly", "架空の一文").status == 303)
    let form = try await multi.get("/plans/\(plan)/review/edit")
    #expect(form.status == 200)
    #expect(!form.showsMarkup)
    for words in ["架空の長期目標", "架空の短期目標", "架空の目標", "架空の一文", "value=\"架空 花子\"", "この情報を見られる理由", "data-draft"] {
      #expect(form.contains(words), "\(words)")
    }
    #expect(form.contains("value=\"partly\" checked"))
    #expect(try await multi.post("/plans/\(plan)/review", [("version", "0"), ("status", "架空の途中")]).status == 303)
    let page = try await multi.get("/plans/\(plan)/review")
    #expect(page.contains("架空の途中") && page.contains(">途中<"))
    #expect(try await multi.get("/plans/\(plan)/review/edit").contains("架空の途中"))
  }

  @Test func `足りないものがあると完了できず、欄ごとに何をすればよいかを言い、入力は残る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let reply = try await world.review(.close, ["goal.long": "", "remaining": "", "follow_up_on": "R8.11.1"])
    #expect(reply.status == 422)
    for words in ["長期目標の達成状況が選ばれていません", "残る課題が書かれていません", "フォローアップの日が今日までになっています", "架空の約束"] {
      #expect(reply.contains(words), "\(words)")
    }
    #expect(try await world.town.number("SELECT count(*) FROM plan_review") == 0)
  }

  @Test func `二人が同時に書いたら、両方の文を並べる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    #expect(try await multi.post("/plans/\(plan)/review", [("version", "0"), ("status", "先の人の文")]).status == 303)
    let late = try await multi.post("/plans/\(plan)/review", [("version", "0"), ("status", "後の人の文")])
    #expect(late.status == 409)
    #expect(late.contains("先の人の文") && late.contains("後の人の文"))
    #expect(late.field("version") == "1")
    #expect(try await multi.post("/plans/\(plan)/review", [("version", "1"), ("status", "後の人の文")]).status == 303)
    #expect(try await multi.get("/plans/\(plan)/review").contains("後の人の文"))
  }

  @Test func `再プランの評価を終えると再プランをはじめられ、評価はそのまま残る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    #expect(try await world.review(.replan).status == 303)
    #expect(try await multi.get("/plans/\(plan)/review").contains("再プランをはじめる"))
    let begun = try await multi.post("/plans/\(plan)/replanning", [])
    #expect(begun.status == 303)
    #expect(begun.location == "/coordinations/\(world.id)/plan")
    #expect(try await world.stage() == "replanning")

    let again = try await world.review(.close)
    #expect(again.status == 422)
    #expect(again.contains("この評価にもとづいて次の段階へ進んでいるため、直せません。"))
    #expect(try await multi.get("/plans/\(plan)/review/edit").status == 303)
    #expect(try await world.town.text("SELECT result FROM plan_review WHERE plan_id = \(plan)") == "replan")
    #expect(try await multi.post("/plans/\(plan)/closure", []).status == 422)
    // The old plan runs on until the next one is confirmed.
    #expect(try await world.report(try await world.signedIn("houkatsu"), "asPlanned").status == 303)
  }

  @Test func `会議が認めた評価は直せず、差し戻されると直せる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    #expect(try await world.review(.close).status == 303)
    try await world.meet(.close, .mayClose)
    let refused = try await world.review(.close, ["status": "書き直し"])
    #expect(refused.status == 422)
    #expect(refused.contains("会議で認められているため、直せません"))
    world.town.pass(minutes: 1)
    try await world.meet(.close, .sentBack)
    #expect(try await world.review(.close, ["status": "書き直し"]).status == 303)
  }

  @Test func `確定していないプランは評価できない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .conference)
    let reply = try await (try await world.signedIn("takikan")).get("/plans/\(try await world.plan())/review")
    #expect(reply.status == 422)
    #expect(reply.contains("まだ確定していません"))
  }

  /// Reference Annex A, last paragraph.
  @Test func `死亡で終わった支援も、評価不能として評価を残せる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let id = CoordinationID(world.id)
    try await world.at("takikan", .moveCoordination) { desk in
      var step = CoordinationStep(.end, side: .coordinator, words: "架空の事情")
      step.exit = .death
      try CoordinationRecords.step(desk, try desk.openCoordination(id), step)
    }
    let unknown = ["goal.long": "unable", "goal.short": "unable", "goal.item1": "unable"]
    #expect(try await world.review(.close, unknown).status == 303)
    let page = try await (try await world.signedIn("takikan")).get("/plans/\(try await world.plan())/review")
    #expect(page.contains("評価不能") && page.contains("次の重層的支援会議の議題"))
    #expect(try await world.review(.close, unknown).status == 422)
  }

  @Test func `評価は支援チームが読み、多機関協働だけが書き、ほかの人には無い`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    #expect(try await world.review(.close, ["status": "カナリアの現在"]).status == 303)
    for name in ["houkatsu", "shi"] {
      let reader = try await world.signedIn(name)
      let page = try await reader.get("/plans/\(plan)/review")
      #expect(page.contains("カナリアの現在"))
      #expect(!page.contains("次にすること"))
      #expect(try await reader.get("/plans/\(plan)/review/edit").status == 404)
      for path in ["review", "review/completion", "closure", "interruption", "replanning"] {
        #expect(try await reader.post("/plans/\(plan)/\(path)", try await world.reviewForm(.close)).status == 404, "\(name) \(path)")
      }
    }
    for name in ["kodomo", "kanri", "kansa"] {
      let other = try await world.signedIn(name)
      let reply = try await other.get("/plans/\(plan)/review")
      #expect(reply.status == 404)
      #expect(!reply.contains("カナリア"))
      #expect(try await other.get("/plans/\(plan)/review/edit").status == 404)
      for path in ["review", "review/completion", "closure", "interruption", "replanning"] {
        #expect(try await other.post("/plans/\(plan)/\(path)", []).status == 404, "\(name) \(path)")
      }
    }
    #expect(try await world.stage() == "inSupport")
  }
}
