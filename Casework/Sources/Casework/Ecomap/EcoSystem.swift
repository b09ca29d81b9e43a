/// 「エコマップの中の人・機関・資源」の番号 Stable over the versions of a map.
public struct SystemKey: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func agency(_ id: AgencyID) -> SystemKey { SystemKey(rawValue: "agency-\(id)") }

  /// Shorter first, so that 9 comes before 10.
  public static func < (a: SystemKey, b: SystemKey) -> Bool {
    (a.rawValue.utf8.count, a.rawValue) < (b.rawValue.utf8.count, b.rawValue)
  }
}

/// 「まわりの人・機関の種類」 Raw values are stored. Source: reference §11.4 (suggested system kinds [I]).
public enum SystemKind: String, CaseIterable, Sendable, Hashable, Codable {
  case relatives, friends, workplace, school, medical, mentalHealth, longTermCare, disability, administration, livelihood, justice
  case localActivity, hobby, welfareCommissioner, pet, net, other

  public var label: String {
    switch self {
    case .relatives: "親族"
    case .friends: "友人・近隣"
    case .workplace: "職場"
    case .school: "学校・保育"
    case .medical: "医療"
    case .mentalHealth: "精神保健"
    case .longTermCare: "介護"
    case .disability: "障害福祉"
    case .administration: "行政"
    case .livelihood: "生活困窮・社協"
    case .justice: "司法・警察"
    case .localActivity: "地域活動・居場所"
    case .hobby: "趣味・宗教"
    case .welfareCommissioner: "民生委員"
    case .pet: "ペット"
    case .net: "ネット"
    case .other: "その他"
    }
  }
}

/// 「関わりの近さ」 Nearer to the household is more involved. Raw values are stored. Source: reference §11.4.
public enum Closeness: Int, CaseIterable, Sendable, Hashable, Codable {
  case far = 1
  case middle, near

  public var label: String {
    switch self {
    case .far: "関わりが少ない"
    case .middle: "関わりがある"
    case .near: "関わりが多い"
    }
  }
}

/// 「まわりの人・機関・資源」 One circle around the household.
public struct EcoSystem: Hashable, Sendable, Codable {
  public let key: SystemKey
  public var label: String
  public var kind: SystemKind
  public var closeness: Closeness
  /// Set when it is a person whom the viewer's rights may hide.
  public var person: PersonKey?
  /// 「個人」 The label is somebody's name: only an initial leaves the house.
  public var isPerson: Bool

  public init(
    _ key: SystemKey, _ label: String, _ kind: SystemKind, _ closeness: Closeness = .middle, person: PersonKey? = nil,
    isPerson: Bool = false
  ) {
    self.key = key
    self.label = label
    self.kind = kind
    self.closeness = closeness
    self.person = person
    self.isPerson = isPerson || person != nil
  }
}
