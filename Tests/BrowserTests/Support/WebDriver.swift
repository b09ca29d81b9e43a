import Foundation
import FoundationNetworking

/// The wire of the W3C WebDriver protocol: JSON over HTTP to chromedriver.
struct WebDriver: Sendable {
  /// Of the driver, or of one session: `http://127.0.0.1:port/session/…`.
  let base: URL
  private let http: URLSession

  init(port: Int) throws {
    guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw BrowserProblem("port \(port)") }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 120
    self.init(base: url, http: URLSession(configuration: configuration))
  }

  private init(base: URL, http: URLSession) {
    self.base = base
    self.http = http
  }

  /// The wire of one session.
  func session(_ id: String) -> WebDriver { WebDriver(base: base.appending(path: "session/\(id)"), http: http) }

  /// Sends one command and returns its `value`.
  ///
  /// - Throws: `BrowserProblem` with WebDriver's code, such as "no such element".
  @discardableResult
  func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    var request = URLRequest(url: path.isEmpty ? base : base.appending(path: path))
    request.httpMethod = method
    if method == "POST" {
      request.httpBody = try JSONEncoder().encode(body ?? .object([:]))
      request.setValue("application/json; charset=utf-8", forHTTPHeaderField: "Content-Type")
    }
    let (data, response) = try await http.data(for: request)
    let value = try JSONDecoder().decode(JSON.self, from: data)["value"]
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      let code = value["error"].string ?? "unknown error"
      let message = value["message"].string?.split(separator: "\n").first ?? ""
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
