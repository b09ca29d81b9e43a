import Casework
import Store

/// One line of the audit log as the auditor reads it: who, when, what act, on which number. No name of a resident, no text of a case.
struct AuditLine: Sendable {
  let id: Int
  let at: Int
  let staffID: StaffID?
  let staff: String
  let agency: String
  let act: String
  let outcome: String
  let caseNumber: String
  let subject: String
  let detail: String
  let request: String
  let remote: String
  let previous: [UInt8]
  let hash: [UInt8]
  /// The bytes of which the hash is made, after the previous hash and the number.
  let draft: [UInt8]
  /// Raw value of the ground on which the agency held the case at that moment; empty without a case or a ground.
  let ground: String
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
    let lines = try lines(desk.reading, filter, limit: perPage + 1)
    desk.note("audit")
    desk.note(detail: filter.detail)
    return AuditTrail(lines: Array(lines.prefix(perPage)), hasMore: lines.count > perPage, staff: try staff(desk))
  }

  /// Everything the filter lets through, oldest first as in the log; refused when it is more than a file holds.
  static func export(_ desk: Desk, _ filter: AuditTrailInput) throws -> [AuditLine] {
    let lines = try lines(desk.reading, filter, limit: perFile + 1)
    guard lines.count <= perFile else {
      throw FieldErrors([FieldProblem("from", "一度に出力できるのは\(perFile)件までです。期間を区切って出力してください。")], staff: desk.staff)
    }
    desk.note("audit export")
    desk.note(detail: "\(filter.detail) \(lines.count)件".trimmed)
    return lines.reversed()
  }

  static func lines(_ reading: Reading, _ filter: AuditTrailInput, limit: Int) throws -> [AuditLine] {
    try reading.rows(linesSQL(filter, limit: limit), line)
  }

  /// Lines by their numbers, oldest first.
  static func lines(_ reading: Reading, numbers: ClosedRange<Int>) throws -> [AuditLine] {
    try reading.rows(
      "\(sql: columns) WHERE e.id BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) ORDER BY e.id", line)
  }

  static func line(_ row: Row) -> AuditLine {
    AuditLine(
      id: row.int(0), at: row.int(6), staffID: row.optionalID(7), staff: row.text(3), agency: row.text(4), act: row.text(10),
      outcome: row.text(11), caseNumber: row.text(5), subject: row.text(12), detail: row.text(13), request: row.text(14),
      remote: row.text(15), previous: row.bytes(1), hash: row.bytes(2), draft: AuditEntry.draft(row, from: 6), ground: row.text(16))
  }

  static func linesSQL(_ filter: AuditTrailInput, limit: Int) -> SQL {
    let condition = filter.conditions.reduce("1 = 1" as SQL) { $0 + " AND " + $1 }
    return "\(sql: columns) WHERE \(sql: condition) ORDER BY e.id DESC LIMIT \(limit)"
  }

  static let columns: SQL = """
    SELECT e.id, e.previous_hash, e.hash, coalesce(s.name, ''), coalesce(a.name, ''), coalesce(c.number, ''), \(sql: AuditEntry.columns),
      CASE WHEN e.case_file_id IS NULL OR e.outcome <> 'done' THEN '' ELSE coalesce((SELECT g.ground FROM case_ground g
        WHERE g.case_file_id = e.case_file_id AND g.agency_id = e.agency_id AND g.since <= e.at AND (g.until IS NULL OR g.until >= e.at)
        ORDER BY g.since LIMIT 1),
        (SELECT 'emergency' FROM emergency_access y WHERE y.case_file_id = e.case_file_id AND y.staff_id = e.staff_id
          AND y.from_at <= e.at AND y.until_at >= e.at LIMIT 1), '') END
    FROM audit_entry e LEFT JOIN staff s ON s.id = e.staff_id LEFT JOIN agency a ON a.id = e.agency_id
      LEFT JOIN case_file c ON c.id = e.case_file_id
    """

  /// Midnight in Japan, in seconds since 1970.
  static func start(of date: CivilDate) -> Int { date.dayNumber * 86_400 - 9 * 3_600 }

  static func staff(_ desk: Desk) throws -> [AuditedStaff] {
    try desk.reading.rows(
      "SELECT s.id, s.name, a.name FROM staff s JOIN agency a ON a.id = s.agency_id ORDER BY a.name_kana, a.name, s.name_kana, s.id"
    ) { AuditedStaff(id: $0.id(0), name: $0.text(1), agency: $0.text(2)) }
  }

  /// The numbers of all entries before the first that is not older than a moment; nothing when there is none.
  static func range(_ reading: Reading, before moment: Int) throws -> ClosedRange<Int>? {
    let first = try reading.first("SELECT min(id) FROM audit_entry") { $0.optionalInt(0) } ?? nil
    let next =
      try reading.first(
        "SELECT coalesce((SELECT min(id) FROM audit_entry WHERE at >= \(moment)), (SELECT max(id) + 1 FROM audit_entry))"
      ) { $0.optionalInt(0) } ?? nil
    guard let first, let next, next > first else { return nil }
    return first...(next - 1)
  }

  static func knowsExport(_ reading: Reading, _ fileHash: String) throws -> Bool {
    try reading.exists(
      "SELECT 1 FROM audit_entry WHERE act IN ('exportAudit', 'archiveAudit') AND instr(detail, \(fileHash)) > 0 AND outcome = 'done'")
  }
}

/// Entries between two moments by their numbers, which rise with time but for an hour that clocks may disagree.
enum AuditTime {
  /// A condition on alias `e` that an index of any other column may serve too.
  static func since(_ moment: Int) -> SQL {
    """
    +e.at >= \(moment) AND e.id > coalesce((SELECT f.id FROM audit_entry f WHERE f.at < \(moment - slack) ORDER BY f.at DESC LIMIT 1), 0)
    """
  }

  static func before(_ moment: Int) -> SQL {
    """
    +e.at < \(moment) AND e.id < coalesce((SELECT f.id FROM audit_entry f WHERE f.at >= \(moment + slack) ORDER BY f.at LIMIT 1),
      9223372036854775807)
    """
  }

  private static let slack = 3_600
}
