import Casework
import Crypto

/// 「廃棄証明」 What is certified of one disposed case, and the SHA-256 over it.
///
/// The audit chain holds the same value, so a changed register does not agree with the chain. Source: reference §8.4 (certified deletion).
enum DisposalCertificate {
  static func value(
    disposal: String, caseNumber: String, record: RetainedRecord, years: Int, days: [String], approver: String, carriedOutBy: String,
    at: Int, counts: [String: Int]
  ) -> String {
    let kinds = counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    let fields = [
      "tsunagi disposal 1", disposal, caseNumber, record.rawValue, String(years), days.joined(separator: " "), approver, carriedOutBy,
      String(at), kinds,
    ]
    return Hex.text(SHA256.hash(data: Array(fields.joined(separator: "\n").utf8)))
  }

  /// Does the register still say what was certified?
  static func agrees(_ line: DisposalLine, of disposal: OpenedDisposal) -> Bool {
    line.certificate
      == value(
        disposal: disposal.number, caseNumber: line.caseNumber, record: line.record, years: line.years,
        days: [line.openedOn, line.closedOn, line.beginsOn, line.endsOn], approver: disposal.answeredBy, carriedOutBy: line.disposedBy,
        at: line.disposedAt ?? 0, counts: line.counts)
  }
}
