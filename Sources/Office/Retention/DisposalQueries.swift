import Casework
import Foundation
import Store

/// One list in the overview (「廃棄の一覧の一行」).
struct DisposalSummary: Sendable {
  let id: DisposalID
  let number: String
  let stage: DisposalStage
  let cases: Int
  let proposedAt: Int
}

/// One case on a list, and what of it stays in the register (「廃棄台帳の一行」).
struct DisposalLine: Sendable {
  let id: Int
  let caseFile: CaseFileID
  let caseNumber: String
  let record: RetainedRecord
  let years: Int
  let openedOn: String
  let closedOn: String
  let beginsOn: String
  let endsOn: String
  let struckReason: String
  let isStruck: Bool
  let disposedAt: Int?
  let disposedBy: String
  /// Rows by table.
  let counts: [String: Int]
  let certificate: String

  var isWaiting: Bool { !isStruck && disposedAt == nil }
}

enum DisposalQueries {
  static func all(_ desk: Desk, _ opened: OpenedRetention) throws -> [DisposalSummary] {
    try desk.reading.rows(
      """
      SELECT d.id, d.number, d.stage, d.proposed_at, (SELECT count(*) FROM disposal_line l WHERE l.disposal_id = d.id AND l.struck_at IS NULL)
      FROM disposal d ORDER BY d.id DESC LIMIT 100
      """
    ) { row in
      DisposalSummary(
        id: row.id(0), number: row.text(1), stage: DisposalStage(rawValue: row.text(2)) ?? .proposed, cases: row.int(4),
        proposedAt: row.int(3))
    }
  }

  static func lines(_ desk: Desk, _ disposal: OpenedDisposal) throws -> [DisposalLine] {
    try desk.reading.rows(
      """
      SELECT l.id, l.case_file_id, l.case_number, l.record, l.years, l.opened_on, l.closed_on, l.begins_on, l.ends_on, l.struck_reason,
        l.struck_at IS NOT NULL, l.disposed_at, coalesce(s.name, ''), l.counts, l.certificate
      FROM disposal_line l LEFT JOIN staff s ON s.id = l.disposed_by
      WHERE l.disposal_id = \(disposal.id) AND \(sql: disposal.retention.scope.unbarred(case: "l.case_file_id")) ORDER BY l.id
      """
    ) { row in
      DisposalLine(
        id: row.int(0), caseFile: row.id(1), caseNumber: row.text(2), record: RetainedRecord(rawValue: row.text(3)) ?? .consultation,
        years: row.int(4), openedOn: row.text(5), closedOn: row.text(6), beginsOn: row.text(7), endsOn: row.text(8),
        struckReason: row.text(9), isStruck: row.bool(10), disposedAt: row.optionalInt(11), disposedBy: row.text(12),
        counts: try JSONDecoder().decode([String: Int].self, from: Data(row.text(13).utf8)), certificate: row.text(14))
    }
  }

  /// Files that are still on the disk though their case is gone.
  static func files(_ reading: Reading) throws -> [String] {
    try reading.rows("SELECT sha256 FROM disposal_file ORDER BY sha256") { $0.text(0) }
  }
}
