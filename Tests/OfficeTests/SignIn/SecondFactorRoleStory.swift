import Casework
import SampleTown
import Store
import Testing

@testable import Office

/// 確認コードが要る役割, and what administrators can do about lost telephones.
@Suite struct SecondFactorRoleStory {
  private func town() async throws -> Town {
    try await Town.open { $0.entrance.secondFactorRoles = [.systemAdministrator, .sectionSupervisor] }
  }

  @Test func `役割に確認コードが要る人は、設定するまでほかの何もできない`() async throws {
    let town = try await town()
    let entered = try await town.enter("kanri")
    let visitor = try #require(entered.visitor(town))
    for path in ["/", "/staff", "/agencies", "/sessions", "/naimono-ga-aru/1"] where path != "/naimono-ga-aru/1" {
      #expect(try await visitor.get(path).location == "/second-factor", "\(path)")
    }
    let sent = try await visitor.post("/agencies", [("name", "架空の<機関>")])
    #expect(sent.status == 422 && sent.contains("value=\"架空の&lt;機関&gt;\""))
    #expect(try await town.number("SELECT count(*) FROM agency WHERE name = '架空の<機関>'") == 0)
    #expect(try await visitor.get("/second-factor").contains("設定が終わるまで"))
    _ = try await Phone.setUp(visitor)
    #expect(try await visitor.get("/staff").status == 200)
    #expect(try await town.enter("houkatsu").status == 303)
  }

  @Test func `あとから役割が付くと、次の操作から設定が要り、送った入力は残る`() async throws {
    let town = try await town()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases").status == 200)
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let administrator = try await town.signedIn("kanri")
    _ = try await Phone.setUp(administrator)
    #expect(try await administrator.post("/staff/\(id)/roles", [("role", "sectionSupervisor"), ("from", ""), ("until", "")]).status == 303)
    #expect(try await counsellor.get("/cases").location == "/second-factor")
    let sent = try await counsellor.post("/cases/1/notes", [("facts", "消えては困る文"), ("submission", "n1")])
    #expect(sent.status == 422 && sent.contains("name=\"facts\" value=\"消えては困る文\"") && sent.contains("name=\"submission\" value=\"n1\""))
    _ = try await Phone.setUp(counsellor)
    #expect(try await counsellor.get("/cases").status == 200)
  }

  @Test func `役割に要るあいだは、やめられない。要らない人はやめられる`() async throws {
    let town = try await town()
    let administrator = try await town.signedIn("kanri")
    _ = try await Phone.setUp(administrator)
    #expect(try await administrator.post("/second-factor/removal", []).status == 422)
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await Phone.setUp(counsellor)
    #expect(try await counsellor.post("/second-factor/removal", []).status == 303)
    #expect(try await town.enter("houkatsu").status == 303)
  }

  @Test func `管理者が取り消すと、その場でサインアウトし、本人は次のサインインで知る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await Phone.setUp(counsellor)
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let administrator = try await town.signedIn("kanri")
    #expect(try await administrator.get("/staff/\(id)").contains("確認コードを取り消す"))
    #expect(try await administrator.post("/staff/\(id)/second-factor/reset", []).status == 303)
    #expect(try await counsellor.get("/cases").location.hasPrefix("/sign-in"))
    let back = try await town.enter("houkatsu")
    let visitor = try #require(back.visitor(town))
    #expect(try await visitor.get("/cases").contains("確かめてほしいことがあります"))
    #expect(try await visitor.get("/sessions").contains("管理者が、確認コードの設定を取り消しました"))
    #expect(try await visitor.post("/sessions/notices", []).status == 303)
    #expect(try await !visitor.get("/cases").contains("確かめてほしいことがあります"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE detail = 'second factor reset'") == 1)
  }

  @Test func `管理者は自分の確認コードを職員の画面から取り消せず、ほかの役割の人には扉がない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    _ = try await Phone.setUp(administrator)
    let own = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'kanri'")
    #expect(try await administrator.post("/staff/\(own)/second-factor/reset", []).status == 422)
    #expect(try await town.number("SELECT count(*) FROM second_factor") == 1)
    for name in ["houkatsu", "shi", "kansa"] {
      #expect(try await town.signedIn(name).post("/staff/\(own)/second-factor/reset", []).status == 404)
    }
    try await town.office.resetSecondFactor(signInName: "kanri", as: "架空 操作")
    #expect(try await town.number("SELECT count(*) FROM second_factor") == 0)
    await #expect(throws: CommandRefusal.self) { try await town.office.resetSecondFactor(signInName: "kanri", as: "架空 操作") }
  }

  @Test func `鍵が替わっていると確認コードでは入れないが、回復コードでは入れる`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let foreign = [UInt8](repeating: 7, count: 48)
    try await town.office.database.write { _ = try $0.run("UPDATE second_factor SET secret = \(foreign)") }
    let refused = try await town.enter(code: phone.shown(), after: town.enter("houkatsu"))
    #expect(refused.status == 422 && refused.contains("回復コードを使うか"))
    #expect(try await town.enter(code: phone.recoveryCodes[0], after: town.enter("houkatsu")).status == 303)
  }
}
