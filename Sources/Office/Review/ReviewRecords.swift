import Casework
import Foundation
import Store

/// The only writer of `plan_review` (様式2-2).
enum ReviewRecords {
  /// Keeps what was typed. `completes` marks it as complete; otherwise it is a draft again.
  ///
  /// - Parameter version: the version the page showed; 0 for a review that had not been begun. Throws ``EditConflict`` where another was
  ///   saved in between.
  static func save(
    _ desk: WritingDesk, _ opened: OpenedReview, _ review: PlanReview, form: ReviewForm, version: Int, completes: Bool
  ) throws {
    let answers = try json(review.findings)
    let completed: Int? = completes ? desk.now : nil
    let changed: Int
    if version == 0 {
      changed = try desk.writing.run(
        """
        INSERT OR IGNORE INTO plan_review (plan_id, form_version, reviewed_on, answers, result, close_reason, interrupt_reason, lead_agency,
          lead_person, needs_follow_up, follow_up_how, follow_up_on, resource_gap, completed_at, staff_id, saved_at)
        VALUES (\(opened.plan), \(form.version), \(review.reviewedOn?.iso ?? ""), \(answers), \(review.result?.rawValue ?? ""),
          \(review.closeReason), \(review.interruptReason?.rawValue ?? ""), \(review.leads.first), \(review.leadPerson),
          \(review.followUp?.isNeeded), \(review.followUp?.how ?? ""), \(review.followUp?.on?.iso), \(review.resourceGap), \(completed),
          \(desk.staff.id), \(desk.now))
        """)
    } else {
      changed = try desk.writing.run(
        """
        UPDATE plan_review SET reviewed_on = \(review.reviewedOn?.iso ?? ""), answers = \(answers), result = \(review.result?.rawValue ?? ""),
          close_reason = \(review.closeReason), interrupt_reason = \(review.interruptReason?.rawValue ?? ""),
          lead_agency = \(review.leads.first), lead_person = \(review.leadPerson), needs_follow_up = \(review.followUp?.isNeeded),
          follow_up_how = \(review.followUp?.how ?? ""), follow_up_on = \(review.followUp?.on?.iso), resource_gap = \(review.resourceGap),
          completed_at = \(completed), staff_id = \(desk.staff.id), saved_at = \(desk.now), version = version + 1
        WHERE plan_id = \(opened.plan) AND version = \(version)
        """)
    }
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    try CaseFileRecords.touch(desk, opened.coordination.file.id)
    desk.note(detail: completes ? "complete" : "draft")
  }

  private static func json(_ findings: ReviewFindings) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(findings), as: UTF8.self)
  }
}
