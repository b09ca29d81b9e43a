import Casework

/// What is done about consent, each with everything that follows from it in the same transaction.
extension WritingDesk {
  /// 「同意を記録する」 Throws ``FieldErrors`` with everything that is wrong.
  func giveConsent(in opened: OpenedConsents, paper: AttachmentID?) throws -> ConsentID {
    let input = ConsentInput(visit.form, offer: try ConsentOfferQueries.offer(self, opened), today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    let id = try ConsentRecords.add(self, opened, input.consent, member: input.member, paper: paper ?? input.paper)
    guard input.member == nil else { return id }
    try ConsentEffectRecords(desk: self, opened: opened).given()
    if input.consent.isApplication, let coordination = opened.coordination { try apply(opened, coordination, now: input.appliesNow) }
    return id
  }

  /// 利用申込 moves the case at once where the coordinator takes it down; from a window it becomes the coordinator's task.
  private func apply(_ opened: OpenedConsents, _ coordination: OpenedCoordination, now: Bool) throws {
    guard CoordinationTransition.row(.apply, at: coordination.stage) != nil else { return }
    if coordination.isCoordinator {
      guard now else { return }
      // The case moved into reach just now: opened again, it is read as it stands.
      let file = try open(opened.file.id)
      try CoordinationRecords.step(self, try openCoordination(coordination.id, in: file), CoordinationStep(.apply, side: .coordinator))
    } else {
      let task = FollowUpTask(what: "利用申込（様式1-1）が記録されました：段階を進める", due: today, assignee: nil, done: nil)
      try TaskRecords.add(self, opened.file, task, to: coordination.agency)
    }
  }

  /// 「確認をはじめた」「同意しないと言った」
  func noteConsent(_ event: ConsentRecords.Event, in opened: OpenedConsents) throws {
    let (on, words) = try ConsentInput.event(visit.form, today: today, by: staff)
    let member = try member(visit.form["person"], in: opened)
    let held = try ConsentStateQueries.of(self, opened.file, person: member).state
    try ConsentRecords.add(self, opened, event, member: member, on: on, words: words)
    let now = try ConsentStateQueries.of(self, opened.file, person: member).state
    if member == nil, held == .given, now != .given { try ConsentEffectRecords(desk: self, opened: opened).ended(words: words) }
  }

  /// 「同意を取り消す」 Sharing stops from this moment; what was shared before stays on record.
  func withdrawConsent(_ line: ConsentLine, in opened: OpenedConsents) throws {
    let (on, words) = try ConsentInput.event(visit.form, today: today, by: staff)
    let member = line.person == opened.principal ? nil : line.person
    let history = try ConsentStateQueries.history(self, opened.file.id, person: member)
    let isLatest = history.latest == line.id
    let state = isLatest ? history.state(on: today) : .withdrawn
    let problems = ConsentWithdrawal.problems(on: on, givenOn: line.givenOn, state: state, today: today)
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try ConsentRecords.add(self, opened, .withdrawn, member: member, on: on, words: words)
    if member == nil { try ConsentEffectRecords(desk: self, opened: opened).ended(words: words) }
  }

  /// 「これまでの記録も共有する」
  func releaseEarlier(_ line: ConsentLine, in opened: OpenedConsents) throws {
    let (on, words) = try ConsentInput.event(visit.form, today: today, by: staff)
    let member = line.person == opened.principal ? nil : line.person
    guard try ConsentStateQueries.history(self, opened.file.id, person: member).inForce(on: today) == line.id else {
      throw FieldErrors([FieldProblem("on", "この同意はいま有効ではないため、これまでの記録を共有できません。あらためて同意を記録してください。")], staff: staff)
    }
    guard !line.isReleased else { return }
    try ConsentRecords.add(self, opened, .released, member: member, on: on, words: words)
    if member == nil { try CaseFileRecords.release(self, opened.file.id) }
  }

  /// The member of the household that a form names; nothing for 本人.
  private func member(_ code: String, in opened: OpenedConsents) throws -> ResidentID? {
    guard !code.isEmpty else { return nil }
    let members = try ConsentQueries.members(self, opened)
    guard let found = members.first(where: { String($0.resident.number) == code }) else {
      throw denied("person of consents of case \(opened.file.id)")
    }
    return found.resident
  }
}
