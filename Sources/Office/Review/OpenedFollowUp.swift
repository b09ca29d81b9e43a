import Casework
import Store

/// A follow-up opened for one person who may read the case's 多機関協働 (「開いたフォローアップ」). Only the check below makes one.
struct OpenedFollowUp: Sendable {
  let id: FollowUpID
  let coordination: OpenedCoordination
  let agency: AgencyID
  let agencyName: String
  let dueOn: CivilDate
  let how: String
  let doneOn: CivilDate?
  let words: String
  let staffName: String
  /// The viewer's agency looks after it: who planned it, who coordinates, who is main supporter.
  let mayRecord: Bool

  var isDone: Bool { doneOn != nil }

  fileprivate init(_ row: Row, _ coordination: OpenedCoordination, staff: StaffMember) {
    id = row.id(0)
    self.coordination = coordination
    agency = row.id(1)
    agencyName = row.text(2)
    dueOn = CivilDate(iso: row.text(3)) ?? .latest
    how = row.text(4)
    doneOn = row.optionalText(5).flatMap(CivilDate.init(iso:))
    words = row.text(6)
    staffName = row.text(7)
    mayRecord = agency == staff.agencyID || coordination.isCoordinator || coordination.sides.contains(.lead)
  }

  /// The side from which the viewer may reopen the case; nothing where it is not closed or not theirs to reopen.
  var reopeningSide: CoordinationSide? {
    [.coordinator, .lead, .town].first {
      coordination.sides.contains($0) && Coordination.availableActs(coordination.stage, side: $0).contains(.reopen)
    }
  }
}

extension Desk {
  func openFollowUp(_ id: FollowUpID) throws -> OpenedFollowUp {
    let of = try reading.first("SELECT coordination_id FROM follow_up WHERE id = \(id)") { $0.id(0) as CoordinationID }
    guard let of else { throw denied("follow-up \(id)") }
    let coordination = try openCoordination(of)
    let found = try reading.first(
      """
      SELECT f.id, f.agency_id, a.name, f.due_on, f.how, f.done_on, f.words, coalesce(s.name, '')
      FROM follow_up f JOIN agency a ON a.id = f.agency_id LEFT JOIN staff s ON s.id = f.staff_id WHERE f.id = \(id)
      """
    ) { OpenedFollowUp($0, coordination, staff: staff) }
    guard let found else { throw denied("follow-up \(id)") }
    note("follow-up \(id)", caseFile: coordination.file.id)
    return found
  }
}
