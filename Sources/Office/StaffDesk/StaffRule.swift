import Casework
import Store

/// Who may change whose account (「職員の登録の決まり」).
enum StaffRule {
  /// Separate duties: whoever gives out accounts does not open case files by giving it to themselves.
  static let ownRole = "自分に相談・支援の役割を付けることはできません。ほかの管理者に依頼してください。"

  /// Somebody who sits at an administrator's open screen must not get rid of what protects it.
  static let ownFactor = "自分の確認コードは、ここでは取り消せません。「確認コードの設定」の画面で設定し直すか、ほかの管理者に依頼してください。"

  static let lastAdministrator = "システム管理者がいなくなるため、この変更はできません。先に、ほかの人をシステム管理者にしてください。"

  /// Refuses a caseworker's role that an administrator gives themself.
  static func checkGrant(_ role: Role, to staff: StaffID, by administrator: StaffID) throws {
    guard staff == administrator, Role.caseworkers.contains(role) else { return }
    throw FieldErrors([FieldProblem("role", ownRole)])
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
