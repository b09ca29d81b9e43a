import Casework
import Store
import Testing

@testable import Office

/// 表の持ち主: each table is written by exactly one …Records file.
struct TableTests {
  @Test func `ひとつの表に書くのは、ひとつのRecordsだけ`() throws {
    var writers: [String: Set<String>] = [:]
    for file in try Self.productFiles() {
      for table in try Self.written(file) { writers[table, default: []].insert(file.baseName) }
    }
    #expect(writers.count > 10)
    for (table, files) in writers.sorted(by: { $0.key < $1.key }) {
      #expect(files.count == 1, "\(table)に書くファイルが複数あります：\(files.sorted().joined(separator: "、"))")
      for file in files where !file.hasSuffix("Records") { Issue.record("\(table)に\(file)が書いています。書けるのは…Recordsだけです") }
    }
  }

  @Test func `書かれる表はすべてスキーマにある`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    let tables = Set(try await database.read { try $0.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) } })
    for file in try Self.productFiles() {
      for table in try Self.written(file) where !tables.contains(table) { Issue.record("\(file.path)が書く\(table)はスキーマにありません") }
    }
    try await database.close()
  }

  @Test func `画面・経路・入力・言葉・出力のファイルにSQLを書かない`() throws {
    let silent = ["Page", "Routes", "Input", "Wording", "Sheet", "Paper"]
    for file in try SourceTree.files([SourceTree.office]) where !file.isBelow("Sources/Office/Platform") {
      guard silent.contains(where: { file.baseName.hasSuffix($0) }) else { continue }
      for word in try SourceFile.matches("(SELECT [^<]* FROM|INSERT INTO|UPDATE \\w+ SET|DELETE FROM)", in: file.uncommented) {
        Issue.record("\(file.path)にSQL「\(word)」があります")
      }
    }
  }

  @Test func `検査は書き込みを見つけられる`() throws {
    let file = SourceFile(
      path: "x/NoteRecords+Search.swift",
      text:
        "run(\"INSERT OR REPLACE INTO note (a) VALUES (1)\")\n// DELETE FROM draft\nrun(\"UPDATE task\n SET a = 1\") run(\"DELETE FROM staff\")"
    )
    #expect(try Self.written(file) == ["note", "staff", "task"])
    #expect(file.baseName == "NoteRecords")
  }

  /// The office itself; Bench fills an invented city without staff and is no part of it.
  private static func productFiles() throws -> [SourceFile] {
    try SourceTree.files(["Sources"]).filter { !$0.isBelow("Sources/Office/Platform/Schema") && !$0.isBelow("Sources/Bench") }
  }

  private static func written(_ file: SourceFile) throws -> [String] {
    let patterns = [
      "INSERT\\s+(?:OR\\s+\\w+\\s+)?INTO\\s+(\\w+)", "UPDATE\\s+(?:OR\\s+\\w+\\s+)?(\\w+)\\s+SET\\b", "DELETE\\s+FROM\\s+(\\w+)",
    ]
    let text = file.uncommented
    return try Set(patterns.flatMap { try SourceFile.matches($0, in: text) }).sorted()
  }
}
