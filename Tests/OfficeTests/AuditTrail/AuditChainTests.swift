import Casework
import Store
import Testing

@testable import Office

/// 監査記録の鎖: nothing in it can be changed without being found.
struct AuditChainTests {
  @Test func `監査記録・支援経過・つなぎの経過は、書き換えも削除もできない`() async throws {
    let world = try await AccessWorld.open()
    for table in ["audit_entry", "note", "referral_event"] {
      #expect(try await world.town.number("SELECT count(*) FROM \(raw: table)") > 0)
      await #expect(throws: (any Error).self) {
        try await world.town.office.database.write { try $0.run("UPDATE \(raw: table) SET id = id") }
      }
      await #expect(throws: (any Error).self) { try await world.town.office.database.write { try $0.run("DELETE FROM \(raw: table)") } }
    }
  }

  /// Column → a change of one byte, or of the smallest amount, that the database itself lets pass.
  private static let tampering: [(column: String, change: SQL)] = [
    ("at", "at + 1"), ("staff_id", "staff_id + 1"), ("agency_id", "agency_id + 1"), ("act", "'seeCasf'"), ("outcome", "'denied'"),
    ("case_file_id", "case_file_id + 1"), ("subject", "subject || '0'"), ("detail", "detail || ' '"), ("request", "request || '0'"),
    ("remote", "substr(remote, 2)"), ("previous_hash", "CAST(zeroblob(1) || substr(previous_hash, 2) AS BLOB)"),
    ("hash", "CAST(substr(hash, 1, 31) || x'00' AS BLOB)"),
    // What was nothing and is said to have been the number nought.
    ("staff_id", "NULL"), ("agency_id", "NULL"), ("case_file_id", "NULL"),
  ]

  @Test(arguments: tampering.indices) func `どの欄を1文字変えても、変えた記録が見つかる`(_ index: Int) async throws {
    let (column, change) = Self.tampering[index]
    let (town, number) = try await visited()
    let database = town.office.database
    try await database.write { writing in
      try writing.run("DROP TRIGGER audit_is_never_changed")
      try writing.run("UPDATE audit_entry SET \(raw: column) = \(sql: change) WHERE id = \(number)")
    }
    guard case .broken(at: number, let why) = try await AuditChain.verify(database) else {
      Issue.record("\(column)の書き換えが見つかりません")
      return
    }
    #expect(!why.isEmpty)
  }

  @Test func `空だった欄に0を書き込んでも見つかる`() async throws {
    let (town, _) = try await visited()
    let number = try await town.number("SELECT id FROM audit_entry WHERE case_file_id IS NULL LIMIT 1")
    try await town.office.database.write { writing in
      try writing.run("DROP TRIGGER audit_is_never_changed")
      try writing.run("UPDATE audit_entry SET case_file_id = 0 WHERE id = \(number)")
    }
    guard case .broken(at: number, _) = try await AuditChain.verify(town.office.database) else {
      Issue.record("空の欄の書き換えが見つかりません")
      return
    }
  }

  @Test func `途中の1件を消しても、入れ替えても見つかる`() async throws {
    let (town, number) = try await visited()
    try await town.office.database.write { writing in
      try writing.run("DROP TRIGGER audit_is_never_deleted")
      try writing.run("DELETE FROM audit_entry WHERE id = \(number)")
    }
    guard case .broken(at: number, _) = try await AuditChain.verify(town.office.database) else {
      Issue.record("消された記録が見つかりません")
      return
    }
  }

  @Test func `手を加えなければ、鎖はつながっている`() async throws {
    let (town, _) = try await visited()
    let count = try await town.number("SELECT count(*) FROM audit_entry")
    guard case .whole(count: count, let hash) = try await AuditChain.verify(town.office.database) else {
      Issue.record("鎖が切れています")
      return
    }
    #expect(hash.count == 64)
  }

  /// A town in which somebody was about, and the number of an entry in the middle with every column filled.
  private func visited() async throws -> (Town, Int) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for path in ["/", "/cases", "/cases/\(world.caseFile)", "/search?q=a", "/cases/999999"] { _ = try await own.get(path) }
    return (world.town, try await world.town.number("SELECT id FROM audit_entry WHERE case_file_id = \(world.caseFile) LIMIT 1"))
  }
}
