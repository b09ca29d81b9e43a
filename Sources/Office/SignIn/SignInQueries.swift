import Casework
import Store

/// An account somebody wants to come in with.
struct SignInAccount: Sendable {
  let id: StaffID
  let agency: AgencyID
  let signInName: String
  let hash: String
  let failures: Int
  /// Seconds since 1970; 0 when it never was.
  let lockedUntil: Int
  let version: Int
  let hasFactor: Bool
  let isAdministrator: Bool
}

enum SignInQueries {
  /// The account of that name, if it may be used today.
  static func account(_ reading: Reading, name: String, today: String) throws -> SignInAccount? {
    try account(reading, "st.sign_in_name = \(name)", today)
  }

  static func account(_ reading: Reading, id: StaffID, today: String) throws -> SignInAccount? {
    try account(reading, "st.id = \(id)", today)
  }

  /// The person has come in before, but never from there.
  static func isNewPlace(_ reading: Reading, _ staff: StaffID, remote: String) throws -> Bool {
    guard try reading.exists("SELECT 1 FROM session WHERE staff_id = \(staff)") else { return false }
    return try !reading.exists("SELECT 1 FROM session WHERE staff_id = \(staff) AND remote = \(remote)")
  }

  private static func account(_ reading: Reading, _ condition: SQL, _ today: String) throws -> SignInAccount? {
    try reading.first(
      """
      SELECT st.id, st.agency_id, st.sign_in_name, st.password_hash, st.failed_attempts, coalesce(st.locked_until, 0), st.version,
        EXISTS (SELECT 1 FROM second_factor f WHERE f.staff_id = st.id),
        EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = st.id AND r.role = \(Role.systemAdministrator.rawValue)
          AND r.from_on <= \(today) AND (r.until_on IS NULL OR r.until_on >= \(today)))
      FROM staff st
      WHERE \(sql: condition) AND st.active_from <= \(today) AND (st.active_until IS NULL OR st.active_until >= \(today))
      """
    ) { row in
      SignInAccount(
        id: row.id(0), agency: row.id(1), signInName: row.text(2), hash: row.text(3), failures: row.int(4), lockedUntil: row.int(5),
        version: row.int(6), hasFactor: row.bool(7), isAdministrator: row.bool(8))
    }
  }
}
