import Casework

/// One member of the household as the form was filled in (「世帯の方」の1行).
struct HouseholdRow: Sendable {
  let name: String
  let kana: String
  let birth: PartialDate
  /// Nil where the form gave none.
  let relation: Relation?
  let relationNote: String
  let livesTogether: Bool
  let note: String

  /// The rows of the table `household`; a column that a form does not have reads as empty, and 同居 as yes.
  static func rows(_ answers: Answers) -> [HouseholdRow] {
    guard case .rows(let rows) = answers[IntakeField.household] else { return [] }
    return rows.map { row in
      var code = ""
      var other = ""
      if case .choice(let chosen, let words) = row["relation"] {
        code = chosen
        other = words ?? ""
      }
      var birth = PartialDate.unknown
      if case .partialDate(let date) = row["age"] { birth = date }
      return HouseholdRow(
        name: row["name"]?.text ?? "", kana: row["name_kana"]?.text ?? "", birth: birth, relation: Relation(rawValue: code),
        relationNote: other, livesTogether: row["lives_together"] != .flag(false), note: row["note"]?.text ?? "")
    }
  }

  var facts: PersonFacts {
    PersonFacts(name: name.isEmpty && kana.isEmpty ? nil : PersonName(written: name, kana: kana.isEmpty ? nil : kana), birth: birth)
  }

  /// The household as the questions worth asking look at it, the person included.
  static func members(_ answers: Answers) -> [HouseholdMember] {
    let rows = rows(answers)
    var birth = PartialDate.unknown
    if case .partialDate(let date) = answers[IntakeField.birthDate] { birth = date }
    let others = rows.filter { $0.relation != .person }.map {
      HouseholdMember($0.relation ?? .other, birth: $0.birth, livesTogether: $0.livesTogether)
    }
    // Without a single row nobody knows who lives there; the person must not read as living alone.
    let isTold = !others.isEmpty || answers["household_size"] != nil
    return [HouseholdMember(.person, birth: birth, livesTogether: isTold)] + others
  }
}
