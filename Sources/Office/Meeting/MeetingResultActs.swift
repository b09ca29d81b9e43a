import Casework

extension WritingDesk {
  /// 「結論を記録する」 One act: the result, who does what, resource gaps, and what follows for the case.
  func recordResult(_ id: MeetingID, _ itemID: MeetingItemID, _ form: Fields) throws {
    // Who was there is told with the first result, unless it was written down before.
    if form.isOn("holds"), try ownMeeting(id).stage.isAhead { try holdMeeting(id, form) }
    let meeting = try ownMeeting(id)
    let item = try openMeetingItem(meeting, itemID)
    let file = try open(item.caseFile)
    let input = MeetingResultInput(form, agencies: try MeetingPartyQueries.agencies(self), today: today)
    let result = try decided(item, input)
    guard form.version == item.version else { throw EditConflict(staff: staff) }
    try MeetingRecords.decide(self, item, input, result, version: form.version)
    try entrust(item, input.roles)
    if let plan = item.plan, let day = input.nextMonitoring, meeting.kind == .planning {
      try PlanRecords.monitor(self, plan, asMeetingSaid: day)
    }
    try moveCase(item, file, input, result)
    if let coordination = item.coordination { try CoordinationRecords.refreshNextDay(self, coordination) }
    try DraftRecords.discard(self, id: form.draftID)
    note(detail: result.rawValue)
  }

  /// The result, when the rules let it be recorded.
  private func decided(_ item: OpenedMeetingItem, _ input: MeetingResultInput) throws -> MeetingResult {
    let absent = try MeetingItemQueries.absent(self, item)
    do throws(MeetingRefusal) {
      guard item.result == nil else { throw .alreadyDecided }
      guard item.meeting.stage == .held else { throw .notHeld }
      if let result = input.result { try input.outcome(item, result).check(stage: item.meeting.stage, missing: absent) }
    } catch {
      throw FieldErrors([MeetingResultInput.problem(error)] + input.problems, staff: staff)
    }
    guard input.problems.isEmpty, let result = input.result else { throw FieldErrors(input.problems, staff: staff) }
    return result
  }

  /// A role is a task of the agency that took it on, where that agency sees the case; elsewhere it is told by paper or telephone.
  ///
  /// What a 支援会議 decided stays there: its task names the meeting only.
  private func entrust(_ item: OpenedMeetingItem, _ roles: [MeetingResultInput.Role]) throws {
    for role in roles {
      guard try MeetingPartyQueries.sees(self, item.caseFile, role.agency) else {
        try MeetingRecords.assign(self, item, role, task: nil)
        continue
      }
      let what =
        item.meeting.kind == .confidential
        ? "支援会議（\(item.meeting.number)）で決まった役割を行う"
        : role.what + (role.person.isEmpty ? "" : "（担当：\(role.person)）")
      let task = FollowUpTask(what: what, due: role.due, assignee: nil, done: nil)
      try MeetingRecords.assign(self, item, role, task: try TaskRecords.entrust(self, item.caseFile, to: role.agency, task))
    }
  }

  /// What the result does to the case by itself; the rule of 多機関協働 decides whether it may.
  private func moveCase(_ item: OpenedMeetingItem, _ file: OpenedFile, _ input: MeetingResultInput, _ result: MeetingResult) throws {
    guard item.meeting.kind == .planning, item.timing != nil, let id = item.coordination else { return }
    let coordination = try openCoordination(id, in: file)
    guard coordination.round == item.round else {
      throw told("result", "この議題は、いまより前の回のプランについてのものです。議題から外し、いまのプランを載せ直してください。")
    }
    let facts = try CoordinationFactsQueries.facts(self, coordination)
    let obstacles = Coordination.obstacles(coordination.stage, .close, facts: facts)
    guard let act = MeetingOutcome.act(item.timing, result, pattern: facts.pattern, obstacles: obstacles) else { return }
    var step = CoordinationStep(act, side: .meeting, words: input.words)
    step.item = item.id
    step.day = item.meeting.heldOn
    if act == .handToWindow, let lead = input.lead { step.lead = (lead, input.leadPerson) }
    try CoordinationRecords.step(self, coordination, step)
  }
}
