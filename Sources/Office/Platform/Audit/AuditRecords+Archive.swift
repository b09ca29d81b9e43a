import Casework
import Store

/// The one way in which entries leave the log: behind a checkpoint.
extension AuditRecords {
  static func mark(_ writing: Writing, _ checkpoint: AuditCheckpoint, by name: String, at now: Int) throws {
    try writing.run(
      """
      INSERT INTO audit_checkpoint (first_number, number, hash, file_hash, before_on, operator, at)
      VALUES (\(checkpoint.first), \(checkpoint.number), \(checkpoint.hash), \(checkpoint.fileHash), \(checkpoint.before), \(name), \(now))
      """)
  }

  /// Some of what stands in the archive; returns how many went.
  static func removeArchived(_ writing: Writing, limit: Int) throws -> Int {
    try writing.run(
      """
      DELETE FROM audit_entry WHERE id IN (SELECT e.id FROM audit_entry e
        WHERE e.id <= (SELECT max(number) FROM audit_checkpoint) ORDER BY e.id LIMIT \(limit))
      """)
  }
}
