import Casework
import Store

/// Who looked at one case (「事例番号からの監査記録」): by its number, never by a name.
struct AuditPersonTrail: Sendable {
  struct Looker: Sendable {
    let staff: StaffID?
    let name: String
    let agency: String
    let first: Int
    let last: Int
    let count: Int
  }

  /// An agency that may, or might, see the case.
  struct Ground: Sendable {
    let agency: String
    let ground: String
    let since: Int
    let until: Int?
  }

  let caseFile: CaseFileID
  let number: String
  let lookers: [Looker]
  let grounds: [Ground]
  let lines: [AuditLine]
  let hasMore: Bool
  /// What was asked for and not given.
  let denied: [AuditLine]
}

enum AuditPersonQueries {
  /// The case of a number as somebody types it; nothing when there is none.
  static func caseFile(_ reading: Reading, _ typed: String) throws -> (id: CaseFileID, number: String)? {
    let number = JapaneseText.folded(typed).uppercased()
    return try reading.first("SELECT id, number FROM case_file WHERE number = \(number)") { ($0.id(0), $0.text(1)) }
  }

  static func trail(_ desk: Desk, _ caseFile: CaseFileID, number: String, _ filter: AuditTrailInput) throws -> AuditPersonTrail {
    let lines = try AuditTrailQueries.lines(desk.reading, filter, limit: AuditTrailQueries.perPage + 1)
    desk.note("audit of case \(caseFile)")
    desk.note(detail: filter.detail)
    return AuditPersonTrail(
      caseFile: caseFile, number: number, lookers: try lookers(desk, caseFile, filter), grounds: try grounds(desk, caseFile),
      lines: Array(lines.prefix(AuditTrailQueries.perPage)), hasMore: lines.count > AuditTrailQueries.perPage,
      denied: try denied(desk, caseFile))
  }

  private static func lookers(_ desk: Desk, _ caseFile: CaseFileID, _ filter: AuditTrailInput) throws -> [AuditPersonTrail.Looker] {
    var when: SQL = "1 = 1"
    if let from = filter.from { when = when + " AND +e.at >= \(AuditTrailQueries.start(of: from))" }
    if let until = filter.until { when = when + " AND +e.at < \(AuditTrailQueries.start(of: until.adding(days: 1)))" }
    return try desk.reading.rows(
      """
      SELECT e.staff_id, coalesce(s.name, ''), coalesce(a.name, ''), min(e.at), max(e.at), count(*)
      FROM audit_entry e LEFT JOIN staff s ON s.id = e.staff_id LEFT JOIN agency a ON a.id = e.agency_id
      WHERE e.case_file_id = \(caseFile) AND e.outcome = 'done' AND \(sql: when) GROUP BY e.staff_id, e.agency_id ORDER BY max(e.at) DESC
      """
    ) { row in
      AuditPersonTrail.Looker(
        staff: row.optionalID(0), name: row.text(1), agency: row.text(2), first: row.int(3), last: row.int(4), count: row.int(5))
    }
  }

  private static func grounds(_ desk: Desk, _ caseFile: CaseFileID) throws -> [AuditPersonTrail.Ground] {
    try desk.reading.rows(
      """
      SELECT a.name, g.ground, g.since, g.until FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(caseFile) ORDER BY g.since, g.id
      """
    ) { AuditPersonTrail.Ground(agency: $0.text(0), ground: $0.text(1), since: $0.int(2), until: $0.optionalInt(3)) }
  }

  /// A denial belongs to no case, because nobody may learn that it exists: only the number stands in it.
  private static func denied(_ desk: Desk, _ caseFile: CaseFileID) throws -> [AuditLine] {
    try desk.reading.rows(
      """
      \(sql: AuditTrailQueries.columns) WHERE e.outcome = 'denied' AND e.subject = \("case \(caseFile)") ORDER BY e.id DESC LIMIT 50
      """, AuditTrailQueries.line)
  }
}
