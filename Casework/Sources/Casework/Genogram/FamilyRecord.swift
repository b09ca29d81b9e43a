/// 「家族について記録されていること」 What the product knows of a household and its kin: the material of a genogram.
///
/// Source: reference §5.3 sheet 2 (世帯員), code list C-04.
public struct FamilyRecord: Hashable, Sendable {
  /// 「家族の一人」 A member of the household, or a relative who lives elsewhere.
  public struct Member: Hashable, Sendable {
    public var person: GenogramPerson
    /// To 本人.
    public var relation: Relation
    public var livesTogether: Bool

    public init(_ person: GenogramPerson, _ relation: Relation, livesTogether: Bool = true) {
      self.person = person
      self.relation = relation
      self.livesTogether = livesTogether
    }
  }

  /// 「二人の続柄」 `to` is the `relation` of `of`: (花子, 子, 太郎) says that 太郎 is the child of 花子.
  public struct Kinship: Hashable, Sendable {
    public var of: PersonKey
    public var relation: Relation
    public var to: PersonKey

    public init(of: PersonKey, _ relation: Relation, _ to: PersonKey) {
      self.of = of
      self.relation = relation
      self.to = to
    }
  }

  public var members: [Member]
  public var kinships: [Kinship]
  /// 「出生」 and other parentage that somebody has told: both parents, twins, custody.
  public var births: [Parentage]
  /// Couples that somebody has told, with kind and time.
  public var unions: [GenogramUnion]
  public var householdLabel: String
  public var institutions: [LivingGroup]
  public var ties: [EmotionalTie]

  public init(
    members: [Member] = [], kinships: [Kinship] = [], births: [Parentage] = [], unions: [GenogramUnion] = [],
    householdLabel: String = "本人の世帯", institutions: [LivingGroup] = [], ties: [EmotionalTie] = []
  ) {
    self.members = members
    self.kinships = kinships
    self.births = births
    self.unions = unions
    self.householdLabel = householdLabel
    self.institutions = institutions
    self.ties = ties
  }
}

/// 「ジェノグラムを描くための問い」 What the records do not say, asked of a person; it is never guessed.
///
/// Source: reference §11 (what is drawn is what is known); R-02 (anything may be missing).
public struct GenogramQuestion: Hashable, Sendable {
  /// Whom the answer is about.
  public let about: [PersonKey]
  public let words: String

  public init(_ about: [PersonKey], _ words: String) {
    self.about = about
    self.words = words
  }
}

/// 「記録から起こしたジェノグラム」 What the records say, and what is left to ask.
public struct DerivedGenogram: Hashable, Sendable {
  public let genogram: Genogram
  public let questions: [GenogramQuestion]
}
