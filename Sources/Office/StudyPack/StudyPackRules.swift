import Casework

/// What is taken out of the texts of one case and what stands for it (「置き換えの決まり」).
enum StudyPackRules {
  static func all(_ desk: Desk, _ file: OpenedFile, _ family: FamilyView) throws -> [Anonymisation.Rule] {
    let silent = file.keptBack.terms.sorted { ($0.count, $1) > ($1.count, $0) }
    let agencies = try StudyPackQueries.agencies(desk, file)
    let staff = try StudyPackQueries.staff(desk, file).map { (label: "担当者", person: $0) }
    let members = try members(desk, file, family)
    let town = try StudyPackQueries.town(desk)
    return [Anonymisation.Rule(Redaction(words: silent), to: "関係者", isSilent: true)] + kinds(desk, agencies)
      + [
        Anonymisation.Rule(Redaction(words: town.isEmpty ? [] : [town]), to: "この町"),
        Anonymisation.Rule(Redaction(words: staff.flatMap(\.person.names)), to: "担当者"),
      ] + Anonymisation.rules(for: members, family: "A家") + Anonymisation.rules(for: staff, family: "担当者")
  }

  /// Letters as in the genogram, so that text and drawing speak of the same people.
  static func letters(_ family: FamilyView) -> [PersonKey: String] {
    let named = family.genogram.initialled().persons.compactMap { person in person.name.map { (person.key, "\($0)さん") } }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  private static func members(_ desk: Desk, _ file: OpenedFile, _ family: FamilyView) throws -> [(label: String, person: RedactedPerson)] {
    let letters = letters(family)
    var residents = Dictionary(
      family.keys.compactMap { key in family.resident(key).map { ($0, letters[key] ?? "ご家族") } }, uniquingKeysWith: { first, _ in first })
    if let principal = try CaseFileQueries.people(desk, file).resident, residents[principal] == nil { residents[principal] = "Aさん" }
    let people = try StudyPackQueries.people(desk, Array(residents.keys))
    let known = residents.sorted { ($0.value, $0.key.number) < ($1.value, $1.key.number) }
      .compactMap { id, label in people[id].map { (label: label, person: $0) } }
    // A label of the case may be a name that no record has.
    var label = RedactedPerson()
    label.names = [try CaseFileQueries.label(desk, file)].filter { !$0.isEmpty }
    return known + [("Aさん", label)] + (try StudyPackQueries.callers(desk, file)).map { ("来談者", $0) }
  }

  /// 「高齢・介護の機関1」
  private static func kinds(
    _ desk: Desk, _ agencies: [(name: String, field: String, phone: String, isHidden: Bool)]
  ) -> [Anonymisation.Rule] {
    let fields = desk.visit.office.list("C-16")
    var used: [String: Int] = [:]
    return agencies.flatMap { agency -> [Anonymisation.Rule] in
      let label = fields.label(agency.field)
      used[label, default: 0] += 1
      let kind = agency.isHidden ? "関係機関" : "\(label.isEmpty ? "関係" : "\(label)の")機関\(used[label] ?? 1)"
      return [Anonymisation.Rule(Redaction(words: [agency.name]), to: kind, isSilent: agency.isHidden)]
    }
  }
}
