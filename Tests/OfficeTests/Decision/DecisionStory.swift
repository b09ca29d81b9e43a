import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 市の窓口: the queue, the decision and what follows from it.
@Suite struct DecisionStory {
  @Test func `待っているプランが窓口に並び、決定すると確定して支援が始まる`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let town = try await world.signedIn("shi")
    let desk = try await town.get("/decisions")
    for words in ["支援決定待ち（1件）", "参加支援事業", "架空 ハルさん", "R8.11.21", "/plans/\(plan)/decision"] { #expect(desk.contains(words), "\(words)") }
    let form = try await town.get("/plans/\(plan)/decision")
    for words in ["確認すること（ほかの支援）", "介護保険の申請を手伝う", "参加支援事業：週に一度の居場所", "了承"] { #expect(form.contains(words), "\(words)") }
    #expect(form.contains("参加支援事業：週に一度の居場所</textarea>"), "決定の内容はプランから写してある")
    #expect(form.field("number") == "R8-決00001")
    #expect(form.field("decided_on") == "R8.11.21")
    let fields = try await world.decisionForm(["submission": "0123456789abcdef0123456789abcdef"])
    #expect(try await town.post("/plans/\(plan)/decision", fields).status == 303)
    #expect(try await town.post("/plans/\(plan)/decision", fields).status == 303, "二度押しても同じところに着く")
    #expect(try await world.town.number("SELECT count(*) FROM support_decision") == 1)
    #expect(try await world.stage() == "inSupport")
    let page = try await (try await world.signedIn("houkatsu")).get("/plans/\(plan)")
    for words in ["確定日", "R8-決00001", "課長　架空 課長", "内容を確認した", "参加支援を行う"] { #expect(page.contains(words), "\(words)") }
    let after = try await town.get("/decisions")
    #expect(after.contains("支援決定待ち（0件）") && after.contains("<span class=\"chip\">決定</span>"))
    #expect(try await town.get("/plans/\(plan)/decision").location == "/plans/\(plan)", "決定したあとは、プランの画面へ")
  }

  @Test func `足りない決定は、書いたものを残して断る`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let town = try await world.signedIn("shi")
    for (changes, words) in [
      (["result": ""], "決定の結果が選ばれていません。"), (["result": "refused"], "不決定とするときは、理由を書いてください。"),
      (["result": "grantedWithConditions"], "条件を書いてください。"), (["confirms_rest": ""], "「ほかの支援の内容を確認した」に印を付けてください。"),
      (["decided_on": "R8.11.22"], "決定日が今日より先の日付です。"), (["decided_on": "R8.11.20"], "会議の日（令和8年11月21日）より前です。"),
      (["decided_on": "あした"], "あした"), (["number": ""], "決定番号が入っていません。"),
    ] {
      let refused = try await town.post("/plans/\(plan)/decision", try await world.decisionForm(changes))
      #expect(refused.status == 422, "\(changes)")
      #expect(refused.contains(words) && refused.contains("参加支援を行う"), "\(words)")
    }
    #expect(try await world.town.number("SELECT count(*) FROM support_decision") == 0)
    #expect(try await world.stage() == "awaitingDecision")
  }

  @Test func `開いたあとに事例が動いていれば、書いたものを残して知らせる`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let town = try await world.signedIn("shi")
    let old = try await world.decisionForm(["content": "あとから書いた内容"])
    _ = try await town.post("/plans/\(plan)/decision", try await world.decisionForm())
    let late = try await town.post("/plans/\(plan)/decision", old)
    #expect(late.status == 409)
    #expect(late.contains("この事例は先に進みました") && late.contains("あとから書いた内容"))
    #expect(try await world.town.number("SELECT count(*) FROM support_decision") == 1)
    let again = try await town.post("/plans/\(plan)/decision", try await world.decisionForm(["number": "R8-決00002"]))
    #expect(again.status == 422 && again.contains("このプランは支援決定を待っていません。"))
  }

  @Test func `不決定はプラン作成に戻り、改めて会議の了承がないと決定に進めない`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let (town, coordinator) = (try await world.signedIn("shi"), try await world.signedIn("takikan"))
    world.town.pass(minutes: 5)
    let refusal = ["result": "refused", "reason": "居場所の受け入れが決まっていないため"]
    #expect(try await town.post("/plans/\(plan)/decision", try await world.decisionForm(refusal)).status == 303)
    #expect(try await world.stage() == "planning")
    let page = try await coordinator.get("/plans/\(plan)")
    #expect(page.contains("不決定") && page.contains("居場所の受け入れが決まっていないため") && page.contains("下書き"))

    let form = try await world.planForm(["version": try await world.planVersion(plan), "use.participation.place": "架空の家"])
    #expect(try await coordinator.post("/plans/\(plan)/submission", form).status == 303)
    #expect(try await world.stage() == "conference")
    await #expect(throws: FieldErrors.self) { try await world.move(.approve, side: .meeting) }
    world.town.pass(minutes: 5)
    try await world.meet(.plan, .approved)
    try await world.move(.approve, side: .meeting)
    let second = try await town.get("/plans/\(plan)/decision")
    #expect(second.field("number") == "R8-決00002" && second.field("decider_title") == "課長")
    let taken = try await town.post("/plans/\(plan)/decision", try await world.decisionForm())
    #expect(taken.status == 422 && taken.contains("すでに使われています"))
    let granted = try await world.decisionForm([
      "number": "R8-決00002", "result": "grantedWithConditions", "conditions": "三か月後に報告すること",
    ])
    #expect(try await town.post("/plans/\(plan)/decision", granted).status == 303)
    #expect(try await world.stage() == "inSupport")
    let all = try await coordinator.get("/plans/\(plan)")
    for words in ["条件付きで決定", "三か月後に報告すること", "不決定"] { #expect(all.contains(words), "\(words)") }
  }

  @Test func `番号は年度ごとに数え、書き換えた番号に惑わされない`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let town = try await world.signedIn("shi")
    _ = try await town.post("/plans/\(plan)/decision", try await world.decisionForm(["number": "福第12号"]))
    let next = try await world.at("shi", .decidePlan) { desk in try DecisionQueries.nextNumber(desk) }
    #expect(next == "R8-決00001")
    world.town.pass(days: 200)
    let later = try await world.at("shi", .decidePlan) { desk in try DecisionQueries.nextNumber(desk) }
    #expect(later == "R9-決00001")
  }

  @Test func `同意が取り消されたあとは、支援決定も会議への提出もできない`() async throws {
    let world = try await CoordinationWorld.open()
    let plan = try await world.planAwaitingDecision()
    let file = world.caseFile
    try await world.at("takikan", .recordConsent) { desk in
      try desk.writing.run(
        """
        INSERT INTO consent_event (case_file_id, resident_id, consent_id, event, on_day, staff_id, agency_id, at)
        SELECT case_file_id, resident_id, id, 'withdrawn', \(desk.today.iso), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now)
        FROM consent WHERE case_file_id = \(file)
        """)
    }
    let town = try await world.signedIn("shi")
    let refused = try await town.post("/plans/\(plan)/decision", try await world.decisionForm())
    #expect(refused.status == 422)
    #expect(try await world.town.number("SELECT count(*) FROM support_decision") == 0, "断られた決定は残らない")
    #expect(try await world.stage() == "awaitingDecision")
  }

  @Test func `直営の市では、同じ職員がプランを諮り、支援決定もできる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    let (id, section) = (world.id, try await world.agency("見本市 地域福祉課"))
    try await world.at("takikan", .moveCoordination) { desk in
      try desk.writing.run("UPDATE coordination SET agency_id = \(section) WHERE id = \(id)")
      try desk.writing.run(
        "INSERT INTO staff_role (staff_id, role, from_on) SELECT id, 'multiCoordinator', '2026-04-01' FROM staff WHERE sign_in_name = 'shi'"
      )
    }
    let both = try await world.signedIn("shi")
    let begun = try await both.post("/coordinations/\(id)/plan")
    let plan = try await world.town.number("SELECT id FROM plan")
    #expect(begun.status == 303)
    #expect(try await both.post("/plans/\(plan)/submission", try await world.planForm(["version": "1"])).status == 303)
    try await world.meet(.plan, .approved)
    try await world.move(.approve, as: "shi", side: .meeting)
    #expect(try await both.post("/plans/\(plan)/decision", try await world.decisionForm()).status == 303)
    #expect(try await world.stage() == "inSupport")
    #expect(try await (try await world.signedIn("takikan")).post("/plans/\(plan)", try await world.planForm()).status == 404)
  }
}
