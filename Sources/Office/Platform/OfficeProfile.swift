import Casework
import Municipalities
import Store

extension Office {
  /// The profile that the office was founded with (「自治体プロファイル」). Profiles are read once; here only the name is looked up.
  static func profile(_ reading: Reading) throws -> Profile {
    let name = try reading.first("SELECT profile FROM office WHERE id = 1") { $0.text(0) }
    return try Municipalities.profile(named: name ?? "")
  }
}

extension Desk {
  /// The profile of the municipality whose office this is: its meetings, its criteria, its wording.
  func profile() throws -> Profile { try Office.profile(reading) }

  /// 「見本市」 The municipality, as its papers name it.
  func municipality() throws -> String { try profile().municipality }

  /// 「会議体」
  func meetingBodies() throws -> [MeetingBody] { try profile().meetingBodies }

  /// 「多機関協働へつなぐ目安」
  func referralChecklist() throws -> [ReferralCriterion] { try profile().referralChecklist }

  /// 「守秘の確認文」 in force on a day.
  func pledgeText(on day: CivilDate) throws -> String? { Pledge.text(on: day, of: try profile().pledges) }

  /// 「保存区分」 of the municipality.
  func retentionClasses() throws -> [RetentionClass] { try profile().retention }

  /// The names of agencies by the keys of the profile.
  func agencyNames(_ keys: [String]) throws -> [String] {
    let agencies = try profile().agencies
    return keys.compactMap { key in agencies.first { $0.key == key }?.name }
  }
}

extension Desk {
  /// 「役割のひな形」 of this municipality, by job.
  func roleTemplates() throws -> [RoleTemplate] { try profile().roleTemplates }
}
