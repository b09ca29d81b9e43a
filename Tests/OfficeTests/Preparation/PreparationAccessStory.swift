import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議の準備の見える範囲: neither the question nor an answer reaches anybody else.
struct PreparationAccessStory {
  @Test func `尋ねられていない機関には、問いかけも回答も存在しない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let item = try await world.item(meeting)
    let east = try await world.world.agency(PreparationStory.east)
    let asked = [("ask", "\(item):\(east)"), ("due", "R8.11.21")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/preparation", asked).status == 303)
    let id = try await world.town.number("SELECT id FROM preparation")
    for name in ["shougai", "houkatsu-nishi", "kodomo", "outreach", "kanri", "kansa"] {
      let stranger = try await world.world.signedIn(name)
      for path in ["/preparations/\(id)", "/meetings/\(meeting)/preparation", "/meetings/\(meeting)/items/\(item)/answers"] {
        #expect(try await stranger.get(path).status == 404, "\(name) \(path)")
      }
      let fields = [("version", "1"), ("asks", "架空")]
      for path in ["/preparations/\(id)", "/preparations/\(id)/reminder", "/meetings/\(meeting)/preparation"] {
        #expect(try await stranger.post(path, fields + asked).status == 404, "\(name) \(path)")
      }
      #expect(!(try await stranger.get("/preparations")).contains("架空 ハルさん"))
    }
    // Who is asked answers, and does neither ask nor remind.
    let member = try await world.world.signedIn("houkatsu")
    for path in ["/preparations/\(id)/reminder", "/meetings/\(meeting)/preparation"] {
      #expect(try await member.post(path, asked).status == 404, "\(path)")
    }
    #expect(try await member.get("/meetings/\(meeting)/preparation").status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM preparation WHERE answered_at IS NOT NULL") == 0)
  }

  @Test func `支援会議の議題は、招かれて守秘を確認した構成員にだけ尋ねられる`() async throws {
    let world = try await GuestWorld.open()
    let disability = try await world.world.world.agency(ReferralWorld.disability)
    let east = try await world.world.world.agency(PreparationStory.east)
    let path = "/meetings/\(world.meeting)/preparation"
    // 包括東 is in the case, and for all that no member of this meeting.
    #expect(!(try await world.section.get(path)).contains(PreparationStory.east))
    #expect(try await world.section.post(path, [("ask", "\(world.item):\(east)"), ("due", "R8.11.21")]).status == 404)
    let call = [("agency", "\(disability)"), ("item", "\(world.item)")]
    #expect(try await world.section.post("/meetings/\(world.meeting)/members", call).status == 303)
    let early = try await world.section.post(path, [("ask", "\(world.item):\(disability)"), ("due", "R8.11.21")])
    #expect(early.status == 422 && early.contains("招集する"))
    try await world.world.invite(world.meeting, as: world.section)
    #expect(try await world.section.post(path, [("ask", "\(world.item):\(disability)"), ("due", "R8.11.21")]).status == 303)
    let id = try await world.town.number("SELECT id FROM preparation")

    let member = try await world.world.world.signedIn("shougai")
    let list = try await member.get("/preparations")
    #expect(list.contains("守秘の確認のあとに表示します") && !list.contains("架空 ハル"))
    let first = try await member.get("/preparations/\(id)")
    #expect(first.status == 303 && first.location == "/meetings/\(world.meeting)")
    let answer = [("version", "1"), ("asks", "架空のお願い")]
    let refused = try await member.post("/preparations/\(id)", answer)
    #expect(refused.status == 422 && refused.contains("守秘の確認がまだです") && !refused.contains("架空 ハル"))
    #expect(try await member.post("/meetings/\(world.meeting)/pledge", [("confirmed", "1")]).status == 303)
    #expect(try await member.get("/preparations/\(id)").contains("架空の決めたいこと"))
    #expect(try await member.post("/preparations/\(id)", answer).status == 303)
    // 包括東 and the coordinator see the case, not the 支援会議.
    for name in ["houkatsu", "takikan"] {
      let outside = try await world.world.world.signedIn(name)
      #expect(try await outside.get("/preparations/\(id)").status == 404, "\(name)")
      // 多機関協働 always comes to this body: it is led to the pledge, and would not find the item behind it.
      let answers = try await outside.get("/meetings/\(world.meeting)/items/\(world.item)/answers")
      #expect(answers.status == (name == "takikan" ? 303 : 404) && !answers.contains("架空のお願い"), "\(name)")
    }
  }

  @Test func `本人が同意を取り消すと、構成員として尋ねられた機関にはその時から見えない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    let disability = try await world.world.agency(ReferralWorld.disability)
    let call = [("agency", "\(disability)"), ("item", "\(item)")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/members", call).status == 303)
    try await world.invite(meeting)
    let asked = [("ask", "\(item):\(disability)"), ("due", "R8.11.21")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/preparation", asked).status == 303)
    let id = try await world.town.number("SELECT id FROM preparation")
    let member = try await world.world.signedIn("shougai")
    #expect(try await member.get("/preparations/\(id)").status == 200)
    let file = world.world.caseFile
    try await world.world.at("takikan", .recordConsent) { desk in
      try desk.writing.run(
        """
        INSERT INTO consent_event (case_file_id, resident_id, consent_id, event, on_day, staff_id, agency_id, at)
        SELECT case_file_id, resident_id, id, 'withdrawn', \(desk.today.iso), staff_id, agency_id, \(desk.now) FROM consent
        WHERE case_file_id = \(file) ORDER BY id DESC LIMIT 1
        """)
    }
    #expect(try await member.get("/preparations/\(id)").status == 404)
    #expect(!(try await member.get("/preparations")).contains("架空 ハル"))
  }
}
