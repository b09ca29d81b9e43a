import Casework
import Store

/// One decision of the town as it is shown (「支援決定」).
struct DecisionView: Sendable {
  let id: Int
  let number: String
  let result: SupportDecisionResult
  /// ISO date.
  let on: String
  let decider: String
  let content: String
  let conditions: String
  let reason: String
  let confirmsRest: Bool
  let staff: String
  let at: Int
}

/// 「市への報告」 of a plan of pattern C.
struct TownReportView: Sendable {
  let reportedAt: Int
  let reportedBy: String
  let receivedAt: Int?
  let receivedBy: String
  let words: String
}

enum DecisionQueries {
  /// Every decision about a plan, latest first.
  static func decisions(_ desk: Desk, _ plan: OpenedPlan) throws -> [DecisionView] {
    try desk.reading.rows(
      """
      SELECT d.number, d.result, d.decided_on, d.decider_title, d.decider_name, d.content, d.conditions, d.reason, d.confirms_rest, s.name,
        d.at, d.id
      FROM support_decision d JOIN staff s ON s.id = d.staff_id WHERE d.plan_id = \(plan.id) ORDER BY d.id DESC
      """
    ) { row in
      DecisionView(
        id: row.int(11), number: row.text(0), result: SupportDecisionResult(rawValue: row.text(1)) ?? .refused, on: row.text(2),
        decider: "\(row.text(3))　\(row.text(4))", content: row.text(5), conditions: row.text(6), reason: row.text(7),
        confirmsRest: row.bool(8), staff: row.text(9), at: row.int(10))
    }
  }

  static func report(_ desk: Desk, _ plan: OpenedPlan) throws -> TownReportView? {
    try desk.reading.first(
      """
      SELECT t.reported_at, s.name, t.received_at, coalesce(g.name, ''), t.words
      FROM town_report t JOIN staff s ON s.id = t.reported_by LEFT JOIN staff g ON g.id = t.received_by WHERE t.plan_id = \(plan.id)
      """
    ) {
      TownReportView(
        reportedAt: $0.int(0), reportedBy: $0.text(1), receivedAt: $0.optionalInt(2), receivedBy: $0.text(3), words: $0.text(4))
    }
  }

  /// 「R8-決00001」 The next number of the fiscal year of a day.
  static func nextNumber(_ desk: Desk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-決"
    let numbers = try desk.reading.rows(
      "SELECT number FROM support_decision WHERE number >= \(year) AND number < \(year + "~")"
    ) { Int($0.text(0).dropFirst(year.count)) }
    return year + FiscalYearMark.padded((numbers.compactMap { $0 }.max() ?? 0) + 1)
  }

  static func isTaken(_ desk: Desk, number: String) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM support_decision WHERE number = \(number)")
  }

  /// 職 and 氏名 of who decided last, offered again.
  static func lastDecider(_ desk: Desk) throws -> (title: String, name: String)? {
    try desk.reading.first("SELECT decider_title, decider_name FROM support_decision ORDER BY id DESC LIMIT 1") {
      ($0.text(0), $0.text(1))
    }
  }
}
