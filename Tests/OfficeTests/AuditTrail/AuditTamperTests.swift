import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 監査記録の改ざん: whatever is changed, in whichever byte, is found.
struct AuditTamperTests {
  private func visited() async throws -> (Town, Int) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for path in ["/", "/cases/\(world.caseFile)", "/search?q=a", "/cases/999999", "/", "/cases", "/cases"] { _ = try await own.get(path) }
    let database = world.town.office.database
    let number = try await world.town.number("SELECT id FROM audit_entry WHERE act = 'search' LIMIT 1")
    try await database.write { writing in
      for trigger in ["audit_is_never_changed", "audit_is_never_deleted", "audit_is_never_put_back"] {
        try writing.run("DROP TRIGGER \(raw: trigger)")
      }
    }
    return (world.town, number)
  }

  private func broken(_ database: Database, kept: AuditChain.Kept? = nil) async throws -> Int? {
    if case .broken(let number, _) = try await AuditChain.verify(database, kept: kept) { return number }
    return nil
  }

  /// The value of one column with its byte at `index` changed, of the same type and length.
  private func flipped(_ column: String, _ index: Int, isText: Bool) -> SQL {
    let type = isText ? "TEXT" : "BLOB"
    return """
      CAST(substr(CAST(\(raw: column) AS BLOB), 1, \(index))
        || CASE WHEN substr(CAST(\(raw: column) AS BLOB), \(index + 1), 1) = x'01' THEN x'02' ELSE x'01' END
        || substr(CAST(\(raw: column) AS BLOB), \(index + 2)) AS \(raw: type))
      """
  }

  @Test(arguments: ["act", "subject", "detail", "request", "remote", "previous_hash", "hash"])
  func `どの欄の、どの1バイトを変えても、その番号が見つかる`(_ column: String) async throws {
    let (town, number) = try await visited()
    let database = town.office.database
    let isText = !column.hasSuffix("hash")
    let length = try await town.number("SELECT length(CAST(\(raw: column) AS BLOB)) FROM audit_entry WHERE id = \(number)")
    #expect(length > 0)
    for index in 0..<length {
      try await database.write { writing in
        try writing.run("CREATE TEMP TABLE kept AS SELECT \(raw: column) AS value FROM audit_entry WHERE id = \(number)")
        try writing.run("UPDATE audit_entry SET \(raw: column) = \(sql: flipped(column, index, isText: isText)) WHERE id = \(number)")
      }
      #expect(try await broken(database) == number, "\(column)の\(index)バイト目")
      try await database.write { writing in
        try writing.run("UPDATE audit_entry SET \(raw: column) = (SELECT value FROM kept) WHERE id = \(number)")
        try writing.run("DROP TABLE kept")
      }
    }
    #expect(try await broken(database) != number, "もとに戻した")
  }

  @Test func `数の欄は、どのビットを変えても見つかる`() async throws {
    let (town, number) = try await visited()
    for column in ["at", "staff_id", "agency_id", "case_file_id"] {
      for bit in [0, 1, 7, 8, 31, 40] {
        let old = try await town.text("SELECT \(raw: column) FROM audit_entry WHERE id = \(number)").flatMap { Int($0) }
        let new = (old ?? 0) ^ (1 << bit)
        try await town.office.database.write { try $0.run("UPDATE audit_entry SET \(raw: column) = \(new) WHERE id = \(number)") }
        #expect(try await broken(town.office.database) == number, "\(column)の\(bit)ビット")
        try await town.office.database.write { try $0.run("UPDATE audit_entry SET \(raw: column) = \(old) WHERE id = \(number)") }
      }
    }
  }

  @Test func `結果の言葉を、決まりにない言葉に変えても見つかる`() async throws {
    let (town, number) = try await visited()
    try await town.office.database.write { writing in
      try writing.run("PRAGMA ignore_check_constraints = ON")
      try writing.run("UPDATE audit_entry SET outcome = 'dune' WHERE id = \(number)")
    }
    #expect(try await broken(town.office.database) == number)
  }

  @Test func `読めない文字に置き換えても、同じに見える文字とは区別される`() async throws {
    let (town, number) = try await visited()
    // U+FFFD in the log, and a byte that is shown as U+FFFD.
    try await town.office.database.write { try $0.run("UPDATE audit_entry SET detail = CAST(x'FF' AS TEXT) WHERE id = \(number)") }
    #expect(try await broken(town.office.database) == number)
  }

  @Test func `消す・入れ替える・割り込ませる・番号を変える、のどれも見つかる`() async throws {
    let changes: [(SQL, Int)] = [
      ("DELETE FROM audit_entry WHERE id = 5", 5),
      ("UPDATE audit_entry SET id = CASE id WHEN 5 THEN -6 WHEN 6 THEN -5 END WHERE id IN (5, 6)", -6),
      ("UPDATE audit_entry SET id = 0 WHERE id = 1", 0),
    ]
    for (change, number) in changes {
      let (town, _) = try await visited()
      try await town.office.database.write { try $0.run(change) }
      #expect(try await broken(town.office.database) == number, "\(change.text)")
    }
    let (town, _) = try await visited()
    try await town.office.database.write { writing in
      try writing.run("UPDATE audit_entry SET id = -id WHERE id IN (5, 6)")
      try writing.run("UPDATE audit_entry SET id = 11 + id WHERE id IN (-5, -6)")
    }
    #expect(try await broken(town.office.database) == 5, "二件を入れ替える")
  }

  @Test func `末尾を消すと、控えた番号と印で見つかる`() async throws {
    let (town, _) = try await visited()
    guard case .broken(let count, let why) = try await AuditChain.verify(town.office.database), why.contains("仕掛け") else {
      Issue.record("外した仕掛けが見つかりません")
      return
    }
    let hash = try await town.text("SELECT lower(hex(hash)) FROM audit_entry WHERE id = \(count)") ?? ""
    let kept = try #require(AuditChain.Kept("\(count):\(hash)"))
    #expect(try await broken(town.office.database, kept: kept) == count, "鎖はつながり、控えとも合う（外した仕掛けだけが残る）")
    try await town.office.database.write { try $0.run("DELETE FROM audit_entry WHERE id > \(count - 2)") }
    guard case .broken(count - 1, let why) = try await AuditChain.verify(town.office.database, kept: kept) else {
      Issue.record("消された末尾が見つかりません")
      return
    }
    #expect(why.contains("末尾"))
    #expect(AuditChain.Kept("12") == nil && AuditChain.Kept("0:\(hash)") == nil && AuditChain.Kept("1:ab") == nil)
  }

  @Test func `全部を作り直した鎖は、控えた印と違う`() async throws {
    let (town, number) = try await visited()
    let before = try await town.text("SELECT lower(hex(hash)) FROM audit_entry WHERE id = \(number)") ?? ""
    try await town.office.database.write { writing in
      try writing.run("UPDATE audit_entry SET remote = '10.0.0.9' WHERE id = 2")
      var end = JournalRules.End(number: 0, mark: [UInt8](repeating: 0, count: 32))
      let drafts = try writing.rows("SELECT \(sql: AuditEntry.columns) FROM audit_entry e ORDER BY e.id") { AuditEntry.draft($0, from: 0) }
      for draft in drafts {
        let link = AuditEntry.sealed(draft, after: end)
        try writing.run("UPDATE audit_entry SET previous_hash = \(end.mark), hash = \(link.end.mark) WHERE id = \(link.end.number)")
        end = link.end
      }
    }
    guard case .broken(number, let why) = try await AuditChain.verify(town.office.database, kept: AuditChain.Kept("\(number):\(before)"))
    else {
      Issue.record("作り直した鎖が、控えと比べて見つかりません")
      return
    }
    #expect(why.contains("控えた印"))
  }

  @Test func `画面が使う索引を壊しても見つかる`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    let database = world.town.office.database
    #expect(try await broken(database) == nil)
    try await database.write { writing in
      try writing.run("PRAGMA writable_schema = ON")
      // The index by case is said to hold only later entries: the screens would not find the others.
      try writing.run("UPDATE sqlite_schema SET sql = replace(sql, 'IS NOT NULL', '> 999999') WHERE name = 'audit_by_case'")
      let version = try writing.count("PRAGMA schema_version")
      try writing.run("PRAGMA schema_version = \(raw: String(version + 1))")
      try writing.run("PRAGMA writable_schema = OFF")
    }
    #expect(try await broken(database) != nil)
  }
}

/// 追記帳の改ざん: lines that are on disk and not yet in the table.
struct AuditJournalTamperTests {
  /// A copy of the office as the power failed, with three looks in the journal.
  private func failed() async throws -> (Town, URL) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    try await world.town.office.database.settle()
    for _ in 0..<3 { _ = try await own.get("/cases/\(world.caseFile)") }
    let folder = world.town.office.settings.dataFolder
    let copy = folder.appending(path: "after-\(RequestNumber.next())")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in ["tsunagi.sqlite", "tsunagi.sqlite-wal", "tsunagi.sqlite-lines"] {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
    }
    return (world.town, copy)
  }

  private func open(_ folder: URL) throws -> Database {
    try Database(
      path: folder.appending(path: "tsunagi.sqlite").path, readers: 1, migrations: Schema.migrations, journal: AuditJournal.rules())
  }

  /// The lines of a journal: where each begins and how long it is.
  private func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start + 8 <= bytes.count {
      let lengths = (0..<2).map { part in (0..<4).reduce(0) { $0 | Int(bytes[start + part * 4 + $1]) << ($1 * 8) } }
      guard lengths[0] > 0, lengths[1] == 32 else { break }
      found.append(start..<start + 8 + lengths[0] + lengths[1])
      start = found[found.count - 1].upperBound
    }
    return found
  }

  @Test func `途中の行は、どの1バイトを変えても、始めるときに見つかる`() async throws {
    let (town, folder) = try await failed()
    let place = folder.appending(path: "tsunagi.sqlite-lines")
    let bytes = Array(try Data(contentsOf: place))
    let lines = lines(bytes)
    try #require(lines.count >= 3)
    let whole = try await town.number("SELECT max(id) FROM audit_entry")
    // The lengths of a line lead the reader astray; what follows is then not found, and the end is missing.
    for index in lines[0].dropFirst(8) where index.isMultiple(of: 7) {
      var changed = bytes
      changed[index] ^= 1
      try Data(changed).write(to: place)
      #expect(throws: JournalRefusal.self, "\(index)バイト目") { _ = try self.open(folder) }
    }
    try Data(bytes).write(to: place)
    let database = try open(folder)
    guard case .whole(count: whole, _) = try await AuditChain.verify(database) else {
      Issue.record("手を加えなければ続く")
      return
    }
    try await database.close()
  }

  @Test func `最後の行を変えると、控えた番号と印で見つかる`() async throws {
    let (town, folder) = try await failed()
    let whole = try await town.number("SELECT max(id) FROM audit_entry")
    let hash = try await town.text("SELECT lower(hex(hash)) FROM audit_entry WHERE id = \(whole)") ?? ""
    let place = folder.appending(path: "tsunagi.sqlite-lines")
    var bytes = Array(try Data(contentsOf: place))
    let last = try #require(lines(bytes).last)
    bytes[last.upperBound - 40] ^= 1
    try Data(bytes).write(to: place)
    let database = try open(folder)
    guard case .broken(whole, let why) = try await AuditChain.verify(database, kept: AuditChain.Kept("\(whole):\(hash)")) else {
      Issue.record("見つかりません")
      return
    }
    #expect(why.contains("末尾"))
    try await database.close()
  }
}
