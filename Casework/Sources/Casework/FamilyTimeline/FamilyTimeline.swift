/// 「年表の段」 Whose line of the chronology it is. Raw values are stored. Source: issue on drawings; reference §5.6, §11.
public enum TimelineLaneKind: String, CaseIterable, Sendable, Hashable, Codable {
  case lifeEvent, person, agency, plan

  public var label: String {
    switch self {
    case .lifeEvent: "家族のできごと"
    case .person: "人"
    case .agency: "機関"
    case .plan: "プラン・会議"
    }
  }
}

/// 「年表の段」 One line: 家族のできごと, a person, an agency, the plan.
public struct TimelineLane: Hashable, Sendable, Codable {
  public var kind: TimelineLaneKind
  /// 「母」「架空地域包括支援センター」
  public var label: String
  /// Set when the line is about one person.
  public var person: PersonKey?

  public init(_ kind: TimelineLaneKind, _ label: String, person: PersonKey? = nil) {
    self.kind = kind
    self.label = label
    self.person = person
  }
}

/// 「年表のできごと」 What happened when, as far as it is known.
public struct TimelineEvent: Hashable, Sendable, Codable {
  public var date: PartialDate
  /// The end of something that lasted; nil for what happened once.
  public var until: PartialDate?
  public var lane: TimelineLane
  public var words: String
  /// Everybody whom it tells about.
  public var people: Set<PersonKey>

  public init(_ date: PartialDate, until: PartialDate? = nil, _ lane: TimelineLane, _ words: String, people: Set<PersonKey> = []) {
    self.date = date
    self.until = until
    self.lane = lane
    self.words = words
    self.people = people
  }
}

/// 「家族の年表」 One chronology over people, agencies, plans and life events.
///
/// Source: reference §5.3 (生育歴・経緯), §11; the issue on drawings (zoom by year and month, one page).
public struct FamilyTimeline: Hashable, Sendable, Codable {
  /// Earliest first; what has no date comes last. Doubles are told once.
  public let events: [TimelineEvent]

  public init(_ events: [TimelineEvent]) {
    var seen: Set<TimelineEvent> = []
    let unique = events.filter { seen.insert($0).inserted }
    self.events = unique.enumerated().sorted { a, b in
      let (x, y) = (Self.order(a.element), Self.order(b.element))
      return x == y ? a.offset < b.offset : x.lexicographicallyPrecedes(y)
    }.map(\.element)
  }

  private static func order(_ event: TimelineEvent) -> [Int] {
    guard let span = event.date.span else { return [Int.max, 0, 0] }
    return [span.lowerBound.dayNumber, span.upperBound.dayNumber, TimelineLaneKind.allCases.firstIndex(of: event.lane.kind) ?? 0]
  }

  /// 「一つの年表にまとめる」
  public static func merged(_ parts: [FamilyTimeline]) -> FamilyTimeline { FamilyTimeline(parts.flatMap(\.events)) }

  /// 「見せない人を除いた年表」 What tells about a hidden person is not there, nor is the line of one.
  public func without(_ hidden: Set<PersonKey>) -> FamilyTimeline {
    FamilyTimeline(
      events.filter { event in event.people.isDisjoint(with: hidden) && !(event.lane.person.map(hidden.contains) ?? false) })
  }

  /// The lines in use: 家族のできごと first, then people, agencies, plans; within these by the first event.
  public var lanes: [TimelineLane] {
    var lanes: [TimelineLane] = []
    for kind in TimelineLaneKind.allCases {
      for event in events where event.lane.kind == kind && !lanes.contains(event.lane) { lanes.append(event.lane) }
    }
    return lanes
  }

  /// 「年表と同じことを言う表」 In the order of time.
  public var table: FigureTable {
    FigureTable(
      rows: events.map { event in
        let until = event.until.map { "〜\($0 == .unknown ? "時期不詳" : $0.inJapanese)" } ?? ""
        let date = event.date == .unknown ? "時期不詳" : event.date.inJapanese
        return FigureTable.Row(key: nil, heading: date + until, sentences: ["\(event.lane.label)：\(event.words)"])
      })
  }
}
