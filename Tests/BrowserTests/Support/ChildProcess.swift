import Foundation
import Glibc

/// A program that a test starts and ends. What it prints goes to a file beside its number.
///
/// Its number is kept under `.test/pids` while it runs, so that `bin/test` can clear away what a crashed test left.
final class ChildProcess: Sendable {
  private let process: Process
  private let output: URL
  private let mark: URL

  /// `input` is what it reads as if it had been typed.
  ///
  /// - Throws: when the program cannot be started.
  init(_ program: URL, _ arguments: [String], environment: [String: String], input: String = "") throws {
    output = FileManager.default.temporaryDirectory.appending(path: "tsunagi-output-\(UUID().uuidString)")
    // An open file outlives its name: the input is read from one that is already gone.
    try Data(input.utf8).write(to: output)
    let typed = try FileHandle(forReadingFrom: output)
    try FileManager.default.removeItem(at: output)
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    self.process = process
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.standardInput = typed
    process.standardOutput = handle
    process.standardError = handle
    try ChildProcess.withoutBlockedSignals { try process.run() }
    try handle.close()
    try typed.close()
    let marks = Places.root.appending(path: ".test/pids")
    try FileManager.default.createDirectory(at: marks, withIntermediateDirectories: true)
    mark = marks.appending(path: String(process.processIdentifier))
    try Data(program.lastPathComponent.utf8).write(to: mark)
  }

  /// Threads of the concurrency pool block SIGTERM, and a child inherits what the thread that starts it blocks.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
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
