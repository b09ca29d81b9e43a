import Foundation
import Testing

@testable import Store

/// A sequence whose mark is a plain sum, so that the tests can see through it.
private let ledger = Migration(
  1, "ledger", "CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT NOT NULL, previous BLOB NOT NULL, mark BLOB NOT NULL) STRICT")

/// Never taken over for mere rest: a slow machine must not look like one.
private let rules = ledgerRules(restMilliseconds: 1_000_000)

private func ledgerRules(restMilliseconds: Int) -> JournalRules {
  JournalRules(
    end: { reading in
      try reading.first("SELECT id, mark FROM entry ORDER BY id DESC LIMIT 1") { JournalRules.End(number: $0.int(0), mark: $0.bytes(1)) }
        ?? JournalRules.End(number: 0, mark: [0])
    },
    seal: { draft, end in sealed(draft, end.mark, number: end.number + 1) },
    parse: { bytes, mark in
      guard bytes.count > 3 else { return nil }
      let head = Array(bytes.prefix(3))
      let line = sealed(Array(bytes.dropFirst(3)), [head[0]], number: Int(head[1]) << 8 | Int(head[2]))
      return line.end.mark == Array(mark) ? line : nil
    },
    insert: { writing, line in
      let words = String(decoding: line.bytes.dropFirst(3), as: UTF8.self)
      try writing.run(
        "INSERT INTO entry (id, words, previous, mark) VALUES (\(line.end.number), \(words), \(line.previous), \(line.end.mark))")
    }, restMilliseconds: restMilliseconds)
}

private func sealed(_ draft: [UInt8], _ previous: [UInt8], number: Int) -> JournalLine {
  let bytes = previous + [UInt8(number >> 8), UInt8(number & 255)] + draft
  return JournalLine(bytes: bytes, previous: previous, end: .init(number: number, mark: [bytes.reduce(7) { $0 &* 31 &+ $1 }]))
}

extension Database {
  fileprivate func keep(_ words: String) async throws {
    try await record(
      Record(draft: Array(words.utf8)) { writing in
        let line = sealed(Array(words.utf8), try rules.end(writing.reading).mark, number: try rules.end(writing.reading).number + 1)
        try rules.insert(writing, line)
      })
  }

  fileprivate var inTable: [String] {
    get async throws { try await read { try $0.rows("SELECT words FROM entry ORDER BY id") { $0.text(0) } } }
  }
}

/// 追記帳: lines that are on disk before the table has them.
struct JournalTests {
  private func open(_ path: String, _ rules: JournalRules = rules) throws -> Database {
    try Database(path: path, readers: 2, migrations: [ledger], journal: rules)
  }

  /// A file of a database that is open, as the disk has it now: what a power cut would leave.
  private func leftover(_ path: String, cut: Int = 0) throws -> String {
    let copy = path + "-\(UUID().uuidString)"
    for ending in ["", "-wal", "-lines"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
    }
    if cut > 0 {
      let lines = try Data(contentsOf: URL(fileURLWithPath: copy + "-lines"))
      try lines.dropLast(cut).write(to: URL(fileURLWithPath: copy + "-lines"))
    }
    return copy
  }

  @Test func `記録は確定を待たずに届き、次の確定で表に移る`() async throws {
    try await withFile { path in
      let database = try open(path)
      let before = database.commits
      for number in 1...5 { try await database.keep("line \(number)") }
      #expect(database.commits == before)
      #expect(try await database.inTable == [])
      try await database.settle()
      #expect(try await database.inTable == (1...5).map { "line \($0)" })
      try await database.close()
    }
  }

  @Test func `電源が切れても、届いた記録は失われず、二重にもならない`() async throws {
    try await withFile { path in
      let database = try open(path)
      for number in 1...3 { try await database.keep("line \(number)") }
      try await database.settle()
      try await database.keep("line 4")
      let copy = try leftover(path)
      let again = try open(copy)
      try await again.settle()
      #expect(try await again.inTable == ["line 1", "line 2", "line 3", "line 4"])
      let copyOfCopy = try leftover(copy)
      let third = try open(copyOfCopy)
      try await third.keep("line 5")
      try await third.settle()
      #expect(try await third.inTable.suffix(2) == ["line 4", "line 5"])
      for one in [database, again, third] { try await one.close() }
    }
  }

  @Test func `書きかけで切れた最後の行だけが無かったことになる`() async throws {
    try await withFile { path in
      let database = try open(path)
      for number in 1...3 { try await database.keep("line \(number)") }
      let again = try open(try leftover(path, cut: 2))
      try await again.settle()
      #expect(try await again.inTable == ["line 1", "line 2"])
      for one in [database, again] { try await one.close() }
    }
  }

  @Test func `何かを保存するときは、先に追記帳が表に移り、順番が変わらない`() async throws {
    try await withFile { path in
      let database = try open(path)
      try await database.keep("read")
      try await database.write { writing in
        let end = try rules.end(writing.reading)
        #expect(end.number == 1)
        try rules.insert(writing, sealed(Array("written".utf8), end.mark, number: end.number + 1))
      }
      #expect(try await database.inTable == ["read", "written"])
      try await database.close()
    }
  }

  @Test func `別に開いた人が書いても、列は一本のまま続く`() async throws {
    try await withFile { path in
      let server = try open(path)
      let command = try open(path)
      for number in 1...40 {
        try await server.keep("s\(number)")
        if number.isMultiple(of: 3) { try await command.keep("c\(number)") }
      }
      try await server.settle()
      let words = try await server.inTable
      #expect(words.filter { $0.hasPrefix("s") } == (1...40).map { "s\($0)" })
      #expect(words.count == 53)
      let links = try await server.read { reading in
        try reading.rows("SELECT previous, mark FROM entry ORDER BY id") { ($0.bytes(0), $0.bytes(1)) }
      }
      for (before, after) in zip(links, links.dropFirst()) { #expect(before.1 == after.0) }
      try await server.close()
      try await command.close()
    }
  }

  @Test func `たくさんの人が同時に読んでも、返事の前に全員の記録が残る`() async throws {
    try await withFile { path in
      let database = try open(path)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in 0..<20 {
          group.addTask {
            for number in 0..<100 {
              let words = "\(lane).\(number)"
              let read = try await database.read(
                { _ in words },
                recording: { value in
                  Record(draft: Array(value.utf8)) { writing in
                    let end = try rules.end(writing.reading)
                    try rules.insert(writing, sealed(Array(value.utf8), end.mark, number: end.number + 1))
                  }
                })
              #expect(read == words)
            }
          }
        }
        try await group.waitForAll()
      }
      let again = try open(try leftover(path))
      try await again.settle()
      #expect(Set(try await again.inTable).count == 2_000)
      for one in [database, again] { try await one.close() }
    }
  }

  @Test func `別の台帳の追記帳は、黙って捨てずに断る`() async throws {
    try await withFile { path in
      let database = try open(path)
      try await database.keep("line 1")
      try await database.settle()
      try await database.keep("line 2")
      let copy = try leftover(path)
      for ending in ["", "-wal"] { try FileManager.default.removeItem(atPath: copy + ending) }
      #expect(throws: JournalRefusal.foreign(path: copy + "-lines")) { try open(copy) }
      try await database.close()
    }
  }

  @Test func `途中の行に手を加えると、気づいて断る`() async throws {
    try await withFile { path in
      let database = try open(path)
      for number in 1...3 { try await database.keep("line \(number)") }
      let copy = try leftover(path)
      var lines = try Data(contentsOf: URL(fileURLWithPath: copy + "-lines"))
      // A letter of the second line.
      lines[8 + 10 + 1 + 8 + 5] ^= 1
      try lines.write(to: URL(fileURLWithPath: copy + "-lines"))
      #expect(throws: JournalRefusal.foreign(path: copy + "-lines")) { try open(copy) }
      try await database.close()
    }
  }

  @Test func `誰も来なければ、しばらくして表に移る`() async throws {
    try await withFile { path in
      let database = try open(path, ledgerRules(restMilliseconds: 50))
      try await database.keep("line 1")
      var waited = 0
      while try await database.inTable.isEmpty, waited < 100 {
        try await Task.sleep(for: .milliseconds(100))
        waited += 1
      }
      #expect(try await database.inTable == ["line 1"])
      try await database.close()
    }
  }

  @Test func `追記帳が満ちて移されるあいだに来た行も、順に一つの列になる`() async throws {
    try await withFile { path in
      let database = try open(path)
      let total = Journal.limit * 2 + 300
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<total { group.addTask { try await database.keep("\(number)") } }
        try await group.waitForAll()
      }
      // The last line may be answered while the take-over that it came into still goes on.
      for _ in 0..<500 where database.commits == 0 { try await Task.sleep(for: .milliseconds(10)) }
      #expect(database.commits >= 1)
      try await database.settle()
      let words = try await database.inTable
      #expect(words.count == total)
      #expect(Set(words).count == total)
      let copy = try leftover(path)
      #expect(try await open(copy).inTable.count == total)
      try await database.close()
    }
  }

  @Test func `移すあいだに来た書込みは、移し終えてから確定する`() async throws {
    try await withFile { path in
      let database = try open(path)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<(Journal.limit + 200) {
          group.addTask {
            if number % 50 == 0 {
              try await database.write { writing in
                let end = try rules.end(writing.reading)
                try rules.insert(writing, sealed(Array("w\(number)".utf8), end.mark, number: end.number + 1))
              }
            } else {
              try await database.keep("\(number)")
            }
          }
        }
        try await group.waitForAll()
      }
      try await database.settle()
      #expect(try await database.inTable.count == Journal.limit + 200)
      try await database.close()
    }
  }
}
