import Foundation
import Synchronization
import Testing

@testable import Store

private struct Refused: Error {}

struct GroupCommitTests {
  @Test func `同時の書き込みはまとめて確定され一件も失われない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for writer in 0..<50 {
        group.addTask {
          var ids: [Int64] = []
          for number in 0..<20 { ids.append(try await database.write { try $0.line("\(writer)-\(number)") }) }
          return ids
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 1000)
    #expect(Set(try await database.lines()).count == 1000)
    #expect(database.commits < 500)
    try await database.close()
  }

  @Test func `失敗した書き込みだけが取り消される`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<100 {
        group.addTask {
          do {
            try await database.write { writing in
              _ = try writing.line("\(number)")
              if number % 7 == 0 { throw Refused() }
            }
            return true
          } catch {
            #expect(error is Refused)
            return false
          }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(outcomes == 85)
    let kept = try await database.lines().compactMap { Int($0) }
    #expect(kept.sorted() == (0..<100).filter { $0 % 7 != 0 })
    try await database.close()
  }

  @Test func `一つの書き込みが全体を巻き戻しても他は保存される`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    try await database.write { writing in
      try writing.run("INSERT INTO agency (id, code, kind) VALUES (1, 'x', 'a')")
      try writing.run("INSERT INTO note (id, agency, body, search_text) VALUES (1, 1, '', '')")
    }
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          do {
            try await database.write { writing in
              _ = try writing.line("\(number)")
              if number % 10 == 5 { try writing.run("UPDATE note SET id = 9 WHERE id = 1") }
            }
            #expect(number % 10 != 5)
          } catch {
            #expect(error as? ConstraintViolation == .trigger("ids stay"))
            #expect(number % 10 == 5)
          }
        }
      }
    }
    let kept = try await database.lines().compactMap { Int($0) }
    #expect(kept.sorted() == (0..<60).filter { $0 % 10 != 5 })
    try await database.close()
  }

  @Test func `後で検査される参照の破れもその書き込みだけを取り消す`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    try await database.write { try $0.run("INSERT INTO agency (id, code, kind) VALUES (1, 'x', 'a')") }
    let failures = await withTaskGroup(of: Int.self) { group in
      for number in 0..<20 {
        group.addTask {
          do {
            try await database.write { writing in
              let later = number == 3 ? 99 : 1
              try writing.run("INSERT INTO note (agency, later, body, search_text) VALUES (1, \(later), '', '')")
            }
            return 0
          } catch {
            #expect(error as? ConstraintViolation == .foreignKey)
            return 1
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(failures == 1)
    #expect(try await database.read { try $0.count("SELECT count(*) FROM note") } == 19)
    try await database.close()
  }

  @Test func `取り消されたタスクの書き込みも保存され待ち続けない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let tasks = (0..<40).map { number in
      Task { try await database.write { try $0.line("\(number)") } }
    }
    for task in tasks { task.cancel() }
    for task in tasks { _ = try await task.value }
    #expect(try await database.lines().count == 40)
    try await database.close()
  }

  @Test func `書き込みの中で取引を開閉することはできない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    await #expect(throws: (any Error).self) {
      try await database.write { writing in
        _ = try writing.line("前")
        try writing.run("  commit")
      }
    }
    #expect(try await database.lines().isEmpty)
    try await database.close()
  }

  @Test func `閉じる前に受け付けた書き込みは保存され閉じた後は断られる`() async throws {
    try await withFile { path in
      let database = try Database(path: path, migrations: [lineTable])
      async let saved = database.write { try $0.line("間に合う") }
      _ = try await saved
      try await database.close()
      try await database.close()
      await #expect(throws: (any Error).self) { try await database.write { try $0.line("遅い") } }
      await #expect(throws: (any Error).self) { try await database.lines() }
      let again = try Database(path: path, migrations: [lineTable])
      #expect(try await again.lines() == ["間に合う"])
      try await again.close()
    }
  }

  @Test func `一時データベースは忘れられると消える`() async throws {
    let path = try await { () async throws -> String in
      let database = try Database.temporary(migrations: [lineTable])
      return try await database.read { try $0.first("PRAGMA database_list") { $0.text(2) } ?? "" }
    }()
    #expect(path.hasSuffix("temporary.sqlite"))
    for _ in 0..<200 where FileManager.default.fileExists(atPath: path) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
