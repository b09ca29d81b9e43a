import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// しなければならない断り (reference Annex C, scenario 6): each refusal of the list, at the screens, one after the other.
@Suite struct RefusalScenarioStory {
  @Test func `同意のない事例は重層的支援会議に諮れず、会議の構成員に事例の全体は開かない`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let tabled = try await world.coordinator.post("/meetings", MeetingWorld.form("planning", ["\(world.id):plan"]))
    #expect(tabled.status == 422 && tabled.contains("支援会議（社会福祉法106条の6）に諮るよう市に依頼してください"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting") == 0)
    // A member called to one item, with the duty confirmed, reads the item and not the case.
    let meeting = try await world.section.post("/meetings", MeetingWorld.form("support", ["\(world.id):"])).number
    _ = try await world.section.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    let disability = try await world.world.agency("見本障害者相談支援センター")
    _ = try await world.section.post("/meetings/\(meeting)/members", [("agency", "\(disability)")])
    try await world.invite(meeting, as: world.section)
    let item = try await world.item(meeting)
    let member = try await world.member(meeting, "見本障害者相談支援センター")
    let version = try await world.town.number("SELECT version FROM meeting_item WHERE id = \(item)")
    let prepared = [("points", "架空の論点"), ("member", "\(member)"), ("version", "\(version)")]
    #expect(try await world.section.post("/meetings/\(meeting)/items/\(item)", prepared).status == 303)
    let called = try await world.town.signedIn("shougai")
    _ = try await called.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    #expect(try await called.get("/meetings/\(meeting)/items/\(item)").contains("架空の論点"))
    for path in ["", "/print", "/print/progress", "/sight", "/notes/new"] {
      #expect(try await called.get("/cases/\(world.world.caseFile)\(path)").status == 404, "\(path)")
    }
  }

  @Test func `市のいない会議の結論、支援決定の前の確定、確定したプランの変更、主担当のない終結は、どれも断られる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    try await world.hold(meeting, [ReferralWorld.multi])
    let item = try await world.item(meeting)
    let alone = try await world.decide(meeting, item, .approved)
    #expect(alone.status == 422 && alone.contains("市の事業担当課の出席がありません"))
    #expect(try await world.world.stage() == "conference")
    // The town comes; the plan is agreed, and waits for the town's decision.
    try await world.holdWithBoth(meeting)
    #expect(try await world.decide(meeting, item, .approved).status == 303)
    #expect(try await world.world.stage() == "awaitingDecision")
    let plan = try await world.town.number("SELECT id FROM plan")
    #expect(try await world.town.text("SELECT confirmed_on FROM plan") == nil)
    #expect(try await world.coordinator.post("/plans/\(plan)/report").status == 422, "支援決定が要るプランは、報告では確定しない")
    let early = try await world.coordinator.post("/plans/\(plan)/decision", try await world.world.decisionForm())
    #expect(early.status == 404, "決めるのは市だけ")
    #expect(try await world.world.stage() == "awaitingDecision")
    #expect(try await world.section.post("/plans/\(plan)/decision", try await world.world.decisionForm()).status == 303)
    #expect(try await world.world.stage() == "inSupport")
    let changed = try await world.coordinator.post(
      "/plans/\(plan)", try await world.world.planForm(["version": try await world.world.planVersion(plan)]))
    #expect(changed.status == 422 && changed.contains("確定したプランは変更できません。"))
    let unled = try await world.world.review(.close, ["lead_agency": "", "lead_person": ""])
    #expect(unled.status == 422 && unled.contains("終結後の主担当機関が決まっていません。"))
    #expect(try await world.coordinator.post("/plans/\(plan)/closure").status == 422)
    #expect(try await world.world.stage() == "inSupport")
  }

  @Test func `守られた人の住所は、どの形の出力にも入らない`() async throws {
    let address = "見本市秘町九丁目9番9号"
    let world = try await MeetingWorld.open()
    let file = world.world.caseFile
    let east = try await world.town.signedIn("houkatsu")
    let told = NoteStory.good.map { $0.0 == "facts" ? ($0.0, "移った先は\(address)。") : $0 }
    #expect(try await east.post("/cases/\(file)/notes", told).status == 303)
    let person = try await world.town.number("SELECT resident_id FROM case_file WHERE id = \(file)")
    try await world.town.office.database.write { try $0.run("UPDATE resident SET address = \(address) WHERE id = \(person)") }
    #expect(try await world.coordinator.get("/cases/\(file)/print/progress?as=csv").text.contains(address), "守られる前は出る")
    let agency = try await world.world.agency(MeetingWorld.east)
    let protection = [
      ("case", "\(file)"), ("resident", "\(person)"), ("kind", "partnerViolence"), ("level", "contacts"), ("basis", "架空の支援措置"),
      ("from", "R8.11.21"), ("until", "R9.11.20"), ("cleared", "\(agency)"),
    ]
    let saved = try await east.post("/protections", protection)
    #expect(saved.status == 303, "\(saved.text)")
    for form in ["csv", "cp932&lossy=on", "xlsx", "pdf"] {
      let reply = try await world.coordinator.get("/cases/\(file)/print/progress?as=\(form)")
      #expect(reply.status == 200 && !reply.text.contains(address), "\(form)")
    }
    let covered = try await world.coordinator.get("/cases/\(file)/print/progress?as=csv")
    #expect(covered.text.contains("移った先は\(PersonSight.mask)"))
    for path in ["/cases/export", "/consultations/export", "/referrals.csv", "/cases/\(file)", "/search?q=秘町九丁目"] {
      #expect(!(try await world.coordinator.get(path)).text.contains(address), "\(path)")
    }
    #expect(try await east.get("/cases/\(file)/print/progress?as=csv").text.contains(address), "知らされている機関には要る")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'printPaper' AND outcome = 'done'") >= 6)
  }
}
