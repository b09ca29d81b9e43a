import Casework
import Crypto
import Store

/// The audit entries of mere reads on their way into `audit_entry` (「監査記録の追記帳」).
///
/// The bytes of a line are exactly what its hash is made of, so an entry is a link of the one chain from the moment it is on disk, and
/// no number or hash changes when the next COMMIT takes it over.
enum AuditJournal {
  /// - Parameter restMilliseconds: see `JournalRules`.
  static func rules(restMilliseconds: Int = 1_000) -> JournalRules {
    JournalRules(
      end: { try AuditRecords.end($0) }, seal: { AuditEntry.sealed($0, after: $1) }, parse: { AuditEntry.link($0, hash: $1) },
      insert: { try AuditRecords.take($0, $1) }, restMilliseconds: restMilliseconds)
  }
}

extension Visit {
  /// Brings everything that was logged so far into the table, for pages that show it.
  func completeLog() async throws { try await office.database.settle() }
}

extension AuditEntry {
  /// This entry, to be on disk before an answer is sent.
  ///
  /// - Parameters:
  ///   - isLine: nothing else is to be written, so that a line in the journal is enough.
  ///   - rest: what is written in the same transaction.
  func record(isLine: Bool = true, _ rest: @escaping @Sendable (Writing) throws -> Void = { _ in }) -> Record {
    Record(draft: isLine ? draft : nil) { writing in
      try AuditRecords.append(writing, self)
      try rest(writing)
    }
  }

  private static let hashLength = 32

  /// The link whose bytes these are; nothing when the hash is not theirs.
  static func link(_ bytes: ArraySlice<UInt8>, hash: ArraySlice<UInt8>) -> JournalLine? {
    guard Array(SHA256.hash(data: bytes)) == Array(hash), bytes.count > hashLength else { return nil }
    var reader = DraftReader(rest: bytes.dropFirst(hashLength))
    guard case .some(.some(let number)) = reader.number() else { return nil }
    return JournalLine(
      bytes: Array(bytes), previous: Array(bytes.prefix(hashLength)), end: JournalRules.End(number: number, mark: Array(hash)))
  }

  /// What a link says; nothing when it cannot be read.
  init?(_ link: JournalLine) {
    var reader = DraftReader(rest: link.bytes.dropFirst(AuditEntry.hashLength))
    guard reader.number() != nil, case .some(.some(let at)) = reader.number(), let staff = reader.number(), let agency = reader.number(),
      let caseFile = reader.number(), let act = reader.text(), let outcome = reader.text().flatMap(AuditOutcome.init(rawValue:)),
      let subject = reader.text(), let detail = reader.text(), let request = reader.text(), let remote = reader.text()
    else { return nil }
    self.init(
      at: at, staff: staff.map { StaffID($0) }, agency: agency.map { AgencyID($0) }, act: act, outcome: outcome,
      caseFile: caseFile.map { CaseFileID($0) }, subject: subject, detail: detail, request: request, remote: remote)
  }
}

/// Reads back what ``AuditEntry/draft`` writes.
private struct DraftReader {
  var rest: ArraySlice<UInt8>

  /// Nil at the end; a nil within for a field that was nothing.
  mutating func number() -> Int?? {
    guard rest.count >= 9, let mark = rest.popFirst() else { return nil }
    let number = big(8)
    return .some(mark == 0 ? nil : Int(Int64(bitPattern: number)))
  }

  mutating func text() -> String? {
    guard rest.count >= 4 else { return nil }
    let count = Int(big(4))
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  private mutating func big(_ count: Int) -> UInt64 {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
