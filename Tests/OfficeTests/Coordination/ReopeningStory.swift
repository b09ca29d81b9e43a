import Casework
import Store
import Testing

@testable import Office

/// 終結した事例への新しいつなぎ: one case, one history.
struct ReopeningStory {
  @Test func `終結した事例にもう一度つなぐと、同じ多機関協働で待ち、受理で再開して次の回がはじまる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    try await close(world)
    #expect(try await world.stage() == "closed")
    #expect(try await world.referral.stage(world.referralID) == "reported", "つなぎ元に終結が伝わる")
    let window = try await world.signedIn("houkatsu")
    #expect(try await world.referral.step(window, world.referralID, "confirmation").status == 303)

    let again = try await world.referral.request(ReferralWorld.multi, multi: true, ["referral_reason": "息子が仕事を失い、役割の整理が要るため"])
    #expect(try await world.town.number("SELECT count(*) FROM coordination") == 1)
    #expect(try await world.stage() == "closed", "受理されるまでは動かない")
    let coordinator = try await world.signedIn("takikan")
    #expect(try await world.referral.step(coordinator, again, "acceptance").status == 303)
    #expect(try await world.stage() == "reopened")
    #expect(try await world.town.number("SELECT round FROM coordination WHERE id = \(world.id)") == 2)
    let page = try await coordinator.get("/coordinations/\(world.id)")
    #expect(page.contains("終結しました") && page.contains("再開しました") && page.contains("2回目"))
  }

  private func close(_ world: CoordinationWorld) async throws {
    let (id, east) = (world.id, try await world.agency("見本地域包括支援センター東"))
    try await world.at("takikan", .reviewPlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO plan_review (plan_id, form_version, reviewed_on, result, lead_agency, lead_person, needs_follow_up, completed_at, staff_id, saved_at)
        SELECT p.id, 1, \(desk.today.iso), 'close', \(east), '架空 花子', 0, \(desk.now), \(desk.staff.id), \(desk.now) FROM plan p
        WHERE p.coordination_id = \(id)
        """)
    }
    try await world.meet(.close, .mayClose)
    try await world.move(.close)
  }
}
