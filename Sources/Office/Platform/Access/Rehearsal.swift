import Casework
import Hummingbird
import Store

extension Office {
  /// A desk for a member of staff without a browser, inside a transaction (「見本のまちの机」).
  ///
  /// Only `SampleTown` may use it, to let its invented staff do invented work through the same records as real staff.
  /// Everything else comes in through a door.
  @_spi(SampleTown)
  public func seat(_ writing: Writing, staff: StaffID, act: Act, at now: Int, form: Fields = Fields()) throws -> WritingDesk {
    let today = CivilDate.of(epochSeconds: now)
    let member = try writing.reading.first(
      """
      SELECT st.id, st.name, st.agency_id, a.name, a.is_programme_section,
        (SELECT group_concat(r.role, ' ') FROM staff_role r WHERE r.staff_id = st.id)
      FROM staff st JOIN agency a ON a.id = st.agency_id WHERE st.id = \(staff)
      """
    ) { row in
      StaffMember(
        id: row.id(0), name: row.text(1), agencyID: row.id(2), agencyName: row.text(3),
        roles: Set((row.optionalText(5) ?? "").split(separator: " ").compactMap { Role(rawValue: String($0)) }),
        isProgrammeSection: row.bool(4), isBarred: false)
    }
    guard let member else { throw Denial() }
    let visit = Visit(
      act: act, office: self, request: Incoming(rehearsing: act.rawValue, form: form), tokenHash: nil, now: now, today: today)
    return WritingDesk(writing: writing, staff: member, visit: visit)
  }

  /// Ends a piece of rehearsed work with its audit entry, as a visit would.
  @_spi(SampleTown)
  public func conclude(_ desk: WritingDesk) throws { try AuditRecords.append(desk.writing, desk.entry(.done)) }
}
