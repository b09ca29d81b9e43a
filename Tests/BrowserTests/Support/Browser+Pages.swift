import Foundation

extension Browser {
  /// Goes to a path of the server and waits for the page.
  func open(_ path: String) async throws {
    try await wire.send("POST", "url", ["url": .string(path.hasPrefix("http") ? path : base + path)])
  }

  func reload() async throws { try await wire.send("POST", "refresh") }
  func goBack() async throws { try await wire.send("POST", "back") }

  var title: String {
    get async throws { try await wire.send("GET", "title").string ?? "" }
  }

  /// Path and query of the page shown, without the fragment.
  var currentPath: String {
    get async throws {
      let text = try await wire.send("GET", "url").string ?? ""
      guard let url = URLComponents(string: text) else { return text }
      return url.path + (url.query.map { "?\($0)" } ?? "")
    }
  }

  /// All words that the page shows.
  var pageText: String {
    get async throws { try await text(of: "body") }
  }

  /// Waits until the page shows these words.
  func waitFor(text words: String, timeout: Duration? = nil) async throws {
    let _: Bool = try await waitUntil("「\(words)」", timeout: timeout) { try await pageText.contains(words) ? true : nil }
  }

  /// Waits until the path (without the query) is this, or begins with it when it ends in `*`.
  func waitFor(path: String, timeout: Duration? = nil) async throws {
    let _: Bool = try await waitUntil("path \(path)", timeout: timeout) {
      let now = try await currentPath.prefix { $0 != "?" }
      return (path.hasSuffix("*") ? now.hasPrefix(path.dropLast()) : now == path) ? true : nil
    }
  }

  /// The size of what is seen, exactly, in CSS pixels; below 600 wide as a phone with touch.
  ///
  /// Set through the emulation because a headless window cannot be narrower than 500 pixels.
  func windowSize(_ width: Int, _ height: Int) async throws {
    let isPhone = width < 600
    try await chromium(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": isPhone ? 2 : 1, "mobile": .bool(isPhone),
      ])
    try await chromium("Emulation.setTouchEmulationEnabled", ["enabled": .bool(isPhone)])
  }

  /// A phone held upright.
  func phone() async throws { try await windowSize(390, 844) }

  /// Runs a function body in the page; `arguments[0]` and so on are `args`. What it returns must be JSON.
  @discardableResult
  func execute(_ script: String, _ args: [JSON] = []) async throws -> JSON {
    try await wire.send("POST", "execute/sync", ["script": .string(script), "args": .array(args)])
  }

  /// Switches the scripts of pages off or on; the tests' own commands go on working.
  func scripts(areOn: Bool) async throws {
    try await chromium("Emulation.setScriptExecutionDisabled", ["value": .bool(!areOn)])
  }

  /// Signs out the hard way: the server forgets nothing, the browser everything.
  func forgetCookies() async throws { try await wire.send("DELETE", "cookie") }

  /// Errors and warnings of the page's console since the last call: refused styles, failed requests, exceptions.
  func consoleProblems() async throws -> [String] {
    try await wire.send("POST", "se/log", ["type": "browser"]).array
      .filter { ["SEVERE", "WARNING"].contains($0["level"].string) }.compactMap { $0["message"].string }
  }

  /// Saves a picture as `.test/screens/NAME.png`: what is seen, or the page from top to bottom.
  func screenshot(to name: String, wholePage: Bool = false) async throws {
    let picture = try await chromium(
      "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": .bool(wholePage)])
    guard let data = picture["data"].string.flatMap({ Data(base64Encoded: $0) }) else { throw BrowserProblem("no picture") }
    try FileManager.default.createDirectory(at: Places.screens, withIntermediateDirectories: true)
    try data.write(to: Places.screens.appending(path: "\(name).png"))
  }

  /// A command of Chromium's own protocol.
  @discardableResult
  func chromium(_ command: String, _ parameters: JSON) async throws -> JSON {
    try await wire.send("POST", "goog/cdp/execute", ["cmd": .string(command), "params": parameters])
  }
}
