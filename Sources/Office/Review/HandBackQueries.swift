import Casework
import Store

/// One つなぎもどし as lists show it.
struct HandBackLine: Sendable, ListedCase {
  let id: HandBackItemID
  let coordinationNumber: String
  /// What the case is called; empty for somebody who may not open it.
  var caseLabel: String
  let caseFile: CaseFileID
  let toAgencyName: String
  let fromAgencyName: String
  let isLead: Bool
  /// The viewer's agency has to take it.
  let isReceiver: Bool
  let item: HandBackItem

  mutating func cover(_ kept: KeptBack) { caseLabel = kept.covering(caseLabel) }
}

enum HandBackQueries {
  /// Items to the viewer's agency and those it made, the open ones first, then the oldest.
  static func all(_ desk: Desk, _ scope: Scope, limit: Int = 200) throws -> [HandBackLine] {
    try lines(desk, scope, "1 = 1", tail: "ORDER BY h.taken_at IS NOT NULL, h.made_at, h.id LIMIT \(limit)")
  }

  /// Items that wait for the viewer's agency to take them.
  static func waiting(_ desk: Desk, _ scope: Scope, limit: Int = 20) throws -> [HandBackLine] {
    try lines(
      desk, scope, "h.to_agency = \(scope.agency) AND h.taken_at IS NULL", tail: "ORDER BY h.made_at, h.id LIMIT \(limit)")
  }

  /// Items that the viewer's agency made and that nobody has taken for days (a prompt to ask).
  static func untaken(_ desk: Desk, _ scope: Scope, limit: Int = 20) throws -> [HandBackLine] {
    try lines(
      desk, scope, "h.to_agency <> \(scope.agency) AND h.taken_at IS NULL", tail: "ORDER BY h.made_at, h.id LIMIT \(limit)"
    ).filter { $0.item.isOverdue(today: desk.today) }
  }

  private static func lines(_ desk: Desk, _ scope: Scope, _ condition: SQL, tail: SQL) throws -> [HandBackLine] {
    let lines = try desk.reading.rows(
      """
      SELECT h.id, k.number, CASE WHEN \(sql: scope.holds(case: "k.case_file_id")) THEN c.label ELSE '' END, t.name, f.name, h.is_lead,
        h.to_agency, h.made_at, h.taken_at, k.case_file_id
      FROM hand_back_item h JOIN coordination k ON k.id = h.coordination_id JOIN case_file c ON c.id = k.case_file_id
        JOIN agency t ON t.id = h.to_agency JOIN agency f ON f.id = k.agency_id JOIN staff s ON s.id = h.made_by
      WHERE \(sql: scope.handBacks) AND \(sql: condition) \(sql: tail)
      """
    ) { row in
      HandBackLine(
        id: row.id(0), coordinationNumber: row.text(1), caseLabel: row.text(2), caseFile: row.id(9), toAgencyName: row.text(3),
        fromAgencyName: row.text(4), isLead: row.bool(5), isReceiver: row.id(6) == scope.agency,
        item: HandBackItem(madeOn: .of(epochSeconds: row.int(7)), takenOn: row.optionalInt(8).map { .of(epochSeconds: $0) }))
    }
    return try desk.covered(lines)
  }

  /// What an agency that goes on needs to know, where it may read it: the evaluation and the agreed roles of that round.
  static func handedOn(_ desk: Desk, _ item: OpenedHandBack) throws -> HandedOn? {
    guard let coordination = item.coordination else { return nil }
    let plan = try desk.reading.first(
      "SELECT id FROM plan WHERE coordination_id = \(coordination.id) AND round = \(item.round)"
    ) { $0.id(0) as PlanID }
    let label = try desk.reading.first("SELECT label FROM case_file WHERE id = \(item.caseFile)") { $0.text(0) } ?? ""
    guard let plan else { return HandedOn(caseLabel: label, plan: nil, reviewed: nil, saved: nil, days: []) }
    return HandedOn(
      caseLabel: label, plan: plan, reviewed: try ReviewQueries.plan(desk, plan), saved: try ReviewQueries.saved(desk, plan),
      days: try CoordinationDayQueries.all(desk, coordination.id).map { ($0.day, $0.kind.label) })
  }
}

/// What stands behind a つなぎもどし (「引き継ぎ」).
struct HandedOn: Sendable {
  let caseLabel: String
  let plan: PlanID?
  let reviewed: ReviewedPlan?
  let saved: SavedReview?
  let days: [(day: CivilDate, kind: String)]
}
