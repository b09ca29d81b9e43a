import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議の結果を計画に入れる: what a 重層的支援会議 settled comes into the plan by a button, and nothing that was typed is lost.
@Suite struct PlanMeetingStory {
  private static let outreach = "見本アウトリーチ支援室"
  private static let children = "見本市こども家庭センター"
  private static let source = "令和8年11月21日の重層的支援会議の結果"

  /// A plan that a meeting agreed to with changes, with a role for アウトリーチ and the next monitoring.
  private func decided(withChildren: Bool = false) async throws -> (world: MeetingWorld, meeting: Int, item: Int, plan: Int) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    try await world.holdWithBoth(meeting)
    let item = try await world.item(meeting)
    let children = [("role_what_2", "架空の通所"), ("role_agency_2", "\(try await world.world.agency(Self.children))")]
    let fields = [
      ("result_words", "架空の修正"), ("discussion", "架空の検討"), ("next_monitoring", "R9.1.15"), ("role_what_1", "架空の見学に付き添う"),
      ("role_agency_1", "\(try await world.world.agency(Self.outreach))"), ("role_person_1", "架空 歩"), ("role_due_1", "R8.12.1"),
    ]
    let reply = try await world.decide(meeting, item, .approvedWithChanges, fields + (withChildren ? children : []))
    try #require(reply.status == 303, "\(reply.text)")
    return (world, meeting, item, try await world.town.number("SELECT id FROM plan"))
  }

  private func press(_ world: MeetingWorld, _ plan: Int, _ item: Int, on page: Reply, typing: [String: String] = [:]) async throws -> Reply
  {
    let form = try SentForm(page, to: "/plans/\(plan)").typing(typing)
    return try await world.coordinator.post("/plans/\(plan)/edit", form.fields + [("more", "meeting.\(item)")])
  }

  @Test func `会議の結果はボタンで計画に入り、どこから来たかが書かれ、打ってあったものは変わらない`() async throws {
    let (world, meeting, item, plan) = try await decided()
    let tabled = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)")
    #expect(tabled.contains("会議の結果を計画に入れる") && tabled.contains("/plans/\(plan)/edit#f-meeting"))
    #expect(try await world.coordinator.get("/plans/\(plan)").contains("\(Self.source)のうち、まだ計画に入っていないことがあります"))
    let form = try await world.coordinator.get("/plans/\(plan)/edit")
    for words in ["\(Self.source)（修正のうえ了承）", "架空の検討", "見本アウトリーチ支援室（架空 歩）：架空の見学に付き添う（令和8年12月1日まで）"] {
      #expect(form.contains(words), "\(words)")
    }
    let filled = try await press(world, plan, item, on: form, typing: ["notes": "打った特記", "goal_long": "打った目標", "period_to": "来年のいつか"])
    #expect(filled.status == 200 && !filled.hasEscapedMarkup)
    let fields = try SentForm(filled, to: "/plans/\(plan)")
    #expect(fields["role.1.role"] == "架空の役割" && fields["role.1.person"] == "架空 花子" && fields["main"] == "1")
    #expect(fields["role.2.role"] == "架空の見学に付き添う（令和8年12月1日まで）" && fields["role.2.person"] == "架空 歩")
    #expect(fields["role.2.agency"] == "\(try await world.world.agency(Self.outreach))")
    #expect(fields["notes"] == "打った特記\n\(Self.source)（修正のうえ了承）：架空の修正")
    #expect(fields["goal_long"] == "打った目標" && fields["period_to"] == "来年のいつか")
    #expect(filled.contains("〔\(Self.source)から〕") && filled.contains("まだ保存していません"))
    #expect(try await world.town.number("SELECT count(*) FROM plan_role WHERE plan_id = \(plan)") == 1)
  }

  @Test func `二度押しても、保存したあとに押しても、同じものは二つ入らない`() async throws {
    let (world, _, item, plan) = try await decided()
    let once = try await press(world, plan, item, on: try await world.coordinator.get("/plans/\(plan)/edit"))
    let twice = try await press(world, plan, item, on: once, typing: ["role.2.role": "架空の見学に二人で付き添う"])
    let fields = try SentForm(twice, to: "/plans/\(plan)")
    #expect(fields["role.2.role"] == "架空の見学に二人で付き添う" && fields["role.3.role"].isEmpty)
    #expect(fields["notes"] == "\(Self.source)（修正のうえ了承）：架空の修正")
    // The same page sent again without what the page remembers: the rows are there already.
    let again = try await press(world, plan, item, on: once, typing: ["taken": ""])
    let same = try SentForm(again, to: "/plans/\(plan)")
    #expect(same["role.2.role"].hasPrefix("架空の見学") && same["role.3.role"].isEmpty && !same["notes"].contains("\n"))

    #expect(try await world.coordinator.post("/plans/\(plan)", try SentForm(once, to: "/plans/\(plan)").fields).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM plan_role WHERE plan_id = \(plan)") == 2)
    let saved = try await world.coordinator.get("/plans/\(plan)/edit")
    #expect(saved.contains("この会議の結果は、計画に入っています") && saved.contains("〔\(Self.source)から〕"))
    #expect(!(try await world.coordinator.get("/plans/\(plan)")).contains("まだ計画に入っていないことがあります"))
    // What a person changed after the meeting is not brought back.
    let changed = try SentForm(saved, to: "/plans/\(plan)").typing(["role.2.role": "架空の電話だけにする"])
    #expect(try await world.coordinator.post("/plans/\(plan)", changed.fields).status == 303)
    let late = try await press(world, plan, item, on: try await world.coordinator.get("/plans/\(plan)/edit"))
    #expect(!late.contains("架空の見学に付き添う（令和8年12月1日まで）\""))
  }

  @Test func `モニタリングの日も会議から来たと分かり、会議のない事例には何も出ない`() async throws {
    let (world, _, _, plan) = try await decided()
    let form = try await world.coordinator.get("/plans/\(plan)/edit")
    #expect(form.contains("R9.1.15") && form.contains("〔\(Self.source)から〕"))
    let other = try await CoordinationWorld.open()
    try await other.carry(to: .planning)
    let begun = try await other.beginPlan()
    #expect(!(try await other.signedIn("takikan").get("/plans/\(begun)/edit")).contains("f-meeting"))
  }

  @Test func `計画を書けない構成員には、入口もボタンも存在しない`() async throws {
    let (world, meeting, item, plan) = try await decided()
    for name in ["houkatsu", "shi", "outreach", "shougai", "kansa"] {
      let visitor = try await world.world.signedIn(name)
      let reply = try await visitor.post("/plans/\(plan)/edit", [("more", "meeting.\(item)")])
      #expect(reply.status == 404, "\(name)")
      #expect(!(try await visitor.get("/meetings/\(meeting)/items/\(item)")).contains("会議の結果を計画に入れる"), "\(name)")
    }
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.get("/meetings/\(meeting)/items/\(item)").contains("架空の修正"), "構成員は結論を読める")
    let foreign = try await world.coordinator.post("/plans/\(plan)/edit", [("more", "meeting.\(item + 100)")])
    #expect(foreign.status == 404)
  }

  @Test func `名前を出せない機関の役割は、計画に出さない`() async throws {
    let (world, _, item, plan) = try await decided(withChildren: true)
    let file = world.world.caseFile
    let children = AgencyID(try await world.world.agency(Self.children))
    #expect(try await world.coordinator.get("/plans/\(plan)/edit").contains("架空の通所"))
    try await world.world.at("houkatsu", .recordProtection) { desk in
      try desk.writing.run(
        """
        INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
        VALUES (\(file), \(children), 'ownRecord', 'team', \(desk.now), \(desk.now))
        """)
      var draft = ProtectionDraft()
      (draft.kind, draft.level, draft.basis) = (.elderAbuse, .contacts, "架空")
      (draft.from, draft.until, draft.cleared) = (desk.today, desk.today.adding(days: 300), [desk.staff.agencyID])
      let person = try #require(try desk.reading.first("SELECT resident_id FROM case_file WHERE id = \(file)") { $0.id(0) as ResidentID })
      _ = try ProtectionRecords.register(desk, of: person, draft, content: "架空")
    }
    let page = try await world.coordinator.get("/plans/\(plan)/edit")
    #expect(page.contains("架空の見学に付き添う") && !page.contains("架空の通所"))
    #expect(!(try await press(world, plan, item, on: page)).contains("架空の通所"))
  }
}
