import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 根拠の終わり: what ends, ends at once and everywhere.
struct GroundsEndStory {
  /// 障害 has accepted a つなぎ and written something; the person then agrees, or had agreed before.
  private static func accepted(_ world: CoordinationWorld) async throws -> Visitor {
    let referral = try await world.referral.request(ReferralWorld.disability)
    let receiver = try await world.signedIn("shougai")
    let reply = try await world.referral.step(receiver, referral, "acceptance")
    try #require(reply.status == 303)
    _ = try await world.town.addNote(world.caseFile, by: "shougai", "障害の窓口で聞いた話。")
    return receiver
  }

  @Test func `同意のあとに受けたつなぎは、取消しで渡された内容だけになり、窓口にはほかの機関の記録が閉じる`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let path = "/cases/\(world.caseFile)"
    #expect(try await coordinator.post("\(path)/consents", world.consentForm()).status == 303)
    world.town.pass(minutes: 1)
    let receiver = try await Self.accepted(world)
    let window = try await world.signedIn("houkatsu")
    #expect(try await receiver.get(path).contains("回覧板が止まっている。"))
    #expect(try await window.get(path).contains("障害の窓口で聞いた話。"))

    let consent = try await world.latestConsent()
    world.town.pass(minutes: 1)
    #expect(try await coordinator.post("/consents/\(consent)/withdrawal").status == 303)
    #expect(try await !receiver.get(path).contains("回覧板が止まっている。"))
    #expect(try await !window.get(path).contains("障害の窓口で聞いた話。"))
    #expect(try await window.get(path).contains("回覧板が止まっている。"), "自分の機関の記録は読める")
    #expect(try await receiver.get(path).contains("障害の窓口で聞いた話。"))
    let search = "/search?part=notes&q="
    #expect(try await !window.get(search + Answer.percentEncoded("障害の窓口")).contains("聞いた話"))
    #expect(try await window.get("\(path)/sight").contains("ほかの機関の支援経過は見られません"))
    // Read from the rule and from its copy for the search.
    #expect(
      try await world.town.number(
        "SELECT count(*) FROM note_reader x JOIN note n ON n.id = x.note_id WHERE n.facts = '障害の窓口で聞いた話。'") == 1)

    world.town.pass(minutes: 1)
    #expect(try await coordinator.post("\(path)/consents", world.consentForm(["releases_earlier": "1"])).status == 303)
    #expect(try await window.get(path).contains("障害の窓口で聞いた話。"), "新しい同意で、また見える")
    #expect(try await receiver.get(path).contains("回覧板が止まっている。"))
  }

  @Test func `同意の記録より前に、本人が納得して受けたつなぎは、取消しのあともそのまま`() async throws {
    let world = try await CoordinationWorld.open()
    let receiver = try await Self.accepted(world)
    world.town.pass(minutes: 1)
    let coordinator = try await world.signedIn("takikan")
    let path = "/cases/\(world.caseFile)"
    #expect(try await coordinator.post("\(path)/consents", world.consentForm()).status == 303)
    let consent = try await world.latestConsent()
    #expect(try await coordinator.post("/consents/\(consent)/withdrawal").status == 303)
    #expect(try await receiver.get(path).contains("回覧板が止まっている。"))
  }

  @Test func `同意の期限が切れたときも、同じように閉じる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.giveConsent(until: world.today(adding: 3))
    world.town.pass(minutes: 1)
    _ = try await Self.accepted(world)
    let path = "/cases/\(world.caseFile)"
    #expect(try await world.signedIn("houkatsu").get(path).contains("障害の窓口で聞いた話。"))
    world.town.pass(days: 4)
    try await world.town.office.endExpiredConsents()
    #expect(try await !world.signedIn("houkatsu").get(path).contains("障害の窓口で聞いた話。"))
    #expect(try await !world.signedIn("shougai").get(path).contains("回覧板が止まっている。"))
    let ended = try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'endConsent'")
    try await world.town.office.endExpiredConsents()
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'endConsent'") == ended, "一度だけ")
  }

  @Test func `別の機関に移った職員には、前の機関の事例も書きかけも見えない`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let draft = try await counsellor.post(
      "/drafts", [("draft_form", "支援経過"), ("draft_path", "/cases/\(file)/notes/new"), ("draft_title", "書きかけの題名"), ("facts", "秘密の本文")])
    try #require(draft.status == 303)
    let id = try await town.number("SELECT max(id) FROM draft")
    #expect(try await counsellor.get("/drafts").contains("書きかけの題名"))
    let children = try await town.agency(of: "kodomo")
    try await town.office.database.write { try $0.run("UPDATE staff SET agency_id = \(children) WHERE sign_in_name = 'houkatsu'") }
    for path in ["/", "/cases", "/drafts", "/search?q=\(Answer.percentEncoded("架空 太郎"))", "/tasks", "/consultations", "/referrals"] {
      let page = try await counsellor.get(path)
      #expect(page.status == 200 && !page.contains("書きかけの題名") && !page.contains("/cases/\(file)\""), "\(path)")
    }
    #expect(try await counsellor.get("/cases/\(file)").status == 404)
    #expect(try await counsellor.get("/drafts/\(id)").status == 404)
    #expect(try await counsellor.get("/cases/\(file)/notes/new?draft=\(id)").status == 404)
  }

  @Test func `終わった職員の画面は、開いたままでも何も見せない`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases/\(file)").status == 200)
    let yesterday = CivilDate.of(epochSeconds: town.now).adding(days: -1).iso
    try await town.office.database.write { try $0.run("UPDATE staff SET active_until = \(yesterday) WHERE sign_in_name = 'houkatsu'") }
    #expect(try await counsellor.get("/cases/\(file)").location.hasPrefix("/sign-in"))
  }
}
