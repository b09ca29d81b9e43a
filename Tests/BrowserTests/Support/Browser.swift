import Foundation

/// A real Chromium with a fresh profile, driven through chromedriver.
///
/// Every command that names an element waits for it up to `patience`, and tries again when the page changed under it.
final class Browser: Sendable {
  let wire: WebDriver
  /// What `open` puts before a path.
  let base: String
  /// How long to wait for something to appear.
  let patience: Duration
  private let driver: ChildProcess
  private let profile: URL

  private init(wire: WebDriver, base: String, patience: Duration, driver: ChildProcess, profile: URL) {
    self.wire = wire
    self.base = base
    self.patience = patience
    self.driver = driver
    self.profile = profile
  }

  /// Starts chromedriver on a free port and a session of 1366 × 768. `base` is the address of the server, without a path.
  static func start(base: String, patience: Duration = .seconds(10)) async throws -> Browser {
    let profile = try Places.fresh("profile")
    let port = try FreePort.find()
    let driver = try ChildProcess(
      URL(filePath: "/usr/bin/chromedriver"), ["--port=\(port)"], environment: ProcessInfo.processInfo.environment)
    do {
      let wire = WebDriver(port: port)
      try await ready(wire, driver)
      let session = try await wire.send("POST", "session", capabilities(profile: profile))
      guard let id = session["sessionId"].string else { throw BrowserProblem("no session: \(session)") }
      let browser = Browser(wire: wire.session(id), base: base, patience: patience, driver: driver, profile: profile)
      try await browser.windowSize(1366, 768)
      return browser
    } catch {
      driver.killAtOnce()
      try? FileManager.default.removeItem(at: profile)
      throw error
    }
  }

  /// Starts a browser, lets `body` use it, and closes it whatever happens.
  static func use<T>(_ base: String, _ body: (Browser) async throws -> T) async throws -> T {
    let browser = try await start(base: base)
    do {
      let value = try await body(browser)
      try await browser.close()
      return value
    } catch {
      // The first error is the one to report.
      try? await browser.close()
      throw error
    }
  }

  /// Ends the session and the driver, and forgets the profile.
  func close() async throws {
    // A browser that is gone already has no session to end; the driver is ended below in any case.
    _ = try? await wire.send("DELETE", "")
    try await driver.end()
    try? FileManager.default.removeItem(at: profile)
  }

  private static func ready(_ wire: WebDriver, _ driver: ChildProcess) async throws {
    var last: (any Error)?
    for _ in 0..<400 {
      do {
        if try await wire.send("GET", "status")["ready"].bool == true { return }
      } catch {
        // Refused connections are expected until the driver listens.
        last = error
      }
      guard driver.isRunning else { throw BrowserProblem("chromedriver ended: \(driver.printed)") }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserProblem("chromedriver does not answer: \(last.map { "\($0)" } ?? "not ready") \(driver.printed)")
  }

  private static func capabilities(profile: URL) -> JSON {
    let flags = [
      "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-proxy-server", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--lang=ja", "--user-data-dir=\(profile.path)",
    ]
    let chrome: JSON = [
      "binary": "/usr/bin/chromium",
      "args": .array(flags.map(JSON.string)),
      "prefs": ["intl.accept_languages": "ja", "credentials_enable_service": false],
    ]
    let wanted: JSON = [
      "browserName": "chrome", "goog:chromeOptions": chrome, "goog:loggingPrefs": ["browser": "ALL"],
      "unhandledPromptBehavior": "accept", "timeouts": ["implicit": 0, "pageLoad": 60_000, "script": 60_000],
    ]
    return ["capabilities": ["alwaysMatch": wanted]]
  }
}

extension Browser {
  /// Repeats `body` until it gives something. Elements that are not there yet, hidden, covered or replaced are tried again.
  func waitUntil<T>(_ what: String = "", timeout: Duration? = nil, _ body: () async throws -> T?) async throws -> T {
    let clock = ContinuousClock()
    let limit = clock.now + (timeout ?? patience)
    var last: (any Error)?
    repeat {
      do {
        if let value = try await body() { return value }
        last = nil
      } catch let problem as BrowserProblem where Browser.passing.contains(problem.code) {
        last = problem
      }
      try await Task.sleep(for: .milliseconds(25))
    } while clock.now < limit
    if let last { throw last }
    throw BrowserProblem("waited in vain for \(what) at \(try await currentPath)")
  }

  private static let passing: Set<String> = [
    "no such element", "stale element reference", "element not interactable", "element click intercepted", "detached shadow root",
  ]
}
