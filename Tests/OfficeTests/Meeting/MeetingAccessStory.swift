import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議を見る人: each sees what is tabled for them, and no more.
@Suite struct MeetingAccessStory {
  private static let canary = "カナリア架空七八九"

  @Test func `守秘の確認をするまで、支援会議の議題は市にも見えない`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let meeting = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    let item = try await world.item(meeting)
    let before = try await world.section.get("/meetings/\(meeting)")
    #expect(!before.hasEscapedMarkup)
    #expect(before.contains("拘禁刑") && !before.contains("架空 ハルさん"))
    #expect(try await world.section.get("/meetings/\(meeting)/items/\(item)").location == "/meetings/\(meeting)")
    let forced = try await world.section.post("/meetings/\(meeting)/items/\(item)", [("points", "x"), ("version", "1")])
    #expect(forced.status == 422 && forced.contains("守秘の確認がまだです") && !forced.contains("架空 ハルさん"))
    let unread = try await world.section.post("/meetings/\(meeting)/pledge")
    #expect(unread.status == 422 && unread.contains("確認文を読んで"))
    #expect(try await world.section.post("/meetings/\(meeting)/pledge", [("confirmed", "1")]).status == 303)
    #expect(try await world.section.get("/meetings/\(meeting)").contains("架空 ハルさん"))
    #expect(try await world.town.text("SELECT words FROM meeting_pledge")?.contains("1年以下の拘禁刑") == true)
    #expect(try await world.town.number("SELECT count(*) FROM meeting_pledge WHERE staff_id = \(try await world.world.staff("shi"))") == 1)
  }

  @Test func `支援会議で言われたことは、招かれた機関の選ばれた議題だけに見え、事例には流れない`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let meeting = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    let item = try await world.item(meeting)
    _ = try await world.section.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    #expect(try await world.coordinator.get("/meetings/\(meeting)").status == 404)
    try await world.invite(meeting, as: world.section)
    let called = try await world.coordinator.get("/meetings/\(meeting)")
    #expect(called.status == 200 && called.contains("守秘の確認") && !called.contains("議題の一覧"))
    _ = try await world.coordinator.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    #expect(!(try await world.coordinator.get("/meetings/\(meeting)")).contains("架空 ハルさん"))
    #expect(try await world.coordinator.get("/meetings/\(meeting)/items/\(item)").status == 404)
    let multi = try await world.member(meeting, ReferralWorld.multi)
    let version = try await world.town.number("SELECT version FROM meeting_item WHERE id = \(item)")
    let prepared = [("points", Self.canary), ("member", "\(multi)"), ("version", "\(version)")]
    #expect(try await world.section.post("/meetings/\(meeting)/items/\(item)", prepared).status == 303)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/items/\(item)").contains(Self.canary))
    // That a 支援会議 takes place is no day of the case that others read.
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == nil)
    try await world.hold(meeting, ["見本市 地域福祉課", ReferralWorld.multi], as: world.section)
    let east = try await world.world.agency(MeetingWorld.east)
    let decided = try await world.decide(
      meeting, item, .approved, [("discussion", Self.canary), ("role_agency_1", "\(east)"), ("role_what_1", Self.canary)], as: world.section
    )
    #expect(decided.status == 303, "\(decided.text)")
    #expect(try await world.world.stage() == "preConsent")
    let window = try await world.world.signedIn("houkatsu")
    for path in ["/cases/\(world.world.caseFile)", "/tasks?view=section", "/meetings", "/"] {
      #expect(!(try await window.get(path)).contains(Self.canary), "\(path)")
    }
    #expect(try await window.get("/tasks?view=section").contains("支援会議（R8-M00001）で決まった役割を行う"))
    #expect(!(try await world.coordinator.get("/cases/\(world.world.caseFile)")).contains(Self.canary))
    #expect(try await window.get("/meetings/\(meeting)").status == 404)
    world.town.pass(days: 31)
    #expect(try await world.world.signedIn("takikan").get("/meetings/\(meeting)/items/\(item)").status == 404)
    #expect(try await world.world.signedIn("shi").get("/meetings/\(meeting)/items/\(item)").contains(Self.canary))
  }

  @Test func `構成員には、自分の議題だけが見え、ほかの議題の言葉も構成員も見えない`() async throws {
    let world = try await MeetingWorld.open()
    let other = try await world.another(1)
    let meeting = try await world.convene(more: ["\(other):plan"])
    let (own, foreign) = (try await world.item(meeting, 1), try await world.item(meeting, 2))
    let east = try await world.member(meeting, MeetingWorld.east)
    let section = try await world.member(meeting, "見本市 地域福祉課")
    let form = [("points", Self.canary), ("member", "\(section)"), ("version", "1")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items/\(foreign)", form).status == 303)
    let outsider = [("name", "架空カナリア医師"), ("position", Self.canary), ("item", "\(foreign)")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/members", outsider).status == 303)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/items/\(foreign)").contains(Self.canary))
    let member = try await world.world.signedIn("houkatsu")
    #expect(try await member.get("/meetings/\(meeting)").status == 404)
    try await world.invite(meeting)
    #expect(east > 0)
    let page = try await member.get("/meetings/\(meeting)")
    #expect(page.status == 200 && page.contains("架空 ハルさん") && !page.contains("架空事例1") && !page.contains("カナリア"))
    #expect(try await member.get("/meetings/\(meeting)/items/\(own)").contains("架空の長期目標"))
    #expect(try await member.get("/meetings/\(meeting)/items/\(foreign)").status == 404)
    #expect(try await member.get("/meetings?tab=mine").contains("R8-M00001"))
    try await world.holdWithBoth(meeting)
    _ = try await world.decide(meeting, foreign, .continued, [("discussion", Self.canary), ("result_words", Self.canary)])
    for path in ["/meetings/\(meeting)", "/meetings/\(meeting)/items/\(own)", "/meetings", "/meetings?tab=held", "/tasks?view=section"] {
      #expect(!(try await member.get(path)).contains("カナリア"), "\(path)")
    }
    world.town.pass(days: 31)
    #expect(try await world.world.signedIn("houkatsu").get("/meetings/\(meeting)").status == 404)
    #expect(try await world.world.signedIn("shi").get("/meetings/\(meeting)/items/\(foreign)").contains(Self.canary))
  }

  @Test func `関わりのない機関・管理者・監査担当には、どの扉も開かない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.invite(meeting)
    let version = [("points", "x"), ("version", "1"), ("result", "approved"), ("reply", "comes"), ("confirmed", "1")]
    for name in ["shougai", "houkatsu-nishi", "kodomo", "outreach", "kanri", "kansa"] {
      let stranger = try await world.world.signedIn(name)
      for path in ["", "/edit", "/answer", "/items/\(item)", "/items/\(item)/result"] {
        let reply = try await stranger.get("/meetings/\(meeting)\(path)")
        #expect(reply.status == 404 && !reply.contains("架空 ハル"), "\(name) \(path)")
      }
      let acts = [
        "", "/members", "/invitations", "/items", "/cancellation", "/reply", "/pledge", "/attendance", "/minutes", "/answer",
        "/items/\(item)", "/items/\(item)/removal", "/items/\(item)/result",
      ]
      for path in acts { #expect(try await stranger.post("/meetings/\(meeting)\(path)", version).status == 404, "\(name) \(path)") }
      #expect(!(try await stranger.get("/meetings")).contains("R8-M00001"))
    }
    let reader = try await world.world.signedIn("houkatsu")
    for path in [
      "/members", "/invitations", "/items", "/cancellation", "/attendance", "/minutes", "/items/\(item)", "/items/\(item)/result",
    ] {
      #expect(try await reader.post("/meetings/\(meeting)\(path)", version).status == 404, "\(path)")
    }
    for path in ["/items/\(item)", "/items/\(item)/result", "/invitations", "/attendance"] {
      #expect(try await world.section.post("/meetings/\(meeting)\(path)", version).status == 404, "\(path)")
    }
    #expect(try await world.town.number("SELECT count(*) FROM meeting_item WHERE result <> ''") == 0)
  }

  @Test func `本人が除いた機関には、重層的支援会議の議題を見せられない`() async throws {
    let world = try await MeetingWorld.open()
    let disability = try await world.world.agency(ReferralWorld.disability)
    let file = world.world.caseFile
    try await world.world.at("takikan", .recordConsent) { desk in
      try desk.writing.run(
        "INSERT INTO consent_agency (consent_id, agency_id, is_excluded) SELECT max(id), \(disability), 1 FROM consent WHERE case_file_id = \(file)"
      )
    }
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    #expect(
      try await world.coordinator.post("/meetings/\(meeting)/members", [("agency", "\(disability)"), ("item", "\(item)")]).status == 303)
    try await world.invite(meeting)
    let excluded = try await world.world.signedIn("shougai")
    #expect(try await excluded.get("/meetings/\(meeting)/items/\(item)").status == 404)
    let member = try await world.member(meeting, ReferralWorld.disability)
    let reply = try await world.coordinator.post(
      "/meetings/\(meeting)/items/\(item)", [("points", "x"), ("member", "\(member)"), ("version", "1")])
    #expect(reply.status == 422 && reply.contains("本人の同意では"))
    #expect(try await excluded.get("/meetings/\(meeting)/items/\(item)").status == 404)
  }

  @Test func `本人が同意を取り消すと、構成員にはその時から見えず、結論も記録できない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.invite(meeting)
    let member = try await world.world.signedIn("houkatsu")
    #expect(try await member.get("/meetings/\(meeting)/items/\(item)").status == 200)
    let file = world.world.caseFile
    try await world.world.at("takikan", .recordConsent) { desk in
      try desk.writing.run(
        """
        INSERT INTO consent_event (case_file_id, resident_id, consent_id, event, on_day, staff_id, agency_id, at)
        SELECT case_file_id, resident_id, id, 'withdrawn', \(desk.today.iso), staff_id, agency_id, \(desk.now) FROM consent
        WHERE case_file_id = \(file) ORDER BY id DESC LIMIT 1
        """)
    }
    #expect(try await member.get("/meetings/\(meeting)/items/\(item)").status == 404)
    #expect(!(try await member.get("/meetings/\(meeting)")).contains("架空 ハルさん"))
    #expect(try await world.section.get("/meetings/\(meeting)/items/\(item)").status == 200)
    try await world.holdWithBoth(meeting)
    let reply = try await world.decide(meeting, item, .approved)
    #expect(reply.status == 422 && reply.contains("有効な本人同意"))
    #expect(try await world.world.stage() == "conference")
  }

  @Test func `事例の画面には、見てよい会議だけが並ぶ`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let confidential = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    _ = try await world.section.post("/meetings/\(confidential)/pledge", [("confirmed", "1")])
    let id = CoordinationID(world.id)
    let town = try await world.world.at("shi", .seeCoordination) { try MeetingQueries.ofCase($0, try $0.openCoordination(id)).count }
    let multi = try await world.world.at("takikan", .seeCoordination) { try MeetingQueries.ofCase($0, try $0.openCoordination(id)).count }
    #expect(town == 1 && multi == 0)
    try await world.world.carry(to: .conference)
    _ = try await world.convene()
    let now = try await world.world.at("takikan", .seeCoordination) {
      try MeetingQueries.ofCase($0, try $0.openCoordination(id)).map(\.kind)
    }
    #expect(now == [.planning])
  }
}
