import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Store

/// 読み手の席: questions asked on one's own thread.
struct SeatTests {
  private static let line = Migration(1, "line", "CREATE TABLE line (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")

  private func open(_ path: String) throws -> Database { try Database(path: path, readers: 1, migrations: [Self.line]) }

  @Test func `席のある仕事は、問いを自分のところで済ませ、ほかの読み手を待たない`() async throws {
    try await withFile { path in
      let database = try open(path)
      let seat = try database.seat { $1() }
      let gate = DispatchSemaphore(value: 0)
      // The only reader is busy for as long as the gate is shut.
      async let busy: Int = database.read { _ in
        gate.wait()
        return 1
      }
      let answer = try await ReadingSeat.$current.withValue(seat) {
        try await database.read { try $0.first("SELECT count(*) FROM line") { $0.int(0) } ?? -1 }
      }
      #expect(answer == 0)
      gate.signal()
      #expect(try await busy == 1)
      try await database.close()
    }
  }

  @Test func `席で読んだことの控えも、答えの前に確定している`() async throws {
    try await withFile { path in
      let database = try open(path)
      let seat = try database.seat { DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds($0), execute: $1) }
      for number in 1...20 {
        try await ReadingSeat.$current.withValue(seat) {
          let seen = try await database.read({ try $0.first("SELECT count(*) FROM line") { $0.int(0) } ?? -1 }) { count in
            Record { try $0.run("INSERT INTO line (body) VALUES (\("\(count)"))") }
          }
          #expect(seen == number - 1)
        }
        #expect(try await database.lines().count == number)
      }
      try await database.close()
    }
  }

  @Test func `別のデータベースの席では答えない`() async throws {
    try await withFile { path in
      let one = try open(path)
      let two = try open(path + "-two")
      try await two.write { _ = try $0.insert("INSERT INTO line (body) VALUES ('二')") }
      let seat = try one.seat { $1() }
      let found = try await ReadingSeat.$current.withValue(seat) { try await two.lines() }
      #expect(found == ["二"])
      try await one.close()
      try await two.close()
    }
  }

  @Test func `席のあるまま閉じられ、そのあとの問いは断る`() async throws {
    try await withFile { path in
      let database = try open(path)
      let seat = try database.seat { $1() }
      _ = try await ReadingSeat.$current.withValue(seat) { try await database.read { try $0.lastQuestion } }
      try await database.close()
      await #expect(throws: (any Error).self) { try await ReadingSeat.$current.withValue(seat) { try await database.lines() } }
      await #expect(throws: (any Error).self) { try await database.lines() }
    }
  }
}

extension Reading {
  fileprivate var lastQuestion: Int { get throws { try first("SELECT 1") { $0.int(0) } ?? 0 } }
}
