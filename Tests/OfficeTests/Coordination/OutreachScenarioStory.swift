import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 同意の前の支援 (reference Annex C, scenario 2, to the day of consent): plan before consent, 支援会議 under the duty of secrecy with somebody
/// from outside, letters and visits that meet nobody, and what the consent does and does not open.
@Suite struct OutreachScenarioStory {
  @Test func `会えない人を支援会議で話し合い、手紙と訪問を重ね、同意のあとに初めて重層的支援会議に諮れる`() async throws {
    let world = try await GuestWorld.open()
    let line = world.world
    let file = line.world.caseFile
    #expect(try await line.world.stage() == "preConsent")
    #expect(try await line.coordinator.get("/coordinations/\(line.id)").contains(CoordinationStage.preConsent.label))

    // The teacher answers behind link, code and pledge; the meeting is held and decides.
    let guest = try await world.entered()
    let answer = [("reply", "comes"), ("words_\(world.item)", "\(GuestWorld.canary)学校で見たこと")]
    #expect(try await guest.post("/answer", answer).status == 303)
    #expect(try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)").contains("学校で見たこと"))
    try await line.hold(world.meeting, ["見本市 地域福祉課"], as: world.section)
    let decided = try await line.decide(
      world.meeting, world.item, .approved, [("discussion", "\(GuestWorld.canary)の話し合い")], as: world.section)
    #expect(decided.status == 303, "\(decided.text)")
    #expect(try await line.world.stage() == "preConsent", "支援会議は、事例を同意のある段階へ進めない")

    try await outreach(line)
    #expect(try await world.town.number("SELECT count(*) FROM note WHERE case_file_id = \(file) AND met = 'noResponse'") == 8)

    // Fourteen months later the person agrees.
    world.town.pass(days: 420)
    let coordinator = try await world.town.signedIn("takikan")
    let early = try await coordinator.post("/meetings", MeetingWorld.form("planning", ["\(line.id):plan"], on: "R10.1.20"))
    #expect(early.status == 422 && early.contains("支援会議（社会福祉法106条の6）に諮るよう市に依頼してください"))
    try await line.world.giveConsent()
    try await line.world.move(.apply)
    try await line.world.move(.beginAssessment)
    try await line.world.completeAssessment()
    try await line.world.move(.finishAssessment)
    try await line.world.draftPlan()
    try await line.world.move(.submitPlan)
    let tabled = try await coordinator.post("/meetings", MeetingWorld.form("planning", ["\(line.id):plan"], on: "R10.1.20"))
    #expect(tabled.status == 303, "\(tabled.text)")

    // The consent opens the case, and nothing of what was said under the duty of secrecy.
    for name in ["takikan", "houkatsu"] {
      let reader = try await world.town.signedIn(name)
      for path in ["", "/print/progress?as=csv", "?kind=note", "/sight"] {
        #expect(!(try await reader.get("/cases/\(file)\(path)")).text.contains(GuestWorld.canary), "\(name) \(path)")
      }
      #expect(!(try await reader.get("/meetings/\(tabled.number)")).text.contains(GuestWorld.canary), "\(name)")
    }
    #expect(try await guest.get("/agenda").status == 404, "招きは会議の30日後に終わっている")
  }

  /// Five letters and eight visits on which nobody was met, day by day.
  private func outreach(_ world: MeetingWorld) async throws {
    for number in 1...13 {
      let isLetter = number <= 5
      let fields: [(String, String)] = [
        ("held_on", "R8.11.21"), ("method", isLetter ? "06" : "04"), ("counterpart", "person"),
        ("title", isLetter ? "手紙\(number)" : "訪問\(number - 5)"),
        ("facts", isLetter ? "短い手紙を入れた。" : "呼び鈴に返事がなかった。"), ("visibility", "team"),
      ]
      let reply = try await world.coordinator.post(
        "/cases/\(world.world.caseFile)/notes", fields + (isLetter ? [] : [("met", "noResponse")]))
      #expect(reply.status == 303, "\(number) \(reply.text)")
    }
  }
}
