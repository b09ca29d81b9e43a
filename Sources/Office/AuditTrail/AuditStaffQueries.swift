import Casework
import Store

/// One member's days in a month (「職員からの監査記録」): how much of what, never which words.
struct AuditStaffTrail: Sendable {
  struct Day: Sendable {
    let day: CivilDate
    let first: Int
    let last: Int
    let counts: [AuditKind: Int]
    let denied: Int
    /// Different cases that were opened.
    let cases: Int
  }

  let staff: AuditedStaff
  let month: AuditMonth
  let days: [Day]
}

/// 「月」 One month of a calendar.
struct AuditMonth: Sendable, Equatable {
  let first: CivilDate

  init(of day: CivilDate) { first = day.adding(days: 1 - day.day) }

  /// Reads 「2026-11」.
  init?(_ text: String) {
    guard let day = CivilDate(iso: "\(text)-01") else { return nil }
    first = day
  }

  var next: AuditMonth { AuditMonth(of: first.adding(months: 1)) }
  var previous: AuditMonth { AuditMonth(of: first.adding(months: -1)) }
  var text: String { String(first.iso.prefix(7)) }
  /// 「令和8年11月」
  var label: String { String(first.wareki.prefix { $0 != "月" }) + "月" }
}

enum AuditStaffQueries {
  static func trail(_ desk: Desk, _ id: StaffID, _ month: AuditMonth) throws -> AuditStaffTrail {
    let staff = try desk.reading.first(
      "SELECT s.id, s.name, a.name FROM staff s JOIN agency a ON a.id = s.agency_id WHERE s.id = \(id)"
    ) { AuditedStaff(id: $0.id(0), name: $0.text(1), agency: $0.text(2)) }
    guard let staff else { throw desk.denied("audit of staff \(id)") }
    desk.note("audit of staff \(id)")
    desk.note(detail: "month \(month.text)")
    let range = within(month)
    let cases = try desk.reading.rows(
      """
      SELECT (e.at + 32400) / 86400, count(DISTINCT e.case_file_id), min(e.at), max(e.at), sum(e.outcome = 'denied')
      FROM audit_entry e WHERE e.staff_id = \(id) AND \(sql: range) GROUP BY 1 ORDER BY 1 DESC
      """
    ) { (day: $0.int(0), cases: $0.int(1), first: $0.int(2), last: $0.int(3), denied: $0.int(4)) }
    let acts = try desk.reading.rows(
      """
      SELECT (e.at + 32400) / 86400, e.act, count(*) FROM audit_entry e WHERE e.staff_id = \(id) AND e.outcome = 'done' AND \(sql: range)
      GROUP BY 1, 2
      """
    ) { (day: $0.int(0), kind: AuditKind.of($0.text(1)), count: $0.int(2)) }
    let kinds = Dictionary(grouping: acts, by: \.day).mapValues { day in
      Dictionary(day.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
    }
    return AuditStaffTrail(
      staff: staff, month: month,
      days: cases.map { day in
        AuditStaffTrail.Day(
          day: CivilDate(dayNumber: day.day), first: day.first, last: day.last, counts: kinds[day.day] ?? [:], denied: day.denied,
          cases: day.cases)
      })
  }

  static func within(_ month: AuditMonth) -> SQL {
    "\(sql: AuditTime.since(AuditTrailQueries.start(of: month.first))) AND \(sql: AuditTime.before(AuditTrailQueries.start(of: month.next.first)))"
  }
}
