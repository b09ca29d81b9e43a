/// 「支援措置」 The protection of one person whose whereabouts must not reach a perpetrator: DV, ストーカー, 虐待 and the like.
///
/// It belongs to the person, not to a household or a case. It never ends by itself: when its last day passes it is looked at again, and goes on
/// until somebody ends it.
/// Source: reference §8.1 (DV・ストーカー・虐待 支援措置), R-81.
public struct Protection: Sendable, Equatable {
  /// Why the person is protected (「支援措置の種類」).
  public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
    case partnerViolence, stalking, childAbuse, elderAbuse, disabledAbuse, other

    public var label: String {
      switch self {
      case .partnerViolence: "配偶者などからの暴力（DV）"
      case .stalking: "ストーカー行為"
      case .childAbuse: "児童虐待"
      case .elderAbuse: "高齢者虐待"
      case .disabledAbuse: "障害者虐待"
      case .other: "その他これに準ずるもの"
      }
    }
  }

  /// How much is hidden (「隠す範囲」).
  public enum Level: String, CaseIterable, Sendable, Hashable, Codable {
    /// Address, contacts and the agencies that help this person.
    case contacts
    /// Also that this person belongs to a household, or is on record at all.
    case existence

    public var label: String {
      switch self {
      case .contacts: "住所・連絡先・関わる機関を隠す"
      case .existence: "世帯とのつながりを含め、いること自体を隠す"
      }
    }
  }

  public let level: Level
  /// The person from whom this one is protected, where he or she is on record.
  public let perpetrator: ResidentID?
  /// Agencies that need the address for their work.
  public let cleared: Set<AgencyID>
  /// Staff tied to the perpetrator, by blood or otherwise.
  public let barredStaff: Set<StaffID>
  /// Agencies tied to the perpetrator.
  public let barredAgencies: Set<AgencyID>

  public init(
    level: Level, perpetrator: ResidentID? = nil, cleared: Set<AgencyID> = [], barredStaff: Set<StaffID> = [],
    barredAgencies: Set<AgencyID> = []
  ) {
    self.level = level
    self.perpetrator = perpetrator
    self.cleared = cleared
    self.barredStaff = barredStaff
    self.barredAgencies = barredAgencies
  }

  /// Is this viewer tied to the perpetrator? Then the person's own case does not exist for him or her, whatever ground there is.
  public func bars(_ viewer: ActingStaff) -> Bool { barredStaff.contains(viewer.staff) || barredAgencies.contains(viewer.agency) }

  /// How much of the person this viewer may see within the case file of `principal`.
  ///
  /// In the perpetrator's own file nobody sees anything of the protected person, cleared or not: what is in that file may be disclosed to him.
  public func sight(of person: ResidentID, by viewer: ActingStaff, in principal: ResidentID?) -> PersonSight {
    let isTheirFile = principal == person
    if !bars(viewer), cleared.contains(viewer.agency), perpetrator == nil || perpetrator != principal { return .whole }
    return level == .existence && !isTheirFile ? .hidden : .withoutContacts
  }
}

/// How much of one person a viewer sees (「人の見え方」).
public enum PersonSight: String, CaseIterable, Sendable, Hashable {
  case whole
  /// Name and age; in place of address and contacts stands ``PersonSight/mask``.
  case withoutContacts
  /// Not at all, and nothing that hints at somebody missing.
  case hidden

  /// The one text that stands wherever something is kept back. It says nothing: not why, not how much.
  public static let mask = "（表示していません）"
}
