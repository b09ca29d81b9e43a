/// 「家族について聞いたことの種類」 What the notation needs beyond 続柄. Raw values are stored.
///
/// Source: reference §11.1, §11.2, §11.4 (unions, parentage, death, key person); §11.3 (the optional layer of ties).
public enum FamilyTopic: String, CaseIterable, Sendable, Hashable, Codable {
  case union, parentage, twins, death, keyPerson, tie

  public var label: String {
    switch self {
    case .union: "夫婦・内縁などの間柄"
    case .parentage: "親子"
    case .twins: "双子"
    case .death: "亡くなったこと"
    case .keyPerson: "キーパーソン"
    case .tie: "気持ちのつながり"
    }
  }

  /// Two people are meant.
  public var needsOther: Bool {
    switch self {
    case .union, .parentage, .twins, .tie: true
    case .death, .keyPerson: false
    }
  }

  /// The kinds to choose from; none where the topic says all.
  public var kinds: [(code: String, label: String)] {
    switch self {
    case .union: UnionKind.allCases.map { ($0.rawValue, $0.label) }
    case .parentage: ParentageKind.allCases.map { ($0.rawValue, $0.label) }
    case .twins: TwinKind.allCases.map { ($0.rawValue, $0.label) }
    case .tie: TieKind.allCases.map { ($0.rawValue, $0.label) }
    case .death, .keyPerson: []
    }
  }
}

/// 「家族について聞いたこと」 One thing somebody has told about two people of a family, or one: married until when, whose child, dead since when.
///
/// Source: reference §11.2, §11.4; R-02 (any part may be unknown).
public struct FamilyFact: Hashable, Sendable {
  public var topic: FamilyTopic
  /// A raw value of `UnionKind`, `ParentageKind`, `TwinKind` or `TieKind`; empty where the topic says all.
  public var kind: String
  /// One of the two; the child; who died; who acts.
  public var about: PersonKey
  /// The other of the two; the parent; who suffers.
  public var other: PersonKey?
  public var from: PartialDate
  /// When it ended; unknown also for what goes on.
  public var until: PartialDate

  public init(
    _ topic: FamilyTopic, _ kind: String = "", about: PersonKey, other: PersonKey? = nil, from: PartialDate = .unknown,
    until: PartialDate = .unknown
  ) {
    self.topic = topic
    self.kind = kind
    self.about = about
    self.other = other
    self.from = from
    self.until = until
  }

  /// 「婚姻（平成2年から）」
  public var words: String {
    let kind = topic.kinds.first { $0.code == self.kind }?.label ?? topic.label
    let start = from == .unknown ? "" : topic == .death ? from.inJapanese : "\(from.inJapanese)から"
    let end = until == .unknown ? "" : "\(until.inJapanese)まで"
    return start.isEmpty && end.isEmpty ? kind : "\(kind)（\(start)\(end)）"
  }

  /// Both say something about the same, so that the later takes the place of the earlier.
  public func replaces(_ earlier: FamilyFact) -> Bool {
    guard topic == earlier.topic else { return false }
    switch topic {
    case .union, .twins: return Set([about, other]) == Set([earlier.about, earlier.other])
    case .parentage: return about == earlier.about && other == earlier.other
    case .death, .keyPerson: return about == earlier.about
    // Each may act upon the other, and both may be told beside how close they are.
    case .tie where isDirected != earlier.isDirected: return false
    case .tie where isDirected: return about == earlier.about && other == earlier.other
    case .tie: return Set([about, other]) == Set([earlier.about, earlier.other])
    }
  }

  /// 「向きのある気持ちのつながり」 From the one who acts to the one who suffers.
  public var isDirected: Bool { topic == .tie && TieKind(rawValue: kind)?.isDirected == true }

  /// 「記録できない理由」 What is wrong with it, by the names `one`, `other`, `from`, `until`; empty when it can be recorded.
  public func problems(known: [FamilyFact], today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if topic.needsOther, other == nil || other == about {
      problems.append(FieldProblem("other", "同じ方が選ばれています。別の方を選んでください。"))
    }
    for (field, date) in [("from", from), ("until", until)] {
      if let span = date.span, span.lowerBound > today {
        problems.append(FieldProblem(field, "今日より先の日付です。今日までの日付を入力してください。"))
      }
    }
    if let start = from.span, let end = until.span, end.upperBound < start.lowerBound {
      problems.append(FieldProblem("until", "始まり（\(from.inJapanese)）より前の日付です。確かめて入力してください。"))
    }
    if topic == .parentage, let parent = other, Self.ancestors(of: parent, in: known).contains(about) {
      problems.append(FieldProblem("other", "この方は、子と記録されている方の子や孫として記録されています。親と子が逆になっていないか確かめてください。"))
    }
    return problems
  }

  private static func ancestors(of person: PersonKey, in known: [FamilyFact]) -> Set<PersonKey> {
    var found: Set<PersonKey> = []
    var waiting = [person]
    while let next = waiting.popLast() {
      for fact in known where fact.topic == .parentage && fact.about == next {
        if let parent = fact.other, found.insert(parent).inserted { waiting.append(parent) }
      }
    }
    return found
  }
}

extension Genogram {
  /// 「記録と聞いたことから起こす」 What the household's records say, with what was told beside them.
  ///
  /// Source: reference §5.3, §11.2. People whom the viewer may not see must be neither in `record` nor in `facts`.
  public static func derived(from record: FamilyRecord, told facts: [FamilyFact]) -> DerivedGenogram {
    var record = record
    for at in record.members.indices {
      let key = record.members[at].person.key
      for fact in facts where fact.about == key {
        if fact.topic == .death { record.members[at].person.death = fact.from }
        if fact.topic == .keyPerson { record.members[at].person.marks.insert(.keyPerson) }
      }
      // Who is dead lives with nobody.
      if record.members[at].person.isDead { record.members[at].livesTogether = false }
    }
    record.unions += facts.compactMap { fact in
      guard fact.topic == .union, let other = fact.other, let kind = UnionKind(rawValue: fact.kind) else { return nil }
      return GenogramUnion(fact.about, other, kind, from: fact.from, to: fact.until)
    }
    record.ties += facts.compactMap { fact in
      guard fact.topic == .tie, let other = fact.other, let kind = TieKind(rawValue: fact.kind) else { return nil }
      return EmotionalTie(fact.about, other, kind)
    }
    for fact in facts where fact.topic == .parentage {
      guard let parent = fact.other, let kind = ParentageKind(rawValue: fact.kind) else { continue }
      if let at = record.births.firstIndex(where: { $0.child == fact.about && $0.kind == kind }) {
        if record.births[at].parents.count < 2, !record.births[at].parents.contains(parent) { record.births[at].parents.append(parent) }
      } else {
        record.births.append(Parentage(fact.about, of: [parent], kind))
      }
    }
    return derived(from: record).withTwins(facts.filter { $0.topic == .twins })
  }
}

extension DerivedGenogram {
  /// Twins are joined where both hang from the same parents.
  fileprivate func withTwins(_ facts: [FamilyFact]) -> DerivedGenogram {
    var genogram = genogram
    var rest = questions
    for (number, fact) in facts.enumerated() {
      guard let other = fact.other else { continue }
      rest.removeAll { Set($0.about) == Set([fact.about, other]) && $0.words.hasSuffix("双子ですか。") }
      guard let a = genogram.parentage.firstIndex(where: { $0.child == fact.about && $0.kind == .birth }),
        let b = genogram.parentage.firstIndex(where: { $0.child == other && $0.kind == .birth }),
        Set(genogram.parentage[a].parents) == Set(genogram.parentage[b].parents)
      else { continue }
      let twins = genogram.parentage[a].twins ?? genogram.parentage[b].twins ?? number + 1
      for at in [a, b] {
        genogram.parentage[at].twins = twins
        genogram.parentage[at].twinKind = TwinKind(rawValue: fact.kind) ?? .unspecified
      }
      genogram.parentage[b].parents = genogram.parentage[a].parents
    }
    return DerivedGenogram(genogram: genogram, questions: rest)
  }
}
