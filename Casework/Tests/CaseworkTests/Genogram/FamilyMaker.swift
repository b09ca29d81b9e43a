@testable import Casework

/// Makes invented families in few words. Every name begins with 架空.
struct FamilyMaker {
  var genogram = Genogram()
  private var count: Int64 = 0

  mutating func add(
    _ name: String?, _ sex: Sex, _ born: Int?, dead: Int? = nil, _ marks: Set<PersonMark> = [], _ notes: [String] = [],
    relation: String? = nil, form: PersonForm = .person, generation: Int? = nil
  ) -> PersonKey {
    count += 1
    let key = PersonKey.resident(ResidentID(rawValue: count))
    genogram.persons.append(
      GenogramPerson(
        key, sex, name: name.map { "架空 \($0)" }, relation: relation, birth: born.map { .year($0) } ?? .unknown,
        death: dead.map { .year($0) }, marks: marks, notes: notes, form: form, generation: generation))
    return key
  }

  mutating func man(_ name: String, _ born: Int?, dead: Int? = nil, _ marks: Set<PersonMark> = [], _ notes: [String] = []) -> PersonKey {
    add(name, .male, born, dead: dead, marks, notes)
  }

  mutating func woman(_ name: String, _ born: Int?, dead: Int? = nil, _ marks: Set<PersonMark> = [], _ notes: [String] = []) -> PersonKey {
    add(name, .female, born, dead: dead, marks, notes)
  }

  mutating func join(_ a: PersonKey, _ b: PersonKey, _ kind: UnionKind = .marriage, from: Int? = nil, to: Int? = nil) {
    genogram.unions.append(
      GenogramUnion(a, b, kind, from: from.map { .year($0) } ?? .unknown, to: to.map { .year($0) } ?? .unknown))
  }

  mutating func children(
    _ parents: [PersonKey], _ children: [PersonKey], _ kind: ParentageKind = .birth, custody: PersonKey? = nil, twins: Int? = nil,
    twinKind: TwinKind = .unspecified
  ) {
    for child in children {
      genogram.parentage.append(Parentage(child, of: parents, kind, custody: custody, twins: twins, twinKind: twinKind))
    }
  }

  mutating func home(_ label: String, _ members: [PersonKey], isInstitution: Bool = false) {
    genogram.groups.append(LivingGroup(label, Set(members), isInstitution: isInstitution))
  }
}

/// One hard family, with the number of crossings its drawing has.
struct HardFamily: Sendable, CustomStringConvertible {
  let name: String
  let genogram: Genogram
  let crossings: Int

  var description: String { name }

  init(_ name: String, crossings: Int = 0, _ make: (inout FamilyMaker) -> Void) {
    var maker = FamilyMaker()
    make(&maker)
    (self.name, genogram, self.crossings) = (name, maker.genogram, crossings)
  }

  /// Full-width characters as wide as they are high, others about half.
  static let width: TextWidth = { words, size in
    words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.56 : 1) * size }
  }
}
