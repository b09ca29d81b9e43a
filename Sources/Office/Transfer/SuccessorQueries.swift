import Casework
import Store

/// Somebody who may take over from a desk, with the name.
struct SuccessorChoice: Sendable {
  let successor: Successor
  let name: String
  /// Comes to the agency with a transfer that is still planned.
  let isComing: Bool

  var code: String { String(successor.staff.number) }
  var label: String { isComing ? "\(name)（異動で着任）" : name }
}

enum SuccessorQueries {
  /// Who works for `agency` on a day, by what is on record and what is planned, without the person who goes.
  static func choices(_ reading: Reading, at agency: AgencyID, on day: CivilDate, without leaver: StaffID) throws -> [SuccessorChoice] {
    let planned: SQL = "t.applied_at IS NULL AND t.cancelled_at IS NULL AND t.effective_on <= \(day.iso)"
    return try reading.rows(
      """
      SELECT st.id, st.name, 0, (SELECT group_concat(r.role, ' ') FROM staff_role r WHERE r.staff_id = st.id AND r.from_on <= \(day.iso)
          AND (r.until_on IS NULL OR r.until_on >= \(day.iso))), st.name_kana
      FROM staff st WHERE st.agency_id = \(agency) AND st.id <> \(leaver) AND st.active_from <= \(day.iso)
        AND (st.active_until IS NULL OR st.active_until >= \(day.iso))
        AND NOT EXISTS (SELECT 1 FROM mover m JOIN transfer t ON t.id = m.transfer_id WHERE m.staff_id = st.id AND \(sql: planned))
      UNION ALL
      SELECT st.id, st.name, 1, m.roles, st.name_kana FROM mover m JOIN transfer t ON t.id = m.transfer_id JOIN staff st ON st.id = m.staff_id
      WHERE m.to_agency = \(agency) AND st.id <> \(leaver) AND \(sql: planned)
      ORDER BY 5, 1
      """
    ) { row in
      SuccessorChoice(
        successor: Successor(staff: row.id(0), agency: agency, roles: roles(row.optionalText(3) ?? "")), name: row.text(1),
        isComing: row.bool(2))
    }
  }

  /// How somebody stands on a day, towards one case where it is given. An account that does not hold has no agency.
  static func standing(_ reading: Reading, _ staff: StaffID, on day: CivilDate, case file: CaseFileID?) throws -> (Successor, name: String)?
  {
    let isBarred = try file.map { try Self.isBarred(reading, staff, $0) } ?? false
    return try reading.first(
      """
      SELECT st.agency_id, st.active_from <= \(day.iso) AND (st.active_until IS NULL OR st.active_until >= \(day.iso)), st.name,
        (SELECT group_concat(r.role, ' ') FROM staff_role r WHERE r.staff_id = st.id AND r.from_on <= \(day.iso)
          AND (r.until_on IS NULL OR r.until_on >= \(day.iso)))
      FROM staff st WHERE st.id = \(staff)
      """
    ) { row in
      (
        Successor(
          staff: staff, agency: row.bool(1) ? row.id(0) : nil, roles: roles(row.optionalText(3) ?? ""), isBarred: isBarred), row.text(2)
      )
    }
  }

  /// The case must not exist for this person (支援措置).
  static func isBarred(_ reading: Reading, _ staff: StaffID, _ file: CaseFileID) throws -> Bool {
    try reading.exists(
      """
      SELECT 1 FROM case_file k JOIN resident q ON q.id = k.resident_id
        JOIN protection p ON p.resident_id = coalesce(q.same_as, q.id) AND p.ended_at IS NULL
        JOIN protection_bar b ON b.protection_id = p.id AND b.staff_id = \(staff)
      WHERE k.id = \(file)
      """)
  }

  static func roles(_ text: String) -> Set<Role> { Set(text.split(separator: " ").compactMap { Role(rawValue: String($0)) }) }
}
