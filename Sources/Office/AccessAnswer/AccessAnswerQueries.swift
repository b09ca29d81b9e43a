import Casework
import Foundation
import Store

enum AccessAnswerQueries {
  static let perPage = 50

  /// Every look that was let in during the period, put together by day, agency and act.
  static func lines(_ desk: Desk, _ caseFile: CaseFileID, _ request: AccessAnswerRequest) throws -> [AccessAnswer.Line] {
    let staff: SQL = request.namesStaff ? "coalesce(s.name, '')" : "''"
    let agency: SQL = request.namesAgencies ? "coalesce(a.name, '')" : "CASE WHEN a.id IS NULL THEN '' ELSE '関係機関' END"
    return try desk.reading.rows(
      """
      SELECT (e.at + 32400) / 86400, \(sql: agency), e.act, \(sql: staff), count(*) FROM audit_entry e
        LEFT JOIN staff s ON s.id = e.staff_id LEFT JOIN agency a ON a.id = e.agency_id
      WHERE e.case_file_id = \(caseFile) AND e.outcome = 'done' AND e.staff_id IS NOT NULL
        AND +e.at >= \(AuditTrailQueries.start(of: request.from)) AND +e.at < \(AuditTrailQueries.start(of: request.until.adding(days: 1)))
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      """
    ) { row in
      AccessAnswer.Line(
        day: CivilDate(dayNumber: row.int(0)), agency: row.text(1), act: row.text(2), staff: row.text(3), count: row.int(4))
    }
  }

  /// From which day on the log stands here; nothing when none of it was archived.
  static func keptFrom(_ desk: Desk) throws -> CivilDate? {
    try AuditCheckpoint.latest(desk.reading).flatMap { CivilDate(iso: $0.before) }
  }

  static func one(_ desk: Desk, _ id: AccessAnswerID) throws -> AccessAnswer {
    let found = try desk.reading.first("\(sql: columns) WHERE w.id = \(id)", answer)
    guard let found else { throw desk.denied("answer \(id)") }
    desk.note("answer \(id)")
    return found
  }

  static func list(_ desk: Desk, before: Int?) throws -> [AccessAnswer] {
    desk.note("answers")
    return try desk.reading.rows(
      "\(sql: columns) WHERE w.id < \(before ?? Int.max) ORDER BY w.id DESC LIMIT \(perPage + 1)", answer)
  }

  private static let columns: SQL = """
    SELECT w.id, w.case_number, w.requested_on, w.from_on, w.until_on, w.names_staff, w.names_agencies, w.kept_from, w.lines, s.name, w.at
    FROM access_answer w JOIN staff s ON s.id = w.staff_id
    """

  private static func answer(_ row: Row) throws -> AccessAnswer {
    func day(_ column: Int) -> CivilDate { CivilDate(iso: row.text(column)) ?? .earliest }
    return AccessAnswer(
      id: row.id(0), caseNumber: row.text(1),
      request: AccessAnswerRequest(
        requestedOn: day(2), from: day(3), until: day(4), namesStaff: row.bool(5), namesAgencies: row.bool(6)),
      keptFrom: CivilDate(iso: row.text(7)), lines: try JSONDecoder().decode([AccessAnswer.Line].self, from: Data(row.text(8).utf8)),
      by: row.text(9), at: row.int(10))
  }
}
