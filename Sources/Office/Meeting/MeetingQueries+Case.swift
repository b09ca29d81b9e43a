import Casework
import Store

extension MeetingQueries {
  /// The meetings of one case for its own page: day, name, timing, result. Those of a 支援会議 only for who may see the item there (R-50, R-51).
  static func ofCase(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [CaseMeeting] {
    let agency = desk.staff.agencyID
    let last = desk.today.adding(days: -MeetingStage.sightDays).iso
    return try desk.reading.rows(
      """
      SELECT m.id, i.id, m.name, m.kind, m.stage, m.held_on, i.timing, i.result FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(coordination.id) AND (m.kind = 'planning' OR ((m.kind <> 'confidential' OR EXISTS (
          SELECT 1 FROM meeting_pledge p WHERE p.meeting_id = m.id AND p.staff_id = \(desk.staff.id) AND p.member_id IS NULL))
        AND (m.convener = \(agency) OR (EXISTS (SELECT 1 FROM meeting_item_member x JOIN meeting_member b ON b.id = x.member_id
          WHERE x.item_id = i.id AND b.agency_id = \(agency) AND b.invited_at IS NOT NULL)
          AND (m.stage = 'invited' OR (m.stage = 'held' AND m.held_on >= \(last)))))))
      ORDER BY m.held_on DESC, i.id DESC
      """
    ) { row in
      CaseMeeting(
        meeting: row.id(0), item: row.id(1), name: row.text(2), kind: MeetingKind(rawValue: row.text(3)) ?? .confidential,
        stage: MeetingStage(rawValue: row.text(4)) ?? .planned, heldOn: CivilDate(iso: row.text(5)) ?? .latest,
        timing: MeetingTiming(rawValue: row.text(6)), result: MeetingResult(rawValue: row.text(7)))
    }
  }

  /// Cases in reach that wait for this meeting and are on no agenda yet.
  static func waiting(_ desk: Desk, _ scope: Scope, for meeting: OpenedMeeting) throws -> [WaitingCase] {
    switch meeting.kind {
    case .planning: try desk.covered(try waitingForPlanning(desk, scope))
    case .confidential: try desk.covered(try inStages(desk, scope, [.accepted, .preConsent]))
    case .caseConference, .network: []
    }
  }

  /// Plans put to the meeting, and evaluations that ask for an end or an interruption.
  private static func waitingForPlanning(_ desk: Desk, _ scope: Scope) throws -> [WaitingCase] {
    try desk.reading.rows(
      """
      SELECT k.id, k.number, c.label, k.stage, k.stage_since, w.timing, c.id FROM coordination k JOIN case_file c ON c.id = k.case_file_id JOIN (
        SELECT k.id, CASE WHEN k.round > 1 THEN 'replan' ELSE 'plan' END AS timing FROM coordination k
          WHERE k.agency_id = \(scope.agency) AND k.stage = 'conference'
        UNION ALL SELECT k.id, v.result FROM coordination k JOIN plan p ON p.coordination_id = k.id AND p.round = k.round
          JOIN plan_review v ON v.plan_id = p.id
          WHERE k.agency_id = \(scope.agency) AND v.completed_at IS NOT NULL
            AND ((k.stage = 'inSupport' AND v.result = 'close') OR (k.stage IN ('inSupport', 'replanning') AND v.result = 'interrupt'))
      ) w ON w.id = k.id
      WHERE \(sql: scope.holds(case: "k.case_file_id")) AND NOT EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
        WHERE i.coordination_id = k.id AND i.round = k.round AND m.kind = 'planning' AND m.stage <> 'cancelled'
          AND ((i.result = '' AND i.timing = w.timing) OR i.result IN ('mayClose', 'interrupt')))
      ORDER BY k.stage_since, k.id
      """, line)
  }

  private static func inStages(_ desk: Desk, _ scope: Scope, _ stages: [CoordinationStage]) throws -> [WaitingCase] {
    try desk.reading.rows(
      """
      SELECT k.id, k.number, c.label, k.stage, k.stage_since, '', c.id FROM coordination k JOIN case_file c ON c.id = k.case_file_id
      WHERE k.stage IN \(list: stages.map(\.rawValue)) AND \(sql: scope.holds(case: "k.case_file_id"))
        AND NOT EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
          WHERE i.coordination_id = k.id AND m.kind = 'confidential' AND m.stage IN ('planned', 'invited'))
      ORDER BY k.stage_since, k.id
      """, line)
  }

  private static func line(_ row: Row) -> WaitingCase {
    WaitingCase(
      coordination: row.id(0), number: row.text(1), label: row.text(2), caseFile: row.id(6),
      stage: CoordinationStage(rawValue: row.text(3)) ?? .requested,
      since: row.text(4), timing: MeetingTiming(rawValue: row.text(5)))
  }
}
