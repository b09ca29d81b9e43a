import Casework

/// What is done about 情報提供の依頼.
extension WritingDesk {
  /// 「情報提供を依頼する」 The same question to several agencies; each must be covered by the consent that holds today.
  func requestInformation(_ coordination: OpenedCoordination) throws {
    guard coordination.isCoordinator else { throw denied("information requests of coordination \(coordination.id)") }
    guard coordination.stage.isActive else {
      throw FieldErrors([FieldProblem("act", "いまは「\(coordination.stage.label)」の段階のため、情報提供を依頼できません。再開してから依頼してください。")], staff: staff)
    }
    let form = try AssessmentQueries.form(self, AssessmentQueries.record(self, coordination))
    let input = InformationRequestInput(
      visit.form, definition: form, targets: try InformationRequestQueries.targets(self, coordination),
      consent: try ConsentStateQueries.ofPerson(self, coordination.file).state, today: today, by: staff)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    for agency in input.agencies { try InformationRequestRecords.ask(self, coordination, to: agency, input) }
    try CoordinationRecords.refreshNextDay(self, coordination.id)
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  /// 「回答する」 By the agency itself, or written down on its behalf.
  func answerInformation(_ request: OpenedInformationRequest) throws {
    try mayClose(request, .answer)
    let view = try InformationRequestQueries.view(self, request)
    guard view.consent != nil else {
      throw FieldErrors(
        [FieldProblem("act", "本人の同意がいま有効ではないため、回答を受け取れません。依頼した\(request.fromName)に連絡してください。")], staff: staff)
    }
    let input = InformationAnswerInput(visit.form, view: view, catalogue: visit.office.catalogue, today: today, by: staff)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    try InformationRequestRecords.close(
      self, request, .answered, answers: input.answers, words: input.words, by: input.answeredBy, version: input.version)
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  /// 「回答できない」 with the reason.
  func declineInformation(_ request: OpenedInformationRequest) throws {
    try mayClose(request, .decline)
    let words = visit.form.trimmed("reason")
    guard !words.isEmpty else {
      throw FieldErrors([FieldProblem("reason", "回答できない理由が書かれていません。例：関わりがない、記録が残っていない、などと書いてください。")], staff: staff)
    }
    try InformationRequestRecords.close(
      self, request, .declined, words: words, by: staff.name, version: Int(visit.form["version"]) ?? 0)
  }

  /// 「依頼を取り下げる」
  func withdrawInformationRequest(_ request: OpenedInformationRequest) throws {
    guard request.asker?.isCoordinator == true else { throw denied("information request \(request.id)") }
    try mayClose(request, .withdraw)
    try InformationRequestRecords.close(
      self, request, .withdrawn, words: visit.form.trimmed("reason"), by: staff.name, version: Int(visit.form["version"]) ?? 0)
  }

  private func mayClose(_ request: OpenedInformationRequest, _ act: InformationRequestAct) throws {
    guard request.mayAnswer else { throw denied("information request \(request.id)") }
    do { _ = try InformationRequest.next(request.state, act) } catch { throw FieldErrors([error], staff: staff) }
  }
}
