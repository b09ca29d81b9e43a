/// 「見えている状況」 What is known of a household when the questions worth asking are looked for.
public struct Situation: Hashable, Sendable {
  /// Codes of C-01 that were chosen.
  public let concerns: Set<String>
  public let household: [HouseholdMember]
  public let caller: CallerKind?
  public let answers: Answers
  /// What the caller told in words (具体的内容・希望).
  public let text: String
  public let today: CivilDate

  public init(
    concerns: Set<String>, household: [HouseholdMember] = [], caller: CallerKind? = nil, answers: Answers = Answers(), text: String = "",
    today: CivilDate
  ) {
    self.concerns = concerns
    self.household = household
    self.caller = caller
    self.answers = answers
    self.text = text
    self.today = today
  }
}

/// 「世帯の一人」 as far as the questions need to know: relation to 本人, date of birth or age, living together.
public struct HouseholdMember: Hashable, Sendable, Codable {
  public let relation: Relation
  /// ``PartialDate/unknown`` when neither date nor age is known.
  public let birth: PartialDate
  public let livesTogether: Bool

  public init(_ relation: Relation, birth: PartialDate = .unknown, livesTogether: Bool = true) {
    self.relation = relation
    self.birth = birth
    self.livesTogether = livesTogether
  }
}

extension Situation {
  func has(_ codes: String...) -> Bool { codes.contains(where: concerns.contains) }

  /// Illness, disability or care in the home.
  var needsCare: Bool { has(ConcernCode.health, ConcernCode.care) }

  /// True when one of the words is in what was told.
  func tells(_ words: String...) -> Bool {
    let told = text + (answers["concern_text"]?.text ?? "")
    return words.contains { told.contains($0) }
  }

  /// Those who live together, the person included.
  var together: [HouseholdMember] { household.filter(\.livesTogether) }

  var person: HouseholdMember? { household.first { $0.relation == .person } }

  func ages(_ member: HouseholdMember) -> AgeRange? { member.birth.age(on: today) }

  /// May someone of the household, of these ages, be in the home? Unknown ages do not count.
  func anyone(aged ages: ClosedRange<Int>, where wanted: (HouseholdMember) -> Bool = { _ in true }) -> Bool {
    together.contains { wanted($0) && (self.ages($0)?.mayBe(in: ages) ?? false) }
  }

  /// A parent and a child, whichever of them is 本人, whose ages may lie in these spans.
  func parentAndChild(parent: ClosedRange<Int>, child: ClosedRange<Int>) -> Bool {
    together.contains { elder in
      together.contains { younger in
        guard let above = elder.relation.generation, let below = younger.relation.generation, above - below == 1 else { return false }
        return (ages(elder)?.mayBe(in: parent) ?? false) && (ages(younger)?.mayBe(in: child) ?? false)
      }
    }
  }

  /// Known to live alone: the household is recorded and has one member, or the number of members was answered as 1.
  var livesAlone: Bool {
    if case .number(1) = answers["household_size"] { return true }
    return together.count == 1 && together.first?.relation == .person && answers["household_size"] == nil
  }

  /// The day on which 本人 reaches an age (到達日), when it lies within the next six months; the date of birth must be exact.
  func reaches(_ age: Int) -> CivilDate? {
    guard let born = person?.birth.exactDay else { return nil }
    let day = LegalAge.reached(age, born: born)
    return day >= today && day <= today.adding(months: 6) ? day : nil
  }
}
