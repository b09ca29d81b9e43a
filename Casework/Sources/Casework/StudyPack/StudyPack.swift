extension Numbered {
  public enum StudyPack {}
}

/// 「事例検討用の資料」の番号
public typealias StudyPackID = Identifier<Numbered.StudyPack>

/// 「事例検討用の資料」 What is laid before a 事例検討会: nobody in it can be recognised, and a person has looked it through.
///
/// Source: the issue on drawings; reference §8.1, §11.4.
public struct StudyPack: Hashable, Sendable, Codable {
  /// 「資料の部分」 Raw values are stored.
  public enum Part: String, CaseIterable, Sendable, Hashable, Codable {
    case points, summary, chronology, plan

    public var label: String {
      switch self {
      case .points: "検討したいこと"
      case .summary: "事例のあらまし"
      case .chronology: "経過"
      case .plan: "プランのあらまし"
      }
    }
  }

  public var texts: [Part: String]
  public var genogram: Genogram
  public var ecomap: Ecomap?
  /// The day on which it speaks of ages; moved like all others.
  public var day: CivilDate
  /// What was put in place of what: for the preview only, gone once the pack is confirmed.
  public var replaced: [Anonymisation.Replaced]

  public init(
    texts: [Part: String], genogram: Genogram, ecomap: Ecomap?, day: CivilDate, replaced: [Anonymisation.Replaced] = []
  ) {
    self.texts = texts
    self.genogram = genogram
    self.ecomap = ecomap
    self.day = day
    self.replaced = replaced
  }

  /// 「確かめた資料」 As it is kept and printed: what stood there before is said nowhere.
  public var confirmed: StudyPack {
    var copy = self
    copy.replaced = []
    return copy
  }

  /// All that may be read in it.
  public var words: String { Part.allCases.compactMap { texts[$0] }.joined(separator: "\n") }
}

extension Genogram {
  /// 「匿名のジェノグラム」 Letters for names, decades for ages, no days.
  public func anonymised(on day: CivilDate) -> Genogram {
    var copy = initialled()
    copy.persons = copy.persons.map { person in
      var person = person
      let decade = person.isDead ? nil : person.age(on: day).flatMap { AgeRange($0.lower / 10 * 10, $0.lower / 10 * 10 + 9) }
      person.birth = decade.map { .aged($0, on: day) } ?? .unknown
      if person.isDead { person.death = .unknown }
      person.notes = []
      return person
    }
    copy.unions = copy.unions.map { GenogramUnion($0.a, $0.b, $0.kind) }
    return copy
  }
}

extension Ecomap {
  /// 「匿名のエコマップ」 Kinds for agencies, letters for people.
  public func anonymised(on day: CivilDate, words: (String) -> String) -> Ecomap {
    var copy = initialled()
    copy.drawnOn = day
    copy.household = household.anonymised(on: day)
    copy.householdLabel = "本人の世帯"
    var used: [SystemKind: Int] = [:]
    let counts = Dictionary(grouping: copy.systems.filter { !$0.isPerson }, by: \.kind).mapValues(\.count)
    copy.systems = copy.systems.map { system in
      var system = system
      guard !system.isPerson else { return system }
      used[system.kind, default: 0] += 1
      system.label = system.kind.label + (counts[system.kind] == 1 ? "" : "\(used[system.kind] ?? 1)")
      return system
    }
    copy.links = copy.links.map { link in
      var link = link
      link.words = link.words.map(words)
      return link
    }
    return copy
  }
}
