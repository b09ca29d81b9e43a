import Foundation
import Glibc

/// A program that a test starts and ends. What it prints goes to a file beside its number.
///
/// Its number is kept under `.test/pids` while it runs, so that `bin/test` can clear away what a crashed test left.
final class ChildProcess: Sendable {
  private let process: Process
  private let output: URL
  private let mark: URL

  /// - Throws: when the program cannot be started.
  init(_ program: URL, _ arguments: [String], environment: [String: String]) throws {
    output = FileManager.default.temporaryDirectory.appending(path: "tsunagi-output-\(UUID().uuidString)")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
    let marks = Places.root.appending(path: ".test/pids")
    try FileManager.default.createDirectory(at: marks, withIntermediateDirectories: true)
    mark = marks.appending(path: String(process.processIdentifier))
    try Data(program.lastPathComponent.utf8).write(to: mark)
  }

  var isRunning: Bool { process.isRunning }

  /// What it has printed so far, both streams.
  var printed: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Asks it to end (SIGTERM) and waits; after `timeout` it is killed.
  ///
  /// - Returns: its exit status, or nothing when it had to be killed.
  @discardableResult
  func end(timeout: Duration = .seconds(20)) async throws -> Int32? {
    kill(process.processIdentifier, SIGTERM)
    let clock = ContinuousClock()
    let limit = clock.now + timeout
    while process.isRunning, clock.now < limit { try await Task.sleep(for: .milliseconds(20)) }
    guard process.isRunning else {
      forget()
      return process.terminationReason == .exit ? process.terminationStatus : nil
    }
    killAtOnce()
    return nil
  }

  /// Waits until it ends by itself; after `timeout` it is killed.
  func finished(timeout: Duration = .seconds(120)) async throws -> Tsunagi.Outcome {
    let clock = ContinuousClock()
    let limit = clock.now + timeout
    while process.isRunning {
      guard clock.now < limit else {
        killAtOnce()
        throw BrowserProblem("did not end within \(timeout)")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    defer { forget() }
    return Tsunagi.Outcome(status: process.terminationStatus, printed: printed)
  }

  /// SIGKILL: what a power cut looks like to the program.
  func killAtOnce() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    forget()
  }

  /// Leftovers in a temporary folder harm nobody, so failures are ignored here.
  private func forget() {
    try? FileManager.default.removeItem(at: mark)
    try? FileManager.default.removeItem(at: output)
  }
}

/// A TCP port that nobody listens on at this moment.
enum FreePort {
  static func find() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw BrowserProblem("no socket: errno \(errno)") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw BrowserProblem("no free port: errno \(errno)") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
