import Casework
import Store

/// 多機関協働 on one page (「一件の画面」), read in one snapshot.
struct CoordinationView: Sendable {
  struct Team: Sendable {
    let agency: AgencyID
    let name: String
    let ground: Ground
  }

  struct Event: Sendable {
    let act: CoordinationAct?
    let stage: CoordinationStage
    let day: CivilDate
    let at: Int
    let staff: String
    let agency: String
    let reasonCode: String
    let words: String
    let talk: String
    let advice: String
    let jointSetUp: String
  }

  struct Role: Sendable {
    let agency: String
    let person: String
    let role: String
    let isMain: Bool
    /// The latest word of the agency: state, sentence, when.
    let state: String
    let words: String
    let at: Int?
  }

  struct Plan: Sendable {
    let id: PlanID
    let round: Int
    let goal: String
    let words: String
    let pattern: PlanPattern
    let isComplete: Bool
    let confirmedOn: CivilDate?
    let reviewWanted: String
    let roles: [Role]
  }

  struct Meeting: Sendable {
    let id: MeetingID
    let item: MeetingItemID
    let name: String
    let day: CivilDate
    let timing: MeetingTiming?
    let result: MeetingResult?
  }

  struct Ask: Sendable {
    let id: InformationRequestID
    let agency: String
    let due: CivilDate?
    let state: String
  }

  struct Facts: Sendable {
    let label: String
    let since: CivilDate
    let coordinator: StaffID?
    let coordinatorName: String
    let referrerName: String
    let referralNumber: String
    let route: CoordinationRoute?
    let checklist: String
    let leadName: String
    let leadPerson: String
    let leadSince: CivilDate?
    let publicAssistance: String
    let delivery: Delivery?
    let deliveryReason: String
  }

  let coordination: OpenedCoordination
  let facts: Facts
  let recorded: CoordinationFacts
  let days: [(day: CivilDate, kind: CoordinationDayQueries.Kind)]
  let members: [MemberView]
  let team: [Team]
  let plan: Plan?
  let meetings: [Meeting]
  let asks: [Ask]
  let notes: [NoteView]
  let events: [Event]
}

enum CoordinationQueries {
  static let notesShown = 5

  static func view(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CoordinationView {
    let file = coordination.file
    let recorded = try CoordinationFactsQueries.facts(desk, coordination)
    return CoordinationView(
      coordination: coordination, facts: try facts(desk, coordination), recorded: recorded,
      days: try CoordinationDayQueries.all(desk, coordination.id),
      members: file.reach == .team ? try HouseholdQueries.members(desk, file) : [], team: try team(desk, file),
      plan: try plan(desk, coordination), meetings: try meetings(desk, coordination), asks: try asks(desk, coordination),
      notes: try NoteQueries.page(desk, file, TimelineFilter(), limit: notesShown), events: try events(desk, coordination))
  }

  private static func facts(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CoordinationView.Facts {
    let found = try desk.reading.first(
      """
      SELECT c.label, k.stage_since, k.coordinator, coalesce(s.name, ''), \(sql: coordination.file.naming("f.name", of: "f.id")), r.number,
        k.route, k.checklist, \(sql: coordination.file.naming("coalesce(l.name, '')", of: "l.id")),
        k.lead_person, k.lead_since, coalesce(w.name, ''), p.delivery, coalesce(p.reason, '')
      FROM coordination k JOIN case_file c ON c.id = k.case_file_id JOIN referral r ON r.id = k.referral_id
        JOIN agency f ON f.id = r.from_agency LEFT JOIN staff s ON s.id = k.coordinator LEFT JOIN agency l ON l.id = k.lead_agency
        LEFT JOIN agency w ON w.id = k.public_assistance_agency
        LEFT JOIN agency_programme p ON p.agency_id = k.agency_id AND p.programme = 'multi' AND p.from_on <= \(desk.today.iso)
          AND (p.until_on IS NULL OR p.until_on >= \(desk.today.iso))
      WHERE k.id = \(coordination.id) ORDER BY p.id DESC LIMIT 1
      """
    ) { row in
      CoordinationView.Facts(
        label: row.text(0), since: CivilDate(iso: row.text(1)) ?? desk.today, coordinator: row.optionalID(2), coordinatorName: row.text(3),
        referrerName: row.text(4), referralNumber: row.text(5), route: CoordinationRoute(rawValue: row.text(6)), checklist: row.text(7),
        leadName: row.text(8), leadPerson: row.text(9), leadSince: CivilDate(iso: row.text(10)), publicAssistance: row.text(11),
        delivery: row.optionalText(12).flatMap(Delivery.init), deliveryReason: row.text(13))
    }
    guard let found else { throw desk.denied("coordination \(coordination.id)") }
    return found
  }

  /// The agencies that see the case, each with its widest ground.
  private static func team(_ desk: Desk, _ file: OpenedFile) throws -> [CoordinationView.Team] {
    let all = try desk.reading.rows(
      """
      SELECT a.id, a.name, g.ground FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(file.id) AND g.is_open = 1 AND NOT \(sql: file.hidesAgency("a.id")) ORDER BY g.since, g.id
      """
    ) { CoordinationView.Team(agency: $0.id(0), name: $0.text(1), ground: Ground(rawValue: $0.text(2)) ?? .acceptedReferral) }
    var seen: Set<AgencyID> = []
    return all.filter { seen.insert($0.agency).inserted }
  }

  /// The plan that counts: of the present round, or the one before while a new one is not begun.
  private static func plan(_ desk: Desk, _ coordination: OpenedCoordination) throws -> CoordinationView.Plan? {
    let found = try desk.reading.first(
      """
      SELECT id, round, goal_short, goal_words, pattern, is_complete, confirmed_on, review_wanted FROM plan
      WHERE coordination_id = \(coordination.id) ORDER BY round DESC LIMIT 1
      """
    ) { row in
      (
        row.id(0) as PlanID, row.int(1), row.text(2), row.text(3), PlanPattern(rawValue: row.text(4)) ?? .othersOnly, row.bool(5),
        row.optionalText(6).flatMap(CivilDate.init(iso:)), row.text(7)
      )
    }
    guard let found else { return nil }
    let roles = try desk.reading.rows(
      """
      SELECT \(sql: coordination.file.naming("a.name", of: "a.id")), \(sql: coordination.file.naming("o.person", of: "a.id")), o.role, o.is_main, coalesce(g.state, ''), coalesce(g.words, ''), g.at
      FROM plan_role o JOIN agency a ON a.id = o.agency_id
        LEFT JOIN progress_report g ON g.id = (SELECT max(n.id) FROM progress_report n WHERE n.plan_role_id = o.id)
      WHERE o.plan_id = \(found.0) ORDER BY o.position
      """
    ) { row in
      CoordinationView.Role(
        agency: row.text(0), person: row.text(1), role: row.text(2), isMain: row.bool(3), state: row.text(4), words: row.text(5),
        at: row.optionalInt(6))
    }
    return CoordinationView.Plan(
      id: found.0, round: found.1, goal: found.2, words: found.3, pattern: found.4, isComplete: found.5, confirmedOn: found.6,
      reviewWanted: found.7, roles: roles)
  }
}

extension CoordinationQueries {
  /// 重層的支援会議 of the case. What a 支援会議 treats stays with its members.
  private static func meetings(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [CoordinationView.Meeting] {
    try desk.reading.rows(
      """
      SELECT m.id, i.id, m.name, m.held_on, i.timing, i.result FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(coordination.id) AND m.kind = 'planning' AND m.stage <> 'cancelled' ORDER BY m.held_on DESC, i.id DESC LIMIT 10
      """
    ) { row in
      CoordinationView.Meeting(
        id: row.id(0), item: row.id(1), name: row.text(2), day: CivilDate(iso: row.text(3)) ?? .earliest,
        timing: MeetingTiming(rawValue: row.text(4)), result: MeetingResult(rawValue: row.text(5)))
    }
  }

  private static func asks(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [CoordinationView.Ask] {
    try desk.reading.rows(
      """
      SELECT q.id, \(sql: coordination.file.naming("a.name", of: "a.id")), q.due_on, q.state FROM information_request q JOIN agency a ON a.id = q.to_agency
      WHERE q.coordination_id = \(coordination.id) AND q.round = \(coordination.round) AND q.state <> 'withdrawn' ORDER BY q.state, q.due_on, q.id
      """
    ) { CoordinationView.Ask(id: $0.id(0), agency: $0.text(1), due: CivilDate(iso: $0.text(2)), state: $0.text(3)) }
  }

  private static func events(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [CoordinationView.Event] {
    try desk.reading.rows(
      """
      SELECT e.act, e.stage, e.on_day, e.at, \(sql: coordination.file.naming("s.name", of: "a.id")),
        \(sql: coordination.file.naming("a.name", of: "a.id")), e.reason_code, e.words, e.talked_on, e.talked_with, e.talked_how, e.advice,
        e.joint_set_up
      FROM coordination_event e JOIN staff s ON s.id = e.staff_id JOIN agency a ON a.id = e.agency_id
      WHERE e.coordination_id = \(coordination.id) ORDER BY e.id DESC
      """
    ) { row in
      let talk = row.text(8).isEmpty ? "" : "\(Wording.date(row.text(8)))　\(row.text(9))　\(row.text(10))"
      return CoordinationView.Event(
        act: CoordinationAct(rawValue: row.text(0)), stage: CoordinationStage(rawValue: row.text(1)) ?? .requested,
        day: CivilDate(iso: row.text(2)) ?? desk.today, at: row.int(3), staff: row.text(4), agency: row.text(5), reasonCode: row.text(6),
        words: row.text(7), talk: talk, advice: row.text(11), jointSetUp: row.text(12))
    }
  }
}
