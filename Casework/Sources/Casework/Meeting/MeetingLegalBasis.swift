/// 「情報共有の根拠」 The law that the sharing of one item rests on. The duty of secrecy follows the basis of the item, not of the sitting.
///
/// Source: reference §4.1, §4.5. Raw values are stored and never renamed.
public enum MeetingLegalBasis: String, CaseIterable, Sendable, Hashable, Codable {
  /// 「本人同意」
  case consent
  /// 「社会福祉法106条の6」
  case supportMeeting
  /// 「生活困窮者自立支援法9条」
  case livelihood
  /// 「生活保護法27条の3」 in force from 2025-04-01
  case publicAssistance
  /// 「介護保険法115条の48」
  case communityCare
  /// 「児童福祉法25条の2」
  case childProtection
  /// 「障害者総合支援法89条の3」
  case disabilityCouncil
  /// 「孤独・孤立対策推進法」
  case isolation

  public var label: String {
    switch self {
    case .consent: "本人同意"
    case .supportMeeting: "社会福祉法106条の6（支援会議）"
    case .livelihood: "生活困窮者自立支援法9条（支援会議）"
    case .publicAssistance: "生活保護法27条の3（調整会議）"
    case .communityCare: "介護保険法115条の48（地域ケア会議）"
    case .childProtection: "児童福祉法25条の2（要保護児童対策地域協議会）"
    case .disabilityCouncil: "障害者総合支援法89条の3（協議会）"
    case .isolation: "孤独・孤立対策推進法（孤独・孤立対策地域協議会）"
    }
  }

  /// What an item of a kind of meeting may rest on, the usual one first.
  public static func possible(for kind: MeetingKind) -> [MeetingLegalBasis] {
    switch kind {
    case .planning: [.consent]
    case .confidential: allCases.filter { $0 == .supportMeeting } + allCases.filter { ![.supportMeeting, .consent].contains($0) }
    case .caseConference, .network: allCases.filter { $0 != .supportMeeting }
    }
  }

  /// Sharing without the person's consent is allowed, under the duty of secrecy of that law.
  public var standsWithoutConsent: Bool { self != .consent }
}
