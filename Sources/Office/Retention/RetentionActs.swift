import Casework

/// What is done about keeping and disposing, each within one transaction.
extension WritingDesk {
  /// 「廃棄を申請する」 Only cases whose time is over now.
  func proposeDisposal(_ form: Fields) throws -> DisposalID {
    let opened = try openRetention()
    let chosen = form.all("case").compactMap(Int.init).map { CaseFileID($0) }
    guard !chosen.isEmpty else { throw FieldErrors([FieldProblem("case", DisposalRule.nothingChosen)], staff: staff) }
    let over = try RetentionQueries.over(self, opened)
    let cases = over.filter { chosen.contains($0.id) }
    guard cases.count == Set(chosen).count else { throw FieldErrors([FieldProblem("case", DisposalWording.gone)], staff: staff) }
    return try DisposalRecords.propose(self, cases, words: form.trimmed("words"))
  }

  /// 「承認する」「承認しない」
  func answerDisposal(_ id: DisposalID, _ form: Fields) throws {
    let disposal = try openDisposal(id)
    guard disposal.stage == .proposed else { throw EditConflict(staff: staff) }
    guard DisposalRule.mayAnswer(proposedBy: disposal.proposedBy.id, staff.id) else {
      throw FieldErrors([FieldProblem("act", DisposalRule.ownList)], staff: staff)
    }
    let approves = form["answer"] == "approve"
    let lines = try DisposalQueries.lines(self, disposal)
    let struck = form.all("struck").compactMap(Int.init).filter { number in lines.contains { $0.id == number } }
    let words = form.trimmed("words")
    let problems = DisposalRule.problems(approves: approves, struck: Set(struck).count, lines: lines.count, words: words)
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try DisposalRecords.answer(self, disposal, approves: approves, struck: struck, words: words)
  }

  /// 「廃棄を差し止める」
  func holdRecords(of id: CaseFileID, _ form: Fields) throws {
    let kept = try retainedCase(id)
    let input = HoldInput(form, today: today)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    try HoldRecords.begin(self, kept, reason: input.reason, until: input.until)
  }

  /// 「差止めを終える」
  func endHold(of id: CaseFileID, _ form: Fields) throws {
    let kept = try retainedCase(id)
    let reason = form.trimmed("end_reason")
    guard !reason.isEmpty else {
      throw FieldErrors([FieldProblem("end_reason", "差止めを終える理由を入力してください。")], staff: staff)
    }
    guard let hold = kept.hold else { throw EditConflict(staff: staff) }
    try HoldRecords.end(self, hold, reason: reason)
  }
}
