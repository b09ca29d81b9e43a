import Casework
import Store

extension PlanRecords {
  /// 「次のモニタリング」 The day that a meeting set for a plan, so that nobody types it again.
  static func monitor(_ desk: WritingDesk, _ plan: PlanID, asMeetingSaid day: CivilDate) throws {
    try desk.writing.run("INSERT OR IGNORE INTO plan_monitoring (plan_id, on_day) VALUES (\(plan), \(day.iso))")
  }
}
