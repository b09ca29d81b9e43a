import Casework
import Store

/// The only writer of `town_report`: the town is told of a plan without the two programmes (pattern C, R-22).
enum TownReportRecords {
  static func report(_ desk: WritingDesk, _ plan: OpenedPlan, words: String) throws {
    try desk.writing.run(
      """
      INSERT INTO town_report (plan_id, reported_at, reported_by, words) VALUES (\(plan.id), \(desk.now), \(desk.staff.id), \(words))
      """)
  }

  /// The town has taken note. Once is enough; false when there is nothing to receive.
  static func receive(_ desk: WritingDesk, _ plan: OpenedPlan) throws -> Bool {
    try desk.writing.run(
      """
      UPDATE town_report SET received_at = \(desk.now), received_by = \(desk.staff.id) WHERE plan_id = \(plan.id) AND received_at IS NULL
      """) == 1
  }
}
