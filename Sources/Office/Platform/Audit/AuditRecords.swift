import Casework
import Store

/// The only writer of `audit_entry`.
enum AuditRecords {
  /// Appends one link to the chain, in the caller's transaction.
  static func append(_ writing: Writing, _ entry: AuditEntry) throws {
    let last = try writing.reading.first("SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1") { ($0.int(0), $0.bytes(1)) }
    let number = (last?.0 ?? 0) + 1
    let previous = last?.1 ?? [UInt8](repeating: 0, count: 32)
    let hash = entry.hash(number: number, previous: previous)
    try writing.run(
      """
      INSERT INTO audit_entry (id, at, staff_id, agency_id, act, outcome, case_file_id, subject, detail, request, remote,
        previous_hash, hash)
      VALUES (\(number), \(entry.at), \(entry.staff), \(entry.agency), \(entry.act), \(entry.outcome.rawValue), \(entry.caseFile),
        \(entry.subject), \(entry.detail), \(entry.request), \(entry.remote), \(previous), \(hash))
      """)
  }
}
