import Casework
import Store

/// How much happened when (「日時からの監査記録」): months of a 年度, days of a month, hours of a day.
struct AuditTimes: Sendable {
  enum Span: Sendable, Equatable {
    case fiscalYear(Int)
    case month(AuditMonth)
    case day(CivilDate)
  }

  struct Bucket: Sendable {
    /// The first day of a month, a day, or nothing for an hour.
    let day: CivilDate
    let hour: Int
    let count: Int
    let notDone: Int
  }

  let span: Span
  let buckets: [Bucket]
}

enum AuditTimeQueries {
  static func times(_ desk: Desk, _ span: AuditTimes.Span) throws -> AuditTimes {
    desk.note("audit times")
    switch span {
    case .fiscalYear(let year):
      let april = CivilDate(year: year, month: 4, day: 1) ?? desk.today
      let months = (0..<12).map { AuditMonth(of: april.adding(months: $0)) }.filter { $0.first <= desk.today }
      let buckets = try months.flatMap { month in
        try counted(desk, AuditTrailQueries.start(of: month.first), AuditTrailQueries.start(of: month.next.first), by: "0") { _ in
          (month.first, 0)
        }
      }
      return AuditTimes(span: span, buckets: buckets.reversed())
    case .month(let month):
      let buckets = try counted(
        desk, AuditTrailQueries.start(of: month.first), AuditTrailQueries.start(of: month.next.first), by: "(e.at + 32400) / 86400"
      ) { (CivilDate(dayNumber: $0), 0) }
      return AuditTimes(span: span, buckets: buckets)
    case .day(let day):
      let buckets = try counted(
        desk, AuditTrailQueries.start(of: day), AuditTrailQueries.start(of: day.adding(days: 1)), by: "(e.at + 32400) % 86400 / 3600"
      ) { (day, $0) }
      return AuditTimes(span: span, buckets: buckets)
    }
  }

  /// From the index by time alone.
  private static func counted(
    _ desk: Desk, _ from: Int, _ until: Int, by expression: SQL, _ place: (Int) -> (day: CivilDate, hour: Int)
  ) throws -> [AuditTimes.Bucket] {
    try desk.reading.rows(
      """
      SELECT \(sql: expression), count(*), sum(e.outcome <> 'done') FROM audit_entry e WHERE e.at >= \(from) AND e.at < \(until)
      GROUP BY 1 ORDER BY 1
      """
    ) { row in
      let (day, hour) = place(row.int(0))
      return AuditTimes.Bucket(day: day, hour: hour, count: row.int(1), notDone: row.int(2))
    }
  }
}
