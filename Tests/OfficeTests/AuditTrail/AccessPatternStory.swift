import Casework
import Store
import Testing

@testable import Office

/// 確認してほしい閲覧: found once, offered with a reason, reviewed by somebody else.
struct AccessPatternStory {
  private func auditor(_ world: AccessWorld) async throws -> Visitor {
    try await world.town.signedIn(AccessVisitor.staff(.unrelated, .auditor).signInName)
  }

  private func staff(_ world: AccessWorld, _ standing: Standing, _ role: Role) async throws -> Int {
    try await world.town.number("SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(standing, role).signInName)")
  }

  /// What was found about the counsellor of the case; the sample town has a Saturday of its own.
  private func kinds(_ world: AccessWorld) async throws -> [String] {
    let own = try await staff(world, .own, .consultStaff)
    return try await world.town.office.database.read {
      try $0.rows("SELECT kind FROM access_pattern WHERE staff_id = \(own) ORDER BY kind") { $0.text(0) }
    }
  }

  @Test func `同じ姓の方の事例を開くと、姓も名も出さずに示す`() async throws {
    let world = try await AccessWorld.open()
    let resident = "カクウ 架空七八九"
    let caseFile = world.caseFile
    try await world.town.office.database.write { writing in
      try writing.run("UPDATE resident SET name = \(resident) WHERE id = (SELECT resident_id FROM case_file WHERE id = \(caseFile))")
      try writing.run("UPDATE staff SET name = 'カクウ 職員' WHERE sign_in_name = \(AccessVisitor.staff(.own, .consultStaff).signInName)")
    }
    world.town.pass(days: 2)
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for _ in 0..<2 { _ = try await own.get("/cases/\(caseFile)") }
    let auditor = try await auditor(world)
    #expect(try await auditor.post("/audit/patterns/search").status == 303)
    #expect(try await kinds(world) == ["ownSurname"], "月曜の昼")
    let list = try await auditor.get("/audit/patterns")
    #expect(list.contains("職員と同じ姓の方の事例") && list.contains("R8-90001"))
    let id = try await world.town.number("SELECT id FROM access_pattern WHERE staff_id = \(try await staff(world, .own, .consultStaff))")
    let page = try await auditor.get("/audit/patterns/\(id)")
    #expect(page.contains("職員と同じ姓の方の事例を2回開きました") && page.contains("事例の閲覧"))
    for reply in [list, page] { #expect(!reply.contains("架空七八九") && !reply.hasCanary) }
    _ = try await auditor.post("/audit/patterns/search")
    #expect(try await kinds(world) == ["ownSurname"], "二度調べても増えない")
  }

  @Test func `休日・出力・くり返しの拒否・多くの事例を、一度の洗い出しで見つける`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    _ = try await own.get("/cases/export")
    for number in 0..<5 { _ = try await own.get("/cases/\(990_000 + number)") }
    let id = try await staff(world, .own, .consultStaff)
    let now = world.town.now
    try await world.town.office.database.write { writing in
      for number in 0..<25 {
        try AuditRecords.append(
          writing,
          AuditEntry(
            at: now + 2 * 86_400, staff: StaffID(id), agency: nil, act: "seeCase", outcome: .done, caseFile: CaseFileID(800_000 + number),
            subject: "case", request: "r", remote: "-"))
      }
    }
    #expect(try await world.town.office.findAccessPatterns() >= 4)
    #expect(try await kinds(world) == ["export", "manyCases", "outOfHours", "repeatedDenials"])
    let commits = world.town.office.database.commits
    #expect(try await world.town.office.findAccessPatterns() == 0)
    #expect(world.town.office.database.commits - commits <= 1, "新しい記録がなければ、何も書かない")
  }

  @Test func `担当を外れた職員や、根拠の終わった機関が見ると示す`() async throws {
    let world = try await AccessWorld.open()
    let (caseFile, now) = (world.caseFile, world.town.now)
    let own = try await staff(world, .own, .consultStaff)
    let accepted = try await staff(world, .accepted, .consultStaff)
    try await world.town.office.database.write { writing in
      try writing.run("UPDATE staff SET name = '模擬 職員' WHERE id IN (\(own), \(accepted))")
      try writing.run(
        """
        INSERT INTO case_event (case_file_id, event, stage, reason, staff_id, agency_id, at)
        SELECT \(caseFile), 'assigned', 'ongoing', '模擬 職員 → 別の 職員', \(own), agency_id, \(now) FROM staff WHERE id = \(own)
        """)
      try writing.run("UPDATE case_file SET in_charge = \(accepted) WHERE id = \(caseFile)")
      try writing.run(
        "UPDATE case_ground SET until = \(now) WHERE case_file_id = \(caseFile) AND agency_id = (SELECT agency_id FROM staff WHERE id = \(accepted))"
      )
      for viewer in [own, accepted] {
        try AuditRecords.append(
          writing,
          AuditEntry(
            at: now + 2 * 86_400, staff: StaffID(viewer),
            agency: try writing.first("SELECT agency_id FROM staff WHERE id = \(viewer)") { $0.id(0) }, act: "seeCase", outcome: .done,
            caseFile: CaseFileID(caseFile), subject: "case \(caseFile)", request: "r", remote: "-"))
      }
    }
    try await world.town.office.findAccessPatterns()
    let found = try await world.town.office.database.read {
      try $0.rows("SELECT staff_id FROM access_pattern WHERE kind = 'afterEnd' ORDER BY staff_id") { $0.int(0) }
    }
    #expect(found == [own, accepted].sorted())
  }

  @Test func `確認は残り、確認が必要なものは開いたままで、問題なしは閉じる`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    try await world.town.office.findAccessPatterns()
    let id = try await world.town.number("SELECT id FROM access_pattern WHERE staff_id = \(try await staff(world, .own, .consultStaff))")
    let auditor = try await auditor(world)
    let empty = try await auditor.post("/audit/patterns/\(id)/reviews", [("finding", "improper"), ("words", " ")])
    #expect(empty.status == 422 && empty.contains("何を確かめたか"))
    #expect(try await auditor.post("/audit/patterns/\(id)/reviews").status == 422)
    #expect(try await auditor.post("/audit/patterns/\(id)/reviews", [("finding", "unclear"), ("words", "上司に聞く")]).status == 303)
    #expect(try await auditor.get("/audit/patterns?tab=unclear").contains("/audit/patterns/\(id)\""))
    #expect(try await !auditor.get("/audit/patterns").contains("/audit/patterns/\(id)\""))
    #expect(try await auditor.post("/audit/patterns/\(id)/reviews", [("finding", "fine")]).status == 303)
    let page = try await auditor.get("/audit/patterns/\(id)")
    #expect(page.contains("上司に聞く") && page.contains("確認が必要") && page.contains("問題なし"))
    #expect(try await world.town.number("SELECT count(*) FROM access_pattern_review") == 2)
    for sql in ["UPDATE access_pattern_review SET words = ''", "DELETE FROM access_pattern_review", "DELETE FROM access_pattern"] {
      await #expect(throws: (any Error).self) { try await world.town.office.database.write { try $0.run("\(raw: sql)") } }
    }
  }

  @Test func `自分の閲覧は、自分では確認できない`() async throws {
    let world = try await AccessWorld.open()
    let auditor = try await auditor(world)
    _ = try await auditor.get("/audit/export")
    _ = try await auditor.post("/audit/patterns/search")
    let me = try await staff(world, .unrelated, .auditor)
    let id = try await world.town.number("SELECT id FROM access_pattern WHERE kind = 'export' AND staff_id = \(me)")
    let page = try await auditor.get("/audit/patterns/\(id)")
    #expect(page.status == 200 && page.contains("ほかの監査担当が行います") && !page.contains("確認を記録する"))
    let refused = try await auditor.post("/audit/patterns/\(id)/reviews", [("finding", "fine")])
    #expect(refused.status == 422 && refused.contains("ほかの監査担当に依頼してください"))
    await #expect(throws: (any Error).self) {
      try await world.town.office.database.write {
        try $0.run("INSERT INTO access_pattern_review (pattern_id, finding, words, staff_id, at) VALUES (\(id), 'fine', '', \(me), 0)")
      }
    }
    let other = try await world.town.signedIn(AccessVisitor.staff(.programme, .auditor).signInName)
    #expect(try await other.post("/audit/patterns/\(id)/reviews", [("finding", "fine")]).status == 303)
    #expect(try await auditor.get("/audit/patterns/999999").status == 404)
  }
}
