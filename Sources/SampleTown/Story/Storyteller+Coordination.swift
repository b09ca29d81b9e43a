import Casework
@_spi(SampleTown) import Office
import Store

/// Lets the staff of the town carry a case of 多機関協働 along its main line.
struct CoordinationTeller {
  let office: Office
  let writing: Writing
  let staff: StaffID
  let name: String
  let caseFile: CaseFileID
  let day: CivilDate
  let moment: Int

  func tell(_ step: SampleCoordination) throws {
    switch step {
    case .accept(let typed): try desk(.moveCoordination).stepCoordination(id(), .accept, form(typed))
    case .withoutConsent(let code, let words):
      try desk(.moveCoordination).stepCoordination(id(), .proceedWithoutConsent, form([("no_consent_reason", code), ("words", words)]))
    case .consent: try consent()
    case .assessment(let sheets): try assess(sheets)
    case .plan(let typed): try plan(typed)
    case .meeting(let words): try meet(words)
    case .confidentialMeeting(let sheet): try confer(sheet)
    case .decision(let title, let name): try decide(title, name)
    }
  }

  private func id() throws -> CoordinationID { CoordinationID(try number("SELECT id FROM coordination WHERE case_file_id = \(caseFile)")) }

  private func number(_ sql: SQL) throws -> Int {
    guard let number = try writing.first(sql, { $0.optionalInt(0) }) ?? nil else {
      throw StoryGap(description: "nothing found: \(sql.text)")
    }
    return number
  }

  private func desk(_ act: Act, _ typed: TypedForm = []) throws -> WritingDesk {
    try office.seat(writing, staff: staff, act: act, at: moment, form: form(typed))
  }

  private func form(_ typed: TypedForm) -> Fields { Fields(typed) }

  private func consent() throws {
    let today = day.warekiShort
    let desk = try desk(
      .recordConsent,
      [
        ("person", ""), ("is_application", "1"), ("apply_now", "1"), ("scope", "team"), ("how", "signature"), ("given_on", today),
        ("explained_on", today), ("explained_by", name), ("rules_version", "令和8年4月版"), ("releases_earlier", "1"),
      ])
    try desk.rehearseConsent(of: caseFile)
    try office.conclude(desk)
  }

  private func assess(_ sheets: [TypedForm]) throws {
    for (place, typed) in sheets.enumerated() {
      let version = try writing.first("SELECT version FROM assessment WHERE coordination_id = \(try id())") { $0.int(0) } ?? 0
      let desk = try desk(.writeAssessment, typed + [("sheet", "\(place + 1)"), ("version", "\(version)")])
      try desk.rehearseSheet(try id(), "\(place + 1)")
      try office.conclude(desk)
    }
    let desk = try desk(.writeAssessment)
    guard try desk.rehearseCompletion(try id()) else { throw StoryGap(description: "form 1-2 is not complete") }
    try office.conclude(desk)
  }

  private func plan(_ typed: TypedForm) throws {
    let first = try desk(.writePlan)
    let plan = try first.rehearsePlan(try id())
    let version = try number("SELECT version FROM plan WHERE id = \(plan)")
    let named = try typed.map { name, value in
      value.hasPrefix("@")
        ? (name, "\(try agency(String(value.dropFirst())))") : (name, value)
    }
    let fields = named + [("with_form", "1"), ("version", "\(version)"), ("drafted_on", day.warekiShort), ("agreed_on", day.warekiShort)]
    let desk = try desk(.writePlan, fields)
    try desk.rehearseSubmission(plan, form(fields))
    try office.conclude(desk)
  }

  private func meet(_ words: String) throws {
    let first = try desk(.planMeeting)
    let meeting = try first.conveneMeeting(
      form([
        ("body", "planning"), ("held_on", day.warekiShort), ("mode", "inPerson"), ("place", "見本市役所 会議室（架空）"), ("case", "\(try id()):plan"),
      ]))
    let item = MeetingItemID(try number("SELECT id FROM meeting_item WHERE meeting_id = \(meeting)"))
    let members = try writing.rows("SELECT id FROM meeting_member WHERE meeting_id = \(meeting)") { ("attended", "\($0.int(0))") }
    let version = try number("SELECT version FROM meeting_item WHERE id = \(item)")
    let desk = try desk(.recordMeeting)
    try desk.rehearseResult(
      meeting, item, form(members + [("holds", "1"), ("version", "\(version)"), ("discussion", words), ("result", "approved")]))
    try office.conclude(desk)
  }

  /// A week ahead, called, with its paper; the guest has answered by telephone. A link for the guest is one click away.
  private func confer(_ sheet: SampleConfidentialMeeting) throws {
    let body = form([
      ("body", "support"), ("held_on", day.adding(days: 7).warekiShort), ("starts_at", "14:00"), ("mode", "inPerson"),
      ("place", "見本市役所 会議室（架空）"), ("case", "\(try id()):"),
    ])
    let meeting = try done(.planMeeting) { try $0.conveneMeeting(body) }
    try done(.pledgeMeeting) { try $0.pledgeMeeting(meeting, form([("confirmed", "1")])) }
    for asked in sheet.asked { try done(.planMeeting) { try $0.rehearseCall(meeting, agency: AgencyID(try agency(asked.of))) } }
    try done(.planMeeting) { try $0.inviteMeeting(meeting) }
    let item = MeetingItemID(try number("SELECT id FROM meeting_item WHERE meeting_id = \(meeting)"))
    let members = try writing.rows("SELECT id FROM meeting_member WHERE meeting_id = \(meeting)") { ("member", "\($0.int(0))") }
    try done(.planMeeting) { try $0.rehearseItem(meeting, item, form(members + [("points", sheet.points), ("version", "1")])) }
    let paper = form([("kind", "text"), ("title", sheet.paper.title), ("words", sheet.paper.words), ("collects", "1")])
    try done(.tablePaper) { try $0.rehearsePaper(meeting, item, paper) }
    try done(.inviteGuest) {
      try $0.rehearseGuest(meeting, item, name: sheet.guest.name, position: sheet.guest.position, words: sheet.guest.words)
    }
    try prepare(meeting, item, sheet.asked)
  }

  /// The four questions a week ahead; who answers at a screen has confirmed the secrecy first.
  private func prepare(_ meeting: MeetingID, _ item: MeetingItemID, _ asked: [SamplePreparation]) throws {
    let codes = try asked.map { ("ask", "\(item):\(try agency($0.of))") }
    let due = [("due", day.adding(days: 5).warekiShort), ("words", "分かる範囲で、短くて構いません（架空）。")]
    try done(.askPreparation) { try $0.rehearsePreparation(meeting, form(codes + due)) }
    for line in asked where !line.answer.isEmpty {
      let id = PreparationID(try number("SELECT id FROM preparation WHERE item_id = \(item) AND agency_id = \(try agency(line.of))"))
      let typed = line.answer + [("version", "1")]
      if line.isByPhone {
        try done(.answerPreparation) { try $0.rehearseAnswer(id, form(typed + [("way", "phone"), ("told_by", "担当の職員")])) }
        continue
      }
      let own = StaffID(try number("SELECT id FROM staff WHERE sign_in_name = \(line.of)"))
      try done(.pledgeMeeting, by: own) { try $0.pledgeMeeting(meeting, form([("confirmed", "1")])) }
      try done(.answerPreparation, by: own) { try $0.rehearseAnswer(id, form(typed)) }
    }
  }

  private func agency(_ signInName: String) throws -> Int { try number("SELECT agency_id FROM staff WHERE sign_in_name = \(signInName)") }

  private func done<T>(_ act: Act, by other: StaffID? = nil, _ work: (WritingDesk) throws -> T) throws -> T {
    let desk = try office.seat(writing, staff: other ?? staff, act: act, at: moment)
    let value = try work(desk)
    try office.conclude(desk)
    return value
  }

  private func decide(_ title: String, _ name: String) throws {
    let plan = PlanID(try number("SELECT max(id) FROM plan WHERE coordination_id = \(try id())"))
    let version = try number("SELECT version FROM coordination WHERE id = \(try id())")
    let desk = try desk(.decidePlan)
    try desk.rehearseDecision(
      plan,
      form([
        ("version", "\(version)"), ("result", "granted"), ("number", "見本福第\(plan)号"), ("decided_on", day.warekiShort),
        ("decider_title", title), ("decider_name", name), ("content", "プランのとおり"), ("confirms_rest", "1"),
      ]))
    try office.conclude(desk)
  }
}
