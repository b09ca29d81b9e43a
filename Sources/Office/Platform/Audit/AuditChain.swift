import Casework
import Store

/// Walks the audit log and recomputes every link (「監査記録の検証」).
public enum AuditChain {
  public enum Finding: Sendable, Equatable {
    /// Every link holds; how many there are and the last hash, to be compared with a copy kept elsewhere.
    case whole(count: Int, lastHash: String)
    /// The first link that does not hold.
    case broken(at: Int, why: String)
  }

  /// Takes over first what still stands in the journal. Reads in steps of 5,000 so that a long log does not hold one snapshot for minutes.
  public static func verify(_ database: Database) async throws -> Finding {
    try await database.settle()
    var previous = [UInt8](repeating: 0, count: 32)
    var expected = 1
    while true {
      let from = expected
      let links = try await database.read { try page($0, from: from, limit: 5_000) }
      for link in links {
        guard link.id == expected else { return .broken(at: expected, why: "番号\(expected)の記録がありません") }
        guard link.previous == previous else { return .broken(at: link.id, why: "前の記録とのつながりが切れています") }
        guard link.entry.hash(number: link.id, previous: previous) == link.hash else {
          return .broken(at: link.id, why: "記録の内容が書き換えられています")
        }
        previous = link.hash
        expected += 1
      }
      if links.count < 5_000 { return .whole(count: expected - 1, lastHash: Hex.text(previous)) }
    }
  }

  private struct Link: Sendable {
    let id: Int
    let entry: AuditEntry
    let previous: [UInt8]
    let hash: [UInt8]
  }

  private static func page(_ reading: Reading, from: Int, limit: Int) throws -> [Link] {
    try reading.rows(
      """
      SELECT id, at, staff_id, agency_id, act, outcome, case_file_id, subject, detail, request, remote, previous_hash, hash
      FROM audit_entry WHERE id >= \(from) ORDER BY id LIMIT \(limit)
      """
    ) { row in
      Link(
        id: row.int(0),
        entry: AuditEntry(
          at: row.int(1), staff: row.optionalID(2), agency: row.optionalID(3), act: row.text(4),
          outcome: AuditOutcome(rawValue: row.text(5)) ?? .failed, caseFile: row.optionalID(6), subject: row.text(7),
          detail: row.text(8), request: row.text(9), remote: row.text(10)),
        previous: row.bytes(11), hash: row.bytes(12))
    }
  }
}
