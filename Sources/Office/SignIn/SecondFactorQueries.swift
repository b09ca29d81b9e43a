import Casework
import Store

/// What is kept of a person's second factor.
struct SecondFactorState: Sendable {
  /// Seconds since 1970.
  let setAt: Int
  /// Recovery codes not used yet.
  let codesLeft: Int
}

enum SecondFactorQueries {
  static func state(_ reading: Reading, of staff: StaffID) throws -> SecondFactorState? {
    try reading.first(
      """
      SELECT set_at, (SELECT count(*) FROM recovery_code r WHERE r.staff_id = f.staff_id AND r.used_at IS NULL)
      FROM second_factor f WHERE staff_id = \(staff)
      """
    ) { SecondFactorState(setAt: $0.int(0), codesLeft: $0.int(1)) }
  }

  /// The sealed secret and the last step that was used.
  static func secret(_ reading: Reading, of staff: StaffID) throws -> (sealed: [UInt8], usedStep: Int)? {
    try reading.first("SELECT secret, used_step FROM second_factor WHERE staff_id = \(staff)") { ($0.bytes(0), $0.int(1)) }
  }
}
