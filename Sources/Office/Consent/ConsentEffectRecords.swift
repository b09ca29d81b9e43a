import Casework
import Store

/// What follows from the consent of 本人, in the same transaction: who may see the case, which plan needs a new look, what nobody asks
/// any more.
///
/// Writes no table of its own; everything goes through the records that own it. Source: reference §3.6.
struct ConsentEffectRecords {
  let desk: WritingDesk
  let opened: OpenedConsents

  private var file: OpenedFile { opened.file }

  /// A consent that holds today opens the case to those it covers, and ends the pre-consent track.
  func given() throws {
    guard try ConsentStateQueries.ofPerson(desk, file).state == .given else { return }
    let since = try ConsentCoverQueries.notesSince(desk, file)
    try CaseFileRecords.widen(desk, file.id, notesSince: since)
    if since == 0 { try CaseFileRecords.release(desk, file.id) }
    try CaseFileRecords.leavePreConsent(desk, file.id)
    try shareWithAccepted(since)
    try endUncovered()
    try shareWithPlan(since)
    if let coordination = opened.coordination { try CoordinationRecords.refreshNextDay(desk, coordination.id) }
  }

  /// Agencies whose つなぎ rested on an agreement that had ended see the case again, as far as the new consent covers them.
  private func shareWithAccepted(_ since: Int) throws {
    let agencies = try desk.reading.rows(
      """
      SELECT DISTINCT agency_id FROM case_ground WHERE case_file_id = \(file.id) AND is_open = 1 AND ground = 'acceptedReferral'
        AND reach = 'handedOver'
      """
    ) { $0.id(0) as AgencyID }
    for agency in agencies where try ConsentCoverQueries.covers(desk, file, agency: agency) {
      try CaseFileRecords.widenAccepted(desk, file.id, agency: agency, notesSince: since)
    }
  }

  /// Withdrawn or refused: sharing stops at once, the plan is looked at again, open questions are taken back.
  func ended(words: String) throws {
    try CaseFileRecords.endShared(desk, file.id)
    try CaseFileRecords.narrow(desk, file.id)
    guard let coordination = opened.coordination else { return }
    try InformationRequestRecords.withdrawAll(desk, coordination, words: "本人の同意がなくなったため")
    if coordination.stage.isActive {
      let reason = "本人の同意が取り消されました（\(desk.today.wareki)）。\(words)"
      try PlanRecords.wantReview(desk, coordination, words: reason)
      let task = FollowUpTask(what: "同意の取消し：プランを見直す", due: desk.today, assignee: nil, done: nil)
      try TaskRecords.add(desk, file, task, to: coordination.agency)
    }
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
  }

  /// Agencies that the new consent leaves out see the case no more.
  private func endUncovered() throws {
    let agencies = try desk.reading.rows(
      """
      SELECT DISTINCT agency_id FROM case_ground
      WHERE case_file_id = \(file.id) AND is_open = 1 AND reach = 'team' AND ground IN ('planRole', 'mainSupporter')
      """
    ) { $0.id(0) as AgencyID }
    for agency in agencies where try !ConsentCoverQueries.covers(desk, file, agency: agency) {
      try CaseFileRecords.endShared(desk, file.id, agency: agency)
    }
  }

  /// The agencies of a plan that is in force see the case again, when an earlier consent had ended.
  private func shareWithPlan(_ since: Int) throws {
    guard let coordination = opened.coordination, coordination.stage.hasRunningPlan else { return }
    let agencies = try desk.reading.rows(
      """
      SELECT DISTINCT r.agency_id FROM plan p JOIN plan_role r ON r.plan_id = p.id
      WHERE p.coordination_id = \(coordination.id) AND p.confirmed_on IS NOT NULL
        AND p.round = (SELECT max(o.round) FROM plan o WHERE o.coordination_id = p.coordination_id AND o.confirmed_on IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(file.id) AND g.agency_id = r.agency_id AND g.is_open = 1
          AND g.reach = 'team')
      """
    ) { $0.id(0) as AgencyID }
    for agency in agencies where try ConsentCoverQueries.covers(desk, file, agency: agency) {
      try CaseFileRecords.grant(
        desk, file.id, to: agency, ground: .planRole, reach: .team, coordination: coordination.id, notesSince: since)
    }
  }
}
