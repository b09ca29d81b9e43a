import Casework

extension WritingDesk {
  /// 「議題に加える」 The chosen cases, or the one whose number was typed.
  func tableCases(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    guard meeting.stage != .cancelled else { throw told("case", "取りやめた会議には載せられません。新しい会議を準備してください。") }
    let chosen = form.all("case").compactMap(ChosenCase.init)
    for one in chosen { try table(meeting, one) }
    let number = form.trimmed("case_number")
    if !number.isEmpty {
      guard let file = try MeetingPartyQueries.caseFile(self, scope, number: number) else {
        throw told("case_number", "「\(number)」という番号の事例は見つかりません。番号を確かめてください。")
      }
      try table(meeting, try open(file), timing: nil)
    } else if chosen.isEmpty {
      throw told("case", "議題にする事例が選ばれていません。一覧から選ぶか、事例番号を入れてください。")
    }
    try MeetingRecords.refreshDays(self, id)
  }

  func table(_ meeting: OpenedMeeting, _ chosen: ChosenCase) throws {
    let coordination = try openCoordination(chosen.coordination)
    if meeting.kind == .planning, coordination.agency != meeting.convener {
      throw FieldErrors([MeetingResultInput.problem(.otherConvener(.planning))], staff: staff)
    }
    try table(meeting, coordination.file, coordination, timing: chosen.timing)
  }

  private func table(_ meeting: OpenedMeeting, _ file: OpenedFile, timing: MeetingTiming?) throws {
    try table(meeting, file, try latestCoordination(of: file), timing: timing)
  }

  /// Puts one case on the agenda, if the rules allow, and calls the agencies of its plan to this item.
  private func table(_ meeting: OpenedMeeting, _ file: OpenedFile, _ coordination: OpenedCoordination?, timing: MeetingTiming?) throws {
    let consent = try ConsentStateQueries.ofPerson(self, file).state
    let basis = try MeetingLegalBasis(rawValue: visit.form["basis"]) ?? MeetingQueries.usualBasis(self, meeting)
    try ruled { () throws(MeetingRefusal) in
      try MeetingAgenda.check(meeting.kind, timing: timing, basis: basis, consent: consent, stage: coordination?.stage)
    }
    guard try !MeetingTableQueries.isTabled(self, meeting, file, timing) else {
      throw told("case", "事例 \(file.number) は、もうこの会議の議題に載っています。議題の一覧を確かめてください。")
    }
    let plan = try coordination.flatMap { try MeetingTableQueries.plan(self, $0) }
    let points = (timing?.points ?? []).map { "・\($0)" }.joined(separator: "\n")
    let item = try MeetingRecords.table(
      self, meeting.id,
      TabledCase(file: file, coordination: coordination, plan: plan, timing: timing, basis: basis, consent: consent, points: points))
    try showTabled(item, file, plan, at: meeting)
    note("item \(item) of case \(file.id)", caseFile: file.id)
  }

  /// Who sees every item sees it, as far as the person agreed; the agencies of the plan are called for this item alone.
  private func showTabled(_ item: MeetingItemID, _ file: OpenedFile, _ plan: PlanID?, at meeting: OpenedMeeting) throws {
    if meeting.kind == .planning {
      for (agency, person) in try MeetingPartyQueries.planAgencies(self, plan) where try mayBeShown(file.id, to: agency, at: meeting) {
        let member = try MeetingRecords.call(self, meeting.id, agency: agency, name: person, seesAll: false)
        try MeetingRecords.show(self, item, also: member)
      }
    }
    for member in try MeetingQueries.members(self, meeting) where member.seesAll {
      if try mayBeShown(file.id, to: member.agency, at: meeting) { try MeetingRecords.show(self, item, also: member.id) }
    }
  }

  /// May this agency be shown the case at this meeting? At a 支援会議 whom the convener chooses; elsewhere whom the person's consent covers.
  func mayBeShown(_ caseFile: CaseFileID, to agency: AgencyID?, at meeting: OpenedMeeting) throws -> Bool {
    guard meeting.kind != .confidential, let agency, agency != meeting.convener else { return true }
    if try agency == MeetingPartyQueries.town(self), meeting.kind == .planning { return true }
    return try !MeetingTableQueries.isExcluded(self, caseFile, agency)
  }

  /// 「議題を整える」 Points, the law it rests on, and who sees it.
  func prepareItem(_ id: MeetingID, _ itemID: MeetingItemID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    let item = try openMeetingItem(meeting, itemID)
    let file = try open(item.caseFile)
    let basis = MeetingLegalBasis(rawValue: form["basis"]) ?? item.basis ?? .consent
    let consent = try ConsentStateQueries.ofPerson(self, file).state
    try ruled { () throws(MeetingRefusal) in
      guard item.result == nil else { throw .alreadyDecided }
      try MeetingAgenda.check(meeting.kind, timing: item.timing, basis: basis, consent: consent, stage: nil)
    }
    try MeetingRecords.prepare(self, item, basis: basis, consent: consent, points: form.trimmed("points"), version: form.version)
    let chosen = Set(form.all("member"))
    let members = try MeetingQueries.members(self, meeting).filter { chosen.contains("\($0.id)") }
    for member in members where try !mayBeShown(file.id, to: member.agency, at: meeting) {
      throw told(
        "member", "本人の同意では、\(member.agencyName)との共有が除かれています。この機関の印を外すか、本人に改めて確かめて同意を記録してください。")
    }
    try MeetingRecords.show(self, itemID, to: members.map(\.id))
  }

  /// 「議題から外す」
  func removeItem(_ id: MeetingID, _ itemID: MeetingItemID) throws {
    let item = try openMeetingItem(try ownMeeting(id), itemID)
    try ruled { () throws(MeetingRefusal) in guard item.result == nil else { throw .alreadyDecided } }
    guard try !PaperQueries.isInUse(self, item) else { throw told("member", MeetingPaperRefusal.itemInUse.message) }
    try PaperRecords.clear(self, item)
    try PreparationRecords.clear(self, item)
    try PackRecords.clear(self, item)
    try MinutesRecords.clear(self, item)
    try MeetingRecords.remove(self, item)
    if let coordination = item.coordination { try CoordinationRecords.refreshNextDay(self, coordination) }
  }

  /// 「市に支援会議の開催を依頼する」 A task for the town; nothing is shared by it that the town does not see already.
  func requestConfidentialMeeting(_ form: Fields) throws -> CoordinationID {
    let coordination = try openCoordination(CoordinationID(Int(form["coordination"]) ?? 0))
    guard coordination.isCoordinator, let town = try MeetingPartyQueries.town(self),
      try MeetingPartyQueries.sees(self, coordination.file.id, town)
    else { throw denied("meeting request of coordination \(coordination.id)") }
    let task = FollowUpTask(
      what: "支援会議の開催を検討する（多機関協働 \(coordination.number) の担当から依頼）", due: nil, assignee: nil, done: nil)
    if try !MeetingPartyQueries.isAsked(self, coordination.file.id, town, task.what) {
      try TaskRecords.entrust(self, coordination.file.id, to: town, task)
    }
    return coordination.id
  }

  /// 「持回りの回答」 The own agency's about its items, or written down by the convener.
  func answerRound(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try openMeeting(id)
    let member = try member(of: meeting, form)
    guard meeting.mode == .written, meeting.stage == .invited else {
      throw told("answer", "この会議では、いま書面の回答を受け付けていません。招集した機関に確かめてください。")
    }
    try checkPledge(meeting)
    let items = try MeetingAnswerQueries.items(self, meeting, of: member)
    var problems: [FieldProblem] = []
    for item in items where !form["answer_\(item.id)"].isEmpty {
      let words = form.trimmed("words_\(item.id)")
      guard let answer = MeetingAnswer(rawValue: form["answer_\(item.id)"]), answer == .agrees || !words.isEmpty else {
        problems.append(.init("words_\(item.id)", "意見が書かれていません。どこをどうすればよいかを書いてください。"))
        continue
      }
      try MeetingRecords.answer(self, item.id, member: member.id, answer, words: words, onBehalf: member.agency != staff.agencyID)
    }
    if items.allSatisfy({ form["answer_\($0.id)"].isEmpty }) {
      problems.append(.init("answer_\(items.first?.id.number ?? 0)", "どの議題にも回答が選ばれていません。了承か意見ありを選んでください。"))
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
  }
}
