import Casework
import HTTPTypes
import SampleTown
import Store
import Testing

@testable import Office

/// 玄関: from where one may come in, and whose word is taken for it.
@Suite struct EntranceStory {
  private func ranges(_ texts: String...) -> [NetworkRange] { texts.compactMap { NetworkRange($0) } }

  private func visitor(_ town: Town, _ address: String?, forwarded: String? = nil) -> Visitor {
    var visitor = town.stranger()
    visitor.address = address
    if let forwarded { visitor.headers[.xForwardedFor] = forwarded }
    return visitor
  }

  @Test(arguments: [
    ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false), ("192.0.2.8/31", "192.0.2.9", true),
    ("192.0.2.8/31", "192.0.2.10", false), ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
    ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
    ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::1", "2001:db8:0:0::1", true), ("192.0.2.0/24", "::ffff:192.0.2.1", true),
    ("fe80::/10", "fe80::1%eth0", true), ("192.0.2.0/24", "架空", false), ("192.0.2.0/24", "", false), ("::/0", "-", false),
  ]) func `接続元の範囲`(range: String, address: String, isInside: Bool) throws {
    #expect(try #require(NetworkRange(range)).contains(address) == isInside)
  }

  @Test(arguments: ["", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2/24", "192.0.2.0/", "/24", "2001:db8::/129", "架空", "192.0.2.0/24/1"])
  func `範囲として読めないもの`(text: String) { #expect(NetworkRange(text) == nil) }

  @Test func `決められた接続元のほかからは、どの扉も開かず、何があるかも分からない`() async throws {
    let ranges = ranges("192.0.2.0/24", "2001:db8::/32")
    let town = try await Town.open { $0.entrance.allowed = ranges }
    var texts: Set<String> = []
    for path in ["/", "/sign-in", "/health", "/assets/x.css", "/cases/1", "/naimono", "/guest/x"] {
      let reply = try await visitor(town, "203.0.113.5").get(path)
      #expect(reply.status == 403 && reply.headers[.contentType] == "text/plain; charset=utf-8", "\(path)")
      #expect(reply.headers[.known("Content-Security-Policy")] != nil)
      texts.insert(reply.text)
    }
    #expect(texts.count == 1)
    let sent = try await visitor(town, "203.0.113.5").post("/sign-in", [("name", "houkatsu"), ("password", SampleTown.password)])
    #expect(sent.status == 403 && sent.headers[.setCookie] == nil)
    #expect(try await visitor(town, nil).get("/sign-in").status == 403)
    for address in ["192.0.2.9", "2001:db8::9"] { #expect(try await visitor(town, address).get("/sign-in").status == 200) }
    for address in ["127.0.0.1", "::1"] {
      #expect(try await visitor(town, address).get("/health").status == 200)
      #expect(try await visitor(town, address).get("/sign-in").status == 403)
    }
  }

  @Test func `断ったことは監査記録に残るが、同じ接続元については一分に一行だけ`() async throws {
    let ranges = ranges("192.0.2.0/24")
    let town = try await Town.open { $0.entrance.allowed = ranges }
    for _ in 0..<20 { _ = try await visitor(town, "203.0.113.5").get("/cases/1") }
    _ = try await visitor(town, "203.0.113.6").get("/")
    let count: SQL = "SELECT count(*) FROM audit_entry WHERE act = 'enter' AND outcome = 'denied' AND subject = 'network'"
    #expect(try await town.number(count) == 2)
    town.pass(minutes: 1)
    _ = try await visitor(town, "203.0.113.5").get("/")
    #expect(try await town.number(count) == 3)
    #expect(try await town.text("SELECT remote FROM audit_entry WHERE act = 'enter' ORDER BY id DESC LIMIT 1") == "203.0.113.5")
  }

  @Test func `プロキシでない相手が名乗る接続元は信じない`() async throws {
    let ranges = ranges("192.0.2.0/24")
    let town = try await Town.open {
      $0.entrance.allowed = ranges
      $0.trustedProxy = "198.51.100.1"
    }
    #expect(try await visitor(town, "203.0.113.5", forwarded: "192.0.2.9").get("/sign-in").status == 403)
    #expect(try await visitor(town, "198.51.100.1", forwarded: "192.0.2.9").get("/sign-in").status == 200)
    #expect(try await visitor(town, "::ffff:198.51.100.1", forwarded: "192.0.2.9").get("/sign-in").status == 200)
    // The proxy's own word stands last; what the browser claimed before it does not count.
    #expect(try await visitor(town, "198.51.100.1", forwarded: "192.0.2.9, 203.0.113.5").get("/sign-in").status == 403)
    #expect(try await visitor(town, "198.51.100.1", forwarded: "127.0.0.1").get("/health").status == 200)
    #expect(try await visitor(town, "203.0.113.5", forwarded: "127.0.0.1").get("/health").status == 403)
    let plain = try await Town.open()
    _ = try await visitor(plain, "203.0.113.5", forwarded: "192.0.2.9").post("/sign-in", [("name", "inai"), ("password", "x")])
    #expect(try await plain.text("SELECT remote FROM audit_entry ORDER BY id DESC LIMIT 1") == "203.0.113.5")
  }

  @Test func `偽の転送の見出しで、送信元の検査もクッキーの守りも変わらない`() async throws {
    let town = try await Town.open { $0.trustedProxy = "198.51.100.1" }
    var attacker = try await town.signedIn("kanri")
    attacker.address = "203.0.113.5"
    attacker.headers[.xForwardedHost] = "evil.example"
    attacker.headers[.known("X-Forwarded-Proto")] = "https"
    attacker.headers[.origin] = "https://evil.example"
    #expect(try await attacker.post("/agencies", [("name", "架空の偽機関")]).status == 422)
    attacker.address = "198.51.100.1"
    #expect(try await attacker.post("/agencies", [("name", "架空の偽機関")]).status == 303)
    let secure = try await Town.open { $0.isSecure = true }
    var visitor = secure.stranger()
    visitor.headers[.known("X-Forwarded-Proto")] = "http"
    let entered = try await visitor.post("/sign-in", [("name", "houkatsu"), ("password", SampleTown.password)])
    let cookie = try #require(entered.headers[.setCookie])
    #expect(
      cookie.hasPrefix("__Host-tsunagi=") && cookie.contains("; Secure") && cookie.contains("; Path=/;") && !cookie.contains("Domain"))
    // Behind TLS a cookie without the prefix opens nothing.
    let token = SessionToken(text: String(cookie.dropFirst("__Host-tsunagi=".count).prefix { $0 != ";" }))
    #expect(try await Visitor(town: secure, token: token).get("/cases").status == 303)
    #expect(try await Visitor(town: secure, token: token, isSecure: true).get("/cases").status == 200)
  }

  @Test func `役割ごとの範囲の外からは、その役割の人だけが使えない`() async throws {
    let ranges = ranges("192.0.2.0/24")
    let town = try await Town.open { $0.entrance.allowedByRole = [.systemAdministrator: ranges] }
    var administrator = try await town.signedIn("kanri")
    administrator.address = "203.0.113.5"
    let refused = try await administrator.get("/staff")
    #expect(refused.status == 403 && !refused.contains("職員"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied' AND detail = 'network'") == 1)
    administrator.address = "192.0.2.9"
    #expect(try await administrator.get("/staff").status == 200)
    var counsellor = try await town.signedIn("houkatsu")
    counsellor.address = "203.0.113.5"
    #expect(try await counsellor.get("/cases").status == 200)
  }
}
