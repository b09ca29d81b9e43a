import Casework
import Store

/// One line of the list of cases.
struct CaseLine: Sendable, ListedCase {
  let id: CaseFileID
  let number: String
  var label: String
  let kana: String
  let stage: ConsultationStage
  let inCharge: String
  let openedOn: String
  /// The agency that opened it; empty on the page, which does not show it.
  let openedBy: String
  let touchedAt: Int
  /// Who is named as in charge has left or moved.
  let isChargeGone: Bool

  var caseFile: CaseFileID { id }
  mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }
}

struct CaseList: Sendable {
  let lines: [CaseLine]
  let hasMore: Bool
  let filter: CaseListFilter
}

enum CaseListQueries {
  static let linesPerPage = 50

  /// The cases in reach, latest activity first unless asked otherwise. Without conditions it reads as many index entries as it shows.
  static func list(_ desk: Desk, _ scope: Scope, _ filter: CaseListFilter = CaseListFilter()) throws -> CaseList {
    let lines = try lines(desk, scope, filter, limit: linesPerPage + 1, offset: filter.page * linesPerPage, withOpener: false)
    return CaseList(lines: Array(lines.prefix(linesPerPage)), hasMore: lines.count > linesPerPage, filter: filter)
  }

  /// Every line under the same conditions, for a file.
  static func all(_ desk: Desk, _ scope: Scope, _ filter: CaseListFilter) throws -> [CaseLine] {
    try lines(desk, scope, filter, limit: -1, offset: 0, withOpener: true)
  }

  private static func lines(
    _ desk: Desk, _ scope: Scope, _ filter: CaseListFilter, limit: Int, offset: Int, withOpener: Bool
  ) throws -> [CaseLine] {
    let lines = try desk.reading.rows(statement(desk, scope, filter, limit: limit, offset: offset, withOpener: withOpener)) { row in
      CaseLine(
        id: row.id(0), number: row.text(1), label: row.text(2), kana: row.text(3),
        stage: ConsultationStage(rawValue: row.text(4)) ?? .received, inCharge: row.text(5), openedOn: row.text(6),
        openedBy: row.text(7), touchedAt: row.int(8), isChargeGone: row.bool(9))
    }
    return try desk.covered(lines)
  }

  /// One line for each case, whatever the number of grounds an agency holds on it.
  static func statement(
    _ desk: Desk, _ scope: Scope, _ filter: CaseListFilter, limit: Int, offset: Int, withOpener: Bool = false
  ) -> SQL {
    """
    SELECT c.id, c.number, c.label, coalesce(r.name_kana, ''), c.stage, coalesce(s.name, ''), c.opened_on, \
    \(raw: withOpener ? "(SELECT a.name FROM agency a WHERE a.id = c.opened_by)" : "''"), g.touched_at,
      coalesce(s.agency_id <> c.opened_by OR s.active_until < \(desk.today.iso), 0)
    FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
      LEFT JOIN resident r ON r.id = c.resident_id LEFT JOIN staff s ON s.id = c.in_charge
    WHERE \(sql: scope.grounds) AND g.is_first = 1 \(sql: conditions(desk, filter)) ORDER BY \(raw: order(filter)) LIMIT \(limit) OFFSET \(offset)
    """
  }

  private static func conditions(_ desk: Desk, _ filter: CaseListFilter) -> SQL {
    var sql: SQL =
      switch filter.range {
      case .all: ""
      case .section: "AND c.opened_by = \(desk.staff.agencyID)"
      case .mine: "AND c.in_charge = \(desk.staff.id)"
      }
    if let stage = filter.stage { sql = sql + " AND c.stage = \(stage.rawValue)" }
    if filter.isWithoutCharge { sql = sql + " AND \(sql: ChargeQueries.isWithoutCharge(desk.today))" }
    if let staff = filter.inCharge { sql = sql + " AND c.in_charge = \(staff)" }
    if !filter.number.isEmpty {
      let escaped = filter.number.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
      sql = sql + " AND c.number LIKE \("%\(escaped)%") ESCAPE '\\'"
    }
    return sql
  }

  private static func order(_ filter: CaseListFilter) -> String {
    switch (filter.order, filter.isAscending) {
    case (.touched, false): "g.touched_at DESC, g.case_file_id"
    case (.touched, true): "g.touched_at, g.case_file_id DESC"
    case (.number, false): "c.number DESC"
    case (.number, true): "c.number"
    case (.opened, false): "c.opened_on DESC, c.number DESC"
    case (.opened, true): "c.opened_on, c.number"
    }
  }
}
