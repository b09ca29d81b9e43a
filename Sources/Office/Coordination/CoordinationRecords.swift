import Casework
import Store

/// The only writer of `coordination` and `coordination_event`.
enum CoordinationRecords {
  /// Puts a つなぎ to 多機関協働 into the coordinator's queue. A case that was closed or interrupted waits there to be reopened.
  static func begin(_ desk: WritingDesk, _ referral: OpenedReferral, to agency: AgencyID) throws {
    let waiting = try desk.writing.run(
      """
      UPDATE coordination SET referral_id = \(referral.id), touched_at = \(desk.now), version = version + 1
      WHERE case_file_id = \(referral.caseFile) AND stage IN ('closed', 'followUp', 'interrupted')
      """)
    guard waiting == 0 else { return }
    try desk.writing.insert(
      """
      INSERT INTO coordination (number, case_file_id, referral_id, agency_id, stage, stage_since, requested_at, touched_at)
      VALUES (\(try nextNumber(desk)), \(referral.caseFile), \(referral.id), \(agency), \(CoordinationStage.requested.rawValue),
        \(desk.today.iso), \(desk.now), \(desk.now))
      """)
  }

  /// Does one act: the rule decides, the event is kept, what follows from it is done in the same transaction.
  ///
  /// Throws ``FieldErrors`` with the sentence of the rule that says no.
  @discardableResult
  static func step(_ desk: WritingDesk, _ coordination: OpenedCoordination, _ step: CoordinationStep) throws -> OpenedCoordination {
    let facts = step.facts(try CoordinationFactsQueries.facts(desk, coordination))
    let stage: CoordinationStage
    do {
      stage = try Coordination.next(coordination.stage, step.act, side: step.side, facts: facts)
    } catch {
      throw FieldErrors([CoordinationWording.problem(error)], staff: desk.staff)
    }
    let round = coordination.round + (beginsRound(step.act) ? 1 : 0)
    try desk.writing.run(
      """
      INSERT INTO coordination_event (coordination_id, act, stage, round, side, staff_id, agency_id, at, on_day, reason_code, words,
        talked_on, talked_with, talked_how, advice, joint_set_up, meeting_item_id)
      VALUES (\(coordination.id), \(step.act.rawValue), \(stage.rawValue), \(round), \(step.side.rawValue), \(desk.staff.id),
        \(desk.staff.agencyID), \(desk.now), \((step.day ?? desk.today).iso), \(reasonCode(step)), \(step.words),
        \(step.talk?.on.iso ?? ""), \(step.talk?.with ?? ""), \(step.talk?.how ?? ""), \(step.advice), \(step.jointSetUp), \(step.item))
      """)
    try desk.writing.run(
      """
      UPDATE coordination SET stage = \(stage.rawValue), stage_since = \(desk.today.iso), round = \(round), version = version + 1,
        touched_at = \(desk.now) WHERE id = \(coordination.id)
      """)
    try CaseFileRecords.touch(desk, coordination.file.id)
    desk.note("coordination \(coordination.id)", caseFile: coordination.file.id)
    desk.note(detail: step.act.rawValue)
    let moved = try desk.openCoordination(coordination.id, in: coordination.file)
    return try CoordinationEffectRecords(desk: desk, coordination: moved).after(step)
  }

  /// A new round begins with the first acceptance, each 再プラン and each reopening.
  private static func beginsRound(_ act: CoordinationAct) -> Bool { [.accept, .replan, .reopen].contains(act) }

  private static func reasonCode(_ step: CoordinationStep) -> String {
    step.exit?.rawValue ?? (step.noConsentReason.isEmpty ? step.reasonCode : step.noConsentReason)
  }

  /// 「R8-K00001」: 年度, K for 協働, a running number.
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-K"
    let last = try desk.reading.first("SELECT max(number) FROM coordination WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }
}

extension CoordinationRecords {
  /// Names the coordinator who has it in her hands.
  static func assign(_ desk: WritingDesk, _ coordination: OpenedCoordination, to staff: StaffID) throws {
    try desk.writing.run("UPDATE coordination SET coordinator = \(staff), version = version + 1 WHERE id = \(coordination.id)")
  }

  /// By which route it came, which criteria were ticked (JSON), and which 保護の実施機関 joins the team (R-60).
  static func describe(
    _ desk: WritingDesk, _ coordination: OpenedCoordination, route: CoordinationRoute?, checklist: String, publicAssistance: AgencyID?
  ) throws {
    try desk.writing.run(
      """
      UPDATE coordination SET route = \(route?.rawValue ?? ""), checklist = \(checklist), public_assistance_agency = \(publicAssistance),
        version = version + 1 WHERE id = \(coordination.id)
      """)
  }

  /// 「主担当」 Names who stays with the household.
  static func lead(_ desk: WritingDesk, _ coordination: OpenedCoordination, agency: AgencyID, person: String) throws {
    try desk.writing.run(
      """
      UPDATE coordination SET lead_agency = \(agency), lead_person = \(person), lead_since = \(desk.today.iso) WHERE id = \(coordination.id)
      """)
  }

  /// The next day that matters, derived anew from what is on record; called by whoever changed one of those days.
  static func refreshNextDay(_ desk: WritingDesk, _ id: CoordinationID) throws {
    try desk.writing.run("UPDATE coordination SET next_on = \(try CoordinationDayQueries.next(desk, id)) WHERE id = \(id)")
  }
}

extension CoordinationRecords {
  /// 「引継ぎ」 Another coordinator has it in her hands from now on, or nobody until somebody takes it.
  static func handOver(_ writing: Writing, _ id: CoordinationID, to staff: StaffID?) throws {
    try writing.run("UPDATE coordination SET coordinator = \(staff), version = version + 1 WHERE id = \(id)")
  }
}
