import Casework
import Store

/// 「担当のいない事例」 Open cases of the own agency whose person in charge is nobody, has left or has moved.
struct CasesWithoutCharge: Sendable {
  struct Line: Sendable, ListedCase {
    let id: CaseFileID
    let number: String
    var label: String
    let stage: ConsultationStage
    /// Who was in charge last; empty when nobody was.
    let before: String

    var caseFile: CaseFileID { id }
    mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }
  }

  let lines: [Line]
  let hasMore: Bool
}

enum ChargeQueries {
  private static let open = ConsultationStage.allCases.filter { DeskMatter.isOpen($0) }.map(\.rawValue)
  private static let caseworkers = Role.caseworkers.map(\.rawValue).sorted()

  /// Nobody who works for the opening agency today is in charge of the open case of alias `c`.
  static func isWithoutCharge(_ today: CivilDate) -> SQL {
    """
    (c.stage IN \(list: open) AND NOT EXISTS (SELECT 1 FROM staff h WHERE h.id = c.in_charge AND h.agency_id = c.opened_by
      AND h.active_from <= \(today.iso) AND (h.active_until IS NULL OR h.active_until >= \(today.iso))
      AND EXISTS (SELECT 1 FROM staff_role w WHERE w.staff_id = h.id AND w.role IN \(list: caseworkers) AND w.from_on <= \(today.iso)
        AND (w.until_on IS NULL OR w.until_on >= \(today.iso)))))
    """
  }

  /// Those of the own agency, the oldest first: for who answers for the section.
  static func casesWithoutCharge(_ desk: Desk, _ scope: Scope, limit: Int = 10) throws -> CasesWithoutCharge {
    let lines = try desk.reading.rows(
      """
      SELECT c.id, c.number, c.label, c.stage, coalesce(s.name, '') FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
        LEFT JOIN staff s ON s.id = c.in_charge
      WHERE \(sql: scope.grounds) AND g.ground = 'ownRecord' AND c.opened_by = \(scope.agency) AND \(sql: isWithoutCharge(desk.today))
      ORDER BY c.number LIMIT \(limit + 1)
      """
    ) { row in
      CasesWithoutCharge.Line(
        id: row.id(0), number: row.text(1), label: row.text(2), stage: ConsultationStage(rawValue: row.text(3)) ?? .received,
        before: row.text(4))
    }
    return CasesWithoutCharge(lines: try desk.covered(Array(lines.prefix(limit))), hasMore: lines.count > limit)
  }
}
