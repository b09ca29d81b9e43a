import Foundation
import Testing

@testable import Store

struct SchemaTests {
  @Test func `確定は必ずディスクに書かれ参照は検査される`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let (journal, synchronous, foreignKeys) = try await database.write { writing in
      (
        try writing.first("PRAGMA journal_mode") { $0.text(0) }, try writing.count("PRAGMA synchronous"),
        try writing.count("PRAGMA foreign_keys")
      )
    }
    #expect(journal == "wal" && synchronous == 2 && foreignKeys == 1)
    try await database.close()
  }

  @Test func `移行は一度だけ順に適用される`() async throws {
    try await withFile { path in
      try await Database(path: path, migrations: [lineTable]).close()
      for _ in 0..<2 {
        let database = try Database(path: path, migrations: [lineTable, noteTables])
        let applied = try await database.read { try $0.rows("SELECT number, name FROM schema_version") { ($0.int(0), $0.text(1)) } }
        #expect(applied.map(\.0) == [1, 2] && applied.map(\.1) == ["line", "note"])
        try await database.close()
      }
    }
  }

  @Test func `新しい版のファイルと書き換えられた移行は開かない`() async throws {
    try await withFile { path in
      try await Database(path: path, migrations: [lineTable, noteTables]).close()
      #expect(throws: MigrationRefusal.newerFile(found: 2, known: 1)) { try Database(path: path, migrations: [lineTable]) }
      #expect(throws: MigrationRefusal.edited(number: 1)) {
        try Database(path: path, migrations: [Migration(1, "line", "CREATE TABLE other (id INTEGER)"), noteTables])
      }
      #expect(throws: MigrationRefusal.disordered) { try Database(path: path, migrations: [noteTables, lineTable]) }
    }
  }

  @Test func `失敗した移行は何も残さない`() async throws {
    try await withFile { path in
      let broken = Migration(2, "broken", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE line (id INTEGER)")
      #expect(throws: (any Error).self) { try Database(path: path, migrations: [lineTable, broken]) }
      let dangling = Migration(2, "dangling", "CREATE TABLE child (line INTEGER REFERENCES line (id)) STRICT; INSERT INTO child VALUES (7)")
      #expect(throws: MigrationRefusal.brokenReference(table: "child")) { try Database(path: path, migrations: [lineTable, dangling]) }
      let database = try Database(path: path, migrations: [lineTable])
      #expect(try await !database.schema().contains("half"))
      try await database.close()
    }
  }

  @Test func `構造は順序の決まった文で得られる`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    let schema = try await database.schema()
    let names = schema.matches(of: /CREATE (?:VIRTUAL )?(TABLE|INDEX|TRIGGER) (\w+)/).map { "\($0.1) \($0.2)" }
    #expect(
      names == [
        "TABLE agency", "TABLE line", "TABLE note", "INDEX note_agency", "TRIGGER note_added", "TRIGGER note_fixed", "TRIGGER note_kept",
        "TABLE note_search", "TABLE schema_version",
      ])
    try await database.close()
  }

  @Test func `制約違反は種類に訳される`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    try await database.write { try $0.run("INSERT INTO agency (id, code, kind) VALUES (1, 'x', 'a')") }
    try await database.write { try $0.run("INSERT INTO note (id, agency, body, search_text) VALUES (1, 1, '', '')") }
    let refused: [(SQL, ConstraintViolation)] = [
      ("INSERT INTO agency (code, kind) VALUES ('x', 'a')", .unique("agency.code")),
      ("INSERT INTO agency (id, code, kind) VALUES (1, 'y', 'a')", .unique("agency.id")),
      ("INSERT INTO agency (code, kind) VALUES ('z', 'c')", .check("kind IN ('a', 'b')")),
      ("INSERT INTO note (agency, body, search_text) VALUES (9, '', '')", .foreignKey),
      ("DELETE FROM agency", .foreignKey),
      ("DELETE FROM note", .trigger("notes stay")),
    ]
    for (sql, violation) in refused {
      await #expect(throws: violation) { try await database.write { try $0.run(sql) } }
    }
    await #expect {
      try await database.write { try $0.run("INSERT INTO line (body) VALUES (NULL)") }
    } throws: {
      !($0 is ConstraintViolation)
    }
    try await database.close()
  }

  @Test func `控えは書き込み中でもその時点の全体になる`() async throws {
    try await withFile { path in
      let database = try Database(path: path, migrations: [lineTable, noteTables])
      for number in 0..<50 { try await database.write { try $0.line("\(number)") } }
      async let more: Void = {
        for number in 50..<100 { try await database.write { try $0.line("\(number)") } }
      }()
      try await database.backup(to: path + ".copy")
      try await database.backup(to: path + ".copy")
      try await more
      let copy = try Database(path: path + ".copy", migrations: [lineTable, noteTables])
      let lines = try await copy.lines()
      #expect(lines.count >= 50)
      #expect(lines == (0..<lines.count).map { "\($0)" })
      #expect(try await copy.integrityCheck() == [])
      try await copy.close()
      try await database.close()
      let left = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
      #expect(left.sorted() == ["file.sqlite", "file.sqlite.copy"])
    }
  }

  @Test func `整合性の検査は検索索引と本文の食い違いを見つける`() async throws {
    let database = try Database.temporary(migrations: [lineTable, noteTables])
    try await database.write { writing in
      try writing.run("INSERT INTO agency (id, code, kind) VALUES (1, 'x', 'a')")
      try writing.run("INSERT INTO note (id, agency, body, search_text) VALUES (1, 1, '', '林さん')")
    }
    #expect(try await database.integrityCheck() == [])
    try await database.write { try $0.run("UPDATE note SET search_text = '森さん'") }
    let problems = try await database.integrityCheck()
    #expect(problems.count == 1 && problems[0].hasPrefix("note_search"))
    try await database.close()
  }
}
