import Foundation
import Synchronization

/// The built program, serving a data folder of its own on a free port.
final class TestServer: Sendable {
  let data: URL
  let port: Int
  private let command: String
  private let settings: [String: String]
  private let process: Mutex<ChildProcess?>

  /// The address without a path, for `Browser.start`.
  var base: String { "http://127.0.0.1:\(port)" }

  private init(command: String, data: URL, port: Int, settings: [String: String]) {
    self.command = command
    self.data = data
    self.port = port
    self.settings = settings
    process = Mutex(nil)
  }

  /// Starts `tsunagi COMMAND --data … --port …` and waits until it answers. `settings` are further `TSUNAGI_*` variables.
  ///
  /// `demo` makes the sample town in a fresh folder; `serve` needs a folder in which `Tsunagi.run(["init", …])` made an office.
  static func start(_ command: String = "demo", data: URL? = nil, settings: [String: String] = [:]) async throws -> TestServer {
    let server = TestServer(
      command: command, data: try data ?? Places.fresh("data"), port: try FreePort.find(), settings: settings)
    try await server.resume()
    return server
  }

  /// Starts a server, lets `body` use it, and ends it whatever happens; the data folder is removed.
  static func use<T>(
    _ command: String = "demo", data: URL? = nil, settings: [String: String] = [:], _ body: (TestServer) async throws -> T
  ) async throws -> T {
    let server = try await start(command, data: data, settings: settings)
    do {
      let value = try await body(server)
      try await server.close()
      return value
    } catch {
      // The first error is the one to report.
      try? await server.close()
      throw error
    }
  }

  /// Starts the program again on the same folder and port, after `stop` or `kill`.
  func resume() async throws {
    let child = try ChildProcess(
      Places.tsunagi, [command, "--data", data.path, "--port", String(port)], environment: Tsunagi.environment(settings))
    process.withLock { $0 = child }
    let clock = ContinuousClock()
    let limit = clock.now + .seconds(60)
    while clock.now < limit {
      if await isHealthy() { return }
      guard child.isRunning else { throw BrowserProblem("tsunagi ended at once: \(try await child.finished().printed)") }
      try await Task.sleep(for: .milliseconds(50))
    }
    child.killAtOnce()
    throw BrowserProblem("tsunagi does not answer /health: \(child.printed)")
  }

  /// Ends the program with SIGTERM.
  ///
  /// - Returns: its exit status; 0 when it ended in good order, nothing when it had to be killed.
  @discardableResult
  func stop() async throws -> Int32? {
    let child = process.withLock { process in
      defer { process = nil }
      return process
    }
    return try await child?.end()
  }

  /// `kill -9`.
  func kill() {
    let child = process.withLock { process in
      defer { process = nil }
      return process
    }
    child?.killAtOnce()
  }

  /// Ends the program and removes its folder.
  func close() async throws {
    try await stop()
    try FileManager.default.removeItem(at: data)
  }

  /// What the program has printed so far.
  var printed: String { process.withLock { $0?.printed ?? "" } }

  private func isHealthy() async -> Bool {
    // Refused connections are expected until the server listens.
    let reply = try? await LocalHTTP.send("GET", port: port, "/health", timeout: 5)
    return reply?.status == 200
  }
}

/// The program as a command, for what is not served: `init`, `import`, `audit verify`, `backup`.
enum Tsunagi {
  struct Outcome: Sendable {
    let status: Int32
    /// Both streams, in the order of printing.
    let printed: String
  }

  /// Runs a command to its end. `input` is what it reads as if it had been typed.
  static func run(_ arguments: [String], settings: [String: String] = [:], input: String = "") async throws -> Outcome {
    let child = try ChildProcess(Places.tsunagi, arguments, environment: environment(settings), input: input)
    return try await child.finished()
  }

  /// The surroundings without the developer's own settings.
  static func environment(_ settings: [String: String]) -> [String: String] {
    ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("TSUNAGI_") }.merging(settings) { _, new in new }
  }
}
