import Casework

/// How a genogram is asked for (「描き方の選択」), as it stands in the address; the same on the screen and on paper.
struct GenogramChoice: Sendable {
  let style: GenogramStyle
  /// 「頭文字だけ」 For papers that leave the house.
  let isInitialled: Bool
  let fields: Fields

  init(_ query: Fields) {
    fields = query
    isInitialled = query.isOn("initials")
    var symbols = query["symbols"] == "mcgoldrick" ? GenogramSymbols.mcGoldrick : .japaneseWelfare
    symbols.dead = GenogramSymbols.Dead(rawValue: query["dead"]) ?? symbols.dead
    symbols.unknownSex = GenogramSymbols.UnknownSex(rawValue: query["unknown"]) ?? symbols.unknownSex
    symbols.marriage = GenogramSymbols.Marriage(rawValue: query["marriage"]) ?? symbols.marriage
    symbols.loop = GenogramSymbols.Loop(rawValue: query["loop"]) ?? symbols.loop
    symbols.age = GenogramSymbols.Age(rawValue: query["age"]) ?? symbols.age
    // Ties only where they are asked for: such a line can hurt whoever reads over a shoulder.
    style = GenogramStyle(symbols: symbols, textSize: query["size"] == "large" ? 13 : 10, showsTies: query.isOn("ties"))
  }

  /// The choice as it goes into the address of a paper.
  var query: String {
    Self.names.compactMap { name in
      fields[name].isEmpty ? nil : "&\(name)=\(fields[name].filter { $0.isLetter && $0.isASCII })"
    }.joined()
  }

  static let names = ["symbols", "initials", "ties", "dead", "unknown", "marriage", "loop", "age", "size"]
}

/// What a browser sends about a family → something told, or the fields that are wrong.
struct FamilyFactInput: Sendable {
  let fact: FamilyFact
  let version: Int

  init(_ form: Fields, _ family: FamilyView, today: CivilDate, by staff: StaffMember) throws(FieldErrors) {
    let topic = FamilyTopic(rawValue: form["topic"]) ?? .union
    func field(_ name: String) -> String { Self.field(topic, name) }
    var problems: [FieldProblem] = []
    let kind = topic.kinds.first { $0.code == form[field("kind")] }?.code
    if kind == nil, !topic.kinds.isEmpty { problems.append(FieldProblem(field("kind"), "どれに当たるかを選んでください。")) }
    func person(_ name: String) -> PersonKey? { family.keys.first { $0.rawValue == form[field(name)] } }
    let (one, other) = (person("one"), topic.needsOther ? person("other") : nil)
    if one == nil { problems.append(FieldProblem(field("one"), "どなたのことかを選んでください。")) }
    if other == nil, topic.needsOther { problems.append(FieldProblem(field("other"), "相手の方を選んでください。")) }
    func date(_ name: String) -> PartialDate {
      guard !form.trimmed(field(name)).isEmpty else { return .unknown }
      switch DateInput.parse(form[field(name)], today: today) {
      case .success(let date): return date
      case .failure(let problem):
        problems.append(FieldProblem(field(name), problem.message))
        return .unknown
      }
    }
    let (from, until) = (date("from"), date("until"))
    guard let one, problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    let told = FamilyFact(topic, kind ?? "", about: one, other: other, from: from, until: until)
    let refused = told.problems(known: family.facts.map(\.fact).filter { !told.replaces($0) }, today: today)
      .map { FieldProblem(field($0.fieldID), $0.sentence) }
    guard refused.isEmpty else { throw FieldErrors(refused, staff: staff) }
    fact = told
    version = Digits.number(form["version"]) ?? 0
  }

  static func field(_ topic: FamilyTopic, _ name: String) -> String { "\(topic.rawValue)-\(name)" }
}

/// How somebody wants the rows of a genogram (「並びの手直し」).
struct PlacesInput: Sendable {
  /// The places that are to be kept: of the people in rows that were moved now or before.
  let places: [(resident: ResidentID, place: Int)]
  let version: Int

  /// - Parameter rows: the people of each generation as they stand, from the left.
  init(_ form: Fields, _ family: FamilyView, rows: [[PersonKey]], by staff: StaffMember) throws(FieldErrors) {
    var problems: [FieldProblem] = []
    var kept: [(ResidentID, Int)] = []
    for row in rows {
      var moved: [(key: PersonKey, place: Int)] = []
      for (at, key) in row.enumerated() {
        let typed = form.trimmed(Self.field(key))
        let place = typed.isEmpty ? at + 1 : Digits.number(typed)
        guard let place, (1...max(1, row.count)).contains(place) else {
          problems.append(FieldProblem(Self.field(key), "\(family.name(key))の場所は、1から\(row.count)までの数で入力してください。"))
          continue
        }
        if place != at + 1 { moved.append((key, place)) }
      }
      var order = row.filter { key in !moved.contains { $0.key == key } }
      for (key, place) in moved.sorted(by: { $0.place < $1.place }) { order.insert(key, at: min(place - 1, order.count)) }
      Self.nudge(&order, form["move"])
      guard order != row || row.contains(where: { family.hints.places[$0] != nil }) else { continue }
      kept += order.enumerated().compactMap { at, key in family.resident(key).map { ($0, at + 1) } }
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    places = kept.map { (resident: $0.0, place: $0.1) }
    version = Digits.number(form["version"]) ?? 0
  }

  static func field(_ key: PersonKey) -> String { "place-\(key.rawValue)" }

  /// 「左へ」「右へ」: the buttons send `left:` or `right:` with the person.
  private static func nudge(_ order: inout [PersonKey], _ move: String) {
    let parts = move.split(separator: ":").map(String.init)
    guard parts.count == 2, let at = order.firstIndex(where: { $0.rawValue == parts[1] }) else { return }
    let to = parts[0] == "left" ? at - 1 : at + 1
    if order.indices.contains(to) { order.swapAt(at, to) }
  }
}
