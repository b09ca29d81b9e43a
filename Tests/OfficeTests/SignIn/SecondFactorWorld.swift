import Casework
import Foundation
import SampleTown
import Store
import Testing

@testable import Office

/// Somebody with a telephone that shows codes.
struct Phone {
  let town: Town
  let code: OneTimeCode
  let recoveryCodes: [String]

  /// What it shows now, or so many steps of thirty seconds away.
  func shown(_ steps: Int = 0) -> String { code.code(step: OneTimeCode.step(at: town.now) + steps) }

  /// Sets up a second factor on the page as a person would.
  static func setUp(_ visitor: Visitor) async throws -> Phone {
    let page = try await visitor.get("/second-factor")
    try #require(page.status == 200, "\(page.status) \(page.location)")
    let ticket = try #require(page.field("ticket"))
    let code = OneTimeCode(secret: try secret(page))
    let now = visitor.town.now
    let typed = code.code(step: OneTimeCode.step(at: now))
    let given = try await visitor.post("/second-factor", [("ticket", ticket), ("code", typed), ("submission", "s\(now)")])
    try #require(given.status == 200, "\(given.text)")
    let codes = given.text.matches(of: /<li><code>([a-z0-9-]+)<\/code><\/li>/).map { String($0.1) }
    visitor.town.pass(minutes: 1)
    return Phone(town: visitor.town, code: code, recoveryCodes: codes)
  }

  /// The twenty bytes behind the groups of four on the page.
  static func secret(_ page: Reply) throws -> [UInt8] {
    let match = try #require(page.text.firstMatch(of: /<code>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<\/code>/))
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bytes, buffer, bits): ([UInt8], Int, Int) = ([], 0, 0)
    for letter in match.1 where letter != " " {
      buffer = buffer << 5 | (letters.firstIndex(of: letter) ?? 0)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(buffer >> bits & 255))
      }
    }
    return bytes
  }
}

extension Town {
  /// The first step of a sign-in.
  func enter(_ name: String, _ password: String = SampleTown.password, _ more: [(String, String)] = [], from address: String? = nil)
    async throws
    -> Reply
  {
    var visitor = stranger()
    visitor.address = address
    return try await visitor.post("/sign-in", [("name", name), ("password", password)] + more)
  }

  /// The second step.
  func enter(code: String, after page: Reply, _ more: [(String, String)] = []) async throws -> Reply {
    try await stranger().post("/sign-in/code", [("ticket", page.field("ticket") ?? ""), ("code", code)] + more)
  }
}
