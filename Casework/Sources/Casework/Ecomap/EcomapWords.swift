/// What an ecomap says, in sentences.
struct EcomapWords {
  let map: Ecomap

  func name(_ key: SystemKey) -> String { map[key]?.label ?? "" }

  func from(_ link: EcoLink) -> String {
    if let from = link.from { return name(from) }
    guard let member = link.member else { return map.householdLabel }
    let person = map.household[member]
    return person?.name ?? person?.relation ?? map.householdLabel
  }

  var table: FigureTable {
    let members = map.household.persons.map { [$0.name, $0.relation.map { "（\($0)）" }].compactMap { $0 }.joined() }
    let people = members.filter { !$0.isEmpty }
    let middle = FigureTable.Row(
      key: nil, heading: map.householdLabel,
      sentences: ["\(map.drawnOn.wareki)の図"] + (people.isEmpty ? [] : ["世帯にいる人：\(people.joined(separator: "、"))"]))
    let systems = map.systems.sorted { ($0.closeness.rawValue, $1.key) > ($1.closeness.rawValue, $0.key) }
    return FigureTable(rows: [middle] + systems.map { FigureTable.Row(key: $0.key.rawValue, heading: $0.label, sentences: sentences($0)) })
  }

  func sentences(_ system: EcoSystem) -> [String] {
    [system.kind.label, system.closeness.label]
      + map.links.filter { $0.to == system.key || $0.from == system.key }.map { link in
        let other = link.to == system.key ? from(link) : name(link.to)
        let flow: String
        switch link.flow {
        case .none: flow = ""
        case .mutual: flow = "、互いに働きかけ"
        case .forward: flow = "、\(from(link))から\(name(link.to))へ"
        case .backward: flow = "、\(name(link.to))から\(from(link))へ"
        }
        return "\(other)と：\(link.kind.label)\(flow)\(link.words.map { "（\($0)）" } ?? "")"
      }
  }
}
