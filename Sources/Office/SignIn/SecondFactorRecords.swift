import Casework
import Store

/// The only writer of `second_factor` and `recovery_code`.
enum SecondFactorRecords {
  /// Sets up a second factor in place of an earlier one.
  ///
  /// - Parameters:
  ///   - secret: sealed.
  ///   - step: the step whose code proved that the app works; it is used thereby.
  static func set(_ writing: Writing, of staff: StaffID, secret: [UInt8], step: Int, at now: Int) throws {
    try writing.run(
      """
      INSERT INTO second_factor (staff_id, secret, used_step, set_at) VALUES (\(staff), \(secret), \(step), \(now))
      ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret, used_step = excluded.used_step, set_at = excluded.set_at
      """)
  }

  static func use(_ writing: Writing, of staff: StaffID, step: Int) throws {
    try writing.run("UPDATE second_factor SET used_step = \(step) WHERE staff_id = \(staff)")
  }

  /// Gives new recovery codes; the earlier ones are void.
  static func giveCodes(_ writing: Writing, _ codes: [String], to staff: StaffID) throws {
    try writing.run("DELETE FROM recovery_code WHERE staff_id = \(staff)")
    for code in codes {
      try writing.run("INSERT INTO recovery_code (staff_id, code_hash) VALUES (\(staff), \(RecoveryCode.hash(code, of: staff)))")
    }
  }

  /// False when no unused code is that.
  static func useCode(_ writing: Writing, _ typed: String, of staff: StaffID, at now: Int) throws -> Bool {
    try writing.run(
      """
      UPDATE recovery_code SET used_at = \(now)
      WHERE staff_id = \(staff) AND code_hash = \(RecoveryCode.hash(typed, of: staff)) AND used_at IS NULL
      """) == 1
  }

  static func remove(_ writing: Writing, of staff: StaffID) throws {
    try writing.run("DELETE FROM second_factor WHERE staff_id = \(staff)")
    try writing.run("DELETE FROM recovery_code WHERE staff_id = \(staff)")
  }
}
