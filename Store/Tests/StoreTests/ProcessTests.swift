import Foundation
import Testing

@testable import Store

struct ProcessTests {
  @Test func `受け付けた書き込みは強制終了の後も残る`() async throws {
    try await withFile { path in
      try await Database(path: path, migrations: [lineTable]).close()
      let (process, output) = try crash(path, lines: 0)
      var printed = Data()
      while printed.count < 2000, let more = try output.fileHandleForReading.read(upToCount: 512) { printed += more }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      printed += try output.fileHandleForReading.readToEnd() ?? Data()
      let text = String(decoding: printed, as: UTF8.self)
      let acknowledged = Set(text.split(separator: "\n", omittingEmptySubsequences: true).dropLast(text.hasSuffix("\n") ? 0 : 1))
      #expect(acknowledged.count > 100)
      let database = try Database(path: path, migrations: [lineTable])
      let kept = Set(try await database.read { try $0.rows("SELECT id FROM line") { Substring($0.text(0)) } })
      #expect(acknowledged.isSubset(of: kept))
      #expect(try await database.integrityCheck() == [])
      try await database.close()
    }
  }

  @Test func `別のプロセスが同じファイルに書いていても両方が保存される`() async throws {
    try await withFile { path in
      let database = try Database(path: path, migrations: [lineTable])
      let (process, output) = try crash(path, lines: 50)
      for number in 0..<200 { try await database.write { try $0.line("here \(number)") } }
      let printed = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(printed.split(separator: "\n").count == 400)
      #expect(try await database.lines().count == 600)
      try await database.close()
    }
  }

  /// Starts StoreCrash, which is built beside these tests.
  private func crash(_ path: String, lines: Int) throws -> (Process, Pipe) {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("StoreCrash")
    process.arguments = [path, "\(lines)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    return (process, output)
  }
}
