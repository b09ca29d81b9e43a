import Casework
import Store

/// Accounts from the command line, through a named operator. Each act refuses what the screen refuses.
extension Office {
  /// What `tsunagi staff list` prints: one account a line, tab-separated.
  public func staffLines(withFormer: Bool, as operator: String) async throws -> [String] {
    let today = CivilDate.of(epochSeconds: clock()).iso
    return try await operate(as: `operator`, act: Act.seeStaff.rawValue, subject: "staff") { writing in
      try StaffQueries.list(writing.reading, agency: nil, withFormer: withFormer, today: today).map { line in
        let roles = line.roles.map(\.label).joined(separator: "、")
        let until = line.stoppedAt.map { "\(Wording.shortMoment($0))に停止" } ?? line.activeUntil.map { "\(Wording.shortDate($0))まで" } ?? ""
        return [line.signInName, line.name, line.agencyName, roles.isEmpty ? "役割なし" : roles, until].joined(separator: "\t")
      }
    }
  }

  /// Opens an account and gives back its temporary password.
  ///
  /// - Parameter agency: the agency's name in full, or its number.
  public func addStaff(
    signInName: String, name: String, agency: String, roles: [Role], as operator: String
  ) async throws -> String {
    if let problem = StaffInput.signInProblem(signInName) { throw CommandRefusal(problem) }
    guard !name.trimmed.isEmpty else { throw CommandRefusal("氏名を指定してください。") }
    guard !roles.isEmpty else { throw CommandRefusal("役割を1つ以上指定してください。") }
    if let conflict = Role.conflict(in: Set(roles)) { throw CommandRefusal(conflict) }
    let password = TemporaryPassword.fresh()
    let hash = try await passwordHash(of: password)
    let today = CivilDate.of(epochSeconds: clock()).iso
    try await operate(
      as: `operator`, act: Act.editStaff.rawValue, subject: "staff", detail: "add", naming: \StaffID.description
    ) { writing in
      guard try StaffQueries.id(writing.reading, signInName: signInName) == nil else {
        throw CommandRefusal("サインイン名「\(signInName)」はほかの人が使っています。別の名前にしてください。")
      }
      let found = try writing.rows(
        """
        SELECT id FROM agency WHERE (ended_on IS NULL OR ended_on >= \(today)) AND (name = \(agency) OR id = \(Int(agency) ?? 0))
        """, { $0.id(0) as AgencyID })
      guard let place = found.first, found.count == 1 else {
        throw CommandRefusal("機関「\(agency)」が見つかりません。機関の一覧にある名称をそのまま指定してください。")
      }
      return try StaffRecords.appoint(
        writing, .init(agency: place, signInName: signInName, name: name.trimmed, roles: roles, from: today), passwordHash: hash)
    }
    return password
  }

  /// Stops an account at once, and ends every session of it.
  public func disableStaff(signInName: String, as operator: String) async throws {
    let now = clock()
    let today = CivilDate.of(epochSeconds: now)
    try await operate(
      as: `operator`, act: Act.editStaff.rawValue, subject: "staff", detail: "disable", naming: \StaffID.description
    ) { writing in
      let id = try Self.staff(writing, signInName)
      do {
        try StaffRule.checkAdministratorStays(writing.reading, without: id, today: today.iso, field: "role")
      } catch is FieldErrors { throw CommandRefusal(StaffRule.lastAdministrator) }
      try StaffRecords.stop(writing, id, today: today, at: now)
      try SessionRecords.endAll(writing, of: id, at: now)
      return id
    }
  }

  /// Sets a temporary password, lifts a lock-out, ends every session, and gives the password back.
  public func resetPassword(signInName: String, as operator: String) async throws -> String {
    let password = TemporaryPassword.fresh()
    let hash = try await passwordHash(of: password)
    let now = clock()
    try await operate(
      as: `operator`, act: Act.editStaff.rawValue, subject: "staff", detail: "password reset", naming: \StaffID.description
    ) { writing in
      let id = try Self.staff(writing, signInName)
      try StaffRecords.setPassword(writing, of: id, hash: hash, mustChange: true)
      try SessionRecords.endAll(writing, of: id, at: now)
      return id
    }
    return password
  }

  /// Takes back somebody's second factor, ends every session, and leaves word for the person.
  public func resetSecondFactor(signInName: String, as operator: String) async throws {
    let now = clock()
    try await operate(
      as: `operator`, act: Act.editStaff.rawValue, subject: "staff", detail: "second factor reset", naming: \StaffID.description
    ) { writing in
      let id = try Self.staff(writing, signInName)
      guard try SecondFactorQueries.state(writing.reading, of: id) != nil else {
        throw CommandRefusal("\(signInName) は確認コードを設定していません。")
      }
      try SecondFactorActs.reset(writing, of: id, at: now)
      return id
    }
  }

  private static func staff(_ writing: Writing, _ signInName: String) throws -> StaffID {
    guard let id = try StaffQueries.id(writing.reading, signInName: signInName) else {
      throw CommandRefusal("サインイン名「\(signInName)」の職員はいません。tsunagi staff list で確かめてください。")
    }
    return id
  }
}

/// Why a command was not carried out, in a sentence for the operator.
public struct CommandRefusal: Error, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
