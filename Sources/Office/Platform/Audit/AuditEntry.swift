import Casework
import Crypto
import Store

/// How an act ended.
public enum AuditOutcome: String, Sendable, CaseIterable { case done, denied, refused, failed }

/// One line of the audit log before it is written (「監査記録」). Numbers and kinds only: no name, no text of a case.
public struct AuditEntry: Sendable {
  let at: Int
  let staff: StaffID?
  let agency: AgencyID?
  let act: String
  let outcome: AuditOutcome
  let caseFile: CaseFileID?
  let subject: String
  let detail: String
  let request: String
  let remote: String

  init(
    visit: Visit, staff: StaffMember?, outcome: AuditOutcome, caseFile: CaseFileID? = nil, subject: String, detail: String = ""
  ) {
    self.init(
      at: visit.now, staff: staff?.id, agency: staff?.agencyID, act: visit.act.rawValue, outcome: outcome, caseFile: caseFile,
      subject: subject, detail: detail, request: visit.request.id, remote: visit.request.remote)
  }

  init(
    at: Int, staff: StaffID?, agency: AgencyID?, act: String, outcome: AuditOutcome, caseFile: CaseFileID? = nil,
    subject: String, detail: String = "", request: String, remote: String
  ) {
    self.at = at
    self.staff = staff
    self.agency = agency
    self.act = act
    self.outcome = outcome
    self.caseFile = caseFile
    self.subject = subject
    self.detail = detail
    self.request = request
    self.remote = remote
  }

  /// SHA-256 over the previous hash and every field, each preceded by its length so that no two entries read alike.
  func hash(number: Int, previous: [UInt8]) -> [UInt8] {
    AuditEntry.sealed(draft, after: JournalRules.End(number: number - 1, mark: previous)).end.mark
  }

  /// Every field in the order in which it is hashed.
  var draft: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for number in [at, staff?.number, agency?.number, caseFile?.number] { AuditEntry.append(number, to: &bytes) }
    for text in [act, outcome.rawValue, subject, detail, request, remote] {
      withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text.utf8)
    }
    return bytes
  }

  /// The same of a row as it stands in the table, byte for byte: what cannot be read must not read like something that can.
  ///
  /// - Parameter first: the column of `at`; the others follow as in ``columns``.
  static func draft(_ row: Row, from first: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for column in first..<first + 4 { append(row.optionalInt(column), to: &bytes) }
    for column in first + 4..<first + 10 {
      let text = row.bytes(column)
      withUnsafeBytes(of: UInt32(text.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text)
    }
    return bytes
  }

  /// The hashed columns of alias `e`, in the order in which they are hashed.
  static let columns: SQL =
    "e.at, e.staff_id, e.agency_id, e.case_file_id, e.act, e.outcome, e.subject, e.detail, e.request, e.remote"

  /// The link that a draft becomes at the end of the chain: the previous hash, its number, and what it says.
  static func sealed(_ draft: [UInt8], after end: JournalRules.End) -> JournalLine {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end.mark.count + 9 + draft.count)
    bytes += end.mark
    append(end.number + 1, to: &bytes)
    bytes += draft
    return JournalLine(
      bytes: bytes, previous: end.mark, end: JournalRules.End(number: end.number + 1, mark: Array(SHA256.hash(data: bytes))))
  }

  /// Nothing and nought must not read alike.
  private static func append(_ number: Int?, to bytes: inout [UInt8]) {
    bytes.append(number == nil ? 0 : 1)
    withUnsafeBytes(of: Int64(number ?? 0).bigEndian) { bytes.append(contentsOf: $0) }
  }
}
