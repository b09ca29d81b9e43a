import Casework
import Foundation
import Store

/// Who changed what in a plan, and when (「変更の記録」).
enum PlanHistoryQueries {
  /// Every saving, latest first, with the headings that changed against the saving before.
  static func changes(_ desk: Desk, _ plan: OpenedPlan) throws -> [PlanChange] {
    let saved = try desk.reading.rows(
      """
      SELECT h.version, s.name, h.at, h.content FROM plan_history h JOIN staff s ON s.id = h.staff_id
      WHERE h.plan_id = \(plan.id) ORDER BY h.version
      """
    ) { row in
      (
        version: row.int(0), staff: row.text(1), at: row.int(2),
        draft: try JSONDecoder().decode(PlanDraft.self, from: Data(row.text(3).utf8))
      )
    }
    var changes: [PlanChange] = []
    for (index, entry) in saved.enumerated() {
      let before = index == 0 ? PlanDraft() : saved[index - 1].draft
      changes.append(
        PlanChange(
          version: entry.version, staff: entry.staff, at: entry.at, changed: PlanWording.changed(from: before, to: entry.draft)))
    }
    return changes.reversed()
  }
}
