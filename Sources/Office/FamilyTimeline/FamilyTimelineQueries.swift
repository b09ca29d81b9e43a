import Casework
import Store

/// One life event that somebody told (「家族のできごと」).
struct LifeEventLine: Sendable {
  let id: Int
  let person: PersonKey?
  let date: PartialDate
  let until: PartialDate?
  let words: String
  let agency: String
  let staff: String
  /// Seconds since 1970.
  let at: Int
}

/// The merged chronology of a case as this viewer may know it.
struct FamilyTimelineView: Sendable {
  let family: FamilyView
  let lifeEvents: [LifeEventLine]
  let timeline: FamilyTimeline
}

/// Draws on the queries of the screens, which keep back what the viewer may not see; an agency that may not be named has no line at all.
enum FamilyTimelineQueries {
  /// So many of each kind, latest first; a chronology of one page holds fewer.
  private static let limit = 400
  /// What stands at a birth.
  static let birth = "生まれる"

  static func view(_ desk: Desk, _ file: OpenedFile) throws -> FamilyTimelineView {
    let family = try FamilyQueries.family(desk, file)
    let life = try lifeEvents(desk, file, family)
    let told = life.map { line in
      let lane = line.person.map { TimelineLane(.person, family.name($0), person: $0) } ?? lifeLane
      return Casework.TimelineEvent(
        line.date, until: line.until, lane, line.words, people: Set([line.person].compactMap { $0 }))
    }
    return FamilyTimelineView(
      family: family, lifeEvents: life,
      timeline: FamilyTimeline(told + people(family) + (try recorded(desk, file)) + (try plans(desk, file))))
  }

  private static let lifeLane = TimelineLane(.lifeEvent, TimelineLaneKind.lifeEvent.label)
  private static let planLane = TimelineLane(.plan, TimelineLaneKind.plan.label)

  private static func lifeEvents(_ desk: Desk, _ file: OpenedFile, _ family: FamilyView) throws -> [LifeEventLine] {
    try desk.reading.rows(
      """
      SELECT e.id, e.resident_id, e.on_day, e.until_on, e.words, \(sql: file.naming("a.name", of: "a.id")),
        \(sql: file.naming("s.name", of: "a.id")), e.recorded_at
      FROM life_event e JOIN agency a ON a.id = e.agency_id JOIN staff s ON s.id = e.recorded_by
      WHERE e.case_file_id = \(file.id) AND e.ended_at IS NULL AND (\(file.reach == .team) OR e.agency_id = \(file.agency)) ORDER BY e.id
      """
    ) { row in
      LifeEventLine(
        id: row.int(0), person: (row.optionalID(1) as ResidentID?).map(PersonKey.resident),
        date: PartialDate(stored: row.text(2)) ?? .unknown, until: row.optionalText(3).flatMap { PartialDate(stored: $0) },
        words: row.text(4), agency: row.text(5), staff: row.text(6), at: row.int(7))
    }.filter { line in
      // What tells of somebody whom the viewer must not know of is left out, not covered.
      line.person.map(family.keys.contains) ?? true && !file.keptBack.stands(in: line.words)
    }
  }

  /// Births, couples, deaths, as far as anyone knows when.
  private static func people(_ family: FamilyView) -> [Casework.TimelineEvent] {
    func lane(_ key: PersonKey) -> TimelineLane { TimelineLane(.person, family.name(key), person: key) }
    let births = family.people.compactMap { person -> Casework.TimelineEvent? in
      if case .aged = person.birth { return nil }
      return person.birth == .unknown ? nil : Casework.TimelineEvent(person.birth, lane(person.key), birth, people: [person.key])
    }
    let facts = family.facts.map(\.fact).flatMap { fact -> [Casework.TimelineEvent] in
      let people = Set([fact.about, fact.other].compactMap { $0 })
      switch fact.topic {
      case .death: return [Casework.TimelineEvent(fact.from, lane(fact.about), "亡くなる", people: people)]
      case .union where fact.from != .unknown || fact.until != .unknown:
        let names = [fact.about, fact.other].compactMap { $0.map(family.name) }.joined(separator: "と")
        let kind = UnionKind(rawValue: fact.kind)?.label ?? ""
        let start = fact.from == .unknown ? fact.until : fact.from
        return [
          Casework.TimelineEvent(
            start, until: fact.from == .unknown || fact.until == .unknown ? nil : fact.until, lifeLane, "\(names)：\(kind)", people: people)
        ]
      case .union, .parentage, .twins, .keyPerson, .tie: return []
      }
    }
    return births + facts
  }

  /// 相談受付, つなぎ and the stages of the case, each under its agency.
  private static func recorded(_ desk: Desk, _ file: OpenedFile) throws -> [Casework.TimelineEvent] {
    let channels = desk.visit.office.list("C-02")
    return try desk.reading.rows(
      TimelineQueries.events(desk.scope, file, TimelineFilter(), limit: limit), TimelineQueries.event
    ).compactMap { event in
      guard event.agency != PersonSight.mask, event.to != PersonSight.mask else { return nil }
      let lane = event.kind == .stage ? planLane : TimelineLane(.agency, event.agency)
      return Casework.TimelineEvent(.day(event.day), lane, TimelineWording.title(event, channels: channels))
    }
  }

  /// Plans that were confirmed, and meetings that were held.
  private static func plans(_ desk: Desk, _ file: OpenedFile) throws -> [Casework.TimelineEvent] {
    guard let coordination = try desk.latestCoordination(of: file) else { return [] }
    let plans = try PlanQueries.rounds(desk, coordination).compactMap { plan in
      plan.confirmedOn.map { Casework.TimelineEvent(.day($0), planLane, "プラン第\(plan.round)回の確定") }
    }
    let meetings = try MeetingQueries.ofCase(desk, coordination).filter { $0.stage == .held }.map { meeting in
      let words = [meeting.name, meeting.result?.label].compactMap { $0 }.joined(separator: "：")
      return Casework.TimelineEvent(.day(meeting.heldOn), planLane, words)
    }
    return plans + meetings
  }
}

extension FamilyTimelineQueries {
  /// An event of this case that the viewer sees, whether it still stands or not.
  static func isKnown(_ desk: Desk, _ file: OpenedFile, _ event: Int) throws -> Bool {
    if try view(desk, file).lifeEvents.contains(where: { $0.id == event }) { return true }
    return try desk.reading.exists(
      "SELECT 1 FROM life_event WHERE id = \(event) AND case_file_id = \(file.id) AND agency_id = \(file.agency) AND ended_at IS NOT NULL")
  }
}
