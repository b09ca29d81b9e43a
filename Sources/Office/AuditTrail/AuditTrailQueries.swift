import Casework
import Store

/// One line of the audit log as the auditor reads it: who, when, what act, on which number. No name of a resident, no text of a case.
struct AuditLine: Sendable {
  let id: Int
  let at: Int
  let staff: String
  let agency: String
  let act: String
  let outcome: String
  let caseNumber: String
  let subject: String
  let detail: String
  let request: String
  let remote: String
  let hash: [UInt8]
}

/// A member of staff to filter by.
struct AuditedStaff: Sendable {
  let id: StaffID
  let name: String
  let agency: String
}

struct AuditTrail: Sendable {
  let lines: [AuditLine]
  let hasMore: Bool
  let staff: [AuditedStaff]
}

enum AuditTrailQueries {
  static let perPage = 50
  /// Lines one file may hold.
  static let perFile = 50_000

  /// One page of the log, newest first.
  static func page(_ desk: Desk, _ filter: AuditTrailInput) throws -> AuditTrail {
    let lines = try lines(desk, filter, limit: perPage + 1)
    desk.note("audit")
    desk.note(detail: filter.detail)
    return AuditTrail(lines: Array(lines.prefix(perPage)), hasMore: lines.count > perPage, staff: try staff(desk))
  }

  /// Everything the filter lets through, newest first; refused when it is more than a file holds.
  static func export(_ desk: Desk, _ filter: AuditTrailInput) throws -> [AuditLine] {
    let lines = try lines(desk, filter, limit: perFile + 1)
    guard lines.count <= perFile else {
      throw FieldErrors([FieldProblem("from", "一度に出力できるのは\(perFile)件までです。期間を区切って出力してください。")], staff: desk.staff)
    }
    desk.note("audit export")
    desk.note(detail: "\(filter.detail) \(lines.count)件".trimmed)
    return lines
  }

  private static func lines(_ desk: Desk, _ filter: AuditTrailInput, limit: Int) throws -> [AuditLine] {
    try desk.reading.rows(linesSQL(filter, limit: limit)) { row in
      AuditLine(
        id: row.int(0), at: row.int(1), staff: row.text(2), agency: row.text(3), act: row.text(4), outcome: row.text(5),
        caseNumber: row.text(6), subject: row.text(7), detail: row.text(8), request: row.text(9), remote: row.text(10), hash: row.bytes(11))
    }
  }

  static func linesSQL(_ filter: AuditTrailInput, limit: Int) -> SQL {
    var conditions: [SQL] = ["1 = 1"]
    if let staff = filter.staff { conditions.append("e.staff_id = \(staff)") }
    if !filter.caseNumber.isEmpty {
      let number = JapaneseText.folded(filter.caseNumber).uppercased()
      conditions.append("e.case_file_id = (SELECT c.id FROM case_file c WHERE c.number = \(number))")
    }
    if !filter.act.isEmpty { conditions.append("e.act = \(filter.act)") }
    if let outcome = filter.outcome { conditions.append("e.outcome = \(outcome.rawValue)") }
    if let from = filter.from { conditions.append("e.at >= \(start(of: from))") }
    if let until = filter.until { conditions.append("e.at < \(start(of: until.adding(days: 1)))") }
    if let before = filter.before { conditions.append("e.id < \(before)") }
    let condition = conditions.dropFirst().reduce(conditions[0]) { $0 + " AND " + $1 }
    return """
      SELECT e.id, e.at, coalesce(s.name, ''), coalesce(a.name, ''), e.act, e.outcome, coalesce(c.number, ''), e.subject, e.detail,
        e.request, e.remote, e.hash
      FROM audit_entry e LEFT JOIN staff s ON s.id = e.staff_id LEFT JOIN agency a ON a.id = e.agency_id
        LEFT JOIN case_file c ON c.id = e.case_file_id
      WHERE \(sql: condition) ORDER BY e.id DESC LIMIT \(limit)
      """
  }

  /// Midnight in Japan, in seconds since 1970.
  private static func start(of date: CivilDate) -> Int { date.dayNumber * 86_400 - 9 * 3_600 }

  private static func staff(_ desk: Desk) throws -> [AuditedStaff] {
    try desk.reading.rows(
      "SELECT s.id, s.name, a.name FROM staff s JOIN agency a ON a.id = s.agency_id ORDER BY a.name_kana, a.name, s.name_kana, s.id"
    ) { AuditedStaff(id: $0.id(0), name: $0.text(1), agency: $0.text(2)) }
  }
}
