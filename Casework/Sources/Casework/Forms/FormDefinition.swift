/// 「様式の定義」 One version of a form: what is asked, in which order and words (reference §0, §5: all forms are data).
///
/// Screen, paper and sheet are all drawn from it. An answer keeps the version it was given under.
public struct FormDefinition: Hashable, Sendable, Codable {
  /// "consultation"
  public let id: String
  /// 1 or more.
  public let version: Int
  public let title: String
  public let validFrom: CivilDate
  public let sections: [FormSection]

  public init(id: String, version: Int, title: String, validFrom: CivilDate, sections: [FormSection]) {
    self.id = id
    self.version = version
    self.title = title
    self.validFrom = validFrom
    self.sections = sections
  }

  /// Every field of every section, in order. Columns of rows are not among them.
  public var fields: [FormField] { sections.flatMap(\.fields) }

  /// The field with that id.
  public func field(_ id: String) -> FormField? { fields.first { $0.id == id } }
}

/// 「様式の区分」 A heading and its questions.
public struct FormSection: Hashable, Sendable, Codable {
  public let id: String
  public let title: String
  /// Explanation under the heading.
  public let help: String?
  public let fields: [FormField]

  public init(id: String, title: String, help: String? = nil, fields: [FormField]) {
    self.id = id
    self.title = title
    self.help = help
    self.fields = fields
  }
}

/// 「項目」 One question of a form.
public struct FormField: Hashable, Sendable {
  public let id: String
  public let label: String
  public let kind: FieldKind
  /// How to answer; nil when the label says enough.
  public let help: String?
  /// Wanted when the form is completed; never for a draft.
  public let requiredAtComplete: Bool
  /// Candidate for the report to the state (bold frame; reference §5.0).
  public let nationalReport: Bool
  /// 「要配慮個人情報」 (個人情報保護法2条3項).
  public let sensitive: Bool
  /// The answer is a typed fact of Casework, not a JSON answer: rules depend on it. Listed so that screen and paper know label, help and order.
  public let typed: Bool
  /// Its box takes more room than a name or a number.
  public let wide: Bool

  public init(
    id: String, label: String, kind: FieldKind, help: String? = nil, requiredAtComplete: Bool = false, nationalReport: Bool = false,
    sensitive: Bool = false, typed: Bool = false, wide: Bool = false
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.help = help
    self.requiredAtComplete = requiredAtComplete
    self.nationalReport = nationalReport
    self.sensitive = sensitive
    self.typed = typed
    self.wide = wide
  }
}

/// 「項目の型」
public indirect enum FieldKind: Hashable, Sendable {
  case text, longText, number, date, partialDate, kana, tel, email, flag, staff, agency
  /// One code of the list with that id.
  case choice(list: String)
  case multiChoice(list: String)
  /// 「○と◎」 Several codes, exactly one of them the worst.
  case rankedConcerns(list: String)
  case rows([FormField])

  /// The id of the code list it draws from.
  public var list: String? {
    switch self {
    case .choice(let list), .multiChoice(let list), .rankedConcerns(let list): list
    default: nil
    }
  }
}
