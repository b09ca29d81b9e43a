import Casework
import Store

/// Who may change whose account (「職員の登録の決まり」).
enum StaffRule {
  /// Somebody who sits at an administrator's open screen must not get rid of what protects it.
  static let ownFactor = "自分の確認コードは、ここでは取り消せません。「確認コードの設定」の画面で設定し直すか、ほかの管理者に依頼してください。"

  static let lastAdministrator = "システム管理者がいなくなるため、この変更はできません。先に、ほかの人をシステム管理者にしてください。"

  /// Refuses any role that an administrator gives themself, and one that the person may not hold beside the others.
  static func checkGrant(_ reading: Reading, _ input: RoleInput, to staff: StaffID, by administrator: StaffMember, today: CivilDate) throws
  {
    let held = try RoleSetQueries.people(reading, [staff], today: today).first?.held ?? []
    let beside = held.filter { role in
      role.until.map { $0 >= input.from } ?? true && input.until.map { role.from <= $0 } ?? true
    }
    let refusal = staff == administrator.id ? RoleChange.ownRoles : Role.conflict(in: Set(beside.map(\.role) + [input.role]))
    if let refusal { throw FieldErrors([FieldProblem("role", refusal)], staff: administrator) }
  }

  /// Refuses to end the account or the role of the last administrator.
  static func checkAdministratorStays(_ reading: Reading, without staff: StaffID, today: String, field: String) throws {
    let view = try StaffQueries.view(reading, staff)
    let administers = view?.roles.contains { line in
      line.role == .systemAdministrator && line.from <= today && (line.until.map { $0 >= today } ?? true)
    }
    guard administers == true, try !StaffQueries.hasOtherAdministrator(reading, than: staff, today: today) else { return }
    throw FieldErrors([FieldProblem(field, lastAdministrator)])
  }
}
