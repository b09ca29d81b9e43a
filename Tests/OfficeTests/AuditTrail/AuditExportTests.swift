import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 監査記録の出力: a file that can be checked without the office.
struct AuditExportTests {
  private func exported(_ query: String = "") async throws -> (AccessWorld, [UInt8]) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let words = Answer.percentEncoded("=1+1,\"x\"")
    for path in ["/cases/\(world.caseFile)", "/search?q=\(words)", "/cases/999999"] { _ = try await own.get(path) }
    let auditor = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .auditor).signInName)
    let reply = try await auditor.get("/audit/export\(query)")
    #expect(reply.status == 200)
    return (world, reply.bytes)
  }

  private func check(_ bytes: [UInt8]) throws -> AuditFileCheck.Finding {
    // In small pieces, as a disk may give them.
    var rest = bytes[...]
    return try AuditFileCheck.verify {
      defer { rest = rest.dropFirst(61) }
      return rest.isEmpty ? nil : Array(rest.prefix(61))
    }
  }

  @Test func `出力したファイルは、事務所がなくても検証できる`() async throws {
    let (world, bytes) = try await exported()
    guard case .whole(let count, 1, let last, let lastHash, gaps: 0, let fileHash) = try check(bytes) else {
      Issue.record("検証できません：\(try check(bytes))")
      return
    }
    #expect(count == last)
    #expect(try await world.town.text("SELECT lower(hex(hash)) FROM audit_entry WHERE id = \(last)") == lastHash)
    #expect(try await world.town.office.knowsExport(fileHash), "出力の記録に、ファイルの印が残る")
    #expect(try await !world.town.office.knowsExport(String(repeating: "0", count: 64)))
    #expect(try await world.town.text("SELECT act FROM audit_entry ORDER BY id DESC LIMIT 1") == "exportAudit")
  }

  @Test func `絞り込んだ出力は、番号が飛んでいることを言う`() async throws {
    let (_, bytes) = try await exported("?outcome=denied")
    guard case .whole(count: 1, _, _, _, gaps: 0, _) = try check(bytes) else {
      Issue.record("\(try check(bytes))")
      return
    }
  }

  @Test func `どの1文字を変えても見つかる`() async throws {
    let (_, bytes) = try await exported()
    let step = max(1, bytes.count / 1_500)
    for index in stride(from: 0, to: bytes.count, by: step) {
      var changed = bytes
      changed[index] ^= 1
      if case .whole = try check(changed) { Issue.record("\(index)バイト目の書換えが見つかりません") }
    }
  }

  @Test func `行を消しても、入れ替えても、足しても、途中で切っても見つかる`() async throws {
    let (_, bytes) = try await exported()
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    var without = lines
    without.remove(at: 2)
    var swapped = lines
    swapped.swapAt(2, 3)
    let cut = lines.dropLast(2) + [""]
    let added = lines.dropLast() + [lines[2], ""]
    for (name, changed) in [("消す", without), ("入れ替える", swapped), ("切る", Array(cut)), ("足す", Array(added))] {
      if case .whole = try check(Array(changed.joined(separator: "\r\n").utf8)) { Issue.record("\(name)：見つかりません") }
    }
    if case .whole = try check([]) { Issue.record("空のファイル") }
  }

  @Test func `行を消して末尾の印まで作り直しても、つながりか監査記録との照合で見つかる`() async throws {
    let (world, _) = try await exported()
    let lines = try await world.town.office.database.read { try AuditTrailQueries.lines($0, numbers: 1...20) }
    let forged = AuditFile.whole(lines.filter { $0.id != 3 })
    guard case .whole(_, _, _, _, gaps: 1, let fileHash) = try check(forged.bytes) else {
      Issue.record("飛んだ番号が見つかりません")
      return
    }
    #expect(try await !world.town.office.knowsExport(fileHash))
  }
}
