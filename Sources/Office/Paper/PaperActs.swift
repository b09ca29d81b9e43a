import Casework

extension WritingDesk {
  /// 「資料を出す」 Puts a text, a file or a note of the own agency on the table for one item.
  func tablePaper(
    _ id: MeetingID, _ itemID: MeetingItemID, _ form: Fields, file: (input: AttachmentInput, sha256: String)? = nil
  ) throws -> MeetingPaperID {
    let item = try openMeetingItem(try openMeeting(id), itemID)
    do throws(MeetingPaperRefusal) { try MeetingPaperRule.table(stage: item.meeting.stage, hasResult: item.result != nil) } catch {
      throw told("kind", error.message)
    }
    let input = PaperInput(form)
    let notes = input.kind == .note ? try PaperQueries.tableable(self, item) : []
    var problems = input.problems
    if input.kind == .file, file == nil { problems.append(FieldProblem("file", "ファイルを選んでください。")) }
    let chosen = notes.first { $0.code == input.note.map { "\($0)" } }
    if input.note != nil, input.kind == .note, chosen == nil {
      problems.append(FieldProblem("note", "その記録は出せません。公開範囲が「会議構成員」の自機関の記録を、一覧から選んでください。"))
    }
    guard problems.isEmpty, let kind = input.kind else { throw FieldErrors(problems, staff: staff) }
    let given = file.map { ($0.input.name, $0.input.kind, $0.input.bytes.count, $0.sha256) }
    return try PaperRecords.table(
      self, item,
      PaperRecords.Tabled(
        kind: kind, title: title(input, kind, file?.input.name, chosen?.label), words: kind == .text ? input.words : "",
        file: kind == .file ? given : nil, note: kind == .note ? input.note : nil, collects: input.collects, copies: input.copies))
  }

  private func title(_ input: PaperInput, _ kind: MeetingPaperKind, _ file: String?, _ note: String?) -> String {
    guard input.title.isEmpty else { return input.title }
    return kind == .file ? file ?? kind.label : note ?? kind.label
  }

  /// 「資料を下げる」 By the agency that tabled it, or by the convener.
  func withdrawPaper(_ id: MeetingID, _ itemID: MeetingItemID, _ paperID: MeetingPaperID) throws {
    let item = try openMeetingItem(try openMeeting(id), itemID)
    let paper = try openPaper(item, paperID)
    guard item.meeting.isConvener || paper.agency == staff.agencyID else { throw denied("paper \(paperID)") }
    guard try !PaperQueries.releases(self, item).contains(where: { $0.paper == paper.id }) else {
      throw told("withdrawal", MeetingPaperRefusal.released.message)
    }
    try PaperRecords.withdraw(self, paper)
  }

  /// 「事例に移す」 Nothing that was tabled or said flows into the case by itself: this act, its ground and its reason are on record.
  ///
  /// Without a paper it is what the meeting said about the item. Gives the case.
  func releasePaper(_ id: MeetingID, _ itemID: MeetingItemID, _ paperID: MeetingPaperID?, _ form: Fields) throws -> CaseFileID {
    let item = try openMeetingItem(try ownMeeting(id), itemID)
    let paper = try paperID.map { try openPaper(item, $0) }
    let file = try open(item.caseFile)
    let input = PaperReleaseInput(form, today: today)
    let consent = try PaperQueries.consent(self, file)
    let ruled = input.release.problems(
      consent: consent.state, uncovered: try PaperQueries.uncovered(self, file, input.visibility), today: today)
    let unreadable = Set(input.problems.map(\.fieldID))
    let problems = try alreadyReleased(item, paper) + input.problems + ruled.filter { !unreadable.contains($0.fieldID) }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    let note = try NoteRecords.add(self, file, try written(item, paper, input))
    let attachment =
      try paper.flatMap { $0.kind == .file ? try AttachmentRecords.add(self, file, released: $0, visibility: input.visibility) : nil }
    try PaperRecords.release(self, item, paper?.id, input.release, consent: consent.inForce, as: note, file: attachment)
    return file.id
  }

  private func alreadyReleased(_ item: OpenedMeetingItem, _ paper: OpenedPaper?) throws -> [FieldProblem] {
    if paper == nil, item.result == nil {
      return [FieldProblem("ground", "この議題の結論がまだ記録されていません。結論を記録してから移してください。")]
    }
    guard try PaperQueries.releases(self, item).contains(where: { $0.paper == paper?.id }) else { return [] }
    return [FieldProblem("ground", "これは、もう事例に移されています。移した記録は、事例の支援経過で確かめてください。")]
  }

  /// The note that says where it came from and on what ground, with the words themselves below.
  private func written(_ item: OpenedMeetingItem, _ paper: OpenedPaper?, _ input: PaperReleaseInput) throws -> Note {
    var draft = NoteDraft()
    draft.on = today
    draft.method = item.meeting.kind.contactMethod
    draft.counterparts = [.agency(nil, name: item.meeting.kind.label)]
    draft.title = PaperWording.title(item, paper)
    let said = ["検討内容：\(item.discussion)", "結論：\(item.result?.label ?? "")\(item.resultWords.isEmpty ? "" : "　\(item.resultWords)")"]
    let content = paper.map { $0.kind == .file ? "添付ファイル：\($0.fileName)" : $0.words } ?? said.joined(separator: "\n")
    draft.facts = PaperWording.origin(item, paper, input.release, by: staff) + "\n\n" + content
    draft.opinion = paper?.opinion ?? ""
    draft.visibility = input.visibility
    do throws(NoteRefusal) {
      return try Note.written(draft, by: ActingStaff(staff: staff.id, agency: staff.agencyID), on: today)
    } catch { throw FieldErrors(error.problems, staff: staff) }
  }
}

extension MeetingKind {
  /// Code of C-15 対応方法: 支援会議, 重層的支援会議, 他機関との会議.
  fileprivate var contactMethod: String {
    switch self {
    case .confidential: "08"
    case .planning: "09"
    case .caseConference, .network: "10"
    }
  }
}
