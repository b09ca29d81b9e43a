import Casework
import Store

/// Work that goes on for a member of staff after the answer has been sent (「後から仕上げる仕事」).
extension Office {
  /// The desk of who started it, as it is now: somebody who has left, or lost the role, has none any more. Throws ``Denial`` then.
  ///
  /// What is opened at it is checked and veiled as at any other desk. Whoever calls this appends the entry of the desk to the audit log.
  func errand(_ reading: Reading, for staff: StaffID, act: Act, at now: Int) throws -> Desk {
    let today = CivilDate.of(epochSeconds: now)
    let member = try reading.first(
      """
      SELECT st.id, st.name, st.agency_id, a.name, a.is_programme_section,
        (SELECT group_concat(r.role, ' ') FROM staff_role r
          WHERE r.staff_id = st.id AND r.from_on <= \(today.iso) AND (r.until_on IS NULL OR r.until_on >= \(today.iso))),
        EXISTS (SELECT 1 FROM protection_bar b WHERE b.staff_id = st.id OR b.agency_id = st.agency_id)
      FROM staff st JOIN agency a ON a.id = st.agency_id
      WHERE st.id = \(staff) AND st.active_from <= \(today.iso) AND (st.active_until IS NULL OR st.active_until >= \(today.iso))
      """
    ) { row in
      StaffMember(
        id: row.id(0), name: row.text(1), agencyID: row.id(2), agencyName: row.text(3),
        roles: Set((row.optionalText(5) ?? "").split(separator: " ").compactMap { Role(rawValue: String($0)) }),
        isProgrammeSection: row.bool(4), isBarred: row.bool(6))
    }
    guard let member, Access.verdict(act, roles: member.roles) == .allowed else { throw Denial(subject: "errand \(act.rawValue)") }
    let request = Incoming(rehearsing: act.rawValue, form: Fields(), id: "errand")
    return Desk(
      reading: reading, staff: member, visit: Visit(act: act, office: self, request: request, tokenHash: nil, now: now, today: today))
  }
}
