import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 監査記録の追記帳: what was only read is on disk before the page is sent, and becomes part of the one log.
struct AuditJournalTests {
  @Test func `画面が返ったときには、見た記録がもう電源を切っても残る所にある`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    try await world.town.office.database.settle()
    let commits = world.town.office.database.commits
    for _ in 0..<3 { #expect(try await own.get("/cases/\(world.caseFile)").status == 200) }
    #expect(world.town.office.database.commits == commits, "見るだけでは表への確定はしない")
    let after = try restarted(world.town)
    #expect(try await seen(after, world.caseFile) == 3)
    #expect(try await AuditChain.verify(after).isWhole)
    try await after.close()
  }

  @Test func `見ることと書くことが入りまじっても、鎖は一本で、番号は飛ばない`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    for round in 0..<8 {
      _ = try await own.get("/cases/\(world.caseFile)")
      _ = try await stranger.get("/cases/\(world.caseFile)")
      if round.isMultiple(of: 2) { try await world.town.office.operate(as: "架空 操作", act: "seeHome", subject: "home") { _ in } }
      _ = try await own.get("/search?q=a")
    }
    let count = try await world.town.number("SELECT count(*) FROM audit_entry")
    #expect(try await world.town.number("SELECT max(id) FROM audit_entry") == count)
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") == 8)
    guard case .whole(count: count, _) = try await AuditChain.verify(world.town.office.database) else {
      Issue.record("鎖が切れています")
      return
    }
  }

  @Test func `控えには、取る直前に見た記録も入る`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    _ = try await own.get("/cases/\(world.caseFile)")
    let target = FileManager.default.temporaryDirectory.appending(path: "backup-\(RequestNumber.next())")
    try await world.town.office.backUp(to: target, as: "架空 操作")
    let copy = try Database(
      path: target.appending(path: "tsunagi.sqlite").path, readers: 1, migrations: Schema.migrations, journal: AuditJournal.rules())
    #expect(try await seen(copy, world.caseFile) == 1)
    #expect(try await AuditChain.verify(copy).isWhole)
    try await copy.close()
    try FileManager.default.removeItem(at: target)
  }

  @Test func `追記帳に書いた内容は、そのまま読み戻せる`() throws {
    let entries = [
      AuditEntry(
        at: 1_795_000_000, staff: StaffID(7), agency: AgencyID(3), act: "seeCase", outcome: .done, caseFile: CaseFileID(12),
        subject: "case 12",
        detail: "「滞納」 人0件", request: "a-1", remote: "127.0.0.1"),
      AuditEntry(at: 0, staff: nil, agency: nil, act: "", outcome: .failed, subject: "", request: "", remote: ""),
    ]
    var end = JournalRules.End(number: 0, mark: [UInt8](repeating: 0, count: 32))
    for entry in entries {
      let link = AuditEntry.sealed(entry.draft, after: end)
      let read = try #require(AuditEntry.link(link.bytes[...], hash: link.end.mark[...]))
      #expect(read.end == link.end)
      #expect(try #require(AuditEntry(read)).draft == entry.draft)
      #expect(entry.hash(number: link.end.number, previous: end.mark) == link.end.mark)
      var torn = link.bytes
      torn[40] ^= 1
      #expect(AuditEntry.link(torn[...], hash: link.end.mark[...]) == nil)
      end = link.end
    }
  }

  /// The office as it would come up after the power failed now.
  private func restarted(_ town: Town) throws -> Database {
    let folder = town.office.settings.dataFolder
    let copy = folder.appending(path: "after-\(RequestNumber.next())")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in ["tsunagi.sqlite", "tsunagi.sqlite-wal", "tsunagi.sqlite-lines"] {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
    }
    return try Database(
      path: copy.appending(path: "tsunagi.sqlite").path, readers: 1, migrations: Schema.migrations, journal: AuditJournal.rules())
  }

  private func seen(_ database: Database, _ file: Int) async throws -> Int {
    try await database.settle()
    return try await database.read { try $0.count("SELECT count(*) FROM audit_entry WHERE act = 'seeCase' AND case_file_id = \(file)") }
  }
}

extension AuditChain.Finding {
  fileprivate var isWhole: Bool { if case .whole = self { true } else { false } }
}
