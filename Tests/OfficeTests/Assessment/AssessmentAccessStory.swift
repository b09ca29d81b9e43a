import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Who reads and writes 様式1-2 and 情報提供の依頼.
@Suite struct AssessmentAccessStory {
  @Test func `関係のない機関・管理者・監査担当には、どの扉も開かず、何も変わらない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    #expect(try await coordinator.post("/coordinations/\(world.id)/assessment/edit", world.firstSheet()).status == 303)
    let id = try await world.ask(try await world.town.agency(of: "kodomo").number)
    for name in ["konkyuu", "kanri", "kansa"] {
      let visitor = try await world.signedIn(name)
      let absent = try await visitor.get("/information-requests/999999")
      for path in [
        "/coordinations/\(world.id)/assessment", "/coordinations/\(world.id)/assessment/edit?sheet=1",
        "/coordinations/\(world.id)/information-requests/new", "/information-requests/\(id)",
      ] {
        let reply = try await visitor.get(path)
        #expect(reply.status == 404 && reply.bytes == absent.bytes, "\(name) \(path)")
      }
      for path in ["/coordinations/\(world.id)/assessment/edit", "/coordinations/\(world.id)/assessment/completion"] {
        #expect(try await visitor.post(path, world.firstSheet(version: 1)).status == 404, "\(name) \(path)")
      }
      for path in ["answer", "refusal", "withdrawal", "adoption"] {
        let form = [("version", "1"), ("words", "横から"), ("reason", "横から"), ("field", "health")]
        #expect(try await visitor.post("/information-requests/\(id)/\(path)", form).status == 404, "\(name) \(path)")
      }
      #expect(!(try await visitor.get("/information-requests").contains("架空 ハル")), "\(name)")
    }
    #expect(try await world.assessmentVersion() == 1)
    #expect(try await world.town.text("SELECT state FROM information_request") == "asked")
  }

  @Test func `依頼された機関は用紙も事例も見られず、つなぎ元と市は読めるが書けない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/assessment"
    #expect(try await coordinator.post("\(path)/edit", world.firstSheet()).status == 303)
    let id = try await world.ask(try await world.town.agency(of: "kodomo").number)
    #expect(try await (try await world.signedIn("kodomo")).get(path).status == 404)
    for name in ["houkatsu", "shi"] {
      let visitor = try await world.signedIn(name)
      let page = try await visitor.get(path)
      #expect(page.status == 200 && page.contains("架空の訴え") && !page.contains("続きを書く"), "\(name)")
      #expect(try await visitor.get("\(path)/edit?sheet=1").status == 404, "\(name)")
      #expect(try await visitor.post("\(path)/edit", world.firstSheet(version: 1)).status == 404, "\(name)")
    }
    #expect(try await (try await world.signedIn("houkatsu")).get("/information-requests/\(id)").status == 404)
    let town = try await world.signedIn("shi")
    #expect(try await town.get("/information-requests/\(id)").status == 200)
    #expect(try await town.post("/information-requests/\(id)/answer", [("version", "1"), ("words", "市から")]).status == 404)
  }

  @Test func `別の事例の回答は写せない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let id = try await world.ask(try await world.town.agency(of: "kodomo").number)
    #expect(try await coordinator.post("/information-requests/\(id)/adoption", [("field", "medical")]).status == 422)
    #expect(
      try await coordinator.post(
        "/coordinations/\(world.id)/assessment/edit", world.firstSheet() + [("source.wishes", "999999")]
      ).status == 404)
  }
}
