import Casework
import Store

/// One line of the list of staff.
struct StaffLine: Sendable {
  let id: StaffID
  let name: String
  let kana: String
  let jobTitle: String
  let signInName: String
  let agencyName: String
  /// Roles that hold today.
  let roles: [Role]
  let activeFrom: String
  let activeUntil: String?
  /// Seconds since 1970; the account was stopped at once then.
  let stoppedAt: Int?
  /// Seconds since 1970; nil or past when not locked.
  let lockedUntil: Int?
}

/// One member of staff for the page and the form.
struct StaffView: Sendable {
  let id: StaffID
  let person: StaffRecords.Appointment
  let agencyName: String
  /// Seconds since 1970; the account was stopped at once then.
  let stoppedAt: Int?
  let mustChangePassword: Bool
  let lockedUntil: Int?
  /// Sessions that have not been ended.
  let sessions: Int
  let hasSecondFactor: Bool
  let version: Int
  let roles: [RoleLine]

  struct RoleLine: Sendable {
    let role: Role
    let from: String
    let until: String?
  }
}

enum StaffQueries {
  static func passwordHash(_ desk: Desk, of staff: StaffID) throws -> String? {
    try desk.reading.first("SELECT password_hash FROM staff WHERE id = \(staff)") { $0.text(0) }
  }

  static func signInName(_ desk: Desk, of staff: StaffID) throws -> String {
    try desk.reading.first("SELECT sign_in_name FROM staff WHERE id = \(staff)") { $0.text(0) } ?? ""
  }

  static func id(_ reading: Reading, signInName: String) throws -> StaffID? {
    try reading.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) }
  }

  /// Everybody, by agency; one agency's people when given. People who have left come only when asked for.
  static func list(_ reading: Reading, agency: AgencyID?, withFormer: Bool, today: String) throws -> [StaffLine] {
    var condition: SQL = "1 = 1"
    if let agency { condition = condition + " AND st.agency_id = \(agency)" }
    if !withFormer { condition = condition + " AND (st.active_until IS NULL OR st.active_until >= \(today))" }
    return try reading.rows(
      """
      SELECT st.id, st.name, st.name_kana, st.job_title, st.sign_in_name, a.name, st.active_from, st.active_until, st.locked_until,
        (SELECT group_concat(r.role, ' ') FROM staff_role r
          WHERE r.staff_id = st.id AND r.from_on <= \(today) AND (r.until_on IS NULL OR r.until_on >= \(today))),
        st.stopped_at
      FROM staff st JOIN agency a ON a.id = st.agency_id WHERE \(sql: condition)
      ORDER BY a.is_programme_section DESC, a.name_kana, a.name, st.name_kana, st.id
      """
    ) { row in
      StaffLine(
        id: row.id(0), name: row.text(1), kana: row.text(2), jobTitle: row.text(3), signInName: row.text(4), agencyName: row.text(5),
        roles: (row.optionalText(9) ?? "").split(separator: " ").compactMap { Role(rawValue: String($0)) }, activeFrom: row.text(6),
        activeUntil: row.optionalText(7), stoppedAt: row.optionalInt(10), lockedUntil: row.optionalInt(8))
    }
  }

  static func view(_ reading: Reading, _ id: StaffID) throws -> StaffView? {
    let roles = try reading.rows("SELECT role, from_on, until_on FROM staff_role WHERE staff_id = \(id) ORDER BY from_on DESC, role") {
      (Role(rawValue: $0.text(0)), $0.text(1), $0.optionalText(2))
    }
    let sessions = try reading.count("SELECT count(*) FROM session WHERE staff_id = \(id) AND ended_at IS NULL")
    return try reading.first(
      """
      SELECT st.agency_id, st.sign_in_name, st.name, st.name_kana, st.job_title, st.active_from, st.active_until, a.name,
        st.must_change_password, st.locked_until, st.version, EXISTS (SELECT 1 FROM second_factor f WHERE f.staff_id = st.id),
        st.stopped_at
      FROM staff st JOIN agency a ON a.id = st.agency_id WHERE st.id = \(id)
      """
    ) { row in
      var person = StaffRecords.Appointment(
        agency: row.id(0), signInName: row.text(1), name: row.text(2), nameKana: row.text(3), jobTitle: row.text(4), roles: [],
        from: row.text(5))
      person.until = row.optionalText(6)
      return StaffView(
        id: id, person: person, agencyName: row.text(7), stoppedAt: row.optionalInt(12), mustChangePassword: row.bool(8),
        lockedUntil: row.optionalInt(9),
        sessions: sessions, hasSecondFactor: row.bool(11), version: row.int(10),
        roles: roles.compactMap { line in line.0.map { StaffView.RoleLine(role: $0, from: line.1, until: line.2) } })
    }
  }

  /// Somebody besides this person who can sign in and administer today. Without one the office would lock itself out.
  static func hasOtherAdministrator(_ reading: Reading, than staff: StaffID, today: String) throws -> Bool {
    try reading.exists(
      """
      SELECT 1 FROM staff_role r JOIN staff st ON st.id = r.staff_id
      WHERE r.role = \(Role.systemAdministrator.rawValue) AND st.id <> \(staff) AND r.from_on <= \(today) AND r.until_on IS NULL
        AND st.active_from <= \(today) AND st.active_until IS NULL
      """)
  }
}
