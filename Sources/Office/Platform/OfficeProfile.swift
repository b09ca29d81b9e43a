import Municipalities
import Store

extension Desk {
  /// The profile of the municipality whose office this is (「自治体プロファイル」): its meetings, its criteria, its wording.
  ///
  /// Profiles are read once; here only the name is looked up.
  func profile() throws -> Profile { try Office.profile(reading) }
}

extension Office {
  /// The profile that the office was founded with.
  static func profile(_ reading: Reading) throws -> Profile {
    let name = try reading.first("SELECT profile FROM office WHERE id = 1") { $0.text(0) }
    return try Municipalities.profile(named: name ?? "")
  }
}
