import Casework
import Foundation
import Store

/// The result of a meeting that a plan may take in (「計画に入れられる会議の結果」).
struct PlanOffer: Sendable {
  let id: MeetingItemID
  /// Where the result is read.
  let path: String
  let settlement: MeetingSettlement
  let discussion: String
  /// The names of the agencies in it.
  let names: [AgencyID: String]
  /// The plan as it was saved since the meeting.
  let since: [PlanDraft]

  func additions(to draft: PlanDraft) -> PlanAdditions {
    settlement.additions(to: draft, since: since, room: PlanInput.mostRows - draft.roles.count)
  }
}

enum PlanOfferQueries {
  /// What 重層的支援会議 settled for the plan of the round in hand, latest first: in this round, and at the end of the one before.
  ///
  /// Each is opened as a meeting and as an item of it, so that nothing is offered that this person could not read there. A role of an agency
  /// that must not be named is left out.
  static func offers(_ desk: Desk, _ coordination: OpenedCoordination, plan: PlanID?) throws -> [PlanOffer] {
    let found = try desk.reading.rows(
      """
      SELECT m.id, i.id FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
      WHERE i.coordination_id = \(coordination.id) AND m.kind = 'planning' AND i.result <> ''
        AND (i.round = \(coordination.round) OR (i.round = \(coordination.round - 1) AND i.timing NOT IN ('plan', 'replan')))
        AND \(sql: desk.scope.meetings(today: desk.today)) ORDER BY i.result_at DESC, i.id DESC
      """
    ) { (meeting: $0.id(0) as MeetingID, item: $0.id(1) as MeetingItemID) }
    return try found.compactMap { found in
      guard let item = try desk.items(of: try desk.openMeeting(found.meeting), only: found.item).first, let result = item.result else {
        return nil
      }
      return try offer(desk, coordination, item, result, plan)
    }
  }

  private static func offer(
    _ desk: Desk, _ coordination: OpenedCoordination, _ item: OpenedMeetingItem, _ result: MeetingResult, _ plan: PlanID?
  ) throws -> PlanOffer {
    let roles = try desk.reading.rows(
      """
      SELECT r.agency_id, a.name, r.person, r.what, coalesce(r.due_on, '') FROM meeting_role r JOIN agency a ON a.id = r.agency_id
      WHERE r.item_id = \(item.id) AND NOT \(sql: coordination.file.hidesAgency("r.agency_id")) ORDER BY r.id
      """
    ) { row in
      (
        name: row.text(1),
        role: MeetingSettlement.Role(agency: row.id(0), person: row.text(2), what: row.text(3), due: CivilDate(iso: row.text(4)))
      )
    }
    return PlanOffer(
      id: item.id, path: item.path,
      settlement: MeetingSettlement(
        heldOn: item.meeting.heldOn, meeting: item.meeting.name, result: result, words: item.resultWords, roles: roles.map(\.role),
        nextMonitoring: CivilDate(iso: item.nextMonitoring)),
      discussion: item.discussion, names: Dictionary(roles.map { ($0.role.agency, $0.name) }) { first, _ in first },
      since: try plan.map { try saved(desk, $0, since: item.resultAt ?? 0) } ?? [])
  }

  private static func saved(_ desk: Desk, _ plan: PlanID, since moment: Int) throws -> [PlanDraft] {
    try desk.reading.rows("SELECT content FROM plan_history WHERE plan_id = \(plan) AND at >= \(moment) ORDER BY version") {
      try JSONDecoder().decode(PlanDraft.self, from: Data($0.text(0).utf8))
    }
  }
}
