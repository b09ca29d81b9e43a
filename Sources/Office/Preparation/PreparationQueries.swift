import Casework
import Store

/// One question as its convener sees it (「問いかけの一行」).
struct PreparationLine: Sendable {
  let id: PreparationID
  let item: MeetingItemID
  let agency: AgencyID
  let agencyName: String
  let due: CivilDate
  let state: PreparationState
  let answeredAt: Int?
  let way: PreparationWay?
  /// Seconds since 1970 of the last time somebody reminded them.
  let remindedAt: Int?
}

/// An agency that may be asked about an item (「尋ねられる機関」).
struct PreparationOffer: Sendable {
  let item: MeetingItemID
  let agency: AgencyID
  let agencyName: String
  let asked: PreparationRule.Asked

  /// What the form sends: 「12:5」.
  var code: String { "\(item):\(agency)" }
}

/// What one agency answered, beside what others did (「並べた回答」).
struct PreparationReply: Sendable {
  let agencyName: String
  /// Nothing where it has not answered.
  let answer: PreparationAnswer?
  let state: PreparationState
  let way: PreparationWay?
  let toldBy: String
  let staffName: String
  let at: Int?
}

/// A question in the list of the agency that was asked (「会議の準備の一行」).
struct WaitingPreparation: Sendable, ListedCase {
  let id: PreparationID
  let caseFile: CaseFileID
  let caseNumber: String
  /// Empty before the pledge of a 支援会議.
  var caseLabel: String
  let meetingName: String
  let heldOn: CivilDate
  let startsAt: String
  let convenerName: String
  let due: CivilDate
  let state: PreparationState

  mutating func cover(_ kept: KeptBack) { caseLabel = kept.covering(caseLabel) }
}

enum PreparationQueries {
  /// The answer in the five columns from `first` on: is_involved, then the four questions.
  static func answer(_ row: Row, from first: Int) -> PreparationAnswer {
    let words = PreparationQuestion.allCases.enumerated().map { ($0.element, row.text(first + 1 + $0.offset)) }
    return PreparationAnswer(isInvolved: row.bool(first), words: Dictionary(uniqueKeysWithValues: words))
  }

  /// Every question about the items of a meeting that the viewer may see.
  static func lines(_ desk: Desk, _ items: [OpenedMeetingItem]) throws -> [PreparationLine] {
    try desk.reading.rows(
      """
      SELECT p.id, p.item_id, p.agency_id, a.name, p.due_on, p.is_involved, p.answered_at, p.way,
        (SELECT max(r.at) FROM preparation_reminder r WHERE r.preparation_id = p.id)
      FROM preparation p JOIN agency a ON a.id = p.agency_id WHERE p.item_id IN \(list: items.map(\.id)) ORDER BY p.item_id, p.id
      """
    ) { row in
      let due = CivilDate(iso: row.text(4)) ?? .latest
      return PreparationLine(
        id: row.id(0), item: row.id(1), agency: row.id(2), agencyName: row.text(3), due: due,
        state: PreparationState.of(isInvolved: row.isNull(5) ? nil : row.bool(5), due: due, today: desk.today),
        answeredAt: row.optionalInt(6), way: PreparationWay(rawValue: row.text(7)), remindedAt: row.optionalInt(8))
    }
  }

  /// Whom the convener may ask about an item: those it is tabled for, and outside of a 支援会議 those who are in the case.
  static func offers(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [PreparationOffer] {
    let meeting = item.meeting
    let kept = try desk.veil(item.caseFile)
    let found = try desk.reading.rows(
      """
      SELECT * FROM (SELECT a.id, a.name, a.is_programme_section AS town,
          EXISTS (SELECT 1 FROM meeting_item_member x JOIN meeting_member b ON b.id = x.member_id
            WHERE x.item_id = \(item.id) AND b.agency_id = a.id) AS tabled,
          EXISTS (SELECT 1 FROM meeting_member b WHERE b.meeting_id = \(meeting.id) AND b.agency_id = a.id AND b.invited_at IS NOT NULL),
          EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(item.caseFile) AND g.agency_id = a.id AND g.is_open = 1) AS ground
        FROM agency a WHERE a.ended_on IS NULL OR a.ended_on >= \(desk.today.iso))
      WHERE tabled OR (ground AND \(meeting.kind != .confidential)) ORDER BY tabled DESC, id
      """
    ) { (id: $0.id(0) as AgencyID, name: $0.text(1), isTown: $0.bool(2), isTabled: $0.bool(3), isInvited: $0.bool(4), ground: $0.bool(5)) }
    return try found.filter { !kept.agencies.contains($0.id) }.map { agency in
      let isHost = agency.id == meeting.convener || (agency.isTown && meeting.kind == .planning)
      let isAgreed = try isHost || item.basis != .consent || isCovered(desk, item, agency.id)
      return PreparationOffer(
        item: item.id, agency: agency.id, agencyName: agency.name,
        asked: PreparationRule.Asked(
          isCalled: agency.isTabled && isAgreed, isInvited: agency.isInvited || isHost, hasGround: agency.ground))
    }
  }

  private static func isCovered(_ desk: Desk, _ item: OpenedMeetingItem, _ agency: AgencyID) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM meeting_item i WHERE i.id = \(item.id) AND \(sql: OpenedMeeting.isAgreed(agency, on: desk.today))")
  }

  /// What every agency answered about an item, for whom the item is opened, in the order in which they were asked.
  static func replies(_ desk: Desk, _ item: OpenedMeetingItem) throws -> [PreparationReply] {
    let hidden = try desk.veil(item.caseFile).agencies
    return try agencyReplies(desk, item, hidden) + guestReplies(desk, item, hidden)
  }

  /// What members from outside answered through their links, named by where they come from.
  private static func guestReplies(_ desk: Desk, _ item: OpenedMeetingItem, _ hidden: Set<AgencyID>) throws -> [PreparationReply] {
    try desk.reading.rows(
      """
      SELECT g.is_involved, g.household, g.doing, g.wanted, g.asks, coalesce(a.name, ''), b.position, b.name, b.agency_id, g.at
      FROM guest_preparation g JOIN meeting_member b ON b.id = g.member_id LEFT JOIN agency a ON a.id = b.agency_id
      WHERE g.item_id = \(item.id) AND \(sql: item.meeting.visibleMembers)
        AND g.id = (SELECT max(l.id) FROM guest_preparation l WHERE l.item_id = g.item_id AND l.member_id = g.member_id) ORDER BY b.id
      """
    ) { row in
      let answer = answer(row, from: 0)
      let from = [row.text(5), row.text(6)].filter { !$0.isEmpty }.joined(separator: "　")
      let isHidden = row.optionalID(8).map { hidden.contains($0) } ?? false
      return PreparationReply(
        agencyName: isHidden ? PersonSight.mask : from.isEmpty ? row.text(7) : from, answer: answer,
        state: answer.isInvolved ? .answered : .notInvolved, way: .screen, toldBy: "", staffName: isHidden ? "" : row.text(7),
        at: row.optionalInt(9))
    }
  }

  private static func agencyReplies(_ desk: Desk, _ item: OpenedMeetingItem, _ hidden: Set<AgencyID>) throws -> [PreparationReply] {
    try desk.reading.rows(
      """
      SELECT p.agency_id, a.name, p.due_on, p.is_involved, p.household, p.doing, p.wanted, p.asks, p.way, p.told_by, coalesce(s.name, ''),
        p.answered_at
      FROM preparation p JOIN agency a ON a.id = p.agency_id LEFT JOIN staff s ON s.id = p.answered_by
      WHERE p.item_id = \(item.id) ORDER BY p.id
      """
    ) { row in
      let answer = row.isNull(3) ? nil : answer(row, from: 3)
      let isHidden = hidden.contains(row.id(0))
      return PreparationReply(
        agencyName: isHidden ? PersonSight.mask : row.text(1), answer: answer,
        state: PreparationState.of(isInvolved: answer?.isInvolved, due: CivilDate(iso: row.text(2)) ?? .latest, today: desk.today),
        way: PreparationWay(rawValue: row.text(8)), toldBy: isHidden ? "" : row.text(9), staffName: isHidden ? "" : row.text(10),
        at: row.optionalInt(11))
    }
  }

  /// What the own agency is asked about meetings that are still ahead: the open ones first, the earliest day first.
  static func waiting(_ desk: Desk, _ scope: Scope, limit: Int = 100) throws -> [WaitingPreparation] {
    let lines = try desk.reading.rows(
      """
      SELECT p.id, i.case_file_id, c.number,
        CASE WHEN m.kind <> 'confidential' OR EXISTS (SELECT 1 FROM meeting_pledge w
          WHERE w.meeting_id = m.id AND w.staff_id = \(scope.staff) AND w.member_id IS NULL) THEN c.label ELSE '' END,
        m.name, m.held_on, m.starts_at, v.name, p.due_on, p.is_involved
      FROM preparation p JOIN meeting_item i ON i.id = p.item_id JOIN meeting m ON m.id = i.meeting_id JOIN case_file c ON c.id = i.case_file_id
        JOIN agency v ON v.id = m.convener
      WHERE \(sql: scope.preparations(today: desk.today)) AND i.result = '' AND m.stage IN ('planned', 'invited')
      ORDER BY p.is_involved IS NOT NULL, p.due_on, p.id LIMIT \(limit)
      """
    ) { row in
      let due = CivilDate(iso: row.text(8)) ?? .latest
      return WaitingPreparation(
        id: row.id(0), caseFile: row.id(1), caseNumber: row.text(3).isEmpty ? "" : row.text(2), caseLabel: row.text(3),
        meetingName: row.text(4), heldOn: CivilDate(iso: row.text(5)) ?? .latest, startsAt: row.text(6), convenerName: row.text(7),
        due: due,
        state: PreparationState.of(isInvolved: row.isNull(9) ? nil : row.bool(9), due: due, today: desk.today))
    }
    return try desk.covered(lines)
  }
}
