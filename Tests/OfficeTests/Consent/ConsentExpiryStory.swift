import Casework
import Store
import Testing

@testable import Office

/// 同意の期限: what it opened closes with its last day.
struct ConsentExpiryStory {
  @Test func `期限の日を過ぎた同意で見えていた記録は、見えなくなり、監査記録に残る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.giveConsent(until: world.today(adding: 10))
    let coordinator = try await world.signedIn("takikan")
    let path = "/cases/\(world.referral.caseFile)"
    #expect(try await coordinator.get(path).contains("回覧板が止まっている。"))

    world.town.pass(days: 10)
    try await world.town.office.endExpiredConsents()
    #expect(try await world.signedIn("takikan").get(path).contains("回覧板が止まっている。"), "最後の日までは見える")

    world.town.pass(days: 1)
    try await world.town.office.endExpiredConsents()
    let after = try await world.signedIn("takikan").get(path)
    #expect(after.status == 200 && !after.contains("回覧板が止まっている。"))
    #expect(try await world.signedIn("houkatsu").get(path).contains("回覧板が止まっている。"), "受け付けた窓口の記録は、そのまま")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'endConsent'") == 1)
    try await world.town.office.endExpiredConsents()
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'endConsent'") == 1, "一度だけ")
  }

  @Test func `新しい同意があれば、古い同意の期限は何も閉じない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.giveConsent(until: world.today(adding: 1))
    try await world.giveConsent()
    world.town.pass(days: 5)
    try await world.town.office.endExpiredConsents()
    let page = try await world.signedIn("takikan").get("/cases/\(world.referral.caseFile)")
    #expect(page.contains("回覧板が止まっている。"))
  }
}
