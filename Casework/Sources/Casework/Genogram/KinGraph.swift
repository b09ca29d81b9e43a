/// A genogram by numbers, for laying out: persons are places in `persons`.
struct KinGraph: Sendable {
  struct Couple: Sendable {
    let a: Int
    let b: Int
    let kind: UnionKind
    /// Days since 1970; nil when not known.
    let since: Int?
  }

  struct Child: Hashable, Sendable {
    let person: Int
    let kind: ParentageKind
    let twins: Int?
    let twinKind: TwinKind
  }

  struct Sibship: Sendable {
    let parents: [Int]
    /// Nil when only one parent is known, or both do not stand in one row.
    let couple: Int?
    let custody: Int?
    var children: [Child]
  }

  let persons: [GenogramPerson]
  let index: [PersonKey: Int]
  private(set) var couples: [Couple] = []
  private(set) var sibships: [Sibship] = []
  /// The sibship under which somebody stands; others are further lines to him or her.
  private(set) var home: [Int?]
  let bonds: [(Int, Int)]
  let rows: [Int]
  /// Who lives with whom: numbers of groups.
  let group: [Int?]

  init(_ genogram: Genogram) {
    let genogram = genogram.tidied
    persons = genogram.persons
    let index = Dictionary(persons.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.index = index
    bonds = genogram.siblings.compactMap { bond in
      guard let a = index[bond.a], let b = index[bond.b] else { return nil }
      return (min(a, b), max(a, b))
    }
    var group = [Int?](repeating: nil, count: persons.count)
    for (number, one) in genogram.groups.enumerated() {
      for key in one.members { if let person = index[key], group[person] == nil { group[person] = number } }
    }
    self.group = group
    home = [Int?](repeating: nil, count: persons.count)
    let couples = Self.couples(genogram, index)
    self.couples = couples
    rows =
      KinRows(
        persons: persons, couples: couples.map { ($0.a, $0.b) }, bonds: bonds,
        lines: genogram.parentage.flatMap { line in
          line.parents.compactMap { parent in index[parent].flatMap { p in index[line.child].map { (p, $0) } } }
        }
      ).rows
    gather(genogram.parentage)
  }

  /// One line a couple, the last that is known; two parents of one child are a couple of which nobody has said more.
  private static func couples(_ genogram: Genogram, _ index: [PersonKey: Int]) -> [Couple] {
    var found: [[Int]: Couple] = [:]
    func day(_ date: PartialDate) -> Int? { date.span?.lowerBound.dayNumber }
    func add(_ x: PersonKey, _ y: PersonKey, _ kind: UnionKind, _ since: Int?) {
      guard let a = index[x], let b = index[y], a != b else { return }
      found[[min(a, b), max(a, b)]] = Couple(a: min(a, b), b: max(a, b), kind: kind, since: since)
    }
    for line in genogram.parentage where line.parents.count == 2 && line.kind != .guardian {
      let births = genogram.parentage.filter { $0.parents == line.parents }.compactMap { genogram[$0.child]?.birthOrder }
      add(line.parents[0], line.parents[1], .unspecified, births.min())
    }
    let dated = genogram.unions.sorted { (day($0.from) ?? .min) < (day($1.from) ?? .min) }
    for union in dated {
      let births = genogram.parentage.filter { Set($0.parents) == [union.a, union.b] }.compactMap { genogram[$0.child]?.birthOrder }
      add(union.a, union.b, union.kind, day(union.from) ?? births.min() ?? day(union.to))
    }
    return found.values.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private mutating func gather(_ parentage: [Parentage]) {
    var numbers: [[Int]: Int] = [:]
    for line in parentage {
      guard let child = index[line.child] else { continue }
      var parents = line.parents.compactMap { index[$0] }.sorted()
      let couple = couples.firstIndex { [$0.a, $0.b] == parents && rows[$0.a] == rows[$0.b] }
      // Parents of different generations: the child hangs from the younger one.
      if parents.count == 2, couple == nil { parents = [parents.max { rows[$0] < rows[$1] } ?? parents[0]] }
      let custody = couple.flatMap { couples[$0].kind.isEnded ? line.custody.flatMap { index[$0] } : nil }
      let key = parents + [custody.map { -$0 - 2 } ?? -1]
      let number = numbers[key] ?? sibships.count
      if number == sibships.count {
        numbers[key] = number
        sibships.append(Sibship(parents: parents, couple: couple, custody: custody, children: []))
      }
      if !sibships[number].children.contains(where: { $0.person == child }) {
        sibships[number].children.append(Child(person: child, kind: line.kind, twins: line.twins, twinKind: line.twinKind))
      }
    }
    for number in sibships.indices {
      let sorted = sibships[number].children.sorted { isBefore($0.person, $1.person) }
      sibships[number].children = sorted
    }
    for person in persons.indices { home[person] = homeSibship(of: person) }
  }

  /// With whom the child lives, otherwise to whom it was born; never a line over more than one generation when there is a shorter one.
  private func homeSibship(of person: Int) -> Int? {
    let offered = sibships.indices.filter { number in sibships[number].children.contains { $0.person == person } }
    func rank(_ number: Int) -> [Int] {
      let sibship = sibships[number]
      let kind = sibship.children.first { $0.person == person }?.kind ?? .birth
      let far = rows[person] - rows[sibship.parents[0]]
      let together = group[person] != nil && sibship.parents.contains { group[$0] == group[person] }
      return [far, together ? 0 : 1, ParentageKind.allCases.firstIndex(of: kind) ?? 0, number]
    }
    return offered.min { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  /// 「年上から」 Oldest first; who was born when nobody knows comes last, in the order of the numbers.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (persons[a].birthOrder ?? .max, persons[b].birthOrder ?? .max)
    return x != y ? x < y : persons[a].key < persons[b].key
  }

  /// 「男性が左」 Same sex or not known: the older one.
  func standsLeft(_ a: Int, of b: Int) -> Bool {
    func side(_ person: Int) -> Int {
      switch persons[person].sex {
      case .male: 0
      case .female: 2
      case .other, .notAnswered, .unknown: 1
      }
    }
    return side(a) != side(b) ? side(a) < side(b) : isBefore(a, b)
  }

  func partners(of person: Int) -> [Int] {
    couples.filter { ($0.a == person || $0.b == person) && rows[$0.a] == rows[$0.b] }
      .sorted { ($0.since ?? .min, $0.a, $0.b) < ($1.since ?? .min, $1.a, $1.b) }
      .map { $0.a == person ? $0.b : $0.a }
  }

  func couple(_ x: Int, _ y: Int) -> Int? { couples.firstIndex { $0.a == min(x, y) && $0.b == max(x, y) } }
}
