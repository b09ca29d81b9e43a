import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Who may read and record 本人同意.
@Suite struct ConsentAccessStory {
  @Test func `関係のない機関・管理者・監査担当には、同意のどの扉も開かない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.giveConsent()
    let id = try await world.latestConsent()
    for name in ["kodomo", "kanri", "kansa"] {
      let visitor = try await world.signedIn(name)
      let absent = try await visitor.get("/consents/999999")
      for path in ["/cases/\(world.caseFile)/consents", "/cases/\(world.caseFile)/consents/new", "/consents/\(id)"] {
        let reply = try await visitor.get(path)
        #expect(reply.status == 404 && reply.bytes == absent.bytes, "\(name) \(path)")
      }
      for path in [
        "/cases/\(world.caseFile)/consents", "/cases/\(world.caseFile)/consents/asked", "/cases/\(world.caseFile)/consents/refused",
        "/consents/\(id)/withdrawal", "/consents/\(id)/release",
      ] {
        #expect(try await visitor.post(path, world.consentForm()).status == 404, "\(name) \(path)")
      }
    }
    #expect(try await world.town.number("SELECT count(*) FROM consent_event") == 0)
    #expect(try await world.town.number("SELECT count(*) FROM consent") == 1)
  }

  @Test func `渡された内容だけの機関は見られず、多機関協働と市は同意の前から記録できるが家族の名前は見えない`() async throws {
    let world = try await CoordinationWorld.open(agrees: false)
    try await world.referral.town.grant(world.caseFile, to: "shougai", reach: .handedOver)
    #expect(try await (try await world.signedIn("shougai")).get("/cases/\(world.caseFile)/consents").status == 404)
    for name in ["takikan", "shi"] {
      let page = try await (try await world.signedIn(name)).get("/cases/\(world.caseFile)/consents")
      #expect(page.status == 200 && !page.contains("架空 実"), "\(name)")
    }
    #expect(try await (try await world.signedIn("houkatsu")).get("/cases/\(world.caseFile)/consents").contains("架空 実"))
  }

  @Test func `監査記録には種類と番号だけが残る`() async throws {
    let world = try await CoordinationWorld.open()
    let window = try await world.signedIn("houkatsu")
    #expect(try await window.post("/cases/\(world.caseFile)/consents", world.consentForm(["exclusions": "架空の秘密"])).status == 303)
    let entries = try await world.town.office.database.read {
      try $0.rows("SELECT subject || detail FROM audit_entry ORDER BY id DESC LIMIT 3") { $0.text(0) }
    }
    #expect(entries.contains { $0.contains("consent ") })
    #expect(!entries.contains { $0.contains("架空") })
  }
}

extension CoordinationWorld {
  /// A complete form of 本人同意; the checkbox that moves the stage is left out unless asked for.
  func consentForm(_ changes: [String: String] = [:], _ more: [(String, String)] = []) -> [(String, String)] {
    var fields = [
      "person": "", "explained_on": "R8.11.20", "explained_by": "架空 結", "rules_version": "令和8年4月版", "given_on": "R8.11.21",
      "how": "signature", "scope": "team", "is_application": "1",
    ]
    for (name, value) in changes { fields[name] = value }
    return fields.map { ($0.key, $0.value) } + more
  }

  func latestConsent() async throws -> Int { try await town.number("SELECT max(id) FROM consent WHERE case_file_id = \(caseFile)") }

  /// The widest open reach of somebody's agency.
  func reach(of signInName: String) async throws -> String {
    try await town.text(
      """
      SELECT max(g.reach) FROM case_ground g JOIN staff s ON s.agency_id = g.agency_id
      WHERE g.case_file_id = \(caseFile) AND s.sign_in_name = \(signInName) AND g.is_open = 1
      """) ?? ""
  }

  /// Sight by a role in a confirmed plan.
  func grantPlanRole(to signInName: String) async throws {
    let agency = try await town.agency(of: signInName)
    let (file, id) = (caseFile, CoordinationID(id))
    try await at("takikan", .moveCoordination) {
      try CaseFileRecords.grant($0, file, to: agency, ground: .planRole, reach: .team, coordination: id)
    }
  }
}
