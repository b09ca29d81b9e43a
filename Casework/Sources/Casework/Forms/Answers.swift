/// 「回答」 One answer.
public enum AnswerValue: Hashable, Sendable {
  /// Text, long text, kana, telephone, e-mail.
  case text(String)
  case number(Int)
  case flag(Bool)
  case date(CivilDate)
  case partialDate(PartialDate)
  /// One code, with the words for 「その他」.
  case choice(code: String, other: String?)
  case choices(codes: [String], other: String?)
  case concerns(Concerns)
  case rows([Answers])
  case staff(StaffID)
  case agency(AgencyID)

  /// Nothing was answered: empty text, no rows, 不詳 is an answer.
  public var isBlank: Bool {
    switch self {
    case .text(let text): text.isBlank
    case .choice(let code, _): code.isEmpty
    case .choices(let codes, _): codes.isEmpty
    case .concerns(let concerns): concerns.codes.isEmpty
    case .rows(let rows): rows.allSatisfy(\.isBlank)
    case .number, .flag, .date, .partialDate, .staff, .agency: false
    }
  }

  /// The text of a text answer.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

/// 「回答一式」 Answers by field id.
public struct Answers: Hashable, Sendable {
  public var values: [String: AnswerValue]

  public init(_ values: [String: AnswerValue] = [:]) { self.values = values }

  public subscript(field: String) -> AnswerValue? {
    get { values[field] }
    set { values[field] = newValue }
  }

  public var isBlank: Bool { values.values.allSatisfy(\.isBlank) }
}

extension Answers: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, AnswerValue)...) {
    values = Dictionary(elements) { _, last in last }
  }
}

/// A plain JSON object: {"field id": {kind: value}}.
extension Answers: Codable {
  public init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: AnswerValue].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}
