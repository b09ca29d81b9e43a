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
    /// ISO date of the last day; nil while the person works here.
    public var until: String?

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

  /// Opens an account. `passwordHash` comes from ``Office/passwordHash(of:)``; the first password must be changed unless said otherwise.
  public static func appoint(
    _ writing: Writing, _ person: Appointment, passwordHash: String, mustChange: Bool = true
  ) throws -> StaffID {
    let id = StaffID(
      Int(
        try writing.insert(
          """
          INSERT INTO staff (agency_id, sign_in_name, name, name_kana, job_title, password_hash, must_change_password, active_from,
            active_until)
          VALUES (\(person.agency), \(person.signInName), \(person.name), \(person.nameKana), \(person.jobTitle), \(passwordHash),
            \(mustChange), \(person.from), \(person.until))
          """)))
    for role in person.roles { try grant(writing, role, to: id, from: person.from, until: nil) }
    return id
  }

  /// Puts new facts in place of the old ones. False when somebody else changed the account since `version`; nothing is written then.
  static func change(_ writing: Writing, _ id: StaffID, to person: Appointment, version: Int) throws -> Bool {
    try writing.run(
      """
      UPDATE staff SET agency_id = \(person.agency), sign_in_name = \(person.signInName), name = \(person.name),
        name_kana = \(person.nameKana), job_title = \(person.jobTitle), active_from = \(person.from), active_until = \(person.until),
        stopped_at = CASE WHEN active_until IS \(person.until) THEN stopped_at END, version = version + 1
      WHERE id = \(id) AND version = \(version)
      """) == 1
  }

  /// Gives a role from one day to another; a role given twice from the same day is given once.
  static func grant(_ writing: Writing, _ role: Role, to staff: StaffID, from: String, until: String?) throws {
    try writing.run(
      """
      INSERT INTO staff_role (staff_id, role, from_on, until_on) VALUES (\(staff), \(role.rawValue), \(from), \(until))
      ON CONFLICT (staff_id, role, from_on) DO UPDATE SET until_on = excluded.until_on
      """)
  }

  /// Ends a role; that it was held stays on record. A role that had not begun yet is taken back whole.
  static func endRole(_ writing: Writing, _ role: Role, of staff: StaffID, from: String, lastDay: String) throws -> Bool {
    if from > lastDay {
      return try writing.run("DELETE FROM staff_role WHERE staff_id = \(staff) AND role = \(role.rawValue) AND from_on = \(from)") == 1
    }
    return try writing.run(
      """
      UPDATE staff_role SET until_on = \(lastDay) WHERE staff_id = \(staff) AND role = \(role.rawValue) AND from_on = \(from)
        AND (until_on IS NULL OR until_on > \(lastDay))
      """) == 1
  }

  /// Ends the account: the last day of work is `lastDay`.
  static func disable(_ writing: Writing, _ staff: StaffID, lastDay: String) throws {
    try writing.run("UPDATE staff SET active_until = \(lastDay), stopped_at = NULL, version = version + 1 WHERE id = \(staff)")
  }

  /// 「停止する」 Ends the account at once: the last whole day of use is the day before, and the moment is kept. False for an account that
  /// had ended already: since when it cannot be used is never rewritten.
  @discardableResult
  static func stop(_ writing: Writing, _ staff: StaffID, today: CivilDate, at now: Int) throws -> Bool {
    try writing.run(
      """
      UPDATE staff SET active_until = \(today.adding(days: -1).iso), stopped_at = \(now), version = version + 1
      WHERE id = \(staff) AND (active_until IS NULL OR active_until >= \(today.iso))
      """) == 1
  }
}

extension StaffRecords {
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
