import Casework
import Testing

@testable import Office

/// 別の自治体: two offices share nothing but the program.
struct OtherMunicipalityTests {
  @Test func `別の自治体の職員には、番号が同じでも、こちらの事例は一つも出ない`() async throws {
    let here = try await AccessWorld.open()
    let there = try await Town.open()
    let stranger = try await there.signedIn("houkatsu")
    var pages = 0
    for door in AccessWalk.doors(there.catalogue) where door.method == "GET" && !door.isOpen {
      guard let path = here.filled(door.path, for: .own) else { continue }
      let reply = try await stranger.get(path)
      #expect(!reply.hasCanary, "\(path)")
      #expect(reply.status < 500, "\(path)")
      pages += reply.status == 200 ? 1 : 0
    }
    #expect(pages > 10)
    // The cookie of one office is nobody's in the other.
    let ours = try await here.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let carried = Visitor(town: there, token: ours.token)
    for path in ["/", "/cases", "/cases/\(here.caseFile)", "/cases/\(here.caseFile)/print/progress", "/search?q=架空"] {
      #expect(try await carried.get(path).location.hasPrefix("/sign-in"), "\(path)")
    }
  }
}
