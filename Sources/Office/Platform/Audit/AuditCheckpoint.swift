import Casework
import Store

/// 「監査記録の切替え点」 The last link of what was moved to an archive file; the chain goes on from it.
struct AuditCheckpoint: Sendable, Equatable {
  let first: Int
  let number: Int
  let hash: [UInt8]
  let fileHash: [UInt8]
  /// Older days are in the file.
  let before: String

  /// The word for the act, which only the command line does.
  static let act = "archiveAudit"

  /// What the log itself says of it, so that a forged checkpoint stands alone.
  var subject: String { "audit \(number)" }
  var detail: String { "hash \(Hex.text(hash)) file \(Hex.text(fileHash))" }
  var announcement: String { "\(subject) \(detail)" }

  static func latest(_ reading: Reading) throws -> AuditCheckpoint? {
    try reading.first("SELECT first_number, number, hash, file_hash, before_on FROM audit_checkpoint ORDER BY number DESC LIMIT 1") { row in
      AuditCheckpoint(first: row.int(0), number: row.int(1), hash: row.bytes(2), fileHash: row.bytes(3), before: row.text(4))
    }
  }
}
