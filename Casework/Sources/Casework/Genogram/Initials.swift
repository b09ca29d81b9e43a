/// 「頭文字だけのジェノグラム」 Letters instead of names, for papers that leave the house: 本人 is A, the others follow in their order.
///
/// Source: reference §11.2 (initial for sharing), §11.4 (printing for meetings should be able to show initials only).
struct Initials {
  let letters: [PersonKey: String]
  /// What must not be readable, longest first.
  private let parts: [(words: String, letter: String)]

  init(_ persons: [GenogramPerson]) {
    let subject = persons.filter { $0.marks.contains(.subject) }.sorted { $0.key < $1.key }
    let others = persons.filter { !$0.marks.contains(.subject) && $0.form == .person }.sorted { $0.key < $1.key }
    var letters: [PersonKey: String] = [:]
    for (at, person) in (subject + others).enumerated() { letters[person.key] = Self.letter(at) }
    self.letters = letters
    var parts: [String: String] = [:]
    for person in subject + others {
      let pieces = (person.name ?? "").split { $0 == " " || $0 == "　" || $0 == "・" || $0 == "（" || $0 == "）" }.map(String.init)
      for piece in [person.name ?? "", pieces.joined()] + pieces where !piece.isBlank && parts[piece] == nil {
        parts[piece] = letters[person.key] ?? ""
      }
    }
    self.parts = parts.map { ($0.key, $0.value) }.sorted { ($0.words.count, $1.words) > ($1.words.count, $0.words) }
  }

  /// A to Z, then A2 to Z2.
  private static func letter(_ at: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String(letters[at % 26]) + (at < 26 ? "" : "\(at / 26 + 1)")
  }

  /// Free words without the names. A name of a single character cannot be told from other words: then nothing is left of them.
  func clean(_ words: String) -> String? {
    if parts.contains(where: { $0.words.count == 1 && words.contains($0.words) }) { return nil }
    return parts.reduce(words) { $0.replacing($1.words, with: $1.letter) }
  }
}

extension Genogram {
  /// 「頭文字だけのジェノグラム」 No name is left, neither under a symbol nor in notes and labels. Hide people before: letters leave no gap.
  public func initialled() -> Genogram {
    let initials = Initials(persons)
    var copy = self
    copy.persons = persons.map { person in
      var person = person
      person.name = person.name == nil || person.form != .person ? nil : initials.letters[person.key]
      person.relation = person.relation.flatMap(initials.clean)
      person.notes = person.notes.compactMap(initials.clean)
      return person
    }
    copy.groups = groups.enumerated().map { at, group in
      LivingGroup(initials.clean(group.label) ?? "世帯\(at + 1)", group.members, isInstitution: group.isInstitution)
    }
    return copy
  }
}
