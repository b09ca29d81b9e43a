import Casework
import Store

/// One task as lists show it (「やること」).
struct TaskLine: Sendable, ListedCase {
  let id: TaskID
  let caseFile: CaseFileID
  let caseNumber: String
  var caseLabel: String
  var what: String
  let dueOn: CivilDate?
  let assignee: StaffID?
  /// Whose task it is; empty for anyone of the agency.
  let staff: String
  /// Seconds since 1970.
  let doneAt: Int?
  let doneBy: String

  mutating func cover(_ kept: KeptBack) {
    caseLabel = kept.covering(caseLabel)
    what = kept.covering(what)
  }

  func isOverdue(_ today: CivilDate) -> Bool { doneAt == nil && dueOn.map { $0 < today } ?? false }
  func isDueToday(_ today: CivilDate) -> Bool { doneAt == nil && dueOn == today }
}

enum TaskQueries {
  /// Done tasks a case page still shows.
  static let doneShown = 5

  private static let columns = """
    t.id, t.case_file_id, c.number, c.label, t.what, t.due_on, t.staff_id, coalesce(s.name, ''), t.done_at, coalesce(d.name, '')
    """
  private static let joins = """
    JOIN case_file c ON c.id = t.case_file_id LEFT JOIN staff s ON s.id = t.staff_id LEFT JOIN staff d ON d.id = t.done_by
    """

  /// Open tasks in cases in reach, the earliest due date first, those without one last: one's own, or those of the agency.
  static func due(_ desk: Desk, _ scope: Scope, mine: Bool, limit: Int) throws -> [TaskLine] {
    try open(desk, scope, mine: mine, until: nil, limit: limit)
  }

  /// Open tasks whose last day has passed (「期限切れ」).
  static func overdue(_ desk: Desk, _ scope: Scope, mine: Bool, limit: Int) throws -> [TaskLine] {
    try open(desk, scope, mine: mine, until: desk.today.iso, limit: limit)
  }

  private static func open(_ desk: Desk, _ scope: Scope, mine: Bool, until: String?, limit: Int) throws -> [TaskLine] {
    let whose: SQL =
      mine ? "t.staff_id = \(desk.staff.id) AND t.agency_id = \(desk.staff.agencyID)" : "t.agency_id = \(desk.staff.agencyID)"
    let lines = try desk.reading.rows(
      """
      SELECT \(raw: columns) FROM task t \(raw: joins)
      WHERE \(sql: whose) AND t.done_at IS NULL\(sql: until.map { " AND t.due_on < \($0)" } ?? "")
        AND \(sql: scope.holds(case: "t.case_file_id"))
      ORDER BY t.due_on IS NULL, t.due_on, t.id LIMIT \(limit)
      """, line)
    return try desk.covered(lines)
  }

  /// The own agency's tasks of a case: the open ones by due date, then the last few that were done.
  static func of(_ desk: Desk, _ file: OpenedFile) throws -> [TaskLine] {
    try desk.reading.rows(
      """
      SELECT * FROM (SELECT \(raw: columns) FROM task t \(raw: joins)
        WHERE t.case_file_id = \(file.id) AND t.done_at IS NULL AND t.agency_id = \(file.agency)
        ORDER BY t.due_on IS NULL, t.due_on, t.id)
      UNION ALL SELECT * FROM (SELECT \(raw: columns) FROM task t \(raw: joins)
        WHERE t.case_file_id = \(file.id) AND t.done_at > 0 AND t.agency_id = \(file.agency)
        ORDER BY t.done_at DESC, t.id DESC LIMIT \(doneShown))
      """, line)
  }

  /// A task that the viewer's agency planned in this case; anybody else's is nobody's.
  static func own(_ desk: Desk, _ file: OpenedFile, _ id: TaskID) throws -> TaskLine {
    let task = try desk.reading.first(
      """
      SELECT \(raw: columns) FROM task t \(raw: joins)
      WHERE t.id = \(id) AND t.case_file_id = \(file.id) AND t.agency_id = \(file.agency)
      """, line)
    guard let task else { throw desk.denied("task \(id) of case \(file.id)") }
    return task
  }

  private static func line(_ row: Row) -> TaskLine {
    TaskLine(
      id: row.id(0), caseFile: row.id(1), caseNumber: row.text(2), caseLabel: row.text(3), what: row.text(4),
      dueOn: row.optionalText(5).flatMap(CivilDate.init(iso:)), assignee: row.optionalID(6), staff: row.text(7),
      doneAt: row.optionalInt(8), doneBy: row.text(9))
  }
}
