import Casework
import Store

/// One person whose roles are to be set, with the roles now.
struct RoleSetPerson: Sendable {
  let id: StaffID
  let name: String
  let agencyName: String
  /// Those that hold or are to come.
  let held: [HeldRole]

  /// The roles as one text, to notice that somebody else changed them.
  var mark: String { held.map { "\($0.role.rawValue):\($0.from.iso):\($0.until?.iso ?? "")" }.joined(separator: " ") }
}

enum RoleSetQueries {
  static func people(_ reading: Reading, _ ids: [StaffID], today: CivilDate) throws -> [RoleSetPerson] {
    let held = try reading.rows(
      """
      SELECT staff_id, role, from_on, until_on FROM staff_role
      WHERE staff_id IN \(list: ids) AND (until_on IS NULL OR until_on >= \(today.iso)) ORDER BY staff_id, from_on, role
      """
    ) { row in
      (staff: row.id(0) as StaffID, role: Role(rawValue: row.text(1)), from: row.text(2), until: row.optionalText(3))
    }
    return try reading.rows(
      """
      SELECT st.id, st.name, a.name FROM staff st JOIN agency a ON a.id = st.agency_id
      WHERE st.id IN \(list: ids) ORDER BY a.name_kana, a.name, st.name_kana, st.id
      """
    ) { row in
      let id: StaffID = row.id(0)
      return RoleSetPerson(
        id: id, name: row.text(1), agencyName: row.text(2),
        held: held.filter { $0.staff == id }.compactMap { line in
          guard let role = line.role, let from = CivilDate(iso: line.from) else { return nil }
          return HeldRole(role, from: from, until: line.until.flatMap(CivilDate.init(iso:)))
        })
    }
  }

  /// Is there anybody who administers on a day and goes on doing so?
  static func hasAdministrator(_ reading: Reading, on day: CivilDate) throws -> Bool {
    try reading.exists(
      """
      SELECT 1 FROM staff_role r JOIN staff st ON st.id = r.staff_id
      WHERE r.role = \(Role.systemAdministrator.rawValue) AND r.from_on <= \(day.iso) AND (r.until_on IS NULL OR r.until_on >= \(day.iso))
        AND st.active_from <= \(day.iso) AND (st.active_until IS NULL OR st.active_until >= \(day.iso))
      """)
  }
}
