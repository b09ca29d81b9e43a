import Casework

/// What is done about form 1-2.
extension WritingDesk {
  /// 「用紙を保存する」 Throws ``FieldErrors`` for what cannot be read or kept, ``EditConflict`` when somebody saved the same sheet since.
  func saveAssessment(_ opened: OpenedCoordination, sheet: String) throws {
    let coordination = try writable(opened)
    let record = try AssessmentQueries.record(self, coordination)
    let form = try AssessmentQueries.form(self, record)
    let (_, section) = AssessmentInput.section(sheet, in: form)
    let before = record?.answers ?? Answers()
    let input = AssessmentInput(visit.form, section: section, catalogue: visit.office.catalogue, today: today, before: before)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    try checkVersion(input, record)
    let answers = input.merged(into: before)
    try keepComplete(record, answers, form, section)
    let sources = try sources(input, record, coordination)
    try AssessmentRecords.save(self, coordination, record, form: form, answers: answers, sources: sources)
    try DraftRecords.discard(self, id: visit.form.draftID)
  }

  /// 「アセスメントを完了する」 Everything that is needed is there, and the consent holds.
  func completeAssessment(_ coordination: OpenedCoordination) throws {
    guard coordination.isCoordinator else { throw denied("assessment of coordination \(coordination.id)") }
    let record = try AssessmentQueries.record(self, coordination)
    let form = try AssessmentQueries.form(self, record)
    let missing = Assessment.missing(record?.answers ?? Answers(), in: form)
    guard missing.isEmpty, let record else { throw FieldErrors(missing, staff: staff) }
    if let refusal = Assessment.refusal(at: coordination.stage) { throw FieldErrors([refusal], staff: staff) }
    try AssessmentRecords.complete(self, record)
    guard coordination.stage == .assessing else { return }
    try CoordinationRecords.step(self, coordination, CoordinationStep(.finishAssessment, side: .coordinator))
  }

  /// Completes the sheet where nothing is missing; otherwise the page of the sheets tells what is. True when it is complete now.
  func completeIfWhole(_ coordination: OpenedCoordination) throws -> Bool {
    let record = try AssessmentQueries.record(self, coordination)
    let missing = Assessment.missing(record?.answers ?? Answers(), in: try AssessmentQueries.form(self, record))
    guard missing.isEmpty, record?.completedOn == nil else { return false }
    try completeAssessment(coordination)
    return true
  }

  /// 「機関の回答を写す」 Chosen answers of one request go into the sheet; what was written stays where both have room.
  func adoptAnswers(_ request: OpenedInformationRequest, fields: [String]) throws {
    guard let asker = request.asker else { throw denied("information request \(request.id)") }
    let coordination = try writable(asker)
    let record = try AssessmentQueries.record(self, coordination)
    let form = try AssessmentQueries.form(self, record)
    let reply = try InformationRequestQueries.view(self, request)
    guard request.state == .answered else {
      throw FieldErrors([FieldProblem("field", "この依頼にはまだ回答がありません。回答が届いてから写してください。")], staff: staff)
    }
    let chosen = fields.filter { reply.answers[$0] != nil && form.field($0)?.typed == false }
    guard !chosen.isEmpty else {
      throw FieldErrors([FieldProblem("field", "写す回答が選ばれていません。写したい項目を選んでください。")], staff: staff)
    }
    var answers = record?.answers ?? Answers()
    var sources = record?.sources ?? AnswerSources()
    for field in chosen {
      guard let offered = reply.answers[field] else { continue }
      answers[field] = Assessment.merged(answers[field], with: offered)
      sources.fields[field] = reply.source
    }
    try AssessmentRecords.save(self, coordination, record, form: form, answers: answers, sources: sources)
  }

  /// The coordination at a stage at which the sheet may be written; the first save begins the assessment.
  private func writable(_ coordination: OpenedCoordination) throws -> OpenedCoordination {
    guard coordination.isCoordinator else { throw denied("assessment of coordination \(coordination.id)") }
    if let refusal = Assessment.refusal(at: coordination.stage) { throw FieldErrors([refusal], staff: staff) }
    let consent = try ConsentStateQueries.ofPerson(self, coordination.file).state
    guard consent == .given else {
      throw FieldErrors(
        [FieldProblem("act", "本人の同意がいま有効ではない（\(consent.label)）ため、アセスメントを書けません。本人の同意を記録してください。")], staff: staff)
    }
    guard Assessment.begins(at: coordination.stage) else { return coordination }
    return try CoordinationRecords.step(self, coordination, CoordinationStep(.beginAssessment, side: .coordinator))
  }

  /// Two people on different sheets do not disturb each other.
  private func checkVersion(_ input: AssessmentInput, _ record: AssessmentRecord?) throws {
    guard let record, record.version != input.version else { return }
    let started = try AssessmentQueries.answers(self, record, at: input.version) ?? Answers()
    let isSame = AssessmentInput.questions(input.section).allSatisfy { started[$0.id] == record.answers[$0.id] }
    guard isSame else { throw EditConflict(staff: staff) }
  }

  /// A completed sheet stays complete.
  private func keepComplete(_ record: AssessmentRecord?, _ answers: Answers, _ form: FormDefinition, _ section: FormSection) throws {
    guard record?.completedOn != nil else { return }
    let ids = Set(section.fields.map(\.id))
    let missing = Assessment.missing(answers, in: form).filter { ids.contains($0.fieldID) }
    guard missing.isEmpty else { throw FieldErrors(missing, staff: staff) }
  }

  /// A source stays with an answer that was not changed; a prefilled answer sent back as it was names where it came from.
  private func sources(_ input: AssessmentInput, _ record: AssessmentRecord?, _ coordination: OpenedCoordination) throws -> AnswerSources {
    var sources = record?.sources ?? AnswerSources()
    let isFirst = sources.saved.insert(input.section.id).inserted
    let prefilled = isFirst ? try AssessmentPrefillQueries.answers(self, coordination) : [:]
    for field in AssessmentInput.questions(input.section).map(\.id) {
      let answer = input.answers[field]
      if let taken = Int(visit.form["source.\(field)"]), answer != nil {
        let request = try openInformationRequest(InformationRequestID(taken))
        guard request.coordination == coordination.id else { throw denied("information request \(taken)") }
        sources.fields[field] = try InformationRequestQueries.view(self, request).source
      } else if answer != record?.answers[field] || answer == nil {
        sources.fields[field] = prefilled[field].flatMap { $0.value == answer ? $0.source : nil }
      }
    }
    return sources
  }
}
