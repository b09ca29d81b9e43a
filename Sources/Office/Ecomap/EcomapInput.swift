import Casework

/// What a browser sends for a version of an ecomap: a line for everybody around, and a line for each tie between two of them.
struct EcomapInput: Sendable {
  let map: Ecomap
  let remark: String
  /// The version it was drawn from; 0 for the first.
  let base: Int

  static let systems = 16
  static let ties = 6
  /// Lines beyond those in use that a form offers.
  static let spare = 3

  init(_ form: Fields, _ view: EcomapView, today: CivilDate, by staff: StaffMember) throws(FieldErrors) {
    var reader = FieldReader(form: form, today: today)
    let day = reader.past("drawn_on", "いつの状況か") ?? today
    var map = Ecomap(on: day, householdLabel: "本人の世帯", household: EcomapInput.household(view.family.genogram))
    var problems = reader.problems
    for at in 0..<Self.systems { Self.read(at, form, &map, view) }
    if map.systems.isEmpty { problems.append(FieldProblem("s0-label", "まわりの人や機関が一つも入っていません。一つ以上入れてください。")) }
    for at in 0..<Self.ties {
      let (from, to) = (form["t\(at)-from"], form["t\(at)-to"])
      guard !from.isEmpty || !to.isEmpty else { continue }
      // A line names its ends by the place of their rows.
      let ends = [from, to].map { end in map.systems.first { $0.key.rawValue == form["\(end)-key"] } }
      guard let a = ends[0], let b = ends[1], a.key != b.key else {
        problems.append(FieldProblem("t\(at)-from", "線でつなぐ二つを、上の表に入れたものから選んでください。"))
        continue
      }
      map.links.append(
        EcoLink(
          b.key, BondKind(rawValue: form["t\(at)-bond"]) ?? .ordinary, EcoFlow(rawValue: form["t\(at)-flow"]) ?? .none, from: a.key,
          words: form.trimmed("t\(at)-words").nonEmpty))
    }
    let tooLong = form.pairs.first { $0.value.count > 60 && ($0.name.hasSuffix("-label") || $0.name.hasSuffix("-words")) }
    if let tooLong { problems.append(FieldProblem(tooLong.name, "図に入りきりません。60文字以内に短くしてください。")) }
    problems += form.individualNumbers { name in name == "remark" ? "この時の状況" : nil }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    self.map = map
    remark = form.trimmed("remark")
    base = Digits.number(form["base"]) ?? 0
  }

  private static func read(_ at: Int, _ form: Fields, _ map: inout Ecomap, _ view: EcomapView) {
    let label = form.trimmed("s\(at)-label")
    guard !label.isEmpty else { return }
    let key = SystemKey(rawValue: form["s\(at)-key"].isEmpty ? "own-\(at)" : form["s\(at)-key"])
    guard map[key] == nil else { return }
    map.systems.append(
      EcoSystem(
        key, label, SystemKind(rawValue: form["s\(at)-kind"]) ?? .other,
        Digits.number(form["s\(at)-near"]).flatMap(Closeness.init(rawValue:)) ?? .middle, isPerson: form.isOn("s\(at)-person")))
    guard let bond = BondKind(rawValue: form["s\(at)-bond"]) else { return }
    let member = view.family.keys.first { $0.rawValue == form["s\(at)-member"] }
    map.links.append(
      EcoLink(
        key, bond, EcoFlow(rawValue: form["s\(at)-flow"]) ?? .none, words: form.trimmed("s\(at)-words").nonEmpty, member: member))
  }

  /// Who lives together, without those elsewhere.
  static func household(_ genogram: Genogram) -> Genogram {
    let home = genogram.groups.filter { !$0.isInstitution }.reduce(into: Set<PersonKey>()) { $0.formUnion($1.members) }
    return genogram.without(Set(genogram.persons.map(\.key)).subtracting(home))
  }

  /// The fields of a version, or of the first one from the agencies on the case. New lines get keys that no version has used.
  static func fields(of view: EcomapView, today: CivilDate) -> Fields {
    var fields = Fields([("drawn_on", today.warekiShort), ("base", "\(view.latest?.id ?? 0)")])
    let used = view.versions.flatMap { $0.map.systems.map(\.key.rawValue) }
    var next = (used.compactMap { $0.hasPrefix("own-") ? Int($0.dropFirst(4)) : nil }.max() ?? -1) + 1
    let start =
      view.latest?.map.systems
      ?? view.agencies.prefix(Self.systems - Self.spare).map { EcoSystem(.agency($0.id), $0.name, .other) }
    for at in 0..<Self.systems {
      guard at < start.count else {
        fields.set("s\(at)-key", "own-\(next)")
        next += 1
        continue
      }
      set(&fields, at, start[at], view.latest.map { version in version.map.links.first { $0.to == start[at].key && $0.from == nil } })
    }
    for (at, link) in (view.latest?.map.links.filter { $0.from != nil } ?? []).prefix(Self.ties).enumerated() {
      let place = { (key: SystemKey?) in start.firstIndex { $0.key == key }.map { "s\($0)" } ?? "" }
      for (name, value) in [
        ("from", place(link.from)), ("to", place(link.to)), ("bond", link.kind.rawValue), ("flow", link.flow.rawValue),
        ("words", link.words ?? ""),
      ] { fields.set("t\(at)-\(name)", value) }
    }
    return fields
  }

  /// - Parameter link: nothing yet for the first version, nothing at all for one without a line.
  private static func set(_ fields: inout Fields, _ at: Int, _ system: EcoSystem, _ link: EcoLink??) {
    let bond: String
    switch link {
    case .none: bond = BondKind.ordinary.rawValue
    case .some(let link): bond = link?.kind.rawValue ?? ""
    }
    let line = link ?? nil
    for (name, value) in [
      ("key", system.key.rawValue), ("label", system.label), ("kind", system.kind.rawValue), ("near", "\(system.closeness.rawValue)"),
      ("bond", bond), ("flow", line?.flow.rawValue ?? EcoFlow.none.rawValue), ("words", line?.words ?? ""),
      ("member", line?.member?.rawValue ?? ""), ("person", system.isPerson ? "1" : ""),
    ] { fields.set("s\(at)-\(name)", value) }
  }
}

extension String {
  /// Nothing instead of an empty text.
  var nonEmpty: String? { isEmpty ? nil : self }
}
