import Casework
import Store

/// What became of something, as a page shows it (「異動の結果」).
struct TransferOutcomeLine: Sendable {
  let mover: Int
  let matter: TransferOutcome.Matter
  let target: Int
  let caseFile: CaseFileID?
  let number: String
  /// What the case is called; empty for who has no ground on it.
  let label: String
  let successor: String
  let hindrance: TransferHindrance?
}

enum TransferOutcomeQueries {
  /// What happened to the viewer's people, without cases that must not exist for the viewer.
  static func lines(_ desk: Desk, _ opened: OpenedTransfer) throws -> [TransferOutcomeLine] {
    let own: SQL = opened.isAdministrator ? "1" : "(m.from_agency = \(opened.supervises) OR o.matter = 'rights')"
    return try desk.reading.rows(
      """
      SELECT o.mover_id, o.matter, o.target_id, c.id, coalesce(c.number, ''),
        CASE WHEN \(sql: desk.scope.holds(case: "c.id")) THEN c.label ELSE '' END, coalesce(s.name, ''), o.hindrance
      FROM transfer_outcome o JOIN mover m ON m.id = o.mover_id LEFT JOIN case_file c ON c.id = o.case_file_id
        LEFT JOIN staff s ON s.id = o.successor
      WHERE \(sql: opened.visibleMovers) AND \(sql: own) AND (c.id IS NULL OR \(sql: desk.scope.unbarred(case: "c.id")))
      ORDER BY o.id
      """
    ) { row in
      TransferOutcomeLine(
        mover: row.int(0), matter: TransferOutcome.Matter(rawValue: row.text(1)) ?? .rights, target: row.int(2),
        caseFile: row.optionalID(3),
        number: row.text(4), label: row.text(5), successor: row.text(6), hindrance: TransferHindrance(rawValue: row.text(7)))
    }
  }
}
