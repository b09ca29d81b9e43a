extension Genogram {
  /// 「記録から起こす」 Draws what the records say and asks for the rest. Nobody is given a mother or a marriage because it is likely.
  ///
  /// Source: reference §5.3 (世帯員), §11, code list C-04 (`Relation`).
  public static func derived(from record: FamilyRecord) -> DerivedGenogram {
    var builder = GenogramBuilder(record)
    return builder.derived()
  }
}

private struct GenogramBuilder {
  private let record: FamilyRecord
  private let subject: PersonKey?
  private var genogram = Genogram()
  private var questions: [GenogramQuestion] = []

  init(_ record: FamilyRecord) {
    self.record = record
    subject = record.members.first { $0.relation == .person }?.person.key
  }

  mutating func derived() -> DerivedGenogram {
    genogram.persons = record.members.map { member in
      var person = member.person
      if member.relation == .person { person.marks.insert(.subject) }
      if member.relation == .housemate { person.marks.insert(.nonFamily) }
      if person.relation == nil { person.relation = member.relation.label }
      person.generation = member.relation.generation
      return person
    }
    genogram.unions = record.unions
    genogram.parentage = record.births
    genogram.ties = record.ties
    for link in record.kinships { apply(link) }
    if let subject {
      // Those from whom the others are derived first: spouse, parents, children.
      for member in record.members where member.person.key != subject {
        apply(FamilyRecord.Kinship(of: subject, member.relation, member.person.key))
      }
      for member in record.members where member.person.key != subject { ask(member, subject) }
    }
    askAboutParents()
    askAboutTwins()
    let home = Set(record.members.filter(\.livesTogether).map(\.person.key))
    genogram.groups = (home.isEmpty ? [] : [LivingGroup(record.householdLabel, home)]) + record.institutions
    return DerivedGenogram(genogram: genogram, questions: questions)
  }

  private func word(_ key: PersonKey) -> String { genogram[key]?.relation ?? genogram[key]?.name ?? "この人" }

  // MARK: What follows

  /// What one relation says by itself.
  private mutating func apply(_ link: FamilyRecord.Kinship) {
    let (a, b) = (link.of, link.to)
    switch link.relation {
    case .husband, .wife: marry(a, b, .marriage)
    case .partner: marry(a, b, .commonLaw)
    case .child: addParent(a, of: b, .birth)
    case .father, .mother: addParent(b, of: a, .birth)
    case .adoptiveParent: addParent(b, of: a, .adopted)
    case .fosterParent: addParent(b, of: a, .foster)
    case .fosterChild: addParent(a, of: b, .foster)
    case .sibling: if !hasCommonParent(a, b), !genogram.siblings.contains(SiblingBond(b, a)) { genogram.siblings.append(SiblingBond(a, b)) }
    case .grandfather, .grandmother: addGrandparent(b, of: a)
    case .parentInLaw:
      let spouses = partners(of: a)
      if spouses.count == 1 { addParent(b, of: spouses[0], .birth) }
    case .stepParent, .grandchild, .uncleOrAunt, .nephewOrNiece, .cousin, .person, .housemate, .other: break
    }
  }

  private mutating func marry(_ a: PersonKey, _ b: PersonKey, _ kind: UnionKind) {
    if !genogram.unions.contains(where: { $0.isOf(a, b) }) { genogram.unions.append(GenogramUnion(a, b, kind)) }
  }

  private mutating func addParent(_ parent: PersonKey, of child: PersonKey, _ kind: ParentageKind) {
    guard let at = genogram.parentage.firstIndex(where: { $0.child == child && $0.kind == kind }) else {
      genogram.parentage.append(Parentage(child, of: [parent], kind))
      return
    }
    let parents = genogram.parentage[at].parents
    if !parents.contains(parent), parents.count < 2 { genogram.parentage[at].parents.append(parent) }
  }

  /// 「父方の祖母」 Only where the family's words say through whom.
  private mutating func addGrandparent(_ grandparent: PersonKey, of child: PersonKey) {
    let words = genogram[grandparent]?.relation ?? ""
    let wanted: Sex? = words.hasPrefix("父方") ? .male : words.hasPrefix("母方") ? .female : nil
    guard let wanted, let between = parents(of: child).first(where: { genogram[$0]?.sex == wanted }) else { return }
    addParent(grandparent, of: between, .birth)
  }

  private func parents(of child: PersonKey) -> [PersonKey] {
    genogram.parentage.filter { $0.child == child && $0.kind == .birth }.flatMap(\.parents)
  }

  private func partners(of person: PersonKey) -> [PersonKey] {
    genogram.unions.filter { $0.has(person) && !$0.kind.isEnded }.map { $0.a == person ? $0.b : $0.a }
  }

  private func hasCommonParent(_ a: PersonKey, _ b: PersonKey) -> Bool { !Set(parents(of: a)).isDisjoint(with: parents(of: b)) }

  private func hasParents(_ key: PersonKey) -> Bool { genogram.parentage.contains { $0.child == key } }
  private func hasChildren(_ key: PersonKey) -> Bool { genogram.parentage.contains { $0.parents.contains(key) } }
  private func hasPartner(_ key: PersonKey) -> Bool { genogram.unions.contains { $0.has(key) } }

  // MARK: What is asked

  private mutating func ask(_ member: FamilyRecord.Member, _ subject: PersonKey) {
    let key = member.person.key
    func ask(_ words: String) { questions.append(GenogramQuestion([key], words)) }
    switch member.relation {
    case .grandfather, .grandmother: if !hasChildren(key) { ask("\(word(key))は、父方ですか、母方ですか。") }
    case .sibling: if !hasCommonParent(subject, key) { ask("\(word(key))の父母は、本人の父母と同じですか。") }
    case .grandchild: if !hasParents(key) { ask("\(word(key))の父または母は、本人のどのお子さんですか。") }
    case .uncleOrAunt: if !hasParents(key), !hasPartner(key) { ask("\(word(key))は、父と母のどちらのきょうだいですか。") }
    case .nephewOrNiece: if !hasParents(key) { ask("\(word(key))の父または母は、どなたですか。") }
    case .cousin: if !hasParents(key) { ask("\(word(key))の父または母は、どなたのきょうだいですか。") }
    case .stepParent: if !hasPartner(key) { ask("\(word(key))は、本人の父と母のどちらの配偶者ですか。") }
    case .parentInLaw: if !hasChildren(key) { ask("\(word(key))は、どなたの父母ですか。") }
    case .other: if !hasParents(key), !hasChildren(key), !hasPartner(key) { ask("\(word(key))は、本人とどのようなご関係ですか。") }
    case .person, .husband, .wife, .partner, .child, .father, .mother, .adoptiveParent, .fosterParent, .fosterChild, .housemate: break
    }
  }

  /// A child of whom only one parent is known, and two parents of whose union nobody has told.
  private mutating func askAboutParents() {
    for line in genogram.parentage where line.kind == .birth && genogram[line.child]?.form == .person {
      if line.parents.count == 1, let other = missing(line) {
        questions.append(GenogramQuestion([line.child], "\(word(line.child))の\(other)はどなたですか。"))
      }
    }
    var asked: Set<Set<PersonKey>> = []
    for line in genogram.parentage where line.parents.count == 2 && line.kind != .guardian {
      let (a, b) = (line.parents[0], line.parents[1])
      guard !genogram.unions.contains(where: { $0.isOf(a, b) }), asked.insert([a, b]).inserted else { continue }
      questions.append(GenogramQuestion([a, b], "\(word(a))と\(word(b))は、結婚していますか、していましたか。"))
    }
  }

  private func missing(_ line: Parentage) -> String? {
    // Of the parents of the oldest generation one need not ask: they would lead up without end.
    guard let child = genogram[line.child], (child.generation ?? 0) <= 0 else { return nil }
    switch genogram[line.parents[0]]?.sex {
    case .male: return "母"
    case .female: return "父"
    case .other, .notAnswered, .unknown, nil: return "もう一人の親"
    }
  }

  private mutating func askAboutTwins() {
    let exact = genogram.parentage.filter { $0.kind == .birth && $0.twins == nil && genogram[$0.child]?.birth.isExact == true }
    for (at, one) in exact.enumerated() {
      for other in exact[(at + 1)...]
      where Set(one.parents) == Set(other.parents) && genogram[one.child]?.birth == genogram[other.child]?.birth {
        questions.append(GenogramQuestion([one.child, other.child], "\(word(one.child))と\(word(other.child))は双子ですか。"))
      }
    }
  }
}
