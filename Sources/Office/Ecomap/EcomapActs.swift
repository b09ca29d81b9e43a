import Casework

extension WritingDesk {
  /// 「この時の状況として残す」 A new version; what its drawer may not see goes on into it from the version before.
  package func drawEcomap(of id: CaseFileID) throws {
    let file = try open(id)
    guard file.reach == .team else { throw denied("ecomap of case \(id)") }
    let view = try EcomapQueries.view(self, file)
    let input = try EcomapInput(visit.form, view, today: today, by: staff)
    let before = try EcomapQueries.whole(self, file)
    guard input.base == before?.id ?? 0 else { throw EditConflict(staff: staff) }
    let map = before.map { before in
      input.map.keeping(
        of: before.map, systems: EcomapQueries.hiddenSystems(before.map, file), people: EcomapQueries.hiddenPeople(before.map, view.family))
    }
    try EcomapRecords.draw(self, file, map ?? input.map, remark: input.remark)
    try CaseFileRecords.touch(self, id)
  }
}

extension Ecomap {
  /// The same with what of an earlier version was hidden from the drawer.
  func keeping(of earlier: Ecomap, systems hidden: Set<SystemKey>, people: Set<PersonKey>) -> Ecomap {
    var copy = self
    let systems = earlier.systems.filter { hidden.contains($0.key) || ($0.person.map(people.contains) ?? false) }
    copy.systems += systems.filter { copy[$0.key] == nil }
    let kept = Set(systems.map(\.key))
    copy.links += earlier.links.filter { link in
      guard copy[link.to] != nil, link.from.map({ copy[$0] != nil }) ?? true else { return false }
      return kept.contains(link.to) || (link.from.map(kept.contains) ?? false) || (link.member.map(people.contains) ?? false)
    }
    let gone = earlier.household.persons.filter { people.contains($0.key) }
    guard !gone.isEmpty else { return copy }
    copy.household.persons += gone
    copy.household.unions += earlier.household.unions.filter { people.contains($0.a) || people.contains($0.b) }
    let lines = earlier.household.parentage.filter { people.contains($0.child) || $0.parents.contains(where: people.contains) }
    copy.household.parentage.removeAll { line in lines.contains { $0.child == line.child && $0.kind == line.kind } }
    copy.household.parentage += lines
    return copy
  }
}
