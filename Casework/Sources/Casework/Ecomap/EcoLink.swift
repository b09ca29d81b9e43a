/// 「線の種類」 How the relation is. Raw values are stored. Source: reference §11.4; combinations are legal.
public enum BondKind: String, CaseIterable, Sendable, Hashable, Codable {
  case strong, ordinary, weak, stressful, strongStressful, cutOff

  public var label: String {
    switch self {
    case .strong: "強い・よい関係"
    case .ordinary: "ふつうの関係"
    case .weak: "弱い関係"
    case .stressful: "ストレス・対立のある関係"
    case .strongStressful: "密だがストレスのある関係"
    case .cutOff: "切れている関係"
    }
  }
}

/// 「矢印」 Where support, energy or interest flows; independent of the kind of the line (reference §11.4).
public enum EcoFlow: String, CaseIterable, Sendable, Hashable, Codable {
  case none, forward, backward, mutual

  public var label: String {
    switch self {
    case .none: "矢印なし"
    case .forward: "こちらから働きかけ"
    case .backward: "むこうから働きかけ"
    case .mutual: "互いに働きかけ"
    }
  }
}

/// 「エコマップの線」 From the household, or from another system, to a system.
public struct EcoLink: Hashable, Sendable, Codable {
  /// Nil: from the household.
  public var from: SystemKey?
  public var to: SystemKey
  public var kind: BondKind
  public var flow: EcoFlow
  /// 「週２回訪問」 Stands at the line.
  public var words: String?
  /// Only one member of the household is meant.
  public var member: PersonKey?

  public init(
    _ to: SystemKey, _ kind: BondKind = .ordinary, _ flow: EcoFlow = .none, from: SystemKey? = nil, words: String? = nil,
    member: PersonKey? = nil
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.flow = flow
    self.words = words
    self.member = member
  }

  /// The same line in two versions: it joins the same.
  var joins: [String] { [from?.rawValue ?? "", to.rawValue, member?.rawValue ?? ""] }
}
