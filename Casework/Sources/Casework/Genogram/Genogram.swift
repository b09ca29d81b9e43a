/// 「ジェノグラム」 A family as persons and what joins them; a value without positions.
///
/// Source: reference §11.1 to §11.4 (data model). What is not recorded is not in it: no line is guessed.
public struct Genogram: Hashable, Sendable, Codable {
  public var persons: [GenogramPerson]
  public var unions: [GenogramUnion]
  public var parentage: [Parentage]
  public var siblings: [SiblingBond]
  public var groups: [LivingGroup]
  public var ties: [EmotionalTie]

  public init(
    persons: [GenogramPerson] = [], unions: [GenogramUnion] = [], parentage: [Parentage] = [], siblings: [SiblingBond] = [],
    groups: [LivingGroup] = [], ties: [EmotionalTie] = []
  ) {
    self.persons = persons
    self.unions = unions
    self.parentage = parentage
    self.siblings = siblings
    self.groups = groups
    self.ties = ties
  }

  public subscript(_ key: PersonKey) -> GenogramPerson? { persons.first { $0.key == key } }

  /// 「本人」
  public var subject: GenogramPerson? { persons.first { $0.marks.contains(.subject) } }

  /// 「見せない人を除いたジェノグラム」 As if the hidden people had never been recorded: their couples go, their children hang from the parent who
  /// is left, a loop of which nobody else is left goes too. Nothing is left that would hint at them.
  ///
  /// Source: reference §8.1 (protected persons), §11.4 (hidden risk: maps show third persons).
  public func without(_ hidden: Set<PersonKey>) -> Genogram {
    let shown = persons.filter { !hidden.contains($0.key) }
    let keys = Set(shown.map(\.key))
    func isShown(_ these: PersonKey...) -> Bool { these.allSatisfy(keys.contains) }
    var families: [Parentage] = []
    for line in parentage where isShown(line.child) {
      var rest = line
      rest.parents = line.parents.filter(keys.contains)
      if rest.parents != line.parents {
        // Custody says that there is another parent.
        rest.custody = nil
      }
      if !rest.parents.isEmpty, !families.contains(rest) { families.append(rest) }
    }
    return Genogram(
      persons: shown, unions: unions.filter { isShown($0.a, $0.b) }, parentage: families.withLoneTwinsAsChildren,
      siblings: siblings.filter { isShown($0.a, $0.b) }, groups: groups.compactMap { $0.keeping(keys) },
      ties: ties.filter { isShown($0.from, $0.to) })
  }

  /// Only what can be drawn: lines to nobody, to oneself and doubles are left out.
  var tidied: Genogram {
    var copy = without([])
    copy.persons = Dictionary(copy.persons.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }).values.sorted { $0.key < $1.key }
    copy.unions = copy.unions.filter { $0.a != $0.b }
    copy.parentage = copy.parentage.compactMap { line in
      var line = line
      line.parents = Array(Set(line.parents).subtracting([line.child])).sorted()
      return line.parents.isEmpty || line.parents.count > 2 ? nil : line
    }
    // The order in which things were recorded must not show.
    copy.unions.sort { ($0.a, $0.b, $0.kind.rawValue) < ($1.a, $1.b, $1.kind.rawValue) }
    copy.parentage.sort { ($0.child, $0.kind.rawValue, $0.parents[0]) < ($1.child, $1.kind.rawValue, $1.parents[0]) }
    copy.siblings = copy.siblings.filter { $0.a != $0.b }
    copy.ties = copy.ties.filter { $0.from != $0.to }
    return copy
  }
}

extension [Parentage] {
  /// Of twins only one is left: an ordinary child.
  fileprivate var withLoneTwinsAsChildren: [Parentage] {
    map { line in
      guard let twins = line.twins, !contains(where: { $0.twins == twins && $0.child != line.child && $0.parents == line.parents }) else {
        return line
      }
      var alone = line
      alone.twins = nil
      alone.twinKind = .unspecified
      return alone
    }
  }
}

extension LivingGroup {
  fileprivate func keeping(_ keys: Set<PersonKey>) -> LivingGroup? {
    let left = members.intersection(keys)
    return left.isEmpty ? nil : LivingGroup(label, left, isInstitution: isInstitution)
  }
}
