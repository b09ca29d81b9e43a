import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 確定: pattern C, the immutable plan, the next round.
@Suite struct PlanConfirmedStory {
  private static let sentence = "確定したプランは変更できません。変えるときは再プランで次の回のプランを作ってください。"

  @Test func `パターンCは会議の了承と市への報告で、会議の日に確定し、支援決定はない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let plan = try await world.submitPlan(participation: false)
    let early = try await (try await world.signedIn("takikan")).post("/plans/\(plan)/report")
    #expect(early.status == 422, "会議の前は報告できない")
    #expect(try await world.town.number("SELECT count(*) FROM town_report") == 0)
    try await world.meet(.plan, .approved)
    world.town.pass(days: 2)
    let (coordinator, town) = (try await world.signedIn("takikan"), try await world.signedIn("shi"))
    let page = try await coordinator.get("/plans/\(plan)")
    #expect(page.contains("報告待ち") && page.contains("市に報告する") && page.contains("パターンC"))
    let version = try #require(page.field("version"))
    #expect(try await coordinator.post("/plans/\(plan)/report", [("version", version)]).status == 303)
    #expect(try await world.stage() == "inSupport")
    #expect(try await world.town.text("SELECT confirmed_on FROM plan WHERE id = \(plan)") == "2026-11-21")
    #expect(try await world.town.number("SELECT count(*) FROM support_decision") == 0)
    #expect(try await coordinator.post("/plans/\(plan)/report", [("version", version)]).status == 409)

    let desk = try await town.get("/decisions")
    #expect(desk.contains("報告の受領待ち（1件）") && desk.contains("href=\"/plans/\(plan)\""))
    #expect(try await town.get("/plans/\(plan)").contains("報告を受領する"))
    #expect(try await town.post("/plans/\(plan)/report-receipt").status == 303)
    #expect(try await town.post("/plans/\(plan)/report-receipt").status == 422)
    let after = try await town.get("/decisions")
    #expect(after.contains("報告の受領待ち（0件）") && after.contains("報告を受領"))
    #expect(try await coordinator.get("/plans/\(plan)").contains("令和8年11月21日"))
  }

  @Test func `確定したプランは、画面からもデータベースからも変えられない`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let coordinator = try await world.signedIn("takikan")
    let town = try await world.signedIn("shi")
    #expect(try await coordinator.get("/plans/\(plan)/edit").contains("市の支援決定を待っているプランは変更できません。"))
    #expect(try await town.post("/plans/\(plan)/decision", try await world.decisionForm()).status == 303)
    #expect(try await world.town.text("SELECT confirmed_on FROM plan WHERE id = \(plan)") == "2026-11-21")
    let page = try await coordinator.get("/plans/\(plan)")
    #expect(!page.contains("/plans/\(plan)/edit\"") && page.contains("確定日"))
    for reply in [
      try await coordinator.get("/plans/\(plan)/edit"),
      try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": try await world.planVersion(plan)])),
      try await coordinator.post("/plans/\(plan)/submission", try await world.planForm(["version": try await world.planVersion(plan)])),
      try await coordinator.post("/plans/\(plan)/edit", try await world.planForm()),
    ] {
      #expect(reply.status == 422)
      #expect(reply.contains(Self.sentence))
    }
    try await expectGuarded(world, plan)
  }

  private func expectGuarded(_ world: CoordinationWorld, _ plan: Int) async throws {
    let east = try await world.agency(CoordinationWorld.east)
    let number = "架空"
    let attempts: [@Sendable (WritingDesk) throws -> Void] = [
      { try $0.writing.run("UPDATE plan SET policy = \(number) WHERE id = \(plan)") },
      { try $0.writing.run("UPDATE plan SET confirmed_on = NULL WHERE id = \(plan)") },
      { try $0.writing.run("UPDATE plan_item SET action = \(number) WHERE plan_id = \(plan)") },
      { try $0.writing.run("DELETE FROM plan_item WHERE plan_id = \(plan)") },
      { try $0.writing.run("DELETE FROM plan_role WHERE plan_id = \(plan)") },
      { try $0.writing.run("UPDATE plan_role SET role = \(number) WHERE plan_id = \(plan)") },
      { try $0.writing.run("INSERT INTO plan_role (plan_id, position, agency_id, role, is_main) VALUES (\(plan), 9, \(east), '役', 0)") },
      { try $0.writing.run("DELETE FROM plan_programme WHERE plan_id = \(plan)") },
      { try $0.writing.run("UPDATE plan_programme SET content = \(number) WHERE plan_id = \(plan)") },
      { try $0.writing.run("DELETE FROM plan_monitoring WHERE plan_id = \(plan)") },
      { try $0.writing.run("INSERT INTO plan_monitoring (plan_id, on_day) VALUES (\(plan), '2027-01-01')") },
      { try $0.writing.run("UPDATE support_decision SET reason = \(number) WHERE plan_id = \(plan)") },
      { try $0.writing.run("DELETE FROM plan WHERE id = \(plan)") },
    ]
    for (index, attempt) in attempts.enumerated() {
      await #expect(throws: (any Error).self, "試み\(index)") { try await world.at("takikan", .writePlan, attempt) }
    }
  }

  @Test func `確定したあとに決めたモニタリングの日は、プランを変えずに加えられる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let id = CoordinationID(world.id)
    try await world.at("takikan", .monitorPlan) { desk in
      let coordination = try desk.openCoordination(id)
      let plan = try #require(try PlanQueries.current(desk, coordination))
      try PlanRecords.addMonitoring(desk, coordination, plan.id, on: desk.today.adding(days: 14))
      let after = try #require(try PlanQueries.running(desk, coordination))
      #expect(after.monitoringDays == [desk.today.adding(days: 14), desk.today.adding(days: 90)])
      #expect(after.roles.map(\.isMain) == [true] && after.roles[0].agencyName == CoordinationWorld.east)
      #expect(after.confirmedOn == desk.today && after.version == plan.version)
    }
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == "2026-12-05")
  }

  @Test func `再プランは前の回の内容から始まり、前の回と並べて見られる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let first = try await world.town.number("SELECT id FROM plan")
    let coordinator = try await world.signedIn("takikan")
    try await world.at("takikan", .reviewPlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO plan_review (plan_id, form_version, result, completed_at, staff_id, saved_at)
        VALUES (\(first), 1, 'replan', \(desk.now), \(desk.staff.id), \(desk.now))
        """)
    }
    try await world.move(.replan)
    #expect(try await coordinator.get("/plans/\(first)").contains("見直し"))
    #expect(try await coordinator.get("/coordinations/\(world.id)/plan").contains("第1回のプランの内容を写して始めます。"))
    let second = try await world.beginPlan()
    #expect(second != first)
    let form = try await coordinator.get("/plans/\(second)/edit")
    #expect(form.contains("架空の長期目標") && form.contains("〔前回から〕"))
    #expect(form.field("period_from") == "" && form.field("agreed_on") == "")
    _ = try await coordinator.post("/plans/\(second)", try await world.planForm(["version": "1", "goal_long": "新しい長期目標"]))
    let beside = try await coordinator.get("/plans/\(second)?with=1")
    for words in ["第1回と第2回を並べて", "架空の長期目標", "新しい長期目標", "変更</span>"] { #expect(beside.contains(words), "\(words)") }
    #expect(try await coordinator.get("/plans/\(second)").contains("/plans/\(second)?with=1"))
    #expect(try await coordinator.get("/plans/\(first)").contains("架空の長期目標"))
  }

  @Test func `被保護世帯のプランは、保護の実施機関が役割にないと会議に諮れない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let (id, livelihood) = (world.id, try await world.agency("見本自立相談支援センター"))
    try await world.at("takikan", .moveCoordination) { desk in
      try desk.writing.run("UPDATE coordination SET public_assistance_agency = \(livelihood) WHERE id = \(id)")
    }
    let coordinator = try await world.signedIn("takikan")
    let plan = try await world.beginPlan()
    let refused = try await coordinator.post("/plans/\(plan)/submission", try await world.planForm(["version": "1"]))
    #expect(refused.status == 422)
    #expect(refused.contains("保護の実施機関を役割分担に加えてください。"))
    let with = ["version": "1", "role.2.agency": String(livelihood), "role.2.role": "保護の実施機関として加わる"]
    #expect(try await coordinator.post("/plans/\(plan)/submission", try await world.planForm(with)).status == 303)
  }

  @Test func `見直しが要ると記されたプランには、その文が出る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.town.number("SELECT id FROM plan")
    let id = CoordinationID(world.id)
    let reason = "本人が同意を取り消しました。プランを見直してください。"
    try await world.at("takikan", .recordConsent) { desk in try PlanRecords.wantReview(desk, try desk.openCoordination(id), reason) }
    let page = try await (try await world.signedIn("takikan")).get("/plans/\(plan)")
    #expect(page.contains("見直しが必要です") && page.contains(reason))
    try await world.at("takikan", .recordConsent) { desk in try PlanRecords.reviewed(desk, try desk.openCoordination(id)) }
    #expect(!(try await (try await world.signedIn("takikan")).get("/plans/\(plan)").contains("見直しが必要です")))
  }

  @Test func `修正のうえ了承されたプランは、直して諮るだけで、二度目の会議なしに支援決定を待つ`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let plan = try await world.submitPlan()
    let coordinator = try await world.signedIn("takikan")
    try await world.meet(.plan, .approvedWithChanges)
    try await world.move(.sendBackPlan, side: .meeting)
    #expect(try await coordinator.get("/plans/\(plan)/edit").status == 200)
    let form = try await world.planForm(["version": try await world.planVersion(plan), "policy": "会議で求められたとおりに直した方針"])
    #expect(try await coordinator.post("/plans/\(plan)/submission", form).status == 303)
    #expect(try await world.stage() == "awaitingDecision")
  }

  @Test func `会議に諮っているプランは直せるが、足りないままでは保存できない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let plan = try await world.submitPlan()
    let coordinator = try await world.signedIn("takikan")
    let version = try await world.planVersion(plan)
    let hollow = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": version, "goal_long": ""]))
    #expect(hollow.status == 422 && hollow.contains("長期の目標が書かれていません。") && hollow.contains("会議に諮っているプランです。"))
    let mended = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": version, "notes": "訪問は午後"]))
    #expect(mended.status == 303)
    #expect(try await world.stage() == "conference")
    #expect(try await world.town.number("SELECT is_complete FROM plan WHERE id = \(plan)") == 1)
  }
}
