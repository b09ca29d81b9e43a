/// 「守秘の確認文」 The words in which a member of a 支援会議 confirms the duty of secrecy, as they were in force from a day.
///
/// The penalty was 懲役 up to 2025-05-31 and is 拘禁刑 from 2025-06-01. The wording is the municipality's and comes as data.
/// Source: 社会福祉法106条の6; reference Annex B.
public struct Pledge: Hashable, Sendable, Codable {
  public let validFrom: CivilDate
  public let text: String

  public init(validFrom: CivilDate, text: String) {
    self.validFrom = validFrom
    self.text = text
  }

  /// The wording in force on a day; nil when none is.
  public static func text(on day: CivilDate, of versions: [Pledge]) -> String? {
    versions.filter { $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }?.text
  }
}
