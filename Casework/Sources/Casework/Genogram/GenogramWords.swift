/// What a drawing says, in sentences.
struct GenogramWords {
  let genogram: Genogram
  let today: CivilDate
  let style: GenogramStyle
  /// 「架空 花子（母）」 Different for everybody, so that a sentence means one person.
  let names: [PersonKey: String]

  init(genogram: Genogram, today: CivilDate, style: GenogramStyle) {
    self.genogram = genogram
    self.today = today
    self.style = style
    var used: [String: Int] = [:]
    var names: [PersonKey: String] = [:]
    for person in genogram.persons {
      let name = Self.name(person)
      used[name, default: 0] += 1
      names[person.key] = used[name] == 1 ? name : "\(name)・\(used[name] ?? 0)"
    }
    self.names = names
  }

  private static func name(_ person: GenogramPerson) -> String {
    let relation = person.relation ?? (person.marks.contains(.subject) ? "本人" : nil)
    if let name = person.name, !name.isBlank { return relation.map { "\(name)（\($0)）" } ?? name }
    if let relation { return relation }
    guard person.form == .person else { return person.form.label }
    switch person.sex {
    case .male: return person.marks.contains(.unknown) ? "どなたかわからない男性" : "名前のない男性"
    case .female: return person.marks.contains(.unknown) ? "どなたかわからない女性" : "名前のない女性"
    case .other, .notAnswered, .unknown: return person.marks.contains(.unknown) ? "どなたかわからない人" : "名前のない人"
    }
  }

  private func name(_ key: PersonKey) -> String { names[key] ?? "" }
  private func listed(_ keys: some Sequence<PersonKey>) -> String { keys.map(name).joined(separator: "、") }

  /// Everybody from the oldest generation on, from left to right, then who lives together.
  func table(_ order: [PersonKey]) -> FigureTable {
    var rows = order.map { FigureTable.Row(key: $0.rawValue, heading: name($0), sentences: sentences($0)) }
    for group in genogram.groups {
      let kind = group.isInstitution ? "ここで暮らす人" : "同居している人"
      rows.append(FigureTable.Row(key: nil, heading: group.label, sentences: ["\(kind)：\(listed(order.filter(group.members.contains)))"]))
    }
    return FigureTable(rows: rows)
  }

  /// For a screen reader: who it is and all that is said.
  func sentence(_ key: PersonKey) -> String { ([name(key)] + sentences(key)).joined(separator: "。") }

  func sentences(_ key: PersonKey) -> [String] {
    guard let person = genogram[key] else { return [] }
    return about(person) + living(key) + couples(key) + family(key) + feelings(key) + (style.showsNotes ? person.notes : [])
  }

  private func about(_ person: GenogramPerson) -> [String] {
    var words: [String] = []
    if person.form != .person {
      words.append(person.form.label)
    } else {
      words.append(person.sex == .unknown ? "性別不明" : person.sex.label)
      if let death = person.death {
        let day = death == .unknown ? "" : "（\(death.inJapanese)\(person.age(on: today).map { "、\($0.label)" } ?? "")）"
        words.append("亡くなった\(day)")
        if let year = person.birth.span?.lowerBound.year, year == person.birth.span?.upperBound.year { words.append("\(year)年生まれ") }
      } else if let age = person.age(on: today) {
        words.append(age.label)
      } else {
        words.append("年齢は聞いていない")
      }
    }
    return words + person.marks.sorted().map(\.label)
  }

  private func living(_ key: PersonKey) -> [String] {
    genogram.groups.filter { $0.members.contains(key) }.map { group in
      let others = genogram.persons.map(\.key).filter { $0 != key && group.members.contains($0) }
      if group.isInstitution { return "「\(group.label)」で暮らしている" }
      return others.isEmpty ? "一人で暮らしている" : "\(listed(others))と同居"
    }
  }

  private func couples(_ key: PersonKey) -> [String] {
    let told = genogram.unions.filter { $0.has(key) }.map { union in
      let other = union.a == key ? union.b : union.a
      let from = union.from == .unknown ? "" : "\(union.from.inJapanese)から"
      let to = union.to == .unknown ? "" : "\(union.to.inJapanese)まで"
      return "\(name(other))と\(union.kind.label)\(from.isEmpty && to.isEmpty ? "" : "（\(from)\(to)）")"
    }
    let silent = Set(
      genogram.parentage.filter { $0.parents.count == 2 && $0.parents.contains(key) && $0.kind != .guardian }.flatMap(\.parents)
    )
    .filter { other in other != key && !genogram.unions.contains { $0.isOf(key, other) } }
    return told + silent.sorted().map { "\(name($0))との間に子がいる（\(UnionKind.unspecified.label)）" }
  }

  private func family(_ key: PersonKey) -> [String] {
    var words: [String] = []
    for line in genogram.parentage where line.child == key {
      let kind = line.kind == .birth ? "子" : line.kind.label
      let custody = line.custody.map { "。親権は\(name($0))" } ?? ""
      words.append("\(line.parents.map(name).joined(separator: "と"))の\(kind)\(custody)")
      if let twins = line.twins {
        let others = genogram.parentage.filter { $0.twins == twins && $0.parents == line.parents && $0.child != key }.map(\.child)
        if !others.isEmpty { words.append("\(listed(others))と\(line.twinKind.label)") }
      }
    }
    let siblings = genogram.siblings.filter { $0.a == key || $0.b == key }.map { $0.a == key ? $0.b : $0.a }
    return words + (siblings.isEmpty ? [] : ["\(listed(siblings))ときょうだい（父母は聞いていない）"])
  }

  private func feelings(_ key: PersonKey) -> [String] {
    guard style.showsTies else { return [] }
    return genogram.ties.filter { $0.from == key || $0.to == key }.map { tie in
      guard tie.kind.isDirected else { return "\(name(tie.from == key ? tie.to : tie.from))と：\(tie.kind.label)" }
      return tie.from == key ? "\(name(tie.to))に対して：\(tie.kind.label)" : "\(name(tie.from))から：\(tie.kind.label)"
    }
  }
}
