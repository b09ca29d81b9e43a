import Casework
import Store

extension StaffRecords {
  /// 「役割の入れ替え」 Ends what ends and begins what begins.
  static func change(_ writing: Writing, roles change: RoleChange, of staff: StaffID) throws {
    for held in change.ended {
      _ = try endRole(writing, held.role, of: staff, from: held.from.iso, lastDay: change.lastDay.iso)
    }
    for role in change.begun { try grant(writing, role, to: staff, from: change.day.iso, until: nil) }
  }

  /// 「離れる」 Ends every role and the account; roles that had not begun are taken back.
  static func leave(_ writing: Writing, _ staff: StaffID, lastDay: CivilDate) throws {
    try writing.run("DELETE FROM staff_role WHERE staff_id = \(staff) AND from_on > \(lastDay.iso)")
    try writing.run(
      "UPDATE staff_role SET until_on = \(lastDay.iso) WHERE staff_id = \(staff) AND (until_on IS NULL OR until_on > \(lastDay.iso))")
    try disable(writing, staff, lastDay: lastDay.iso)
  }

  /// 「移る」 The account belongs to another agency from now on.
  static func move(_ writing: Writing, _ staff: StaffID, to agency: AgencyID) throws {
    try writing.run("UPDATE staff SET agency_id = \(agency), version = version + 1 WHERE id = \(staff)")
  }

  /// The first day of an account that has not been used yet.
  static func begin(_ writing: Writing, _ staff: StaffID, on day: CivilDate) throws {
    try writing.run("UPDATE staff SET active_from = \(day.iso), version = version + 1 WHERE id = \(staff)")
  }
}
