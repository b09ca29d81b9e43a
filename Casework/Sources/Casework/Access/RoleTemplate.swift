/// 「役割のひな形」 The roles that go with one job, so that rights are set in bulk by job and not from memory.
///
/// Source: users.md §2 no. N8 (rights set in bulk by job type); reference §8.3.
public struct RoleTemplate: Hashable, Sendable, Codable {
  /// A short handle, unique in the municipality.
  public let key: String
  /// What the job is called here: 「地域包括の相談員」.
  public let name: String
  public let roles: [Role]

  public init(key: String, name: String, roles: [Role]) {
    self.key = key
    self.name = name
    self.roles = roles
  }

  /// What is wrong with it, or nothing. Who gives out accounts or reads the log does not work on cases by the same template (separate duties).
  public var problem: String? {
    if name.isBlank || roles.isEmpty { return "役割のひな形「\(key)」に名称か役割がありません。両方を書いてください。" }
    return Role.conflict(in: Set(roles)).map { "役割のひな形「\(name)」は使えません。\($0)" }
  }
}

/// 「付いている役割」 One role with its dates, as ISO days in Japan.
public struct HeldRole: Hashable, Sendable {
  public let role: Role
  public let from: CivilDate
  /// The last day; nothing while it goes on.
  public let until: CivilDate?

  public init(_ role: Role, from: CivilDate, until: CivilDate? = nil) {
    self.role = role
    self.from = from
    self.until = until
  }

  public func holds(on day: CivilDate) -> Bool { from <= day && until.map { $0 >= day } ?? true }
}

/// 「役割の入れ替え」 What it takes that from one day on somebody holds exactly the roles of a template.
///
/// Source: issue "Who may see what" (role templates by job, set in bulk).
public struct RoleChange: Hashable, Sendable {
  /// The day from which the new roles hold.
  public let day: CivilDate
  /// They end the day before; what had not begun by then is taken back whole.
  public let ended: [HeldRole]
  public let begun: [Role]
  public let kept: [Role]

  public init(held: [HeldRole], to roles: [Role], from day: CivilDate) {
    self.day = day
    let running = held.filter { $0.until.map { $0 >= day } ?? true }
    let stays = running.filter { $0.until == nil && $0.from <= day && roles.contains($0.role) }
    ended = running.filter { !stays.contains($0) }
    let staying = Set(stays.map(\.role))
    kept = roles.filter { staying.contains($0) }
    begun = roles.filter { !staying.contains($0) }
  }

  /// The last day of what ends.
  public var lastDay: CivilDate { day.adding(days: -1) }
  public var changesNothing: Bool { ended.isEmpty && begun.isEmpty }

  /// What is said to somebody who gives rights to oneself.
  public static let ownRoles = "自分の役割を自分だけで増やすことはできません。ほかのシステム管理者に設定を依頼してください。"

  /// Why this person may not make this change to this account, or nothing: nobody gives more rights to oneself alone.
  public func refusal(of staff: StaffID, by administrator: StaffID) -> String? {
    guard staff == administrator, !begun.isEmpty else { return nil }
    return RoleChange.ownRoles
  }
}
