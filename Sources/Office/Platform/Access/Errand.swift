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
      SELECT \(sql: StaffMember.columns(on: today.iso)) FROM staff st JOIN agency a ON a.id = st.agency_id
      WHERE st.id = \(staff) AND \(sql: StaffMember.isActive(on: today.iso))
      """
    ) { StaffMember($0) }
    guard let member, Access.verdict(act, roles: member.roles) == .allowed else { throw Denial(subject: "errand \(act.rawValue)") }
    let request = Incoming(rehearsing: act.rawValue, form: Fields(), id: "errand")
    return Desk(
      reading: reading, staff: member, visit: Visit(act: act, office: self, request: request, tokenHash: nil, now: now, today: today))
  }
}
