import Casework
import Store

/// One case of 多機関協働 as the board shows it, with what it needs.
struct CoordinationLine: Sendable, ListedCase {
  let id: CoordinationID
  let number: String
  let caseFile: CaseFileID
  var caseLabel: String
  let stage: CoordinationStage
  let stageSince: CivilDate
  let round: Int
  let coordinator: String
  let referrer: String
  let lead: String
  let nextDay: CivilDate?
  let turn: CoordinationSide?
  let isOwnTurn: Bool
  /// The most pressing first.
  let reasons: [CoordinationAttention]

  mutating func cover(_ kept: KeptBack) { caseLabel = kept.covering(caseLabel) }
}

/// The board, sorted by what needs somebody (「多機関協働の一覧」).
struct CoordinationBoard: Sendable {
  let filter: CoordinationBoardFilter
  let lines: [CoordinationLine]
  let total: Int
  /// How many of all lines each reason concerns, of those that ask for a look.
  let counts: [(reason: CoordinationAttention, count: Int)]

  var hasMore: Bool { total > (filter.page + 1) * CoordinationBoardQueries.perPage }
}

enum CoordinationBoardQueries {
  static let perPage = 50
  /// More than any coordinator holds; beyond that the list has to be narrowed.
  private static let most = 2_000

  /// What needs a look comes first, then by the next day, then by the longest in its stage.
  static func board(_ desk: Desk, _ scope: Scope, _ filter: CoordinationBoardFilter) throws -> CoordinationBoard {
    desk.note("coordinations")
    let all = try lines(desk, scope, filter).sorted { rank($0) < rank($1) }
    let counts = CoordinationAttention.allCases.map { reason in (reason, all.count { $0.reasons.first == reason }) }.filter { $0.1 > 0 }
    let start = min(filter.page * perPage, all.count)
    return CoordinationBoard(
      filter: filter, lines: Array(all[start..<min(start + perPage, all.count)]), total: all.count, counts: counts)
  }

  /// Every line, for the file.
  static func allLines(_ desk: Desk, _ scope: Scope, _ filter: CoordinationBoardFilter) throws -> [CoordinationLine] {
    try lines(desk, scope, filter).sorted { rank($0) < rank($1) }
  }

  private static func rank(_ line: CoordinationLine) -> (Int, String, String, Int) {
    let reason = line.reasons.first.map(\.rawValue) ?? CoordinationAttention.allCases.count
    return (reason, line.nextDay?.iso ?? "9999", line.stageSince.iso, line.id.number)
  }

  private static func lines(_ desk: Desk, _ scope: Scope, _ filter: CoordinationBoardFilter) throws -> [CoordinationLine] {
    let today = desk.today
    let lines = try desk.reading.rows(
      """
      SELECT k.id, k.number, k.case_file_id, c.label, k.stage, k.stage_since, k.round, coalesce(s.name, ''), f.name, coalesce(l.name, ''),
        k.next_on, k.agency_id = \(scope.agency), coalesce(p.review_wanted, '') <> '', \(sql: wantsTalk),
        EXISTS (SELECT 1 FROM hand_back_item h WHERE h.coordination_id = k.id AND h.taken_at IS NULL
          AND h.made_at < \(desk.now - 7 * 86_400)),
        EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.coordination_id = k.id AND i.result = ''
          AND m.stage <> 'cancelled' AND m.kind = 'planning' AND m.held_on < \(today.iso)),
        (SELECT n.until_on FROM consent n WHERE n.case_file_id = k.case_file_id ORDER BY n.id DESC LIMIT 1), r.from_agency = \(scope.agency),
        k.lead_agency = \(scope.agency)
      FROM coordination k JOIN case_file c ON c.id = k.case_file_id JOIN referral r ON r.id = k.referral_id
        JOIN agency f ON f.id = r.from_agency LEFT JOIN staff s ON s.id = k.coordinator LEFT JOIN agency l ON l.id = k.lead_agency
        LEFT JOIN plan p ON p.coordination_id = k.id AND p.round = k.round
      WHERE \(sql: range(filter)) AND \(sql: scope.coordinations)\(sql: filter.mineOnly ? " AND k.coordinator = \(scope.staff)" : "")\
      \(sql: filter.stage.map { " AND k.stage = \($0.rawValue)" } ?? "")
      LIMIT \(most)
      """
    ) { line($0, scope: scope, today: today) }
    return try desk.covered(lines)
  }

  private static func range(_ filter: CoordinationBoardFilter) -> SQL {
    switch filter.range {
    case .active: "k.is_active = 1"
    case .resting: "k.stage IN ('closed', 'followUp', 'interrupted')"
    case .all: "k.is_active IN (0, 1)"
    }
  }

  /// The latest word of some agency about its role is that it wants to talk.
  private static let wantsTalk: SQL = """
    EXISTS (SELECT 1 FROM plan_role o JOIN progress_report g ON g.plan_role_id = o.id WHERE o.plan_id = p.id AND g.state = 'needsTalk'
      AND NOT EXISTS (SELECT 1 FROM progress_report n WHERE n.plan_role_id = o.id AND n.id > g.id))
    """

  private static func line(_ row: Row, scope: Scope, today: CivilDate) -> CoordinationLine {
    let stage = CoordinationStage(rawValue: row.text(4)) ?? .requested
    var signals = CoordinationSignals(stage: stage, stageSince: CivilDate(iso: row.text(5)) ?? today)
    var sides: Set<CoordinationSide> = scope.isProgrammeSection ? [.town] : []
    if row.bool(11) { sides.formUnion([.coordinator, .meeting]) }
    if row.bool(17) { sides.insert(.referrer) }
    if !row.isNull(18), row.bool(18) { sides.insert(.lead) }
    let turn = Coordination.isWaitingFor(stage)
    signals.isOwnTurn = turn.map(sides.contains) ?? false
    signals.nextDay = row.optionalText(10).flatMap(CivilDate.init(iso:))
    signals.isReviewWanted = row.bool(12)
    signals.wantsTalk = row.bool(13)
    signals.handBackWaits = row.bool(14)
    signals.meetingPassed = row.bool(15)
    signals.consentUntil = row.optionalText(16).flatMap(CivilDate.init(iso:))
    return CoordinationLine(
      id: row.id(0), number: row.text(1), caseFile: row.id(2), caseLabel: row.text(3), stage: stage, stageSince: signals.stageSince,
      round: row.int(6), coordinator: row.text(7), referrer: row.text(8), lead: row.text(9), nextDay: signals.nextDay, turn: turn,
      isOwnTurn: signals.isOwnTurn, reasons: signals.reasons(on: today))
  }
}

extension Scope {
  /// 多機関協働 in reach, as a condition on alias `k` of `coordination`: of the own agency, or of the town, and only with the case in sight.
  var coordinations: SQL {
    guard isCaseworker else { return "(0 = 1)" }
    let whose: SQL = isProgrammeSection ? "1 = 1" : "k.agency_id = \(agency)"
    return "(\(sql: whose) AND \(sql: holds(case: "k.case_file_id")))"
  }
}
