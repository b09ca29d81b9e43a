import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// The household of scenario 1 with 多機関協働 accepted, to be carried to any stage.
///
/// What another capability keeps is written as rows here, so that the tests of one slice do not wait for another.
struct CoordinationWorld {
  let referral: ReferralWorld
  let referralID: Int
  let id: Int

  var town: Town { referral.town }
  var caseFile: CaseFileID { CaseFileID(referral.caseFile) }

  /// 包括東 has referred to 多機関協働, which has accepted. `agrees`: the person agreed at the referral.
  static func open(agrees: Bool = true, accepted: Bool = true) async throws -> CoordinationWorld {
    let world = try await ReferralWorld.open()
    let changes = agrees ? [:] : ["agreement": "notObtained", "no_consent_reason": "01", "explained_on": "", "explained_by": ""]
    let referral = try await world.request(ReferralWorld.multi, multi: true, changes)
    if accepted {
      let reply = try await world.step(try await world.signedIn("takikan"), referral, "acceptance")
      try #require(reply.status == 303, "\(reply.text)")
    }
    let id = try await world.town.number("SELECT id FROM coordination WHERE referral_id = \(referral)")
    return CoordinationWorld(referral: world, referralID: referral, id: id)
  }

  func signedIn(_ name: String) async throws -> Visitor { try await town.signedIn(name) }
  func agency(_ name: String) async throws -> Int { try await town.number("SELECT id FROM agency WHERE name = \(name)") }
  func staff(_ signInName: String) async throws -> Int { try await town.number("SELECT id FROM staff WHERE sign_in_name = \(signInName)") }
  /// A day ahead, ISO.
  func today(adding days: Int) -> String { CivilDate.of(epochSeconds: town.now).adding(days: days).iso }
  func stage() async throws -> String { try await town.text("SELECT stage FROM coordination WHERE id = \(id)") ?? "" }
  func version() async throws -> Int { try await town.number("SELECT version FROM coordination WHERE id = \(id)") }

  /// Does something at somebody's desk, in one transaction, with what a browser would have sent.
  @discardableResult
  func at<T: Sendable>(
    _ signInName: String, _ act: Act, form: Fields = Fields(), _ body: @escaping @Sendable (WritingDesk) throws -> T
  ) async throws -> T {
    let (office, now) = (town.office, town.now)
    return try await office.database.write { writing in
      let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(signInName)") { $0.id(0) as StaffID })
      let desk = try office.seat(writing, staff: staff, act: act, at: now, form: form)
      let value = try body(desk)
      try office.conclude(desk)
      return value
    }
  }

  /// One act of 多機関協働, by the records that the screens use.
  func move(_ act: CoordinationAct, as signInName: String = "takikan", side: CoordinationSide = .coordinator, words: String = "架空の理由")
    async throws
  {
    let id = CoordinationID(id)
    try await at(signInName, .moveCoordination) { desk in
      var step = CoordinationStep(act, side: side, words: words)
      if act == .proceedWithoutConsent { step.noConsentReason = "01" }
      try CoordinationRecords.step(desk, try desk.openCoordination(id), step)
    }
  }

  /// A signed form 1-1.
  func giveConsent(releases: Bool = true, until: String? = nil) async throws {
    let file = caseFile
    try await at("takikan", .recordConsent) { desk in
      try desk.writing.run(
        """
        INSERT INTO consent (case_file_id, resident_id, is_application, scope, how, given_on, until_on, explained_on, explained_by, rules_version,
          releases_earlier, staff_id, agency_id, recorded_at)
        SELECT id, resident_id, 1, 'team', 'signature', \(desk.today.iso), \(until), \(desk.today.iso), '架空 結', '2026-04', \(releases),
          \(desk.staff.id), \(desk.staff.agencyID), \(desk.now) FROM case_file WHERE id = \(file)
        """)
    }
  }

  func completeAssessment() async throws {
    let id = id
    try await at("takikan", .writeAssessment) { desk in
      try desk.writing.run(
        """
        INSERT INTO assessment (coordination_id, round, form, form_version, started_on, completed_on, staff_id, saved_at)
        SELECT id, round, 'assessment', 1, \(desk.today.iso), \(desk.today.iso), \(desk.staff.id), \(desk.now) FROM coordination WHERE id = \(id)
        """)
    }
  }

  /// A complete plan of the present round with one role for 包括東 and, if wanted, 参加支援. Gives its number.
  @discardableResult
  func draftPlan(participation: Bool = true) async throws -> Int {
    let id = id
    let east = try await agency("見本地域包括支援センター東")
    return try await at("takikan", .writePlan) { desk in
      let plan = try desk.writing.insert(
        """
        INSERT INTO plan (coordination_id, round, form_version, drafted_on, author, agency_id, issues, goal_words, goal_long, goal_short, policy,
          period_from, period_to, pattern, is_complete, saved_at)
        SELECT id, round, 1, \(desk.today.iso), \(desk.staff.id), agency_id, '架空の課題', '架空の希望', '架空の長期目標', '架空の短期目標', '架空の方針',
          \(desk.today.iso), \(desk.today.adding(days: 180).iso), \(participation ? "programmesAndOthers" : "othersOnly"), 1, \(desk.now)
        FROM coordination WHERE id = \(id)
        """)
      try desk.writing.run(
        "INSERT INTO plan_item (plan_id, position, issue, goal, action, owner, owner_agency) VALUES (\(plan), 1, '架空の課題', '架空の目標', '架空の支援', 'agency', \(east))"
      )
      try desk.writing.run(
        "INSERT INTO plan_role (plan_id, position, agency_id, person, role, is_main) VALUES (\(plan), 1, \(east), '架空 花子', '架空の役割', 1)")
      try desk.writing.run("INSERT INTO plan_monitoring (plan_id, on_day) VALUES (\(plan), \(desk.today.adding(days: 90).iso))")
      if participation {
        try desk.writing.run("INSERT INTO plan_programme (plan_id, programme, content) VALUES (\(plan), 'participation', '架空の居場所')")
      }
      return Int(plan)
    }
  }

  /// A held 重層的支援会議 with one item of the present round and its result; moves nothing by itself.
  func meet(_ timing: MeetingTiming, _ result: MeetingResult) async throws {
    let id = id
    try await at("takikan", .recordMeeting) { desk in
      let meeting = try desk.writing.insert(
        """
        INSERT INTO meeting (number, kind, name, held_on, mode, convener, stage, created_by, created_at)
        SELECT '架空-' || (SELECT count(*) FROM meeting), 'planning', '重層的支援会議', \(desk.today.iso), 'inPerson', agency_id, 'held',
          \(desk.staff.id), \(desk.now) FROM coordination WHERE id = \(id)
        """)
      try desk.writing.run(
        """
        INSERT INTO meeting_item (meeting_id, position, case_file_id, coordination_id, round, plan_id, timing, consent_state, result, result_at,
          result_by)
        SELECT \(meeting), 1, k.case_file_id, k.id, k.round, (SELECT p.id FROM plan p WHERE p.coordination_id = k.id AND p.round = k.round),
          \(timing.rawValue), 'given', \(result.rawValue), \(desk.now), \(desk.staff.id) FROM coordination k WHERE k.id = \(id)
        """)
    }
  }

  /// Carries the case along the main line to a stage, with everything on record that the way there asks for.
  func carry(to stage: CoordinationStage, participation: Bool = true) async throws {
    try await giveConsent()
    try await move(.apply)
    if stage == .applied { return }
    try await move(.beginAssessment)
    if stage == .assessing { return }
    try await completeAssessment()
    try await move(.finishAssessment)
    if stage == .planning { return }
    try await draftPlan(participation: participation)
    try await move(.submitPlan)
    if stage == .conference { return }
    try await meet(.plan, .approved)
    guard participation else { return try await move(.reportToTown) }
    try await move(.approve, side: .meeting)
    if stage == .awaitingDecision { return }
    try await decide()
  }

  /// 支援決定 by the town.
  func decide() async throws {
    let id = id
    try await at("shi", .decidePlan) { desk in
      try desk.writing.run(
        """
        INSERT INTO support_decision (plan_id, result, number, decided_on, decider_title, decider_name, staff_id, at)
        SELECT p.id, 'granted', '架空-' || p.id, \(desk.today.iso), '課長', '架空 課長', \(desk.staff.id), \(desk.now)
        FROM plan p JOIN coordination k ON k.id = p.coordination_id AND k.round = p.round WHERE k.id = \(id)
        """)
    }
    try await move(.decide, as: "shi", side: .town)
  }
}
