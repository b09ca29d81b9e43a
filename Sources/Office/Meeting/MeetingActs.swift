import Casework

extension WritingDesk {
  /// 「会議を開く」 Plans a meeting, calls who always comes, and puts the case on its agenda that it was opened from.
  @_spi(SampleTown)
  public func conveneMeeting(_ form: Fields) throws -> MeetingID {
    let input = MeetingInput(form, today: today)
    guard let body = try meetingBodies().first(where: { $0.key == input.bodyKey }) else {
      throw FieldErrors([FieldProblem("body", "会議が選ばれていません。一覧から選んでください。")] + input.problems, staff: staff)
    }
    let sides = try MeetingPartyQueries.sides(self)
    try ruled { () throws(MeetingRefusal) in try body.kind.convene(by: sides) }
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    let id = try MeetingRecords.plan(self, input, body: body)
    try callStanding(id, body)
    let meeting = try ownMeeting(id)
    for code in form.all("case") { if let chosen = ChosenCase(code) { try table(meeting, chosen) } }
    try MeetingRecords.refreshDays(self, id)
    try DraftRecords.discard(self, id: form.draftID)
    return id
  }

  /// The own agency, the town at a 重層的支援会議, and who always comes to this body.
  private func callStanding(_ id: MeetingID, _ body: MeetingBody) throws {
    try MeetingRecords.call(self, id, agency: staff.agencyID, name: staff.name, seesAll: true)
    var agencies = try MeetingPartyQueries.standing(self, body)
    if body.kind == .planning, let town = try MeetingPartyQueries.town(self) { agencies.insert(town, at: 0) }
    // Items of a 支援会議 are shown to those chosen for each, whoever is called.
    for agency in agencies where agency != staff.agencyID {
      try MeetingRecords.call(self, id, agency: agency, seesAll: body.kind != .confidential)
    }
  }

  func changeMeeting(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    let input = MeetingInput(form, today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    try MeetingRecords.change(self, meeting, input, version: form.version)
    try MeetingRecords.refreshDays(self, id)
  }

  /// 「招集する」
  @_spi(SampleTown)
  public func inviteMeeting(_ id: MeetingID) throws {
    let meeting = try ownMeeting(id)
    guard meeting.stage.isAhead else { throw told("invite", "この会議は\(meeting.stage.label)です。招集するには、新しい会議を準備してください。") }
    try MeetingRecords.invite(self, meeting)
  }

  /// 「構成員を加える」
  func callMember(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    let input = MeetingMemberInput(form, agencies: try MeetingPartyQueries.agencies(self))
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    guard meeting.stage != .cancelled else { throw told("agency", "取りやめた会議には加えられません。新しい会議を準備してください。") }
    let items = meeting.isPledgeDue ? [] : try items(of: meeting)
    let open = items.filter { $0.result == nil }
    let seesAll = meeting.kind != .confidential && Set(open.map(\.id)).isSubset(of: input.items)
    let member = try MeetingRecords.call(
      self, id, agency: input.agency, name: input.name, position: input.position, seesAll: seesAll)
    for item in open where input.items.contains(item.id) {
      guard try mayBeShown(item.caseFile, to: input.agency, at: meeting) else { continue }
      try MeetingRecords.show(self, item.id, also: member)
    }
  }

  /// 「出欠」 The own agency's, or by the convener for somebody who told it by telephone.
  func replyMeeting(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try openMeeting(id)
    let member = try member(of: meeting, form)
    guard let reply = MeetingReply(rawValue: form["reply"]) else { throw told("reply", "出欠が選ばれていません。出席・欠席・書面から選んでください。") }
    guard meeting.stage.isAhead else { throw told("reply", "この会議は\(meeting.stage.label)です。出欠は招集した機関に連絡してください。") }
    try MeetingRecords.reply(self, member.id, reply)
  }

  /// 「守秘の確認」 Of oneself; the convener also writes down who signed on paper.
  @_spi(SampleTown)
  public func pledgeMeeting(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try openMeeting(id)
    guard meeting.kind.needsPledge, let words = try pledgeText(on: meeting.heldOn) else { throw denied("pledge of meeting \(id)") }
    if form["member"].isEmpty {
      guard form.isOn("confirmed") else { throw told("confirmed", "確認文を読んで「確認しました」に印を付けてください。") }
      try MeetingRecords.pledge(self, meeting, member: nil, words: words)
    } else {
      try MeetingRecords.pledge(self, try ownMeeting(id), member: try member(of: meeting, form).id, words: words)
    }
  }

  /// 「開催済みにする」
  @_spi(SampleTown)
  public func holdMeeting(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    guard meeting.stage != .cancelled else { throw told("attended", "取りやめた会議です。開くときは、新しい会議を準備してください。") }
    guard meeting.heldOn <= today else { throw told("attended", "開催日がまだ先です。早まったときは、先に開催日を直してください。") }
    guard try !MeetingTableQueries.hasResults(self, meeting) else {
      throw told("attended", "結論を記録したあとは、出席者を変えられません。誤りがあるときは、全体の記録に書き添えてください。")
    }
    let members = try MeetingQueries.members(self, meeting)
    let chosen = Set(form.all("attended"))
    let answered = meeting.mode == .written ? try MeetingAnswerQueries.answered(self, meeting) : []
    let attended = members.map(\.id).filter { chosen.contains("\($0)") || answered.contains($0) }
    try MeetingRecords.hold(
      self, meeting, attended: Set(attended), chair: form.trimmed("chair"),
      recorder: form.trimmed("recorder").isEmpty ? staff.name : form.trimmed("recorder"))
    try MeetingRecords.refreshDays(self, id)
  }

  func writeMinutes(_ id: MeetingID, _ form: Fields) throws {
    try MeetingRecords.write(self, try ownMeeting(id), minutes: form.trimmed("minutes"), version: form.version)
    try DraftRecords.discard(self, id: form.draftID)
  }

  /// 「取りやめる」
  func cancelMeeting(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    guard meeting.stage.isAhead else { throw told("words", "この会議は\(meeting.stage.label)のため、取りやめられません。画面を読み込み直してください。") }
    guard !form.trimmed("words").isEmpty else { throw told("words", "取りやめる理由が書かれていません。構成員に伝わるように書いてください。") }
    try MeetingRecords.cancel(self, meeting, words: form.trimmed("words"))
    try MeetingRecords.refreshDays(self, id)
  }

  /// One thing that is wrong, with what to do.
  func told(_ field: String, _ sentence: String) -> FieldErrors { FieldErrors([FieldProblem(field, sentence)], staff: staff) }

  /// Asks a rule; what it says no to becomes the sentence at its field.
  func ruled(_ rule: () throws(MeetingRefusal) -> Void) throws {
    do throws(MeetingRefusal) { try rule() } catch { throw FieldErrors([MeetingResultInput.problem(error)], staff: staff) }
  }
}
