/// JSON of an answer: an object whose key names its kind, so it reads back without the definition.
///
/// {"text": "…"}, {"number": 3}, {"flag": true}, {"date": "2026-11-21"}, {"partialDate": "1944"}, {"choice": "01", "other": "…"},
/// {"choices": ["01"], "other": "…"}, {"concerns": {…}}, {"rows": [{…}]}, {"staff": 1}, {"agency": 1}.
extension AnswerValue: Codable {
  private enum Key: String, CodingKey {
    case text, number, flag, date, partialDate, choice, choices, other, concerns, rows, staff, agency
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let other = try container.decodeIfPresent(String.self, forKey: .other)
    guard let key = container.allKeys.first(where: { $0 != .other }) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "an answer without a kind"))
    }
    switch key {
    case .text, .other: self = .text(try container.decode(String.self, forKey: .text))
    case .number: self = .number(try container.decode(Int.self, forKey: key))
    case .flag: self = .flag(try container.decode(Bool.self, forKey: key))
    case .date: self = .date(try container.decode(CivilDate.self, forKey: key))
    case .partialDate: self = .partialDate(try container.decode(PartialDate.self, forKey: key))
    case .choice: self = .choice(code: try container.decode(String.self, forKey: key), other: other)
    case .choices: self = .choices(codes: try container.decode([String].self, forKey: key), other: other)
    case .concerns: self = .concerns(try container.decode(Concerns.self, forKey: key))
    case .rows: self = .rows(try container.decode([Answers].self, forKey: key))
    case .staff: self = .staff(try container.decode(StaffID.self, forKey: key))
    case .agency: self = .agency(try container.decode(AgencyID.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try container.encode(text, forKey: .text)
    case .number(let number): try container.encode(number, forKey: .number)
    case .flag(let flag): try container.encode(flag, forKey: .flag)
    case .date(let date): try container.encode(date, forKey: .date)
    case .partialDate(let date): try container.encode(date, forKey: .partialDate)
    case .choice(let code, let other):
      try container.encode(code, forKey: .choice)
      try container.encodeIfPresent(other, forKey: .other)
    case .choices(let codes, let other):
      try container.encode(codes, forKey: .choices)
      try container.encodeIfPresent(other, forKey: .other)
    case .concerns(let concerns): try container.encode(concerns, forKey: .concerns)
    case .rows(let rows): try container.encode(rows, forKey: .rows)
    case .staff(let staff): try container.encode(staff, forKey: .staff)
    case .agency(let agency): try container.encode(agency, forKey: .agency)
    }
  }
}
