import Casework
import Store

/// Somebody of the same agency who may be put in charge (「同じ機関の職員」).
struct Colleague: Sendable {
  let id: StaffID
  let name: String
}

enum ColleagueQueries {
  /// The roles are constants, so that the statement's text never changes; `+` keeps SQLite from probing once for each of them.
  private static let isCaseworker: SQL = {
    let names = Role.caseworkers.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
    return "+r.role IN (\(raw: names))"
  }()

  /// Those who work on cases and whose accounts hold today, by kana.
  static func all(_ desk: Desk) throws -> [Colleague] {
    try desk.reading.rows(
      """
      SELECT id, name FROM staff WHERE agency_id = \(desk.staff.agencyID) AND active_from <= \(desk.today.iso)
        AND (active_until IS NULL OR active_until >= \(desk.today.iso))
        AND EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = staff.id AND \(sql: isCaseworker)
          AND r.from_on <= \(desk.today.iso) AND (r.until_on IS NULL OR r.until_on >= \(desk.today.iso)))
      ORDER BY name_kana, id
      """
    ) { Colleague(id: $0.id(0), name: $0.text(1)) }
  }

  /// The colleague chosen on a form; nothing when the number is nobody's or of another agency.
  static func chosen(_ desk: Desk, _ number: String) throws -> Colleague? {
    try all(desk).first { String($0.id.number) == number }
  }
}
