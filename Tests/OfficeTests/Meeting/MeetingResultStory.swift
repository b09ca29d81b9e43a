import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議の結論: it moves the case, its decisions become tasks, and it is never changed.
@Suite struct MeetingResultStory {
  @Test func `市のいない重層的支援会議では、結論を記録できない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    let early = try await world.decide(meeting, item, .approved)
    #expect(early.status == 422 && early.contains("開催済み"))
    try await world.hold(meeting, [ReferralWorld.multi])
    let reply = try await world.decide(meeting, item, .approved, [("discussion", "架空の検討")])
    #expect(reply.status == 422 && reply.contains("市の事業担当課の出席がありません") && reply.contains("架空の検討"))
    #expect(try await world.world.stage() == "conference")
    #expect(try await world.coordinator.get("/meetings/\(meeting)/items/\(item)").contains("出席がありません"))
    try await world.holdWithBoth(meeting)
    #expect(try await world.decide(meeting, item, .approved).status == 303)
    #expect(try await world.world.stage() == "awaitingDecision")
  }

  @Test(arguments: [
    (MeetingResult.approved, "awaitingDecision"), (.approvedWithChanges, "planning"), (.continued, "planning"), (.sentBack, "planning"),
    (.windowLeads, "handedBack"),
  ])
  func `プランの会議の結論は、そのまま事例を動かす`(_ result: MeetingResult, _ stage: String) async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.holdWithBoth(meeting)
    let lead = try await world.world.agency(MeetingWorld.east)
    let fields = [("result_words", "架空の内容"), ("lead_agency", result == .windowLeads ? "\(lead)" : ""), ("lead_person", "架空 花子")]
    let reply = try await world.decide(meeting, item, result, fields)
    #expect(reply.status == 303, "\(reply.text)")
    #expect(try await world.world.stage() == stage)
    let page = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)")
    #expect(page.contains(result.label) && page.contains("この結論により、多機関協働は"))
    #expect(!page.hasEscapedMarkup)
    if result == .approvedWithChanges {
      try await world.world.move(.submitPlan)
      #expect(try await world.world.stage() == "awaitingDecision")
    }
    if result == .windowLeads {
      #expect(try await world.town.number("SELECT count(*) FROM hand_back_item WHERE to_agency = \(lead) AND is_lead = 1") == 1)
    }
  }

  @Test func `プランCの了承は市への報告を待ち、報告で支援中になる`() async throws {
    let world = try await MeetingWorld.open(participation: false)
    let meeting = try await world.convene()
    try await world.holdWithBoth(meeting)
    #expect(try await world.decide(meeting, try await world.item(meeting), .approved).status == 303)
    #expect(try await world.world.stage() == "conference")
    try await world.world.move(.reportToTown)
    #expect(try await world.world.stage() == "inSupport")
    #expect(try await world.town.text("SELECT confirmed_on FROM plan WHERE coordination_id = \(world.id)") == "2026-11-21")
  }

  @Test func `終結可は、そろっていれば終結し、足りなければ何が足りないかを言う`() async throws {
    let world = try await MeetingWorld.open(.inSupport)
    try await world.review(.close, lead: false)
    let first = try await world.convene(.close)
    try await world.holdWithBoth(first)
    let item = try await world.item(first)
    #expect(try await world.decide(first, item, .mayClose).status == 303)
    #expect(try await world.world.stage() == "inSupport")
    let page = try await world.coordinator.get("/meetings/\(first)/items/\(item)")
    #expect(page.contains("終結にはまだ次が足りません") && page.contains("終結後の主担当機関"))

    let complete = try await MeetingWorld.open(.inSupport)
    try await complete.review(.close)
    let second = try await complete.convene(.close)
    try await complete.holdWithBoth(second)
    #expect(try await complete.decide(second, try await complete.item(second), .mayClose).status == 303)
    #expect(try await complete.world.stage() == "closed")
  }

  @Test func `評価のないまま終結を諮ると、知らせるが止めない`() async throws {
    let world = try await MeetingWorld.open(.inSupport)
    let meeting = try await world.convene(.close)
    let page = try await world.coordinator.get("/meetings/\(meeting)/items/\(try await world.item(meeting))")
    #expect(page.contains("評価（様式2-2）がまだ「終結」で完了していません"))
  }

  @Test func `中断には理由が要り、書けば中断になる`() async throws {
    let world = try await MeetingWorld.open(.inSupport)
    try await world.review(.interrupt)
    let meeting = try await world.convene(.interrupt)
    let item = try await world.item(meeting)
    try await world.holdWithBoth(meeting)
    let blank = try await world.decide(meeting, item, .interrupt)
    #expect(blank.status == 422 && blank.contains("「中断」の内容が書かれていません"))
    #expect(try await world.decide(meeting, item, .interrupt, [("result_words", "転居し、連絡が取れない")]).status == 303)
    #expect(try await world.world.stage() == "interrupted")
  }

  @Test func `決まった役割は、事例を見られる機関のやることになり、ほかには紙で伝える`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.holdWithBoth(meeting)
    let form = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)/result")
    #expect(!form.hasEscapedMarkup)
    #expect(form.field("role_what_1") == "架空の役割" && form.field("role_person_1") == "架空 花子")
    let east = try await world.world.agency(MeetingWorld.east)
    let hospital = try await world.world.agency("架空中央病院 医療相談室")
    let reply = try await world.decide(
      meeting, item, .approved,
      [
        ("role_agency_1", "\(east)"), ("role_what_1", "週に一度訪ねる"), ("role_person_1", "架空 花子"), ("role_due_1", "R8.12.1"),
        ("role_agency_2", "\(hospital)"), ("role_what_2", "受診の日を決める"), ("gaps", "夜に開いている居場所\n\n見本の送迎"),
        ("next_monitoring", "R9.2.1"),
      ])
    #expect(reply.status == 303, "\(reply.text)")
    #expect(try await world.world.signedIn("houkatsu").get("/tasks?view=section").contains("週に一度訪ねる（担当：架空 花子）"))
    let page = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)")
    for words in ["機関の「やること」に入りました", "紙や電話で伝えてください", "見本の送迎", "令和9年2月1日"] { #expect(page.contains(words), "\(words)") }
    #expect(try await world.town.number("SELECT count(*) FROM resource_gap WHERE item_id = \(item)") == 2)
    #expect(try await world.town.number("SELECT count(*) FROM plan_monitoring WHERE on_day = '2027-02-01'") == 1)
  }

  @Test func `足りない役割の行は、どこが足りないかを言って断り、入力を残す`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.holdWithBoth(meeting)
    let item = try await world.item(meeting)
    let reply = try await world.decide(meeting, item, .approved, [("role_what_2", "誰かがする"), ("next_monitoring", "そのうち")])
    #expect(reply.status == 422 && reply.contains("2行目：役割を担う機関が選ばれていません") && reply.contains("そのうち"))
    #expect(try await world.world.stage() == "conference")
  }

  @Test func `記録した結論は変えられず、次の議題で答える`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.holdWithBoth(meeting)
    _ = try await world.decide(meeting, item, .approved)
    let again = try await world.decide(meeting, item, .sentBack, [("result_words", "架空")])
    #expect(again.status == 422 && again.contains("もう記録されています"))
    await #expect(throws: (any Error).self) {
      try await world.town.office.database.write { try $0.run("UPDATE meeting_item SET result = 'sentBack' WHERE id = \(item)") }
    }
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items/\(item)/removal").status == 422)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/items/\(item)/result").status == 303)
  }

  @Test func `二人が同じ議題の結論を書くと、後の人に知らせる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.holdWithBoth(meeting)
    let version = try await world.town.number("SELECT version FROM meeting_item WHERE id = \(item)")
    let prepared = [("points", "架空の論点"), ("version", "\(version)")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items/\(item)", prepared).status == 303)
    let stale = try await world.coordinator.post(
      "/meetings/\(meeting)/items/\(item)/result", [("version", "\(version)"), ("result", "approved"), ("discussion", "架空の検討")])
    #expect(stale.status == 409 && stale.contains("架空の検討") && stale.contains("架空の論点"))
  }

  @Test func `持回りでは、書面の回答が出席に当たり、代わりに記録もできる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene(mode: "written")
    let item = try await world.item(meeting)
    try await world.invite(meeting)
    let page = try await world.section.get("/meetings/\(meeting)/answer")
    #expect(page.status == 200 && page.contains("架空 ハルさん") && page.contains("了承"))
    let silent = try await world.section.post("/meetings/\(meeting)/answer", [("answer_\(item)", "comments")])
    #expect(silent.status == 422 && silent.contains("意見が書かれていません"))
    #expect(try await world.coordinator.post("/meetings/\(meeting)/answer", [("answer_\(item)", "agrees")]).status == 303)
    #expect(try await world.coordinator.post("/meetings/\(meeting)/attendance", [("chair", "架空")]).status == 303)
    let refused = try await world.decide(meeting, item, .approved)
    #expect(refused.status == 422 && refused.contains("市の事業担当課の出席がありません"))

    let other = try await MeetingWorld.open()
    let round = try await other.convene(mode: "written")
    let tabled = try await other.item(round)
    try await other.invite(round)
    _ = try await other.coordinator.post("/meetings/\(round)/answer", [("answer_\(tabled)", "agrees")])
    #expect(try await other.section.post("/meetings/\(round)/answer", [("answer_\(tabled)", "agrees")]).status == 303)
    let east = try await other.member(round, MeetingWorld.east)
    let onBehalf = [("member", "\(east)"), ("answer_\(tabled)", "comments"), ("words_\(tabled)", "架空の電話での意見")]
    #expect(try await other.section.post("/meetings/\(round)/answer", onBehalf).status == 404)
    #expect(try await other.coordinator.post("/meetings/\(round)/answer", onBehalf).status == 303)
    _ = try await other.coordinator.post("/meetings/\(round)/attendance", [("chair", "架空")])
    #expect(try await other.coordinator.get("/meetings/\(round)/items/\(tabled)").contains("架空の電話での意見"))
    #expect(try await other.decide(round, tabled, .approved).status == 303)
    #expect(try await other.world.stage() == "awaitingDecision")
  }
}
