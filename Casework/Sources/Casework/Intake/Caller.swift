/// 「来談者」 Who brought the consultation: anyone, also without a name.
public struct Caller: Hashable, Sendable, Codable {
  public var kind: CallerKind
  /// Only when not the person; may stay empty.
  public var name: String?
  public var phone: String?
  /// 「留守電可」「家族に知られたくない」: how the caller may be reached.
  public var contactNote: String?

  public init(_ kind: CallerKind, name: String? = nil, phone: String? = nil, contactNote: String? = nil) {
    self.kind = kind
    self.name = name
    self.phone = phone
    self.contactNote = contactNote
  }
}

/// 「来談者と本人の関係」 Form 1-1 no. 13, with 支援関係機関, 民生委員, 近隣 added (reference §5.1).
public enum CallerKind: Hashable, Sendable, Codable {
  /// 「本人」
  case person
  /// 「家族」 with the relation to the person; nil when it was not said.
  case family(Relation?)
  /// 「支援関係機関」; the agency when it is registered.
  case agency(AgencyID?)
  /// 「民生委員・児童委員」
  case welfareCommissioner
  /// 「近隣」
  case neighbour
  /// 「知人・友人」
  case acquaintance
  /// 「匿名」 Nothing about the caller is asked.
  case anonymous
  case other(String)

  /// 「家族（母）」
  public var label: String {
    switch self {
    case .person: "本人"
    case .family(let relation): relation.map { "家族（\($0.label)）" } ?? "家族"
    case .agency: "支援関係機関"
    case .welfareCommissioner: "民生委員・児童委員"
    case .neighbour: "近隣"
    case .acquaintance: "知人・友人"
    case .anonymous: "匿名"
    case .other(let words): words.isBlank ? "その他" : "その他（\(words)）"
    }
  }

  /// The code of the list "caller-kind".
  public var code: String {
    switch self {
    case .person: "0"
    case .family: "1"
    case .agency: "3"
    case .welfareCommissioner: "4"
    case .neighbour: "5"
    case .acquaintance: "6"
    case .anonymous: "8"
    case .other: "2"
    }
  }

  /// From the code of the list "caller-kind" and what goes with it; nil for an unknown code.
  public init?(code: String, relation: Relation? = nil, agency: AgencyID? = nil, words: String = "") {
    switch code {
    case "0": self = .person
    case "1": self = .family(relation)
    case "2": self = .other(words)
    case "3": self = .agency(agency)
    case "4": self = .welfareCommissioner
    case "5": self = .neighbour
    case "6": self = .acquaintance
    case "8": self = .anonymous
    default: return nil
    }
  }
}
