import Casework
import Store
import Testing

@testable import Office

/// Who may look after keeping and disposal.
struct RetentionAccessStory {
  @Test func `事業担当課の職員のほかには、保存と廃棄のどの扉も開かない`() async throws {
    let world = try await DisposalWorld.open()
    let id = try await world.propose()
    let file = world.caseFile
    let others = [
      AccessVisitor.staff(.programme, .consultStaff), .staff(.programme, .systemAdministrator), .staff(.programme, .auditor),
      .staff(.own, .consultStaff), .staff(.own, .cityStaff), .staff(.unrelated, .cityManager), .staff(.multi, .multiCoordinator),
    ]
    for visitor in others {
      let browser = try await world.town.signedIn(visitor.signInName)
      let absent = try await browser.get("/retention/disposals/999999")
      for path in ["/retention", "/retention/disposals/\(id)", "/retention/disposals/\(id)/certificate", "/cases/\(file)/hold"] {
        let reply = try await browser.get(path)
        #expect(reply.status == 404 && reply.bytes == absent.bytes, "\(visitor.signInName) \(path)")
      }
      for path in [
        "/retention/disposals", "/retention/disposals/\(id)/answer", "/retention/disposals/\(id)/execution", "/cases/\(file)/hold",
      ] {
        #expect(try await browser.post(path, [("case", String(file)), ("reason", "架空")]).status == 404, "\(visitor.signInName) \(path)")
      }
    }
    let official = try await world.town.signedIn(DisposalWorld.official)
    for step in ["answer", "execution"] {
      #expect(try await official.post("/retention/disposals/\(id)/\(step)", [("answer", "approve")]).status == 404)
    }
    #expect(try await world.town.text("SELECT stage FROM disposal WHERE id = \(id)") == "proposed")
  }

  @Test func `保存と廃棄の画面に、事例の言葉は出ない`() async throws {
    let world = try await DisposalWorld.open()
    let id = try await world.propose()
    let official = try await world.town.signedIn(DisposalWorld.official)
    for path in ["/retention", "/retention/disposals/\(id)", "/cases/\(world.caseFile)/hold"] {
      let reply = try await official.get(path)
      #expect(reply.status == 200 && reply.contains("R8-90001") || path == "/retention", "\(path)")
      #expect(!reply.hasCanary, "\(path)")
    }
  }

  @Test func `差止めは、理由と期限を添えて始め、理由を添えて終える`() async throws {
    let world = try await DisposalWorld.open()
    let official = try await world.town.signedIn(DisposalWorld.official)
    let path = "/cases/\(world.caseFile)/hold"
    let empty = try await official.post(path, [("until", "R1.5.1")])
    #expect(empty.status == 422 && empty.contains("差し止める理由") && empty.contains("今日より前"))
    #expect(try await official.post(path, [("reason", "調査のため")]).status == 303)
    #expect(try await official.get("/retention").contains("調査のため"))
    #expect(try await official.post("/retention/disposals", [("case", String(world.caseFile))]).status == 422)
    #expect(try await official.post("\(path)/release").status == 422)
    #expect(try await official.post("\(path)/release", [("end_reason", "調査が終わった")]).status == 303)
    #expect(try await official.post("\(path)/release", [("end_reason", "もう一度")]).status == 409)
    #expect(try await official.post("/retention/disposals", [("case", String(world.caseFile))]).status == 303)
  }
}

extension Town {
  /// One more member of staff of the programme section of the access world or the sample town.
  func hire(_ name: String, role: String) async throws -> Visitor {
    try await office.database.write { writing in
      let id = try writing.insert(
        """
        INSERT INTO staff (agency_id, sign_in_name, name, password_hash, must_change_password, active_from)
        SELECT max(id), \(name), \("架空 \(name)"), 'none', 0, '2020-04-01' FROM agency WHERE is_programme_section = 1
        """)
      try writing.run("INSERT INTO staff_role (staff_id, role, from_on) VALUES (\(id), \(role), '2020-04-01')")
    }
    return try await signedIn(name)
  }
}
