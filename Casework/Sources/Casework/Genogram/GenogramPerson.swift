/// 「ジェノグラムの人の形」 What the symbol stands for. Raw values are stored.
///
/// Source: reference §11.1 (pregnancy, miscarriage, stillbirth, abortion; unknown number of siblings).
public enum PersonForm: String, CaseIterable, Sendable, Hashable, Codable {
  case person, pregnancy, miscarriage, stillbirth, termination, unknownNumber

  public var label: String {
    switch self {
    case .person: "人"
    case .pregnancy: "妊娠中"
    case .miscarriage: "流産"
    case .stillbirth: "死産"
    case .termination: "人工妊娠中絶"
    case .unknownNumber: "人数のわからないきょうだい"
    }
  }
}

/// 「ジェノグラムの印」 What is said about a person beside who he or she is. Raw values are stored.
///
/// Source: reference §11.1 (本人, key person, non-family; unknown: only that there is such a person).
public enum PersonMark: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
  case subject, keyPerson, unknown, nonFamily

  public var label: String {
    switch self {
    case .subject: "本人"
    case .keyPerson: "キーパーソン"
    case .unknown: "どなたかわからない"
    case .nonFamily: "家族ではない人"
    }
  }

  public static func < (a: PersonMark, b: PersonMark) -> Bool { a.rawValue < b.rawValue }
}

/// 「ジェノグラムの人」 One symbol: who, and what stands under it.
///
/// Source: reference §11.1, §11.2 (under the symbol: name, age or birth year, job, illness, place of residence).
public struct GenogramPerson: Hashable, Sendable, Codable {
  public let key: PersonKey
  public var form: PersonForm
  public var sex: Sex
  /// Nil: not known, or not to be shown.
  public var name: String?
  /// 「長男」 How he or she stands to 本人, in the family's words.
  public var relation: String?
  public var birth: PartialDate
  /// Nil: living, as far as anyone knows. `unknown`: dead, nobody knows since when.
  public var death: PartialDate?
  public var marks: Set<PersonMark>
  /// 「無職」「糖尿病」「Y市」: lines under the symbol.
  public var notes: [String]
  /// Generations above 本人 (+) or below (−), used only where no line tells it.
  public var generation: Int?

  public init(
    _ key: PersonKey, _ sex: Sex, name: String? = nil, relation: String? = nil, birth: PartialDate = .unknown, death: PartialDate? = nil,
    marks: Set<PersonMark> = [], notes: [String] = [], form: PersonForm = .person, generation: Int? = nil
  ) {
    self.key = key
    self.form = form
    self.sex = sex
    self.name = name
    self.relation = relation
    self.birth = birth
    self.death = death
    self.marks = marks
    self.notes = notes
    self.generation = generation
  }

  public var isDead: Bool { death != nil }

  /// 「82歳」 On a day, or at death; nil when unknown.
  public func age(on date: CivilDate) -> AgeRange? {
    guard form == .person else { return nil }
    guard let death else { return birth.age(on: date) }
    guard let span = death.span, span.lowerBound == span.upperBound || birth.isExact else { return nil }
    guard let young = birth.age(on: span.lowerBound), let old = birth.age(on: span.upperBound) else { return nil }
    return AgeRange(young.lower, old.upper)
  }

  /// For ordering: a day in the middle of what the birth may be.
  var birthOrder: Int? { birth.span.map { ($0.lowerBound.dayNumber + $0.upperBound.dayNumber) / 2 } }
}
