import Casework
import Store

/// What the directory is narrowed to (「機関の絞り込み」).
struct DirectoryFilter: Sendable {
  var name = ""
  var kind = ""
  var field = ""
  var area = ""
  var takesReferrals = false
  /// Also those that have ended.
  var withEnded = false
  var page = 0
}

/// One line of the directory.
struct AgencyLine: Sendable {
  let id: AgencyID
  let name: String
  let kind: String
  /// Codes of C-16, in order.
  let fields: [String]
  let areas: String
  let phone: String
  let takesReferrals: Bool
  let confirmedOn: String?
  let possiblyEnded: Bool
  let endedOn: String?
}

struct AgencyList: Sendable {
  let lines: [AgencyLine]
  let total: Int
  /// Every area in use, for the filter.
  let areas: [String]
}

enum DirectoryQueries {
  static let linesPerPage = 50

  static func list(_ desk: Desk, _ filter: DirectoryFilter) throws -> AgencyList {
    let condition = condition(filter, today: desk.today.iso)
    let lines = try desk.reading.rows(
      """
      SELECT a.id, a.name, a.kind, (SELECT group_concat(field, ' ') FROM agency_field WHERE agency_id = a.id),
        (SELECT group_concat(area, '、') FROM agency_area WHERE agency_id = a.id), a.phone, a.takes_referrals, a.confirmed_on,
        a.possibly_ended, a.ended_on
      FROM agency a WHERE \(sql: condition) ORDER BY a.takes_referrals DESC, a.name_kana, a.name, a.id
      LIMIT \(linesPerPage) OFFSET \(max(0, filter.page) * linesPerPage)
      """
    ) { row in
      AgencyLine(
        id: row.id(0), name: row.text(1), kind: row.text(2), fields: (row.optionalText(3) ?? "").split(separator: " ").map(String.init),
        areas: row.optionalText(4) ?? "", phone: row.text(5), takesReferrals: row.bool(6), confirmedOn: row.optionalText(7),
        possiblyEnded: row.bool(8), endedOn: row.optionalText(9))
    }
    return AgencyList(
      lines: lines, total: try desk.reading.count("SELECT count(*) FROM agency a WHERE \(sql: condition)"), areas: try areas(desk))
  }

  static func areas(_ desk: Desk) throws -> [String] {
    try desk.reading.rows("SELECT DISTINCT area FROM agency_area ORDER BY area") { $0.text(0) }
  }

  private static func condition(_ filter: DirectoryFilter, today: String) -> SQL {
    var sql: SQL = "1 = 1"
    if !filter.withEnded { sql = sql + " AND (a.ended_on IS NULL OR a.ended_on >= \(today))" }
    let words = JapaneseText.folded(filter.name.trimmed).split(whereSeparator: \.isWhitespace)
    for word in words { sql = sql + " AND instr(a.name_folded, \(String(word))) > 0" }
    if !filter.kind.isEmpty { sql = sql + " AND a.kind = \(filter.kind)" }
    if !filter.field.isEmpty {
      sql = sql + " AND EXISTS (SELECT 1 FROM agency_field f WHERE f.agency_id = a.id AND f.field = \(filter.field))"
    }
    if !filter.area.isEmpty {
      sql = sql + " AND EXISTS (SELECT 1 FROM agency_area r WHERE r.agency_id = a.id AND r.area = \(filter.area))"
    }
    if filter.takesReferrals { sql = sql + " AND a.takes_referrals = 1" }
    return sql
  }
}
