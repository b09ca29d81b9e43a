import Casework
import Foundation
import Store

/// What screens and rules ask about 評価 (様式2-2).
enum ReviewQueries {
  /// What closing takes over from the evaluation of the present round.
  struct Closing: Sendable {
    let leadAgency: AgencyID
    let leadName: String
    let leadPerson: String
    let needsFollowUp: Bool
    let followUpOn: CivilDate?
    let followUpHow: String
    /// For the agencies that go on.
    let words: String
  }

  static func closing(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Closing? {
    try desk.reading.first(
      """
      SELECT v.lead_agency, a.name, v.lead_person, coalesce(v.needs_follow_up, 0), v.follow_up_on, v.follow_up_how, v.answers
      FROM plan p JOIN plan_review v ON v.plan_id = p.id JOIN agency a ON a.id = v.lead_agency
      WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round)
      """
    ) { row in
      let followUp = FollowUpDecision(
        isNeeded: row.bool(3), on: row.optionalText(4).flatMap(CivilDate.init(iso:)), how: row.text(5))
      return Closing(
        leadAgency: row.id(0), leadName: row.text(1), leadPerson: row.text(2), needsFollowUp: followUp.isNeeded, followUpOn: followUp.on,
        followUpHow: followUp.how, words: ReviewWording.onward(try findings(row.text(6)), followUp))
    }
  }

  static func findings(_ stored: String) throws -> ReviewFindings {
    stored == "{}" ? ReviewFindings() : try JSONDecoder().decode(ReviewFindings.self, from: Data(stored.utf8))
  }

  static func saved(_ desk: Desk, _ plan: PlanID) throws -> SavedReview? {
    try desk.reading.first(
      """
      SELECT v.reviewed_on, v.answers, v.resource_gap, v.result, v.close_reason, v.interrupt_reason, v.lead_agency, v.lead_person,
        v.needs_follow_up, v.follow_up_on, v.follow_up_how, v.form_version, coalesce(a.name, ''), v.completed_at, v.saved_at, s.name, v.version
      FROM plan_review v JOIN staff s ON s.id = v.staff_id LEFT JOIN agency a ON a.id = v.lead_agency WHERE v.plan_id = \(plan)
      """
    ) { row in
      SavedReview(
        review: try review(row), formVersion: row.int(11), leadName: row.text(12), completedAt: row.optionalInt(13), savedAt: row.int(14),
        staffName: row.text(15), version: row.int(16))
    }
  }

  private static func review(_ row: Row) throws -> PlanReview {
    var review = PlanReview()
    review.reviewedOn = CivilDate(iso: row.text(0))
    review.findings = try findings(row.text(1))
    review.resourceGap = row.text(2)
    review.result = PlanReviewResult(rawValue: row.text(3))
    review.closeReason = row.text(4)
    review.interruptReason = InterruptReason(rawValue: row.text(5))
    let lead: AgencyID? = row.optionalID(6)
    review.leads = lead.map { [$0] } ?? []
    review.leadPerson = row.text(7)
    review.followUp = row.optionalInt(8).map { needed in
      FollowUpDecision(isNeeded: needed != 0, on: row.optionalText(9).flatMap(CivilDate.init(iso:)), how: row.text(10))
    }
    return review
  }

  /// Where the closing or interruption of this round was tabled, the latest first.
  static func tabled(_ desk: Desk, _ opened: OpenedReview) throws -> [TabledReview] {
    try desk.reading.rows(
      """
      SELECT m.id, m.name, m.held_on, i.timing, i.result FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(opened.coordination.id) AND i.round = \(opened.round) AND i.timing IN ('close', 'interrupt')
        AND m.stage <> 'cancelled' ORDER BY m.held_on DESC, i.id DESC
      """
    ) { row in
      TabledReview(
        meeting: row.id(0), name: row.text(1), heldOn: CivilDate(iso: row.text(2)), timing: MeetingTiming(rawValue: row.text(3)) ?? .close,
        result: MeetingResult(rawValue: row.text(4)))
    }
  }
}
