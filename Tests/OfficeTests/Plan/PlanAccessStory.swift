import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Who sees a plan, who says something about it, who may touch it.
@Suite struct PlanAccessStory {
  @Test func `関係のない機関・管理者・監査担当には、どの扉からも見えず、記録に残る`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let doors = ["/plans/\(plan)", "/plans/\(plan)/edit", "/plans/\(plan)/decision", "/coordinations/\(world.id)/plan"]
    let acts = [
      "/plans/\(plan)", "/plans/\(plan)/edit", "/plans/\(plan)/submission", "/plans/\(plan)/comments", "/plans/\(plan)/report",
      "/plans/\(plan)/decision", "/plans/\(plan)/report-receipt", "/coordinations/\(world.id)/plan",
    ]
    for outsider in ["kodomo", "kanri", "kansa"] {
      let visitor = try await world.signedIn(outsider)
      let absent = try await visitor.get("/plans/999999")
      #expect(absent.status == 404)
      for door in doors { #expect(try await visitor.get(door).bytes == absent.bytes, "\(outsider) \(door)") }
      for act in acts {
        let reply = try await visitor.post(act, try await world.planForm(["words": "架空"]))
        #expect(reply.status == 404 && !reply.contains("架空 ハル"), "\(outsider) \(act)")
      }
      #expect(try await visitor.get("/decisions").status == 404)
    }
    #expect(try await world.stage() == "awaitingDecision")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") == 42)
  }

  @Test func `支援チームの機関はプランを読んで意見を寄せられるが、書くことも決めることもできない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let plan = try await world.submitPlan()
    let east = try await world.signedIn("houkatsu")
    let page = try await east.get("/plans/\(plan)")
    #expect(page.status == 200 && page.contains("この家で二人で暮らしたい"))
    #expect(!page.contains("/plans/\(plan)/edit") && !page.contains("/submission"))
    #expect(page.contains("この情報を見られる理由"))
    let empty = try await east.post("/plans/\(plan)/comments", [("words", "　")])
    #expect(empty.status == 422 && empty.contains("意見が書かれていません。"))
    #expect(try await east.post("/plans/\(plan)/comments", [("words", "訪問は午後がよいです。")]).status == 303)
    #expect(try await (try await world.signedIn("takikan")).get("/plans/\(plan)").contains("訪問は午後がよいです。"))
    for path in ["edit", "decision"] { #expect(try await east.get("/plans/\(plan)/\(path)").status == 404) }
    for path in ["submission", "report", "decision", "report-receipt"] {
      #expect(try await east.post("/plans/\(plan)/\(path)").status == 404, "\(path)")
    }
    // The town reads and decides, and leaves the writing to the coordinator; the coordinator does not decide.
    let town = try await world.signedIn("shi")
    #expect(try await town.get("/plans/\(plan)").status == 200)
    #expect(try await town.get("/plans/\(plan)/edit").status == 404)
    #expect(try await (try await world.signedIn("takikan")).get("/plans/\(plan)/decision").status == 404)
  }

  @Test func `確定したプランに意見は寄せられず、役割のある機関が読める`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let provider = try await world.signedIn("outreach")
    #expect(try await provider.get("/plans/\(plan)").status == 404, "確定するまで、役割の予定だけでは見えない")
    _ = try await (try await world.signedIn("shi")).post("/plans/\(plan)/decision", try await world.decisionForm())
    let page = try await provider.get("/plans/\(plan)")
    #expect(page.status == 200 && page.contains("確定したプランで"))
    #expect(!page.contains("意見を寄せる"))
    let refused = try await provider.post("/plans/\(plan)/comments", [("words", "あとから")])
    #expect(refused.status == 422)
    #expect(refused.contains("実施の状況として報告してください。") && refused.contains("あとから") == false)
  }

  @Test func `同意のない事例で渡された内容だけを見る機関には、プランは見えない`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let (file, disability) = (world.caseFile, AgencyID(try await world.agency("見本障害者相談支援センター")))
    try await world.at("houkatsu", .answerReferral) { desk in
      try CaseFileRecords.grant(desk, file, to: disability, ground: .acceptedReferral, reach: .handedOver, notesSince: desk.now)
    }
    let narrow = try await world.signedIn("shougai")
    #expect(try await narrow.get("/cases/\(file)").status == 200)
    #expect(try await narrow.get("/plans/\(plan)").status == 404)
    #expect(try await narrow.post("/plans/\(plan)/comments", [("words", "架空")]).status == 404)
  }
}
