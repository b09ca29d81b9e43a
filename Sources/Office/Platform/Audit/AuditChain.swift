import Casework
import Store

/// Walks the audit log and recomputes every link (「監査記録の検証」).
public enum AuditChain {
  public enum Finding: Sendable, Equatable {
    /// Every link holds; the last number and its hash, to be compared with a copy kept elsewhere.
    case whole(count: Int, lastHash: String)
    /// The first link that does not hold.
    case broken(at: Int, why: String)
  }

  /// 「控えた印」 A number and its hash that somebody wrote down outside the office, so that a cut end is noticed.
  public struct Kept: Sendable, Equatable {
    let number: Int
    let hash: String

    /// Reads 「1234:0a1b…」: the number, and the 64 digits of the hash.
    public init?(_ text: String) {
      let parts = text.split(separator: ":").map(String.init)
      guard parts.count == 2, let number = Int(parts[0]), number > 0, parts[1].count == 64 else { return nil }
      self.number = number
      hash = parts[1].lowercased()
    }
  }

  /// Takes over first what still stands in the journal. Reads in steps of 5,000 so that a long log does not hold one snapshot for minutes.
  ///
  /// What was moved to an archive is vouched for by its checkpoint, and that by an entry of the log itself.
  ///
  /// - Parameters:
  ///   - kept: what somebody wrote down before, to be found again.
  ///   - isThorough: the indexes are compared with the rows too, which takes seconds for a million entries.
  public static func verify(_ database: Database, kept: Kept? = nil, isThorough: Bool = true) async throws -> Finding {
    try await database.settle()
    let checkpoint = try await database.read { try AuditCheckpoint.latest($0) }
    let leftOver = try await database.read { try $0.first("SELECT min(id) FROM audit_entry") { $0.optionalInt(0) } ?? nil }
    if let leftOver, leftOver <= checkpoint?.number ?? 0 { return .broken(at: leftOver, why: "保管に移した番号の記録が、まだ残っているか、書き足されています") }
    var walk = AuditWalk(checkpoint: checkpoint, kept: kept)
    while true {
      let after = walk.end.number
      let links = try await database.read { try page($0, after: after, limit: 5_000) }
      for link in links {
        if let why = walk.step(link) { return .broken(at: walk.end.number + 1, why: why) }
      }
      if links.count == 5_000 { continue }
      let end = walk.end
      if let broken = walk.missing() { return broken }
      if let why = try await database.read({ try frame($0, isThorough: isThorough) }) { return .broken(at: end.number, why: why) }
      return .whole(count: end.number, lastHash: Hex.text(end.mark))
    }
  }

  /// What holds the rows: the bars against change, and the indexes through which the screens find them.
  private static func frame(_ reading: Reading, isThorough: Bool) throws -> String? {
    let bars = try reading.count("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name IN \(list: guards)")
    if bars < guards.count { return "記録の書換えや削除を止める仕掛けが外されています" }
    guard isThorough else { return nil }
    let state = try reading.first("PRAGMA integrity_check('audit_entry')") { $0.text(0) }
    return state == "ok" ? nil : "記録を探すための索引が、記録と合っていません"
  }

  private static let guards = [
    "audit_is_never_changed", "audit_is_never_deleted", "audit_is_never_put_back", "audit_checkpoint_is_never_changed",
    "audit_checkpoint_is_never_deleted", "audit_checkpoint_stands_on_the_log",
  ]

  private static func page(_ reading: Reading, after number: Int, limit: Int) throws -> [AuditLink] {
    try reading.rows(
      """
      SELECT e.id, e.previous_hash, e.hash, \(sql: AuditEntry.columns) FROM audit_entry e WHERE e.id > \(number) ORDER BY e.id LIMIT \(limit)
      """
    ) { row in
      AuditLink(
        id: row.int(0), previous: row.bytes(1), hash: row.bytes(2), draft: AuditEntry.draft(row, from: 3),
        archive: row.bytes(7) == Array(AuditCheckpoint.act.utf8)
          ? String(decoding: row.bytes(9) + [0x20] + row.bytes(10), as: UTF8.self) : nil)
    }
  }
}

/// One row of the log as it stands there.
struct AuditLink: Sendable {
  let id: Int
  let previous: [UInt8]
  let hash: [UInt8]
  let draft: [UInt8]
  /// What an entry about an archive says.
  let archive: String?
}

/// Goes from link to link.
private struct AuditWalk {
  private(set) var end: JournalRules.End
  private let checkpoint: AuditCheckpoint?
  private let kept: AuditChain.Kept?
  private var sawArchive: Bool
  private var sawKept: Bool

  init(checkpoint: AuditCheckpoint?, kept: AuditChain.Kept?) {
    let start = JournalRules.End(number: checkpoint?.number ?? 0, mark: checkpoint?.hash ?? [UInt8](repeating: 0, count: 32))
    end = start
    self.checkpoint = checkpoint
    self.kept = kept
    sawArchive = checkpoint == nil
    // What is older than the checkpoint is checked in the archive.
    sawKept = kept.map { $0.number < start.number || ($0.number == start.number && $0.hash == Hex.text(start.mark)) } ?? true
  }

  /// Why the next link does not hold; nothing when it does.
  mutating func step(_ link: AuditLink) -> String? {
    guard link.id == end.number + 1 else { return "番号\(end.number + 1)の記録がありません" }
    guard link.previous == end.mark else { return "前の記録とのつながりが切れています" }
    let sealed = AuditEntry.sealed(link.draft, after: end).end
    guard sealed.mark == link.hash else { return "記録の内容が書き換えられています" }
    if let kept, kept.number == link.id {
      guard kept.hash == Hex.text(link.hash) else { return "控えた印と違います。この記録か、それより前の記録が作り直されています" }
      sawKept = true
    }
    if let archive = link.archive, archive == checkpoint?.announcement { sawArchive = true }
    end = sealed
    return nil
  }

  /// What should have been met on the way and was not.
  func missing() -> AuditChain.Finding? {
    if !sawArchive { return .broken(at: end.number, why: "古い記録を保管に移したという記録が、監査記録の中にありません") }
    if !sawKept { return .broken(at: end.number + 1, why: "控えた番号までの記録がありません。末尾の記録が消されています") }
    return nil
  }
}
