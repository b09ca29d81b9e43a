import Casework
import Store

/// One line of the list of cases.
struct CaseLine: Sendable {
  let id: CaseFileID
  let number: String
  let label: String
  let kana: String
  let stage: ConsultationStage
  let inCharge: String
  let openedOn: String
  let touchedAt: Int
}

struct CaseList: Sendable {
  let lines: [CaseLine]
  let hasMore: Bool
  let page: Int
}

enum CaseListQueries {
  static let linesPerPage = 50

  /// The cases in reach, latest activity first. Reads as many index entries as it shows.
  static func list(_ desk: Desk, _ scope: Scope, page: Int = 0) throws -> CaseList {
    let lines = try desk.reading.rows(
      """
      SELECT c.id, c.number, c.label, coalesce(r.name_kana, ''), c.stage, coalesce(s.name, ''), c.opened_on, g.touched_at
      FROM case_ground g JOIN case_file c ON c.id = g.case_file_id LEFT JOIN resident r ON r.id = c.resident_id
        LEFT JOIN staff s ON s.id = c.in_charge
      WHERE \(sql: scope.grounds) ORDER BY g.touched_at DESC, g.case_file_id LIMIT \(linesPerPage + 1) OFFSET \(page * linesPerPage)
      """
    ) { row in
      CaseLine(
        id: row.id(0), number: row.text(1), label: row.text(2), kana: row.text(3),
        stage: ConsultationStage(rawValue: row.text(4)) ?? .received, inCharge: row.text(5), openedOn: row.text(6), touchedAt: row.int(7))
    }
    return CaseList(lines: Array(lines.prefix(linesPerPage)), hasMore: lines.count > linesPerPage, page: page)
  }
}
