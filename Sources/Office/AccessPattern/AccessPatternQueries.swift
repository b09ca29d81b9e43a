import Casework
import Store

/// One pattern as an auditor reads it: a case number at most, no name of a resident.
struct AccessPatternLine: Sendable {
  let id: AccessPatternID
  let staff: StaffID
  let name: String
  let agency: String
  let caseNumber: String
  let period: String
  let pattern: FoundPattern
  let foundAt: Int
  let finding: PatternFinding?
}

/// One review that was kept.
struct AccessPatternReview: Sendable {
  let finding: PatternFinding
  let words: String
  let name: String
  let at: Int
}

enum AccessPatternQueries {
  static let perPage = 50

  /// Those to be looked at first, then those of which more is to be found out, then the rest; each the latest first. Never by person.
  static func list(_ desk: Desk, _ standing: PatternStanding, before: Int?) throws -> [AccessPatternLine] {
    desk.note("patterns")
    return try desk.reading.rows(
      """
      \(sql: columns) WHERE p.finding = \(standing.rawValue) AND p.id < \(before ?? Int.max) ORDER BY p.id DESC LIMIT \(perPage + 1)
      """, line)
  }

  static func count(_ desk: Desk, _ standing: PatternStanding) throws -> Int {
    try desk.reading.count("SELECT count(*) FROM access_pattern WHERE finding = \(standing.rawValue)")
  }

  static func one(_ desk: Desk, _ id: AccessPatternID) throws -> AccessPatternLine {
    guard let line = try desk.reading.first("\(sql: columns) WHERE p.id = \(id)", line) else { throw desk.denied("pattern \(id)") }
    desk.note("pattern \(id)")
    return line
  }

  static func reviews(_ desk: Desk, of id: AccessPatternID) throws -> [AccessPatternReview] {
    try desk.reading.rows(
      """
      SELECT v.finding, v.words, s.name, v.at FROM access_pattern_review v JOIN staff s ON s.id = v.staff_id
      WHERE v.pattern_id = \(id) ORDER BY v.id
      """
    ) { row in
      AccessPatternReview(
        finding: PatternFinding(rawValue: row.text(0)) ?? .unclear, words: row.text(1), name: row.text(2), at: row.int(3))
    }
  }

  /// The entries on which a pattern rests.
  static func lines(_ desk: Desk, _ line: AccessPatternLine) throws -> [AuditLine] {
    let numbers = line.pattern.entries
    var condition: SQL = "e.staff_id = \(line.staff) AND e.id BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)"
    if !line.caseNumber.isEmpty { condition = condition + " AND c.number = \(line.caseNumber)" }
    if line.pattern.kind == .repeatedDenials { condition = condition + " AND e.outcome = 'denied'" }
    if line.pattern.kind == .export { condition = condition + " AND e.act LIKE 'export%'" }
    return try desk.reading.rows(
      "\(sql: AuditTrailQueries.columns) WHERE \(sql: condition) ORDER BY e.id LIMIT 200", AuditTrailQueries.line)
  }

  private static let columns: SQL = """
    SELECT p.id, p.staff_id, s.name, coalesce(a.name, ''), coalesce(c.number, ''), p.period, p.kind, p.count, p.usual, p.hour, p.first_entry,
      p.last_entry, p.found_at, p.finding
    FROM access_pattern p JOIN staff s ON s.id = p.staff_id LEFT JOIN agency a ON a.id = p.agency_id
      LEFT JOIN case_file c ON c.id = p.case_file_id
    """

  private static func line(_ row: Row) -> AccessPatternLine {
    AccessPatternLine(
      id: row.id(0), staff: row.id(1), name: row.text(2), agency: row.text(3), caseNumber: row.text(4), period: row.text(5),
      pattern: FoundPattern(
        kind: AccessPatternKind(rawValue: row.text(6)) ?? .export, count: row.int(7), usual: row.optionalInt(8), hour: row.optionalInt(9),
        entries: row.int(10)...max(row.int(10), row.int(11))),
      foundAt: row.int(12), finding: PatternFinding(rawValue: row.text(13)))
  }
}
