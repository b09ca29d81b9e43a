import Casework
import Store

/// The only writer of `staff` and `staff_role`.
public enum StaffRecords {
  /// A person to be given an account (「職員の登録」).
  public struct Appointment: Sendable {
    public let agency: AgencyID
    /// Typed at sign-in; unique in the office.
    public let signInName: String
    public let name: String
    public let nameKana: String
    public let jobTitle: String
    public let roles: [Role]
    /// ISO date from which account and roles hold.
    public let from: String

    public init(
      agency: AgencyID, signInName: String, name: String, nameKana: String = "", jobTitle: String = "", roles: [Role], from: String
    ) {
      self.agency = agency
      self.signInName = signInName
      self.name = name
      self.nameKana = nameKana
      self.jobTitle = jobTitle
      self.roles = roles
      self.from = from
    }
  }

  /// Opens an account. `passwordHash` comes from ``PasswordHash``; the first password must be changed unless said otherwise.
  public static func appoint(
    _ writing: Writing, _ person: Appointment, passwordHash: String, mustChange: Bool = true
  ) throws -> StaffID {
    let id = StaffID(
      Int(
        try writing.insert(
          """
          INSERT INTO staff (agency_id, sign_in_name, name, name_kana, job_title, password_hash, must_change_password, active_from)
          VALUES (\(person.agency), \(person.signInName), \(person.name), \(person.nameKana), \(person.jobTitle), \(passwordHash),
            \(mustChange), \(person.from))
          """)))
    for role in person.roles {
      try writing.run("INSERT INTO staff_role (staff_id, role, from_on) VALUES (\(id), \(role.rawValue), \(person.from))")
    }
    return id
  }

  static func forgetFailures(_ writing: Writing, of staff: StaffID) throws {
    try writing.run("UPDATE staff SET failed_attempts = 0, locked_until = NULL WHERE id = \(staff)")
  }

  static func rememberFailure(_ writing: Writing, of staff: StaffID, lockedUntil: Int?) throws {
    try writing.run("UPDATE staff SET failed_attempts = failed_attempts + 1, locked_until = \(lockedUntil) WHERE id = \(staff)")
  }

  static func setPassword(_ writing: Writing, of staff: StaffID, hash: String, mustChange: Bool) throws {
    try writing.run(
      """
      UPDATE staff SET password_hash = \(hash), must_change_password = \(mustChange), failed_attempts = 0, locked_until = NULL,
        version = version + 1 WHERE id = \(staff)
      """)
  }
}
