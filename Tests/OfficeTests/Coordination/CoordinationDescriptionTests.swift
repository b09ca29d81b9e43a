import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 経路・つなぎの目安: what the form does not offer is refused in words. (Found by the fuzz as a fault.)
struct CoordinationDescriptionTests {
  @Test func `一覧にない機関を保護の実施機関にすると、選び直すよう言われ、何も変わらない`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let outreach = try await world.agency("見本アウトリーチ支援室")
    for agency in ["9999", "１２３４", "\(outreach)"] {
      let reply = try await coordinator.post("/coordinations/\(world.id)/description", [("public_assistance", agency)])
      #expect(reply.status == 422 && reply.contains("一覧から選び直してください"), "\(agency) \(reply.status)")
    }
    #expect(try await world.town.text("SELECT public_assistance_agency FROM coordination WHERE id = \(world.id)") == nil)
    #expect(try await coordinator.post("/coordinations/\(world.id)/description", [("public_assistance", "")]).status == 303)
  }
}
