import Casework
import Store

enum MeetingItemQueries {
  static func view(_ desk: Desk, _ item: OpenedMeetingItem) throws -> MeetingItemView {
    let members = try members(desk, item)
    let answers = try answers(desk, item)
    let facts = try facts(desk, item)
    return MeetingItemView(
      item: item, members: members, roles: try roles(desk, item), gaps: try gaps(desk, item), answers: answers,
      plan: try plan(desk, item), warning: MeetingAgenda.warning(item.timing, review: facts?.review),
      obstacles: try obstacles(desk, item, facts), movedTo: try movedTo(desk, item),
      mayOpenCase: try MeetingPartyQueries.sees(desk, item.caseFile, desk.staff.agencyID),
      absent: try absent(desk, item), papers: try desk.papers(of: item), releases: try PaperQueries.releases(desk, item),
      planPath: try planPath(desk, item))
  }

  /// Members of the meeting that the viewer may know of, with whether this item is tabled for them.
  static func members(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [(member: MeetingMemberLine, sees: Bool)] {
    let called = Set(
      try desk.reading.rows("SELECT member_id FROM meeting_item_member WHERE item_id = \(item.id)") { $0.id(0) as MeetingMemberID })
    return try MeetingQueries.members(desk, item.meeting).compactMap { member in
      let sees = called.contains(member.id)
      return sees || item.meeting.sight != .member ? (member, sees) : nil
    }
  }

  /// Who must be there for this item and was not. Asked of all members, whoever looks.
  static func absent(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [CoordinationSide] {
    let meeting = item.meeting
    let present = try desk.reading.rows(
      """
      SELECT coalesce(a.is_programme_section, 0), coalesce(b.agency_id = \(meeting.convener), 0), b.attended,
        EXISTS (SELECT 1 FROM meeting_answer w WHERE w.item_id = \(item.id) AND w.member_id = b.id)
          OR EXISTS (SELECT 1 FROM guest_answer w WHERE w.item_id = \(item.id) AND w.member_id = b.id)
      FROM meeting_member b LEFT JOIN agency a ON a.id = b.agency_id WHERE b.meeting_id = \(meeting.id)
      """
    ) { row in
      var sides: Set<CoordinationSide> = row.bool(0) ? [.town] : []
      if row.bool(1) { sides.insert(.coordinator) }
      return MeetingAttendance(sides: sides, attended: row.bool(2), answered: row.bool(3))
    }
    return MeetingAttendance.missing(meeting.kind, mode: meeting.mode, present)
  }

  static func answers(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [MeetingAnswerLine] {
    try desk.reading.rows(
      """
      SELECT w.item_id, b.id, coalesce(a.name, ''), b.name, w.answer, w.words, w.on_behalf, w.at, b.position FROM (
          SELECT item_id, member_id, answer, words, on_behalf, at FROM meeting_answer WHERE item_id = \(item.id)
          UNION ALL SELECT g.item_id, g.member_id, g.answer, g.words, g.way <> 'link', g.at FROM guest_answer g
          WHERE g.item_id = \(item.id) AND g.id = (SELECT max(l.id) FROM guest_answer l WHERE l.item_id = g.item_id AND l.member_id = g.member_id)
        ) w JOIN meeting_member b ON b.id = w.member_id LEFT JOIN agency a ON a.id = b.agency_id
      WHERE \(sql: item.meeting.visibleMembers) ORDER BY w.at, b.id
      """
    ) { row in
      MeetingAnswerLine(
        item: row.id(0), member: row.id(1), name: [row.text(2), row.text(8), row.text(3)].filter { !$0.isEmpty }.joined(separator: "　"),
        answer: MeetingAnswer(rawValue: row.text(4)), words: row.text(5), onBehalf: row.bool(6), at: row.int(7))
    }
  }

  private static func roles(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [MeetingRoleLine] {
    try desk.reading.rows(
      """
      SELECT a.name, r.person, r.what, coalesce(r.due_on, ''), r.task_id IS NOT NULL FROM meeting_role r JOIN agency a ON a.id = r.agency_id
      WHERE r.item_id = \(item.id) ORDER BY r.id
      """
    ) { MeetingRoleLine(agency: $0.text(0), person: $0.text(1), what: $0.text(2), dueOn: $0.text(3), isTask: $0.bool(4)) }
  }

  private static func gaps(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [String] {
    try desk.reading.rows("SELECT words FROM resource_gap WHERE item_id = \(item.id) ORDER BY id") { $0.text(0) }
  }

  /// The facts of the case, for who prepares the meeting and can open the case; a member does not open it, and a convener who cannot any
  /// more keeps the record of the meeting.
  private static func facts(_ desk: Desk, _ item: OpenedMeetingItem) throws -> CoordinationFacts? {
    guard item.meeting.isConvener, item.meeting.kind == .planning, let id = item.coordination,
      try MeetingPartyQueries.sees(desk, item.caseFile, desk.staff.agencyID)
    else { return nil }
    return try CoordinationFactsQueries.facts(desk, try desk.openCoordination(id))
  }

  /// The plan that may take in what was settled; nothing for a member who may not write it.
  private static func planPath(_ desk: Desk, _ item: OpenedMeetingItem) throws -> String? {
    guard item.result != nil, item.meeting.kind == .planning, let id = item.coordination,
      Access.verdict(.writePlan, roles: desk.staff.roles) == .allowed,
      try MeetingPartyQueries.sees(desk, item.caseFile, desk.staff.agencyID)
    else { return nil }
    let coordination = try desk.openCoordination(id)
    guard desk.mayWritePlan(coordination) else { return nil }
    guard let plan = try desk.presentPlan(of: coordination) else {
      return [.planning, .replanning].contains(coordination.stage) ? "/coordinations/\(id)/plan" : nil
    }
    return try PlanQueries.state(desk, plan).isEditable ? "\(plan.path)/edit#f-meeting" : nil
  }

  /// What an agreed end still waits for.
  private static func obstacles(_ desk: Desk, _ item: OpenedMeetingItem, _ facts: CoordinationFacts?) throws -> [CoordinationRequirement] {
    guard item.result == .mayClose, let facts, let id = item.coordination else { return [] }
    return Coordination.obstacles(try desk.openCoordination(id).stage, .close, facts: facts)
  }

  /// The stage to which the result moved the case, where it did.
  private static func movedTo(_ desk: Desk, _ item: OpenedMeetingItem) throws -> CoordinationStage? {
    guard let id = item.coordination else { return nil }
    return try desk.reading.first(
      "SELECT stage FROM coordination_event WHERE coordination_id = \(id) AND meeting_item_id = \(item.id) ORDER BY id LIMIT 1"
    ) { CoordinationStage(rawValue: $0.text(0)) } ?? nil
  }

  static func plan(_ desk: Desk, _ item: OpenedMeetingItem) throws -> TabledPlan? {
    guard item.meeting.kind == .planning, let plan = item.plan else { return nil }
    return try self.plan(desk.reading, plan)
  }

  /// The plan that is tabled with an item of a 重層的支援会議 for a member from outside.
  static func plan(_ desk: GuestDesk, _ item: GuestItem) throws -> TabledPlan? {
    guard desk.pass.kind == .planning, let plan = item.plan else { return nil }
    return try self.plan(desk.reading, plan)
  }

  private static func plan(_ reading: Reading, _ plan: PlanID) throws -> TabledPlan? {
    let roles = try reading.rows(
      """
      SELECT r.agency_id, a.name, r.person, r.role, r.is_main FROM plan_role r JOIN agency a ON a.id = r.agency_id
      WHERE r.plan_id = \(plan) ORDER BY r.position
      """
    ) { TabledPlan.Role(agency: $0.id(0), agencyName: $0.text(1), person: $0.text(2), what: $0.text(3), isMain: $0.bool(4)) }
    let programmes = try reading.rows("SELECT programme, content FROM plan_programme WHERE plan_id = \(plan) ORDER BY programme") {
      "\($0.text(0) == "outreach" ? "アウトリーチ等事業" : "参加支援事業")　\($0.text(1))"
    }
    let monitoring = try reading.rows("SELECT on_day FROM plan_monitoring WHERE plan_id = \(plan) ORDER BY on_day") { $0.text(0) }
    return try reading.first(
      """
      SELECT goal_words, goal_long, goal_short, policy, period_from, period_to, pattern FROM plan WHERE id = \(plan)
      """
    ) { row in
      TabledPlan(
        goalWords: row.text(0), goalLong: row.text(1), goalShort: row.text(2), policy: row.text(3),
        period: "\(Wording.shortDate(row.text(4)))〜\(Wording.shortDate(row.text(5)))", pattern: PlanPattern(rawValue: row.text(6)),
        roles: roles, programmes: programmes, monitoring: monitoring.map { Wording.shortDate($0) })
    }
  }
}
