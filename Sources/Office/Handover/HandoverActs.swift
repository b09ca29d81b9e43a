import Casework

/// What is done about a 引継ぎ書, each with its checks in the same transaction.
extension WritingDesk {
  /// 「引継ぎ書を書く」 Saved as far as it is written; the writer confirms it in a step of its own.
  package func writeHandover(of id: CaseFileID) throws -> HandoverID {
    let file = try open(id)
    let input = try HandoverInput(visit.form, takers: try HandoverTakerQueries.takers(self, file), today: today, by: staff)
    let handover = try HandoverRecords.add(self, file, input.text, to: input.taker)
    try DraftRecords.discard(self, id: visit.form.draftID)
    return handover
  }

  /// 「直す」 Only who writes it, only before it is confirmed. Throws ``EditConflict`` when it was saved from another screen.
  func changeHandover(_ id: HandoverID) throws {
    let opened = try openHandover(id)
    guard opened.mayWrite else { throw denied("text of handover \(id)") }
    let input = try HandoverInput(visit.form, takers: try HandoverTakerQueries.takers(self, opened.file), today: today, by: staff)
    guard try HandoverRecords.change(self, opened, input.text, to: input.taker, version: input.version) else {
      throw EditConflict(staff: staff)
    }
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  /// 「引き継ぐ側として確認する」 From here on it is never changed. A second confirmation changes nothing.
  package func confirmHandover(_ id: HandoverID) throws {
    let opened = try openHandover(id)
    guard opened.writer == staff.id else { throw denied("confirmation of handover \(id)") }
    guard opened.state == .writing else { return }
    let missing = HandoverInput.named(opened.text.missing)
    guard missing.isEmpty else { throw FieldErrors(missing, staff: staff) }
    try HandoverRecords.confirm(self, opened)
    try CaseFileRecords.touch(self, opened.file.id)
  }

  /// 「引き継いだことを確認する」 By who was named or is in charge by now, with a question back or without.
  package func takeHandover(_ id: HandoverID) throws {
    let opened = try openHandover(id)
    guard opened.state != .taken else { return }
    guard opened.mayTake else { throw denied("taking of handover \(id)") }
    try HandoverRecords.take(
      self, opened, question: try HandoverInput.words(visit.form, "question", "聞きたいこと", isNeeded: false, by: staff))
    try CaseFileRecords.touch(self, opened.file.id)
  }

  /// 「答える」 Once, by anybody of the agency but who asked: the writer may be gone by then.
  func replyToHandover(_ id: HandoverID) throws {
    let opened = try openHandover(id)
    guard opened.state == .taken, !opened.question.isEmpty else { throw denied("question of handover \(id)") }
    guard opened.isAsked else { return }
    try HandoverRecords.reply(self, opened, try HandoverInput.words(visit.form, "reply", "答え", isNeeded: true, by: staff))
  }
}
