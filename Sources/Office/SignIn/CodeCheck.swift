import Casework
import Store

/// 「確認コードの照合」 Looks whether a typed code is right, and uses it up in the same transaction.
enum CodeCheck {
  enum Finding: Sendable {
    case code, recoveryCode, wrong
    /// The secret was sealed with another key than the one in the data folder.
    case unreadable
  }

  static func purpose(of staff: StaffID) -> String { "second_factor \(staff.number)" }

  static func use(_ writing: Writing, _ key: DoorKey, staff: StaffID, typed: String, at now: Int) throws -> Finding {
    guard let kept = try SecondFactorQueries.secret(writing.reading, of: staff) else { return .wrong }
    // Recovery codes do not need the key, so a lost key locks nobody out who kept theirs.
    if RecoveryCode.plain(typed).count > 6 {
      return try SecondFactorRecords.useCode(writing, typed, of: staff, at: now) ? .recoveryCode : .wrong
    }
    let secret: [UInt8]
    do { secret = try key.unseal(kept.sealed, for: purpose(of: staff)) } catch is DoorKey.Unreadable { return .unreadable }
    guard let step = OneTimeCode(secret: secret).step(of: typed, at: now, after: kept.usedStep) else { return .wrong }
    try SecondFactorRecords.use(writing, of: staff, step: step)
    return .code
  }
}
