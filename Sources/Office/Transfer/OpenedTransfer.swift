import Casework
import Store

/// A plan of 人事異動 that has been opened for one person (「開いた異動」), with what that person may see and do in it.
///
/// Only the check below makes one. It opens no case: what a case is called stays with who has a ground on it.
public struct OpenedTransfer: Sendable {
  public let id: TransferID
  public let transfer: Transfer
  public let plannedBy: String
  public let plannedAt: Int
  /// Seconds since 1970, of carrying out or cancelling.
  public let doneAt: Int?
  public let version: Int
  /// Answers for accounts: sees everybody in the plan, and of cases their numbers only.
  public let isAdministrator: Bool
  /// The agency whose people the viewer answers for.
  public let supervises: AgencyID?
  /// The day may be changed and the plan cancelled.
  public let mayManage: Bool

  fileprivate init(_ row: Row, desk: Desk) {
    id = row.id(0)
    let state: Transfer.State = row.isNull(2) ? (row.isNull(3) ? .planned : .cancelled) : .applied
    transfer = Transfer(effectiveOn: CivilDate(iso: row.text(1)) ?? .latest, state: state)
    plannedBy = row.text(4)
    plannedAt = row.int(5)
    doneAt = row.optionalInt(2) ?? row.optionalInt(3)
    version = row.int(6)
    isAdministrator = desk.staff.roles.contains(.systemAdministrator)
    supervises = desk.staff.roles.contains(.sectionSupervisor) ? desk.staff.agencyID : nil
    mayManage = isAdministrator || (row.id(7) == supervises && !row.bool(8))
  }

  /// Made on its own day: the server does not carry it out, somebody does.
  var waitsForHand: Bool { !transfer.runsByItself(plannedOn: CivilDate.of(epochSeconds: plannedAt)) }

  /// The people of the plan whom the viewer sees, as a condition on alias `m` of `mover`.
  var visibleMovers: SQL {
    if isAdministrator { return "m.transfer_id = \(id)" }
    return "(m.transfer_id = \(id) AND (m.from_agency = \(supervises) OR m.to_agency = \(supervises)))"
  }
}

extension Desk {
  /// Opens a plan for an administrator, or for who answers for a section that it concerns; or answers as if it did not exist.
  func openTransfer(_ id: TransferID) throws -> OpenedTransfer {
    let found = try reading.first(
      """
      SELECT t.id, t.effective_on, t.applied_at, t.cancelled_at, s.name, t.planned_at, t.version, t.agency_id,
        EXISTS (SELECT 1 FROM mover m WHERE m.transfer_id = t.id AND coalesce(m.from_agency, 0) <> \(staff.agencyID))
      FROM transfer t JOIN staff s ON s.id = t.planned_by WHERE t.id = \(id) AND \(sql: transfers)
      """
    ) { OpenedTransfer($0, desk: self) }
    guard let found else { throw denied("transfer \(id)") }
    note("transfer \(id)")
    return found
  }

  /// The plans in reach, as a condition on alias `t` of `transfer`.
  var transfers: SQL {
    if staff.roles.contains(.systemAdministrator) { return "1" }
    guard staff.roles.contains(.sectionSupervisor) else { return "0" }
    return """
      (t.agency_id = \(staff.agencyID) OR EXISTS (SELECT 1 FROM mover m WHERE m.transfer_id = t.id
        AND (m.from_agency = \(staff.agencyID) OR m.to_agency = \(staff.agencyID))))
      """
  }
}
