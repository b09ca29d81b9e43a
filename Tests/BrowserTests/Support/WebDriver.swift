import Foundation

/// The wire of the W3C WebDriver protocol: JSON over HTTP to chromedriver.
struct WebDriver: Sendable {
  let port: Int
  /// Of the driver `""`, or of one session `"/session/…"`.
  var prefix = ""

  /// The wire of one session.
  func session(_ id: String) -> WebDriver { WebDriver(port: port, prefix: "/session/\(id)") }

  /// Sends one command and returns its `value`.
  ///
  /// - Throws: `BrowserProblem` with WebDriver's code, such as "no such element".
  @discardableResult
  func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    let data = method == "POST" ? try JSONEncoder().encode(body ?? .object([:])) : Data()
    let reply = try await LocalHTTP.send(method, port: port, path.isEmpty ? prefix : "\(prefix)/\(path)", body: data)
    let value = try JSONDecoder().decode(JSON.self, from: reply.body)["value"]
    guard reply.status == 200 else {
      let message = value["message"].string?.split(separator: "\n").first ?? ""
      // Chromedriver has no code of its own for an element of the page before, when it is asked while the next one comes.
      let isStale = message.contains("does not belong to the document")
      let code = isStale ? "stale element reference" : value["error"].string ?? "unknown error"
      throw BrowserProblem("\(method) \(path): \(code): \(message)", code: code)
    }
    return value
  }
}

/// An element of the page that a browser has found.
struct Element: Sendable, Equatable {
  let id: String

  /// The key that WebDriver gives to element references.
  static let key = "element-6066-11e4-a52e-4f735466cecf"

  init(id: String) { self.id = id }

  init(_ json: JSON) throws {
    guard let id = json[Element.key].string else { throw BrowserProblem("not an element: \(json)") }
    self.id = id
  }

  /// As an argument of a script.
  var json: JSON { .object([Element.key: .string(id)]) }
}
