import Casework
import Store
import Testing

@testable import Office

/// 多機関協働を見られる人: the two who run it, the window that referred, the team — and nobody else.
struct CoordinationAccessStory {
  private static let doors = ["", "/acceptance", "/hand-back", "/pre-consent", "/ending", "/reopening", "/description", "/charge"]

  @Test func `関わりのない機関と管理者と監査担当には、ないものとして答え、記録に残す`() async throws {
    let world = try await CoordinationWorld.open()
    for name in ["kodomo", "houkatsu-nishi", "kanri", "kansa"] {
      let visitor = try await world.signedIn(name)
      for door in Self.doors {
        let before = try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'")
        #expect(try await visitor.get("/coordinations/\(world.id)\(door)").status == 404, "\(name) \(door)")
        #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") > before, "\(name) \(door)")
      }
    }
  }

  @Test func `一覧には、自分の機関の事例か、市として見られる事例だけが載る`() async throws {
    let world = try await CoordinationWorld.open()
    #expect(try await world.signedIn("takikan").get("/coordinations").contains("架空 ハルさん"))
    #expect(try await world.signedIn("shi").get("/coordinations").contains("架空 ハルさん"))
    #expect(try await world.signedIn("takikan").get("/coordinations.csv").contains("架空 ハルさん"))
    for name in ["houkatsu", "shougai", "kansa"] { #expect(try await world.signedIn(name).get("/coordinations").status == 404, "\(name)") }
  }

  @Test func `つなぎ元の窓口は読めるが、多機関協働の操作はできない`() async throws {
    let world = try await CoordinationWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let page = try await sender.get("/coordinations/\(world.id)")
    #expect(page.status == 200 && page.contains("この情報を見られる理由"))
    #expect(!page.contains("/coordinations/\(world.id)/ending"))
    #expect(try await sender.post("/coordinations/\(world.id)/ending", [("exit", "death")]).status == 404)
  }

  @Test func `市は読めるが、多機関協働事業者の操作は市のものではないと断る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let town = try await world.signedIn("shi")
    #expect(try await town.get("/coordinations/\(world.id)").status == 200)
    #expect(try await town.post("/coordinations/\(world.id)/ending", [("exit", "death")]).status == 404)
    let reply = try await town.post("/coordinations/\(world.id)/reopening", [("words", "架空の理由")])
    #expect(reply.status == 422 && reply.contains("いまは「支援中」の段階のため"))
  }

  @Test func `プランが確定すると、役割を担う機関に事例が見え、その理由が画面に出る`() async throws {
    let world = try await CoordinationWorld.open()
    let disability = try await world.agency(ReferralWorld.disability)
    #expect(try await world.signedIn("shougai").get("/cases/\(world.referral.caseFile)").status == 404)
    try await world.carry(to: .conference)
    try await world.at("takikan", .writePlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO plan_role (plan_id, position, agency_id, role, is_main) SELECT id, 2, \(disability), '架空の役割', 0 FROM plan
        WHERE coordination_id = \(world.id)
        """)
    }
    try await world.meet(.plan, .approved)
    try await world.move(.approve, side: .meeting)
    #expect(try await world.signedIn("shougai").get("/cases/\(world.referral.caseFile)").status == 404, "確定するまでは見えない")
    try await world.decide()
    let page = try await world.signedIn("shougai").get("/cases/\(world.referral.caseFile)")
    #expect(page.status == 200 && page.contains("確定したプランで\(ReferralWorld.disability)が役割を担うため"))
  }
}
