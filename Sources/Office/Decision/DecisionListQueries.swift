import Casework
import Store

/// One plan on the town's desk (「市の窓口の一行」).
struct DecisionLine: Sendable, ListedCase {
  let plan: PlanID
  let round: Int
  let coordination: String
  var caseLabel: String
  let caseFile: CaseFileID
  let carrier: String
  let pattern: PlanPattern
  let programmes: [PlanProgramme]
  /// ISO dates: since when it waits, or when it was decided; the day of the meeting.
  let since: String
  let meetingOn: String?
  /// What was decided; empty while it waits.
  let outcome: String

  mutating func cover(_ kept: KeptBack) { caseLabel = kept.covering(caseLabel) }
}

/// The town's desk (「市の窓口」).
struct DecisionDesk: Sendable {
  let awaiting: [DecisionLine]
  let reported: [DecisionLine]
  let lately: [DecisionLine]
}

enum DecisionListQueries {
  /// Lines shown of one kind.
  static let mostLines = 200
  static let mostLately = 30

  static func desk(_ desk: Desk, _ scope: Scope) throws -> DecisionDesk {
    DecisionDesk(
      awaiting: try lines(
        desk, scope, since: "k.stage_since", outcome: "''",
        from: "coordination k JOIN plan p ON p.coordination_id = k.id AND p.round = k.round",
        "k.stage = 'awaitingDecision' ORDER BY k.stage_since, k.id LIMIT \(mostLines)"),
      reported: try lines(
        desk, scope, since: "date(t.reported_at + 32400, 'unixepoch')", outcome: "''", from: reports,
        "t.received_at IS NULL ORDER BY t.reported_at, p.id LIMIT \(mostLines)"),
      lately: try lately(desk, scope))
  }

  private static let reports: SQL = "town_report t JOIN plan p ON p.id = t.plan_id JOIN coordination k ON k.id = p.coordination_id"

  /// Decisions and receipts of late, the latest first.
  private static func lately(_ desk: Desk, _ scope: Scope) throws -> [DecisionLine] {
    let decided = try lines(
      desk, scope, since: "d.decided_on", outcome: "d.result",
      from: "support_decision d JOIN plan p ON p.id = d.plan_id JOIN coordination k ON k.id = p.coordination_id",
      "1 = 1 ORDER BY d.id DESC LIMIT \(mostLately)")
    let received = try lines(
      desk, scope, since: "date(t.received_at + 32400, 'unixepoch')", outcome: "'received'", from: reports,
      "t.received_at IS NOT NULL ORDER BY t.received_at DESC LIMIT \(mostLately)")
    return Array((decided + received).sorted { ($0.since, $0.plan.number) > ($1.since, $1.plan.number) }.prefix(mostLately))
  }

  private static func lines(
    _ desk: Desk, _ scope: Scope, since: SQL, outcome: SQL, from: SQL, _ rest: SQL
  ) throws -> [DecisionLine] {
    let lines = try desk.reading.rows(
      """
      SELECT p.id, p.round, k.number, c.label, a.name, p.pattern,
        (SELECT group_concat(u.programme, ' ') FROM plan_programme u WHERE u.plan_id = p.id), \(sql: since),
        (SELECT max(m.held_on) FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
          WHERE i.coordination_id = k.id AND i.round = p.round AND i.timing IN ('plan', 'replan')
            AND i.result IN ('approved', 'approvedWithChanges')), \(sql: outcome), c.id
      FROM \(sql: from) JOIN case_file c ON c.id = k.case_file_id JOIN agency a ON a.id = k.agency_id
      WHERE \(sql: scope.holds(case: "k.case_file_id")) AND \(sql: rest)
      """
    ) { row in
      DecisionLine(
        plan: row.id(0), round: row.int(1), coordination: row.text(2), caseLabel: row.text(3), caseFile: row.id(10), carrier: row.text(4),
        pattern: PlanPattern(rawValue: row.text(5)) ?? .othersOnly,
        programmes: (row.optionalText(6) ?? "").split(separator: " ").compactMap { PlanProgramme(rawValue: String($0)) },
        since: row.text(7),
        meetingOn: row.optionalText(8), outcome: word(row.text(9)))
    }
    return try desk.covered(lines)
  }

  private static func word(_ outcome: String) -> String {
    outcome == "received" ? "報告を受領" : SupportDecisionResult(rawValue: outcome)?.label ?? ""
  }
}
