import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 監査記録の保存年数と保管.
struct AuditArchiveTests {
  /// A town with six years behind it: the old entries are those of its first morning.
  private func aged() async throws -> (AccessWorld, String) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for _ in 0..<5 { _ = try await own.get("/cases/\(world.caseFile)") }
    world.town.pass(days: 6 * 366)
    let later = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await later.get("/cases/\(world.caseFile)")
    return (world, world.town.office.settings.dataFolder.appending(path: "old.csv").path)
  }

  private func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .earliest }

  @Test func `保存年数を過ぎた記録をファイルに移し、鎖は切替え点から続く`() async throws {
    let (world, path) = try await aged()
    let all = try await world.town.number("SELECT max(id) FROM audit_entry")
    let old = try await world.town.number("SELECT count(*) FROM audit_entry WHERE at < \(world.town.now - 86_400)")
    let archived = try await world.town.office.archiveAudit(before: day("2027-01-01"), to: path, as: "架空 操作")
    #expect(archived.count == old && archived.last == old)
    #expect(try await world.town.number("SELECT min(id) FROM audit_entry") == old + 1)
    guard case .whole(count: old, first: 1, last: old, _, gaps: 0, fileHash: archived.fileHash) = try AuditFileCheck.verify(path) else {
      Issue.record("移したファイルが検証できません")
      return
    }
    guard case .whole(count: all + 1, _) = try await AuditChain.verify(world.town.office.database) else {
      Issue.record("鎖が続いていません：\(try await AuditChain.verify(world.town.office.database))")
      return
    }
    #expect(try await world.town.office.knowsExport(archived.fileHash))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    world.town.pass(days: 6 * 366)
    let second = try await world.town.office.archiveAudit(before: day("2033-06-01"), to: path + ".2", as: "架空 操作")
    guard case .whole(_, first: old + 1, _, _, gaps: 0, fileHash: second.fileHash) = try AuditFileCheck.verify(path + ".2"),
      case .whole = try await AuditChain.verify(world.town.office.database)
    else {
      Issue.record("二度目の保管が続いていません")
      return
    }
  }

  @Test func `保存年数のうちは移さない。設定をどうしても一年は消せない`() async throws {
    let (world, path) = try await aged()
    await #expect(throws: CommandRefusal.self) {
      _ = try await world.town.office.archiveAudit(before: day("2030-01-01"), to: path, as: "架空 操作")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    await #expect(throws: CommandRefusal.self) {
      _ = try await world.town.office.archiveAudit(before: day("2020-01-01"), to: path, as: "架空 操作")
    }
    let now = world.town.now
    await #expect(throws: (any Error).self) {
      try await world.town.office.database.write { writing in
        try writing.run(
          """
          INSERT INTO audit_checkpoint (first_number, number, hash, file_hash, before_on, operator, at)
          SELECT 1, id, hash, hash, '2026-01-01', '架空', \(now) FROM audit_entry ORDER BY id DESC LIMIT 1
          """)
      }
    }
  }

  @Test func `切替え点より後は消せず、前の番号は書き足せず、切替え点は変えられない`() async throws {
    let (world, path) = try await aged()
    _ = try await world.town.office.archiveAudit(before: day("2027-01-01"), to: path, as: "架空 操作")
    let tries: [SQL] = [
      "DELETE FROM audit_entry", "UPDATE audit_entry SET id = id", "DELETE FROM audit_checkpoint", "UPDATE audit_checkpoint SET number = 1",
      """
      INSERT INTO audit_entry (id, at, act, outcome, subject, detail, request, remote, previous_hash, hash)
      VALUES (1, 0, 'seeHome', 'done', '', '', '', '', x'00', x'00')
      """,
    ]
    for sql in tries {
      await #expect(throws: (any Error).self, "\(sql.text)") { try await world.town.office.database.write { try $0.run(sql) } }
    }
  }

  @Test func `保管の記録のない切替え点、書き足された古い番号は、検証で見つかる`() async throws {
    let (world, path) = try await aged()
    let office = world.town.office
    _ = try await office.archiveAudit(before: day("2027-01-01"), to: path, as: "架空 操作")
    try await office.database.write { writing in
      try writing.run("DROP TRIGGER audit_checkpoint_is_never_changed")
      try writing.run("UPDATE audit_checkpoint SET file_hash = x'\(raw: String(repeating: "00", count: 32))'")
    }
    guard case .broken = try await AuditChain.verify(office.database) else {
      Issue.record("切替え点の書換えが見つかりません")
      return
    }
    try await office.database.write { writing in
      try writing.run("DROP TRIGGER audit_is_never_put_back")
      try writing.run(
        """
        INSERT INTO audit_entry (id, at, act, outcome, subject, detail, request, remote, previous_hash, hash)
        VALUES (1, 0, 'seeHome', 'done', '', '', '', '', x'00', x'00')
        """)
    }
    guard case .broken(at: 1, _) = try await AuditChain.verify(office.database) else {
      Issue.record("書き足された番号が見つかりません")
      return
    }
  }

  @Test func `同じ名前のファイルには書かない`() async throws {
    let (world, path) = try await aged()
    try Data().write(to: URL(filePath: path))
    await #expect(throws: CommandRefusal.self) {
      _ = try await world.town.office.archiveAudit(before: day("2027-01-01"), to: path, as: "架空 操作")
    }
    #expect(try await world.town.number("SELECT count(*) FROM audit_checkpoint") == 0)
  }
}
