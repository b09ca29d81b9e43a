import Foundation

/// A signed-in session without a screen: plain HTTP with the cookie of a browser, or with one of its own.
struct Session: Sendable {
  let port: Int
  /// `name=value`, as it is sent.
  let cookie: String
  /// What every form of the session carries.
  let formToken: String

  /// Signs in as one of the sample town.
  static func signIn(_ server: TestServer, as name: String) async throws -> Session {
    let reply = try await LocalHTTP.send(
      "POST", port: server.port, "/sign-in", body: encoded([("name", name), ("password", MihonTown.password)]), headers: form)
    guard reply.status == 303, let cookie = reply.headers["set-cookie"]?.split(separator: ";").first else {
      throw BrowserProblem("\(name) cannot sign in: \(reply.status)")
    }
    return try await Session(server, cookie: String(cookie))
  }

  /// The session that a browser is in.
  static func shared(with browser: Browser, _ server: TestServer) async throws -> Session {
    let cookies = try await browser.wire.send("GET", "cookie").array
    let pairs = cookies.compactMap { cookie in cookie["name"].string.flatMap { name in cookie["value"].string.map { "\(name)=\($0)" } } }
    return try await Session(server, cookie: pairs.joined(separator: "; "))
  }

  private init(_ server: TestServer, cookie: String) async throws {
    port = server.port
    self.cookie = cookie
    let page = try await LocalHTTP.send("GET", port: port, "/password", headers: ["Cookie": cookie])
    guard let token = page.text.hidden("csrf") else { throw BrowserProblem("no session: \(page.status)") }
    formToken = token
  }

  func get(_ path: String) async throws -> LocalHTTP.Reply {
    try await LocalHTTP.send("GET", port: port, path, headers: ["Cookie": cookie])
  }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> LocalHTTP.Reply {
    try await LocalHTTP.send(
      "POST", port: port, path, body: Session.encoded([("csrf", formToken)] + fields),
      headers: Session.form.merging(["Cookie": cookie]) { _, new in new })
  }

  /// Sends a form that must be taken, and gives the number at the end of the path it leads to.
  @discardableResult
  func record(_ path: String, _ fields: [(String, String)]) async throws -> Int {
    let reply = try await post(path, fields)
    guard reply.status == 303, let place = reply.headers["location"] else { throw BrowserProblem("\(path): \(reply.status) \(reply.text)") }
    return Int(place.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? "") ?? 0
  }

  private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

  private static func encoded(_ fields: [(String, String)]) -> Data {
    Data(fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&").utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "\u{20}"..."\u{7E}"))) ?? ""
  }
}

extension String {
  /// The value of the first hidden field of this name on a page.
  func hidden(_ name: String) -> String? {
    guard let start = range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(self[start.upperBound...].prefix { $0 != "\"" })
  }
}
