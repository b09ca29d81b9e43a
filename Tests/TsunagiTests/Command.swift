import Foundation

/// The built command, run as a process of its own.
struct Command {
  struct Outcome: Sendable {
    let status: Int32
    let out: String
    let err: String
  }

  /// A data folder of one test.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tsunagi-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  var data: String { folder.appending(path: "data").path }

  /// Runs to the end. `input` is what the command reads from a pipe.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    let process = try start(arguments, environment: environment)
    try process.input.write(contentsOf: Data(input.utf8))
    try process.input.close()
    let out = process.out.readDataToEndOfFile()
    let err = process.err.readDataToEndOfFile()
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationStatus, out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self))
  }

  struct Running {
    let process: Process
    let input: FileHandle
    let out: FileHandle
    let err: FileHandle
  }

  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
    let process = Process()
    process.executableURL = try Command.binary()
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("TSUNAGI_") }
    variables.merge(["TSUNAGI_PASSWORD_COST": "14"]) { $1 }
    variables.merge(environment) { $1 }
    process.environment = variables
    let (input, out, err) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = out
    process.standardError = err
    try process.run()
    return Running(
      process: process, input: input.fileHandleForWriting, out: out.fileHandleForReading, err: err.fileHandleForReading)
  }

  /// The command stands beside the test bundle.
  private static func binary() throws -> URL {
    let own = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let places = [own, URL(filePath: CommandLine.arguments[0])].map { $0.deletingLastPathComponent().appending(path: "tsunagi") }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return found
  }
}
