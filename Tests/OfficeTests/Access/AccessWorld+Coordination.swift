import Casework
import Store

@testable import Office

extension AccessWorldBuilder {
  /// 多機関協働 of the same case, with a confirmed plan, and the canary in every word of it.
  mutating func coordinate() throws {
    try keep(
      "coordination",
      """
      INSERT INTO coordination (number, case_file_id, referral_id, agency_id, coordinator, stage, stage_since, round, lead_person,
        requested_at, touched_at)
      VALUES ('K8-90001', \(numbers["case"]), \(numbers["multiReferral"]), \(agency(.multi)), \(counsellor), 'inSupport', \(today), 1, \(canary),
        \(now), \(now))
      """)
    try writing.run(
      """
      INSERT INTO coordination_event (coordination_id, act, stage, round, side, staff_id, agency_id, at, on_day, words)
      VALUES (\(numbers["coordination"]), 'decide', 'inSupport', 1, 'town', \(counsellor), \(agency(.programme)), \(now), \(today), \(canary))
      """)
    try consent()
    try plan()
    try meeting()
    try ahead()
  }

  private mutating func consent() throws {
    try keep(
      "consent",
      """
      INSERT INTO consent (case_file_id, resident_id, is_application, scope, matters, exclusions, how, given_on, explained_on, explained_by,
        rules_version, staff_id, agency_id, recorded_at)
      VALUES (\(numbers["case"]), \(numbers["resident"]), 1, 'team', \(canary), \(canary), 'signature', \(today), \(today), \(canary), '架空の版',
        \(counsellor), \(agency(.multi)), \(now))
      """)
    try keep(
      "assessment",
      """
      INSERT INTO assessment (coordination_id, round, form, form_version, answers, started_on, completed_on, staff_id, saved_at)
      VALUES (\(numbers["coordination"]), 1, 'assessment', 1, \("{\"chief_complaint\":{\"text\":\"\(canary)\"}}"), \(today), \(today),
        \(counsellor), \(now))
      """)
    try keep(
      "information-request",
      """
      INSERT INTO information_request (coordination_id, round, to_agency, asked, due_on, staff_id, asked_at, state)
      VALUES (\(numbers["coordination"]), 1, \(agency(.accepted)), \(canary), \(today), \(counsellor), \(now), 'asked')
      """)
  }

  private mutating func plan() throws {
    try keep(
      "plan",
      """
      INSERT INTO plan (coordination_id, round, form_version, drafted_on, author, agency_id, issues, goal_words, goal_long, goal_short, policy,
        period_from, period_to, notes, is_complete, saved_at)
      VALUES (\(numbers["coordination"]), 1, 1, \(today), \(counsellor), \(agency(.multi)), \(canary), \(canary), \(canary), \(canary), \(canary),
        \(today), '2027-05-31', \(canary), 1, \(now))
      """)
    try writing.run(
      """
      INSERT INTO plan_item (plan_id, position, issue, goal, action, owner, owner_name) VALUES (\(numbers["plan"]), 1, \(canary), \(canary),
        \(canary), 'family', \(canary))
      """)
    let role = try writing.insert(
      """
      INSERT INTO plan_role (plan_id, position, agency_id, person, role, is_main)
      VALUES (\(numbers["plan"]), 1, \(agency(.own)), \(canary), \(canary), 1)
      """)
    try writing.run(
      """
      INSERT INTO progress_report (plan_role_id, state, words, agency_id, staff_id, at)
      VALUES (\(role), 'partly', \(canary), \(agency(.own)), \(counsellor), \(now))
      """)
    try writing.run(
      "INSERT INTO plan_comment (plan_id, agency_id, staff_id, words, at) VALUES (\(numbers["plan"]), \(agency(.own)), \(counsellor), \(canary), \(now))"
    )
    try writing.run("UPDATE plan SET confirmed_on = \(today) WHERE id = \(numbers["plan"])")
    try writing.run(
      """
      INSERT INTO plan_review (plan_id, form_version, reviewed_on, answers, result, lead_person, resource_gap, staff_id, saved_at)
      VALUES (\(numbers["plan"]), 1, \(today), '{}', 'close', \(canary), \(canary), \(counsellor), \(now))
      """)
  }

  private mutating func meeting() throws {
    try keep(
      "meeting",
      """
      INSERT INTO meeting (number, kind, name, held_on, place, mode, convener, minutes, stage, created_by, created_at)
      VALUES ('R8-M90001', 'planning', '重層的支援会議', \(today), \(canary), 'written', \(agency(.multi)), \(canary), 'invited', \(counsellor), \(now))
      """)
    try keep(
      "item",
      """
      INSERT INTO meeting_item (meeting_id, position, case_file_id, coordination_id, round, plan_id, timing, consent_state, points, discussion)
      VALUES (\(numbers["meeting"]), 1, \(numbers["case"]), \(numbers["coordination"]), 1, \(numbers["plan"]), 'close', 'given', \(canary),
        \(canary))
      """)
    for standing in [Standing.own, .multi, .programme] {
      let member = try writing.insert(
        "INSERT INTO meeting_member (meeting_id, agency_id, name, invited_at) VALUES (\(numbers["meeting"]), \(agency(standing)), \(canary), \(now))"
      )
      try writing.run("INSERT INTO meeting_item_member (item_id, member_id) VALUES (\(numbers["item"]), \(Int(member)))")
    }
  }

  private mutating func ahead() throws {
    try keep(
      "hand-back",
      """
      INSERT INTO hand_back_item (coordination_id, round, to_agency, to_person, words, is_lead, made_by, made_at)
      VALUES (\(numbers["coordination"]), 1, \(agency(.own)), \(canary), \(canary), 1, \(counsellor), \(now))
      """)
    try keep(
      "follow-up",
      """
      INSERT INTO follow_up (coordination_id, round, agency_id, due_on, how) VALUES (\(numbers["coordination"]), 1, \(agency(.multi)), \(today),
        \(canary))
      """)
  }
}
