import Casework
import Foundation
import Store

/// The only writer of `plan` and its parts.
enum PlanRecords {
  /// The version of form 2-1 that plans are written on.
  private static let formVersion = 1

  /// Begins the plan of the round in hand.
  static func begin(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ draft: PlanDraft) throws -> PlanID {
    let id = PlanID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO plan (coordination_id, round, form_version, drafted_on, author, agency_id, saved_at)
          VALUES (\(coordination.id), \(coordination.round), \(formVersion), \(desk.today.iso), \(desk.staff.id), \(desk.staff.agencyID),
            \(desk.now))
          """)))
    try write(desk, id, draft)
    try remember(desk, id, draft)
    return id
  }

  /// Saves a plan again; nothing is asked of a draft. Throws ``EditConflict`` when a colleague saved in between.
  static func save(_ desk: WritingDesk, _ plan: OpenedPlan, _ draft: PlanDraft, version: Int?, isComplete: Bool) throws {
    let changed = try desk.writing.run(
      """
      UPDATE plan SET version = version + 1, author = \(desk.staff.id), saved_at = \(desk.now), review_wanted = '',
        is_complete = \(isComplete)
      WHERE id = \(plan.id) AND version = \(version) AND confirmed_on IS NULL
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    try write(desk, plan.id, draft)
    try remember(desk, plan.id, draft)
  }

  /// It is complete and goes to the meeting.
  static func submit(_ desk: WritingDesk, _ plan: OpenedPlan, _ pattern: PlanPattern) throws {
    try desk.writing.run(
      "UPDATE plan SET is_complete = 1, pattern = \(pattern.rawValue), submitted_at = \(desk.now) WHERE id = \(plan.id)")
  }

  static func comment(_ desk: WritingDesk, _ plan: OpenedPlan, _ words: String) throws {
    try desk.writing.run(
      """
      INSERT INTO plan_comment (plan_id, agency_id, staff_id, words, at)
      VALUES (\(plan.id), \(desk.staff.agencyID), \(desk.staff.id), \(words), \(desk.now))
      """)
  }

  /// 「見直し」 Marks the latest plan of a case for a new look; the sentence says why. A confirmed plan stays as it is.
  static func wantReview(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ sentence: String) throws {
    try desk.writing.run(
      """
      UPDATE plan SET review_wanted = \(sentence) WHERE id = (
        SELECT id FROM plan WHERE coordination_id = \(coordination.id) ORDER BY round DESC LIMIT 1)
      """)
  }

  /// The new look has been taken: nothing asks for it any more.
  static func reviewed(_ desk: WritingDesk, _ coordination: OpenedCoordination) throws {
    try desk.writing.run("UPDATE plan SET review_wanted = '' WHERE coordination_id = \(coordination.id) AND review_wanted <> ''")
  }

  /// 「次のモニタリング」 One more day, agreed on while the plan runs. The days that the plan was confirmed with stay.
  static func addMonitoring(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ plan: PlanID, on day: CivilDate) throws {
    try desk.writing.run("INSERT OR IGNORE INTO plan_monitoring (plan_id, on_day, added_later) VALUES (\(plan), \(day.iso), 1)")
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
  }

  /// What the plan said at each saving. History is never rewritten.
  private static func remember(_ desk: WritingDesk, _ id: PlanID, _ draft: PlanDraft) throws {
    let content = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    try desk.writing.run(
      """
      INSERT INTO plan_history (plan_id, version, content, staff_id, at)
      SELECT id, version, \(content), \(desk.staff.id), \(desk.now) FROM plan WHERE id = \(id)
      """)
  }
}
