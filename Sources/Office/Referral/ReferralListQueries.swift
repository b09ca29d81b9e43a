import Casework
import Store

/// One line of a list of つなぎ.
struct ReferralLine: Sendable, ListedCase {
  let id: ReferralID
  let number: String
  let from: String
  let to: String
  let isMulti: Bool
  /// What the case is called, where the viewer may open it; otherwise its number.
  var caseLabel: String
  let caseFile: CaseFileID
  let stage: ReferralStage
  /// The viewer's side; nothing for the programme section looking on.
  let side: ReferralSide?
  /// What was left after a partial acceptance is still to be noted by the sender.
  let restWaits: Bool
  /// ISO date.
  let dueOn: String?
  let isOverdue: Bool
  let requestedAt: Int?
  let touchedAt: Int

  /// 「自分の番」「相手の番」「終了」
  var turn: String { ReferralWording.turn(stage, side: side, restWaits: restWaits) }
  mutating func cover(_ kept: KeptBack) { caseLabel = kept.covering(caseLabel) }
  var isMine: Bool { side != nil && Referral.isWaitingFor(stage) == side || restWaits && side == .sender }
}

/// Whose turn it is, from where the viewer stands (「誰の番か」).
enum ReferralTurn: Sendable { case mine, theirs, overdue }

struct ReferralCounts: Sendable {
  let mine: Int
  let theirs: Int
  let overdue: Int
}

/// What the list shows (「一覧の絞り込み」).
struct ReferralFilter: Sendable {
  enum Tab: String, CaseIterable, Sendable { case received, sent, multi }

  var tab = Tab.received
  var stage: ReferralStage?
  var overdueOnly = false
  /// Only those the viewer sent or took a step in; otherwise those of the whole agency.
  var mineOnly = false
  /// From 0.
  var page = 0
}

struct ReferralList: Sendable {
  let lines: [ReferralLine]
  let hasMore: Bool
  let filter: ReferralFilter
}

extension ReferralQueries {
  static let linesPerPage = 50

  /// The つなぎ in reach that wait for the viewer's agency, for the other side, or whose answer is overdue; the most pressing first.
  static func waiting(_ desk: Desk, _ scope: Scope, _ turn: ReferralTurn, limit: Int = 20) throws -> [ReferralLine] {
    try lines(
      desk, scope, turnCondition(scope, turn, today: desk.today),
      tail: "ORDER BY coalesce(r.answer_due_on, '9999'), r.touched_at DESC LIMIT \(limit)")
  }

  static func counts(_ desk: Desk, _ scope: Scope) throws -> ReferralCounts {
    func count(_ turn: ReferralTurn) throws -> Int {
      try desk.reading.count("SELECT count(*) FROM referral r WHERE \(sql: turnCondition(scope, turn, today: desk.today))")
    }
    return ReferralCounts(mine: try count(.mine), theirs: try count(.theirs), overdue: try count(.overdue))
  }

  /// The つなぎ of an opened case that the viewer may open too.
  static func ofCase(_ desk: Desk, _ file: OpenedFile) throws -> [ReferralLine] {
    try lines(desk, desk.scope, "r.case_file_id = \(file.id) AND \(sql: desk.scope.referrals)", tail: "ORDER BY r.id DESC")
  }

  static func list(_ desk: Desk, _ scope: Scope, _ filter: ReferralFilter) throws -> ReferralList {
    let found = try lines(
      desk, scope, condition(scope, filter, today: desk.today),
      tail: "ORDER BY r.touched_at DESC, r.id DESC LIMIT \(linesPerPage + 1) OFFSET \(filter.page * linesPerPage)")
    return ReferralList(lines: Array(found.prefix(linesPerPage)), hasMore: found.count > linesPerPage, filter: filter)
  }

  /// Every line the filter leaves, for a file.
  static func allLines(_ desk: Desk, _ scope: Scope, _ filter: ReferralFilter) throws -> [ReferralLine] {
    try lines(desk, scope, condition(scope, filter, today: desk.today), tail: "ORDER BY r.touched_at DESC, r.id DESC")
  }

  private static func condition(_ scope: Scope, _ filter: ReferralFilter, today: CivilDate) -> SQL {
    var all: SQL = "\(sql: scope.referrals)"
    switch filter.tab {
    case .received: all = all + " AND r.to_agency = \(scope.agency)"
    case .sent: all = all + " AND r.from_agency = \(scope.agency)"
    case .multi: all = all + " AND r.is_multi = 1"
    }
    if let stage = filter.stage { all = all + " AND r.stage = \(stage.rawValue)" }
    if filter.overdueOnly { all = all + " AND \(sql: overdue(today))" }
    if filter.mineOnly {
      all =
        all
          + """
           AND (r.from_staff = \(scope.staff)
            OR EXISTS (SELECT 1 FROM referral_event e WHERE e.referral_id = r.id AND e.staff_id = \(scope.staff)))
          """
    }
    return all
  }

  private static func turnCondition(_ scope: Scope, _ turn: ReferralTurn, today: CivilDate) -> SQL {
    guard scope.isCaseworker else { return "(0 = 1)" }
    return "(\(sql: ofTurn(scope, turn, today: today)) AND \(sql: scope.unbarred(case: "r.case_file_id")))"
  }

  private static func ofTurn(_ scope: Scope, _ turn: ReferralTurn, today: CivilDate) -> SQL {
    let senders = stages(waitingFor: .sender)
    let receivers = stages(waitingFor: .receiver)
    switch turn {
    case .mine:
      return
        """
        ((r.from_agency = \(scope.agency) AND (r.stage IN \(list: senders) OR \(sql: restWaits)))
          OR (r.to_agency = \(scope.agency) AND r.stage IN \(list: receivers)))
        """
    case .theirs:
      let sent = senders.filter { $0 != ReferralStage.draft.rawValue }
      return
        """
        ((r.from_agency = \(scope.agency) AND r.stage IN \(list: receivers) AND NOT \(sql: restWaits))
          OR (r.to_agency = \(scope.agency) AND r.stage IN \(list: sent)))
        """
    case .overdue:
      return "((r.from_agency = \(scope.agency) OR r.to_agency = \(scope.agency)) AND \(sql: overdue(today)))"
    }
  }

  private static func stages(waitingFor side: ReferralSide) -> [String] {
    ReferralStage.allCases.filter { Referral.isWaitingFor($0) == side }.map(\.rawValue)
  }

  private static func overdue(_ today: CivilDate) -> SQL { "(r.stage = 'requested' AND r.answer_due_on < \(today.iso))" }

  /// On alias `r`: ``Referral/restAwaitsSender(_:partly:noted:)`` in SQL.
  static let restWaits: SQL =
    "(r.rest_since IS NOT NULL AND r.rest_noted_at IS NULL AND r.stage IN ('acceptedInPart', 'inProgress', 'reported', 'confirmed'))"

  private static func lines(_ desk: Desk, _ scope: Scope, _ condition: SQL, tail: SQL) throws -> [ReferralLine] {
    let lines = try desk.reading.rows(
      """
      SELECT r.id, r.number, fa.name, ta.name, r.is_multi,
        CASE WHEN \(sql: scope.holds(case: "r.case_file_id")) THEN c.label ELSE c.number END,
        r.stage, r.answer_due_on, r.requested_at, r.touched_at, r.from_agency, r.to_agency, r.case_file_id,
        \(sql: restWaits)
      FROM referral r JOIN agency fa ON fa.id = r.from_agency JOIN agency ta ON ta.id = r.to_agency
        JOIN case_file c ON c.id = r.case_file_id
      WHERE \(sql: condition) \(sql: tail)
      """
    ) { row in
      let stage = ReferralStage(rawValue: row.text(6)) ?? .draft
      let due = row.optionalText(7)
      return ReferralLine(
        id: row.id(0), number: row.text(1), from: row.text(2), to: row.text(3), isMulti: row.bool(4), caseLabel: row.text(5),
        caseFile: row.id(12),
        stage: stage, side: row.id(10) == scope.agency ? .sender : row.id(11) == scope.agency ? .receiver : nil, restWaits: row.bool(13),
        dueOn: due,
        isOverdue: Referral.isOverdue(stage, due: due.flatMap(CivilDate.init(iso:)), today: desk.today),
        requestedAt: row.optionalInt(8), touchedAt: row.int(9))
    }
    return try desk.covered(lines)
  }
}
