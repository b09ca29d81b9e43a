import Casework
import Store

/// The only writer of `audit_entry`.
enum AuditRecords {
  /// Appends one link to the chain, in the caller's transaction.
  static func append(_ writing: Writing, _ entry: AuditEntry) throws {
    let end = try end(writing.reading)
    try insert(writing, entry, AuditEntry.sealed(entry.draft, after: end))
  }

  /// Takes a link over from the journal as it is.
  static func take(_ writing: Writing, _ link: JournalLine) throws {
    guard let entry = AuditEntry(link) else { throw UnreadableLink(number: link.end.number) }
    try insert(writing, entry, link)
  }

  /// The last link of the chain in the table.
  static func end(_ reading: Reading) throws -> JournalRules.End {
    try reading.first("SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1") {
      JournalRules.End(number: $0.int(0), mark: $0.bytes(1))
    }
      ?? JournalRules.End(number: 0, mark: [UInt8](repeating: 0, count: 32))
  }

  private static func insert(_ writing: Writing, _ entry: AuditEntry, _ link: JournalLine) throws {
    try writing.run(
      """
      INSERT INTO audit_entry (id, at, staff_id, agency_id, act, outcome, case_file_id, subject, detail, request, remote,
        previous_hash, hash)
      VALUES (\(link.end.number), \(entry.at), \(entry.staff), \(entry.agency), \(entry.act), \(entry.outcome.rawValue), \(entry.caseFile),
        \(entry.subject), \(entry.detail), \(entry.request), \(entry.remote), \(link.previous), \(link.end.mark))
      """)
  }

  struct UnreadableLink: Error {
    let number: Int
  }
}
