import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Store

private enum Kind: String, Bindable {
  case home = "自宅"
}

struct ReadingTests {
  @Test func `一回の読み取りは途中で書き込まれても同じ状態を見る`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    try await database.write { try $0.line("一") }
    let started = DispatchSemaphore(value: 0)
    let written = DispatchSemaphore(value: 0)
    async let counts = database.read { reading in
      let before = try reading.count("SELECT count(*) FROM line")
      started.signal()
      written.wait()
      return [before, try reading.count("SELECT count(*) FROM line")]
    }
    await wait(for: started)
    try await database.write { try $0.line("二") }
    written.signal()
    #expect(try await counts == [1, 1])
    #expect(try await database.lines().count == 2)
    try await database.close()
  }

  @Test func `書き込み中も読め長い読み取りは他を止めない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let busy = DispatchSemaphore(value: 0)
    let release = DispatchSemaphore(value: 0)
    async let long = database.read { _ in
      busy.signal()
      release.wait()
    }
    async let writing = database.write { writing in
      _ = try writing.line("書き込み中")
      busy.signal()
      release.wait()
    }
    await wait(for: busy)
    await wait(for: busy)
    for _ in 0..<100 { #expect(try await database.lines().isEmpty) }
    release.signal()
    release.signal()
    _ = try await (long, writing)
    #expect(try await database.lines().count == 1)
    try await database.close()
  }

  @Test func `多数の読み取りがすべて答えを得る`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    try await database.write { writing in
      for number in 0..<100 { _ = try writing.line("\(number)") }
    }
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<100 {
        group.addTask {
          var sum = 0
          for round in 0..<50 {
            let id = (task + round) % 100 + 1
            sum += try await database.read { try $0.first("SELECT id FROM line WHERE id = \(id)") { $0.int(0) } ?? 0 }
          }
          return sum
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 50 * 5050)
    try await database.close()
  }

  @Test func `値は種類を保って往復する`() async throws {
    let database = try Database.temporary(migrations: [])
    let values: [Value] = [.null, .integer(.min), .real(0.5), .text("渡󠄁辺 \u{0}'\"🍀"), .text(""), .blob([0, 255]), .blob([])]
    let back = try await database.read { reading in
      try values.map { value in try reading.first("SELECT \(value)") { $0.value(0) } }
    }
    #expect(back == values)
    try await database.close()
  }

  @Test func `差し込みは値として束縛され文にはならない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let hostile = "'); DROP TABLE line; --"
    let absent: String? = nil
    try await database.write { writing in
      _ = try writing.line(hostile)
      let only: SQL = "body = \(hostile)"
      let column = "body"
      #expect(try writing.count("SELECT count(*) FROM line WHERE \(sql: only)") == 1)
      #expect(try writing.count("SELECT count(*) FROM line WHERE \(raw: column) IN \(list: ["a", hostile])") == 1)
      #expect(try writing.count("SELECT count(*) FROM line WHERE id IN \(list: [Int]())") == 0)
      #expect(try writing.count("SELECT count(*) FROM line WHERE body IS \(absent)") == 0)
      #expect(try writing.first("SELECT \(Kind.home), \(true)") { ($0.text(0), $0.bool(1)) } ?? ("", false) == ("自宅", true))
    }
    let mixed: SQL = "SELECT \(list: [1, "二", Kind.home] as [any Bindable])"
    #expect(mixed.text == "SELECT (?,?,?)" && mixed.values == [.integer(1), .text("二"), .text("自宅")])
    try await database.close()
  }

  @Test func `行の中で同じ問いを重ねられる`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    try await database.write { writing in
      for body in ["一", "二", "三"] { _ = try writing.line(body) }
    }
    let pairs = try await database.read { reading in
      let all: SQL = "SELECT body FROM line ORDER BY id"
      return try reading.rows(all) { row in
        let outer = row.text(0)
        return try reading.rows(all) { outer + $0.text(0) }
      }.flatMap { $0 }
    }
    #expect(pairs == ["一一", "一二", "一三", "二一", "二二", "二三", "三一", "三二", "三三"])
    try await database.close()
  }

  @Test func `文の種類が増え続けても読める`() async throws {
    let database = try Database.temporary(migrations: [])
    let sum = try await database.read { reading in
      try (0..<1500).reduce(0) { sum, number in sum + (try reading.count("SELECT \(raw: "\(number)")")) }
    }
    #expect(sum == 1500 * 1499 / 2)
    try await database.close()
  }

  @Test func `読み取りでは書き込めず実行計画が見える`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    await #expect(throws: (any Error).self) {
      try await database.read { try $0.rows("INSERT INTO line (body) VALUES ('x') RETURNING id") { $0.int(0) } }
    }
    let plan = try await database.read { try $0.explain("SELECT id FROM note WHERE agency = \(1)") }
    #expect(plan == ["SEARCH note USING COVERING INDEX note_agency (agency=?)"])
    try await database.close()
  }

  /// Waits without blocking a thread of the cooperative pool.
  private func wait(for semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        semaphore.wait()
        continuation.resume()
      }
    }
  }
}
