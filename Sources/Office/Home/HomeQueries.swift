import Casework
import Store

/// What ホーム shows to somebody who works on cases, each list cut at ``HomeQueries/most``.
struct HomeView: Sendable {
  struct Waiting: Sendable, ListedCase {
    let id: ReferralID
    let number: String
    /// What the case is called, only where it is in reach.
    var label: String
    let caseFile: CaseFileID
    let stage: ReferralStage
    let isSender: Bool
    /// The agency on the other side.
    let otherAgency: String
    let dueOn: String?
    /// 「引き受けられなかったこと」 of a つなぎ accepted in part, while the sender has not taken note of it; empty where the case is out of reach.
    var rest: String?
    /// A request to 多機関協働 that this person answers on the page of 多機関協働.
    let coordination: Int?

    /// Where it is answered.
    var path: String { coordination.map { "/coordinations/\($0)" } ?? "/referrals/\(id)" }

    mutating func cover(_ kept: KeptBack) {
      label = kept.covering(label)
      rest = rest.map(kept.covering)
    }
  }

  struct Due: Sendable, ListedCase {
    let id: TaskID
    let caseFile: CaseFileID
    let number: String
    var label: String
    var what: String
    let dueOn: String
    /// Nobody in particular: anyone of the agency.
    let isShared: Bool

    mutating func cover(_ kept: KeptBack) {
      label = kept.covering(label)
      what = kept.covering(what)
    }
  }

  struct Recent: Sendable, ListedCase {
    let id: CaseFileID
    let number: String
    var label: String
    let stage: ConsultationStage
    let touchedAt: Int

    var caseFile: CaseFileID { id }
    mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }
  }

  /// A list and whether there is more than it shows.
  struct List<Line: Sendable>: Sendable {
    let lines: [Line]
    let hasMore: Bool

    init(_ found: [Line]) {
      lines = Array(found.prefix(HomeQueries.most))
      hasMore = found.count > HomeQueries.most
    }
  }

  let mine: List<Waiting>
  let comments: List<CommentedNote>
  let theirs: List<Waiting>
  let overdue: List<Waiting>
  let drafts: List<DraftLine>
  let tasks: List<Due>
  let recent: List<Recent>
  let ahead: List<Ahead>
  let watch: Watch
}

enum HomeQueries {
  /// Lines a list of ホーム shows.
  static let most = 10

  /// All of ホーム in one snapshot, or nothing for somebody who works on no case.
  static func view(_ desk: Desk) throws -> HomeView? {
    desk.note("home")
    let scope = desk.scope
    guard scope.isCaseworker else { return nil }
    return HomeView(
      mine: .init(try desk.covered(try waiting(desk, scope, for: .mine))),
      comments: .init(try desk.covered(try NoteReviewQueries.unread(desk, scope, limit: most + 1))),
      theirs: .init(try desk.covered(try waiting(desk, scope, for: .theirs))),
      overdue: .init(try desk.covered(try overdue(desk, scope))), drafts: .init(try DraftQueries.mine(desk, limit: most + 1)),
      tasks: .init(try desk.covered(try dueTasks(desk, scope))), recent: .init(try desk.covered(try recentCases(desk, scope))),
      ahead: .init(try ahead(desk, scope)), watch: try watch(desk, scope))
  }

  private enum Turn { case mine, theirs }

  /// つなぎ that wait for the own agency or for the other one, the nearest answer day first. A draft is nobody else's business; what was
  /// left after a partial acceptance waits for the sender until it is noted.
  private static func waiting(_ desk: Desk, _ scope: Scope, for turn: Turn) throws -> [HomeView.Waiting] {
    let bySender = ReferralStage.allCases.filter { Referral.isWaitingFor($0) == .sender }
    let byReceiver = ReferralStage.allCases.filter { Referral.isWaitingFor($0) == .receiver }
    let asSender = turn == .mine ? bySender : byReceiver
    let asReceiver = (turn == .mine ? byReceiver : bySender).filter { $0 != .draft }
    let unbarred = scope.unbarred(case: "f.case_file_id")
    let isNoted: SQL = "(f.rest_since IS NULL OR f.rest_noted_at IS NOT NULL)"
    let rests: SQL = """
      UNION ALL
      \(sql: line(scope, isSender: true, rest: rest(scope))) WHERE f.from_agency = \(scope.agency) AND \(sql: unbarred)
        AND f.rest_since IS NOT NULL AND f.rest_noted_at IS NULL AND f.stage IN ('acceptedInPart', 'inProgress', 'confirmed')
      """
    // What was accepted as 多機関協働 goes on there, and stands on its board.
    let isCoordinated: SQL = """
      (f.is_multi = 1 AND f.stage <> 'requested' AND EXISTS (SELECT 1 FROM coordination k WHERE k.referral_id = f.id AND k.is_active = 1))
      """
    // A report waits for the sender anyway: one line tells both.
    let reported: SQL = "CASE WHEN f.stage = 'reported' AND NOT \(sql: isNoted) THEN \(sql: rest(scope)) END"
    return try desk.reading.rows(
      """
      \(sql: line(scope, isSender: true, rest: turn == .mine ? reported : "NULL")) WHERE f.from_agency = \(scope.agency) AND \(sql: unbarred)
        AND f.stage IN \(list: asSender.map(\.rawValue))\(sql: turn == .theirs ? " AND \(sql: isNoted)" : "")
      UNION ALL
      \(sql: line(scope, isSender: false, coordination: coordination(desk, scope))) WHERE f.to_agency = \(scope.agency) AND \(sql: unbarred)
        AND f.stage IN \(list: asReceiver.map(\.rawValue))\(sql: turn == .mine ? " AND NOT \(sql: isCoordinated)" : "")
      \(sql: turn == .mine ? rests : "")
      ORDER BY 7, 8 DESC LIMIT \(most + 1)
      """, waitingLine)
  }

  /// Asked and not answered by the day it was due, on whichever side the own agency stands.
  private static func overdue(_ desk: Desk, _ scope: Scope) throws -> [HomeView.Waiting] {
    let late: SQL = "AND f.stage = \(ReferralStage.requested.rawValue) AND f.answer_due_on < \(desk.today.iso)"
    return try desk.reading.rows(
      """
      \(sql: line(scope, isSender: true)) WHERE f.from_agency = \(scope.agency) AND \(sql: scope.unbarred(case: "f.case_file_id")) \(sql: late)
      UNION ALL
      \(sql: line(scope, isSender: false, coordination: coordination(desk, scope))) WHERE f.to_agency = \(scope.agency) AND \(sql: scope.unbarred(case: "f.case_file_id")) \(sql: late)
      ORDER BY 7, 8 DESC LIMIT \(most + 1)
      """, waitingLine)
  }

  private static func line(_ scope: Scope, isSender: Bool, rest: SQL = "NULL", coordination: SQL = "NULL") -> SQL {
    """
    SELECT f.id, f.number, CASE WHEN \(sql: scope.holds(case: "f.case_file_id")) THEN c.label ELSE '' END, f.stage, \(isSender), a.name,
      coalesce(f.answer_due_on, '9999'), f.touched_at, f.case_file_id, \(sql: rest), \(sql: coordination)
    FROM referral f JOIN case_file c ON c.id = f.case_file_id JOIN agency a ON a.id = \(raw: isSender ? "f.to_agency" : "f.from_agency")
    """
  }

  /// What was not taken up, only where the case is in reach.
  private static func rest(_ scope: Scope) -> SQL {
    """
    CASE WHEN \(sql: scope.holds(case: "f.case_file_id")) THEN (SELECT e.not_taken FROM referral_event e
      WHERE e.referral_id = f.id AND e.act = 'acceptInPart' ORDER BY e.id DESC LIMIT 1) ELSE '' END
    """
  }

  /// A coordinator answers a new request on the page of 多機関協働; who is none, and a request to a case that is closed, by the つなぎ.
  private static func coordination(_ desk: Desk, _ scope: Scope) -> SQL {
    guard desk.staff.roles.contains(.multiCoordinator) else { return "NULL" }
    return """
      CASE WHEN f.is_multi = 1 AND f.stage = 'requested' THEN (SELECT k.id FROM coordination k
        WHERE k.referral_id = f.id AND k.stage = 'requested' AND k.is_active = 1 AND \(sql: scope.coordinations)) END
      """
  }

  private static func waitingLine(_ row: Row) -> HomeView.Waiting {
    HomeView.Waiting(
      id: row.id(0), number: row.text(1), label: row.text(2), caseFile: row.id(8),
      stage: ReferralStage(rawValue: row.text(3)) ?? .requested,
      isSender: row.bool(4), otherAgency: row.text(5), dueOn: row.text(6) == "9999" ? nil : row.text(6),
      rest: row.optionalText(9), coordination: row.optionalInt(10))
  }

  /// What is to be done today or should have been, the person's own and what is left to anyone of the agency.
  private static func dueTasks(_ desk: Desk, _ scope: Scope) throws -> [HomeView.Due] {
    let line: SQL = """
      SELECT t.id, t.case_file_id, c.number, c.label, t.what, t.due_on, t.staff_id IS NULL
      FROM task t JOIN case_file c ON c.id = t.case_file_id
      WHERE t.done_at IS NULL AND t.due_on <= \(desk.today.iso) AND \(sql: scope.holds(case: "t.case_file_id"))
      """
    return try desk.reading.rows(
      """
      \(sql: line) AND t.staff_id = \(scope.staff)
      UNION ALL
      \(sql: line) AND t.agency_id = \(scope.agency) AND t.staff_id IS NULL
      ORDER BY 6, 1 LIMIT \(most + 1)
      """
    ) { row in
      HomeView.Due(
        id: row.id(0), caseFile: row.id(1), number: row.text(2), label: row.text(3), what: row.text(4), dueOn: row.text(5),
        isShared: row.bool(6))
    }
  }

  /// The cases in reach that moved last. An agency with two grounds for a case sees it once.
  private static func recentCases(_ desk: Desk, _ scope: Scope) throws -> [HomeView.Recent] {
    try desk.reading.rows(
      """
      SELECT c.id, c.number, c.label, c.stage, g.touched_at
      FROM case_ground g JOIN case_file c ON c.id = g.case_file_id
      WHERE \(sql: scope.grounds) AND g.is_first = 1
      ORDER BY g.touched_at DESC, g.case_file_id LIMIT \(most + 1)
      """
    ) { row in
      HomeView.Recent(
        id: row.id(0), number: row.text(1), label: row.text(2), stage: ConsultationStage(rawValue: row.text(3)) ?? .received,
        touchedAt: row.int(4))
    }
  }
}
