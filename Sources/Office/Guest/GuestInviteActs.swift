import Casework

extension WritingDesk {
  /// 「外部の構成員を招く」 A link for chosen items of one meeting, for somebody named in the form or for a member who is called already.
  ///
  /// - Parameters:
  ///   - linkHash: SHA-256 of the link; the link itself is shown once and kept nowhere.
  ///   - codeHash: of the code that is told on another channel.
  func inviteGuest(_ id: MeetingID, _ number: MeetingMemberID?, _ form: Fields, linkHash: [UInt8], codeHash: String) throws
    -> (member: MeetingMemberLine, until: CivilDate)
  {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    let input = GuestInviteInput(form, today: today)
    let items = try items(of: meeting).filter { $0.result == nil && input.items.contains($0.id) }
    let until = try allowed(meeting, number, input, items)
    let member =
      try number ?? MeetingRecords.call(self, id, agency: nil, name: input.name, position: input.position, seesAll: false)
    let line = try guest(member, of: meeting)
    try MeetingRecords.call(self, member, to: items)
    _ = try GuestRecords.invite(
      self, id, member, linkHash: linkHash, codeHash: codeHash, question: input.question, until: until)
    return (line, until)
  }

  /// The last day, when the rules allow the invitation.
  private func allowed(_ meeting: OpenedMeeting, _ number: MeetingMemberID?, _ input: GuestInviteInput, _ items: [OpenedMeetingItem]) throws
    -> CivilDate
  {
    var problems = input.problems
    if number == nil, input.name.isEmpty, input.position.isEmpty { problems.append(FieldProblem("name", GuestRefusal.nobody.message)) }
    if let number { _ = try guest(number, of: meeting) }
    if try items.contains(where: { try !GuestQueries.mayBeShown(self, $0) }) {
      problems.append(FieldProblem(GuestRefusal.notCovered.fieldID, GuestRefusal.notCovered.message))
    }
    do throws(GuestRefusal) {
      let until = try GuestPass.invited(
        stage: meeting.stage, heldOn: meeting.heldOn, items: items.count, until: input.until, today: today)
      if problems.isEmpty { return until }
    } catch { problems.insert(FieldProblem(error.fieldID, error.message), at: 0) }
    throw FieldErrors(problems, staff: staff)
  }

  /// 「取り消す」 From this moment the link opens nothing, in any browser.
  func revokeGuest(_ id: MeetingID, _ number: MeetingMemberID) throws {
    let member = try guest(number, of: try ownMeeting(id))
    try GuestRecords.revoke(self, member.id)
    note("guest member \(member.id)")
  }

  /// 「代わりに記録する」 What came by telephone, FAX or on paper.
  func recordGuest(_ id: MeetingID, _ number: MeetingMemberID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    let member = try guest(number, of: meeting)
    let input = GuestAnswerInput(form)
    let called = try GuestQueries.called(self, member.id)
    let before = try GuestQueries.given(self, member)
    var problems: [FieldProblem] = []
    for item in try items(of: meeting) where called.contains(item.id) && item.result == nil {
      let (answer, words) = (input.answer(item.id), input.words(item.id))
      if words.isEmpty, answer == nil { continue }
      if words.isEmpty, answer == .comments {
        problems.append(FieldProblem("words_\(item.id)", "議題\(item.position)：意見が書かれていません。聞き取った内容を書いてください。"))
      } else if before["answer_\(item.id)"] != answer?.rawValue ?? "" || before["words_\(item.id)"] != words {
        guard let way = input.way else {
          problems.append(FieldProblem("way", "届いた方法が選ばれていません。電話・FAX・紙から選んでください。"))
          continue
        }
        try GuestRecords.answer(self, item, of: member.id, way, answer, words: words)
      }
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    if meeting.stage.isAhead, let reply = input.reply, reply != member.reply { try MeetingRecords.reply(self, member.id, reply) }
    if input.hasPledged, !member.hasPledged, meeting.kind.needsPledge, let words = try pledgeText(on: meeting.heldOn) {
      try MeetingRecords.pledge(self, meeting, member: member.id, words: words)
    }
    note("guest member \(member.id)")
  }
}

extension Desk {
  /// A member of a meeting who has no account; anybody else is nobody's.
  func guest(_ number: MeetingMemberID, of meeting: OpenedMeeting) throws -> MeetingMemberLine {
    let member = try MeetingQueries.members(self, meeting).first { $0.id == number && !$0.hasAccounts }
    guard let member, meeting.isConvener else { throw denied("guest member \(number) of meeting \(meeting.id)") }
    return member
  }
}
