/// 「エコマップ」 The household and what is around it, on one day; made with the person.
///
/// Source: reference §11.4 (Hartman; dated versions; hidden risk: maps show third persons).
public struct Ecomap: Hashable, Sendable, Codable {
  public var drawnOn: CivilDate
  public var householdLabel: String
  /// Who lives there: drawn in the circle in the middle.
  public var household: Genogram
  public var systems: [EcoSystem]
  public var links: [EcoLink]

  public init(
    on day: CivilDate, householdLabel: String = "本人の世帯", household: Genogram = Genogram(), systems: [EcoSystem] = [], links: [EcoLink] = []
  ) {
    drawnOn = day
    self.householdLabel = householdLabel
    self.household = household
    self.systems = systems
    self.links = links
  }

  public subscript(_ key: SystemKey) -> EcoSystem? { systems.first { $0.key == key } }

  /// 「見せないものを除いたエコマップ」 As if the hidden systems and people had never been recorded; no line ends in nothing.
  public func without(systems hidden: Set<SystemKey> = [], people: Set<PersonKey> = []) -> Ecomap {
    var copy = self
    copy.household = household.without(people)
    copy.systems = systems.filter { system in !hidden.contains(system.key) && !(system.person.map(people.contains) ?? false) }
    let keys = Set(copy.systems.map(\.key))
    copy.links = links.filter { link in
      keys.contains(link.to) && (link.from.map(keys.contains) ?? true) && !(link.member.map(people.contains) ?? false)
        && link.from != link.to
    }
    return copy
  }

  /// 「頭文字だけのエコマップ」 People around the household are P, Q, …; no name of the household is left in any words.
  public func initialled() -> Ecomap {
    let initials = Initials(
      household.persons
        + systems.filter(\.isPerson).sorted { $0.key < $1.key }.map {
          GenogramPerson(PersonKey(rawValue: "z-system-\($0.key.rawValue)"), .unknown, name: $0.label)
        })
    var copy = self
    copy.household = household.initialled()
    copy.systems = systems.map { system in
      var system = system
      let letter = initials.letters[PersonKey(rawValue: "z-system-\(system.key.rawValue)")]
      system.label = letter ?? initials.clean(system.label) ?? system.kind.label
      return system
    }
    copy.links = links.map { link in
      var link = link
      link.words = link.words.flatMap(initials.clean)
      return link
    }
    copy.householdLabel = initials.clean(householdLabel) ?? "本人の世帯"
    return copy
  }
}
