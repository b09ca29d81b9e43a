/// JSON of a field: {"id", "label", "kind", "list"?, "columns"?, "help"?, "required"?, "national"?, "sensitive"?, "typed"?, "wide"?}.
/// Flags that are absent are false.
extension FormField: Codable {
  private enum Key: String, CodingKey {
    case id, label, kind, list, columns, help, required, national, sensitive, typed, wide
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func flag(_ key: Key) throws -> Bool { try container.decodeIfPresent(Bool.self, forKey: key) ?? false }
    self.init(
      id: try container.decode(String.self, forKey: .id), label: try container.decode(String.self, forKey: .label),
      kind: try Self.kind(container), help: try container.decodeIfPresent(String.self, forKey: .help),
      requiredAtComplete: try flag(.required), nationalReport: try flag(.national), sensitive: try flag(.sensitive),
      typed: try flag(.typed), wide: try flag(.wide)
    )
  }

  private static func kind(_ container: KeyedDecodingContainer<Key>) throws -> FieldKind {
    let name = try container.decode(String.self, forKey: .kind)
    if let plain = plainKinds[name] { return plain }
    switch name {
    case "choice": return .choice(list: try container.decode(String.self, forKey: .list))
    case "multiChoice": return .multiChoice(list: try container.decode(String.self, forKey: .list))
    case "rankedConcerns": return .rankedConcerns(list: try container.decode(String.self, forKey: .list))
    case "rows": return .rows(try container.decode([FormField].self, forKey: .columns))
    default: throw DecodingError.dataCorruptedError(forKey: .kind, in: container, debugDescription: "no such kind of field: \(name)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(label, forKey: .label)
    try container.encode(kind.name, forKey: .kind)
    try container.encodeIfPresent(kind.list, forKey: .list)
    if case .rows(let columns) = kind { try container.encode(columns, forKey: .columns) }
    try container.encodeIfPresent(help, forKey: .help)
    let flags: [(Key, Bool)] = [
      (.required, requiredAtComplete), (.national, nationalReport), (.sensitive, sensitive), (.typed, typed), (.wide, wide),
    ]
    for (key, value) in flags where value { try container.encode(true, forKey: key) }
  }

  private static let plainKinds: [String: FieldKind] = Dictionary(
    uniqueKeysWithValues: [FieldKind.text, .longText, .number, .date, .partialDate, .kana, .tel, .email, .flag, .staff, .agency].map {
      ($0.name, $0)
    })
}

extension FieldKind {
  /// The word used in JSON.
  public var name: String {
    switch self {
    case .text: "text"
    case .longText: "longText"
    case .number: "number"
    case .date: "date"
    case .partialDate: "partialDate"
    case .kana: "kana"
    case .tel: "tel"
    case .email: "email"
    case .flag: "flag"
    case .staff: "staff"
    case .agency: "agency"
    case .choice: "choice"
    case .multiChoice: "multiChoice"
    case .rankedConcerns: "rankedConcerns"
    case .rows: "rows"
    }
  }
}
