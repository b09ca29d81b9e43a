import Casework
import Store

/// What an act of 多機関協働 does beside moving its stage, in the same transaction: who may see the case, what the window is told, which
/// plan becomes certain, who goes on.
///
/// Writes no table of its own; everything goes through the records that own it.
struct CoordinationEffectRecords {
  let desk: WritingDesk
  let coordination: OpenedCoordination

  /// Returns the coordination as it stands after everything that followed by itself.
  func after(_ step: CoordinationStep) throws -> OpenedCoordination {
    switch step.act {
    case .accept: try CoordinationRecords.assign(desk, coordination, to: desk.staff.id)
    case .submitPlan: return try submitted()
    case .approve, .sendBackPlan, .decline, .apply, .proceedWithoutConsent, .beginAssessment, .finishAssessment, .replan, .giveBack,
      .withdraw, .endPreConsent, .beginFollowUp, .interrupt:
      break
    case .handToWindow:
      if let lead = step.lead { try handOver(lead.agency, lead.person, words: step.words, isLead: true) }
      try answerReferral("重層的支援会議の結果、相談窓口が主担当として続けることになりました。\(step.words)")
    case .reportToTown:
      try confirm(on: try PlanQueries.meetingDay(desk, coordination) ?? desk.today)
    case .decide:
      try confirm(on: try PlanQueries.decisionDay(desk, coordination) ?? desk.today)
    case .close: return try closed()
    case .reopen: try FollowUpRecords.settle(desk, coordination, words: "再開：\(step.words)")
    case .end: try answerReferral("多機関協働事業を終了しました（\(step.exit?.label ?? "")）。\(step.words)")
    }
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
    return try desk.openCoordination(coordination.id, in: coordination.file)
  }

  /// A plan that a meeting agreed to on condition of changes goes on without a second meeting.
  private func submitted() throws -> OpenedCoordination {
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
    let facts = try CoordinationFactsQueries.facts(desk, coordination)
    guard try CoordinationFactsQueries.isAgreedWithChanges(desk, coordination), facts.has(.planMeeting), facts.has(.programmeUse) else {
      return coordination
    }
    return try CoordinationRecords.step(
      desk, coordination, CoordinationStep(.approve, side: .meeting, words: "会議で求められた修正を終えたため、了承済みとして進めました。"))
  }

  /// The plan is certain from this day: its agencies may see the case as far as the person agreed.
  private func confirm(on day: CivilDate) throws {
    let agencies = try PlanRecords.confirm(desk, coordination, on: day)
    for agency in agencies where try !hasSight(agency) && ConsentCoverQueries.covers(desk, coordination.file, agency: agency) {
      try CaseFileRecords.grant(
        desk, coordination.file.id, to: agency, ground: .planRole, reach: .team, coordination: coordination.id,
        notesSince: try ConsentCoverQueries.notesSince(desk, coordination.file))
    }
  }

  private func hasSight(_ agency: AgencyID) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM case_ground WHERE case_file_id = \(coordination.file.id) AND agency_id = \(agency) AND is_open = 1 AND reach = 'team'")
  }

  /// 一旦終結: the lead goes to the main supporter, who has to take it; the window hears of it; follow-up is planned (R-30, R-33, R-34).
  private func closed() throws -> OpenedCoordination {
    guard let closing = try ReviewQueries.closing(desk, coordination) else { return coordination }
    try handOver(closing.leadAgency, closing.leadPerson, words: closing.words, isLead: true)
    if coordination.referrer != closing.leadAgency {
      try handOver(coordination.referrer, "", words: closing.words, isLead: false)
    }
    try answerReferral("多機関協働事業の支援を終結しました。終結後の主担当は\(closing.leadName)です。\(closing.words)")
    if closing.needsFollowUp, let day = closing.followUpOn {
      try FollowUpRecords.plan(desk, coordination, agency: coordination.agency, on: day, how: closing.followUpHow)
      let moved = try desk.openCoordination(coordination.id, in: coordination.file)
      return try CoordinationRecords.step(desk, moved, CoordinationStep(.beginFollowUp, side: .coordinator))
    }
    try CoordinationRecords.refreshNextDay(desk, coordination.id)
    return try desk.openCoordination(coordination.id, in: coordination.file)
  }

  private func handOver(_ agency: AgencyID, _ person: String, words: String, isLead: Bool) throws {
    if isLead {
      try CoordinationRecords.lead(desk, coordination, agency: agency, person: person)
      if try !hasSight(agency) {
        let covers = try ConsentCoverQueries.covers(desk, coordination.file, agency: agency)
        try CaseFileRecords.grant(
          desk, coordination.file.id, to: agency, ground: .mainSupporter, reach: covers ? .team : .handedOver,
          coordination: coordination.id, notesSince: try ConsentCoverQueries.notesSince(desk, coordination.file))
      }
    }
    try HandBackItemRecords.make(desk, coordination, to: agency, person: person, words: words, isLead: isLead)
  }

  /// Tells the window by the つなぎ it sent, where that is still waiting for an answer.
  private func answerReferral(_ words: String) throws {
    try ReferralRecords.concludeByCoordination(desk, coordination.referral, words: words)
    try CaseFileRecords.followCoordination(desk, coordination.file.id, .multiHandedBack, words: "多機関協働 \(coordination.number)")
  }
}
