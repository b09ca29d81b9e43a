extension PartialDate {
  /// What the database keeps: "1944-03-05", "1944-03", "1944", "age:80-89@2026-11-21" or "" for 不詳.
  public var stored: String {
    switch self {
    case .day(let date): date.iso
    case .month(let year, let month): "\(CivilDate.padded(year, to: 4))-\(CivilDate.padded(month, to: 2))"
    case .year(let year): CivilDate.padded(year, to: 4)
    case .aged(let ages, let on): "age:\(ages.lower)-\(ages.upper)@\(on.iso)"
    case .unknown: ""
    }
  }

  /// Reads what `stored` writes; nil for anything else.
  public init?(stored: String) {
    if stored.isEmpty {
      self = .unknown
    } else if let date = CivilDate(iso: stored) {
      self = .day(date)
    } else if stored.hasPrefix("age:") {
      guard let aged = Self.aged(stored.dropFirst(4)) else { return nil }
      self = aged
    } else {
      guard let partial = Self.yearOrMonth(Array(stored.utf8)) else { return nil }
      self = partial
    }
  }

  private static func aged(_ text: Substring) -> PartialDate? {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, let on = CivilDate(iso: String(halves[1])) else { return nil }
    let ages = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ages.count == 2, let lower = CivilDate.number(Array(ages[0].utf8)[...]), let upper = CivilDate.number(Array(ages[1].utf8)[...])
    else {
      return nil
    }
    return AgeRange(lower, upper).map { .aged($0, on: on) }
  }

  private static func yearOrMonth(_ bytes: [UInt8]) -> PartialDate? {
    guard bytes.count == 4 || bytes.count == 7, let year = CivilDate.number(bytes[0..<4]), (1...9999).contains(year) else { return nil }
    if bytes.count == 4 { return .year(year) }
    guard bytes[4] == UInt8(ascii: "-"), let month = CivilDate.number(bytes[5..<7]), (1...12).contains(month) else { return nil }
    return .month(year: year, month: month)
  }
}

extension PartialDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PartialDate(stored: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a partial date: \(text)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(stored)
  }
}
