import Casework
import Store

/// Which meetings a list shows.
struct MeetingFilter: Sendable {
  enum Tab: String, CaseIterable, Sendable { case coming, held, mine }

  var tab = Tab.coming
  static let linesShown = 200
}

enum MeetingQueries {
  /// Meetings in reach: those ahead by day, those held latest first, or those to which the own agency is called.
  static func list(_ desk: Desk, _ scope: Scope, _ filter: MeetingFilter) throws -> [MeetingLine] {
    let which: SQL =
      switch filter.tab {
      case .coming: "m.stage IN ('planned', 'invited')"
      case .held: "m.stage IN ('held', 'cancelled')"
      case .mine: "EXISTS (SELECT 1 FROM meeting_member w WHERE w.meeting_id = m.id AND w.agency_id = \(scope.agency))"
      }
    let order = filter.tab == .held ? "m.held_on DESC, m.id DESC" : "m.held_on, m.starts_at, m.id"
    return try lines(
      desk, scope, "\(sql: which) AND \(sql: scope.meetings(today: desk.today)) ORDER BY \(raw: order) LIMIT \(MeetingFilter.linesShown)")
  }

  /// The own agency's meetings of a kind that are still ahead: a case may be added to them.
  static func own(_ desk: Desk, ahead kind: MeetingKind) throws -> [MeetingLine] {
    try lines(
      desk, desk.scope,
      """
      m.convener = \(desk.staff.agencyID) AND m.kind = \(kind.rawValue) AND m.stage IN ('planned', 'invited') ORDER BY m.held_on, m.id LIMIT 20
      """)
  }

  private static func lines(_ desk: Desk, _ scope: Scope, _ which: SQL) throws -> [MeetingLine] {
    try desk.reading.rows(
      """
      SELECT m.id, m.number, m.name, m.kind, m.held_on, m.starts_at, m.place, m.mode, m.stage, a.name, m.convener = \(scope.agency),
        m.stage = 'invited' AND EXISTS (SELECT 1 FROM meeting_member r WHERE r.meeting_id = m.id AND r.agency_id = \(scope.agency)
          AND r.invited_at IS NOT NULL AND r.reply = '')
      FROM meeting m JOIN agency a ON a.id = m.convener WHERE \(sql: which)
      """
    ) { row in
      MeetingLine(
        id: row.id(0), number: row.text(1), name: row.text(2), kind: MeetingKind(rawValue: row.text(3)) ?? .confidential,
        heldOn: CivilDate(iso: row.text(4)) ?? .latest, startsAt: row.text(5), place: row.text(6),
        mode: MeetingMode(rawValue: row.text(7)) ?? .inPerson, stage: MeetingStage(rawValue: row.text(8)) ?? .planned,
        convenerName: row.text(9), isOwn: row.bool(10), awaitsReply: row.bool(11))
    }
  }

  static func view(_ desk: Desk, _ meeting: OpenedMeeting) throws -> MeetingView {
    let members = try members(desk, meeting)
    let isHost = meeting.isConvener
    return MeetingView(
      meeting: meeting, members: members, items: try desk.items(of: meeting),
      waiting: isHost && !meeting.isPledgeDue ? try waiting(desk, desk.scope, for: meeting) : [],
      agencies: isHost ? try MeetingPartyQueries.agencies(desk) : [],
      pledge: meeting.kind.needsPledge ? try desk.pledgeText(on: meeting.heldOn) : nil,
      own: members.filter { $0.agency == meeting.viewer }, usualBasis: try usualBasis(desk, meeting))
  }

  /// What an item rests on when nothing else is chosen: the law of the meeting body, or the usual one of its kind.
  static func usualBasis(_ desk: Desk, _ meeting: OpenedMeeting) throws -> MeetingLegalBasis {
    let body = try desk.meetingBodies().first { $0.key == meeting.body }
    return body?.usualBasis ?? MeetingLegalBasis.possible(for: meeting.kind).first ?? .consent
  }

  /// The members whom the viewer may know of.
  static func members(_ desk: Desk, _ meeting: OpenedMeeting) throws -> [MeetingMemberLine] {
    try desk.reading.rows(
      """
      SELECT b.id, b.agency_id, coalesce(a.name, ''), b.name, b.position, b.invited_at IS NOT NULL, b.reply, b.attended, b.for_all,
        EXISTS (SELECT 1 FROM staff s WHERE s.agency_id = b.agency_id AND s.active_from <= \(desk.today.iso)
          AND (s.active_until IS NULL OR s.active_until >= \(desk.today.iso))),
        EXISTS (SELECT 1 FROM meeting_pledge p WHERE p.member_id = b.id)
          OR EXISTS (SELECT 1 FROM guest_pledge q JOIN guest_pass g ON g.id = q.pass_id WHERE g.member_id = b.id) OR EXISTS (SELECT 1 FROM meeting_pledge p JOIN staff s
          ON s.id = p.staff_id WHERE p.meeting_id = b.meeting_id AND p.member_id IS NULL AND s.agency_id = b.agency_id),
        coalesce(a.is_programme_section, 0)
      FROM meeting_member b LEFT JOIN agency a ON a.id = b.agency_id
      WHERE b.meeting_id = \(meeting.id) AND \(sql: meeting.visibleMembers) ORDER BY b.id
      """
    ) { row in
      MeetingMemberLine(
        id: row.id(0), agency: row.optionalID(1), agencyName: row.text(2), name: row.text(3), position: row.text(4),
        isInvited: row.bool(5), reply: MeetingReply(rawValue: row.text(6)), attended: row.bool(7), seesAll: row.bool(8),
        hasAccounts: row.bool(9), hasPledged: row.bool(10), isTown: row.bool(11))
    }
  }

  /// Meeting bodies of the profile with what was held and is planned in this fiscal year.
  static func year(_ desk: Desk) throws -> [MeetingYearLine] {
    let year = desk.today.fiscalYear
    let counts = try desk.reading.rows(
      """
      SELECT body, sum(stage = 'held'), sum(stage IN ('planned', 'invited')) FROM meeting
      WHERE held_on >= \("\(year)-04-01") AND held_on < \("\(year + 1)-04-01") AND stage <> 'cancelled' GROUP BY body
      """
    ) { ($0.text(0), (held: $0.int(1), planned: $0.int(2))) }
    let byBody = Dictionary(counts, uniquingKeysWith: { first, _ in first })
    return try desk.meetingBodies().map { body in
      MeetingYearLine(
        name: body.name, kind: body.kind, about: body.about, perYear: body.perYear, held: byBody[body.key]?.held ?? 0,
        planned: byBody[body.key]?.planned ?? 0, key: body.key)
    }
  }
}
