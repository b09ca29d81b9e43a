import Casework

/// What a browser sends when agencies are asked for information.
struct InformationRequestInput: Sendable {
  let agencies: [AgencyID]
  let toPerson: String
  let asked: String
  /// Ids of questions of form 1-2.
  let questions: [String]
  let formVersion: Int
  let due: CivilDate?
  let problems: [FieldProblem]

  init(
    _ form: Fields, definition: FormDefinition, targets: [(agency: AgencyID, name: String, isCovered: Bool)], consent: ConsentState,
    today: CivilDate, by staff: StaffMember
  ) {
    var reader = FieldReader(form: form, today: today)
    let chosen = targets.filter { target in form.all("to").contains(String(target.agency.number)) }
    agencies = chosen.map(\.agency)
    toPerson = form.trimmed("to_person")
    asked = form.trimmed("asked")
    let sent = Set(form.all("question"))
    let questions = definition.fields.filter { !$0.typed && sent.contains($0.id) }.map(\.id)
    self.questions = questions
    formVersion = definition.version
    due = reader.day("due_on")
    let ruled = InformationRequest.problems(
      agencies: chosen.count, asked: asked, questions: questions, due: due, today: today
    ).filter { problem in !reader.problems.contains { $0.fieldID == problem.fieldID } }
    let uncovered = chosen.filter { !$0.isCovered }.prefix(1).map { InformationRequest.notCovered($0.name, consent: consent) }
    problems = reader.problems + uncovered + ruled + form.individualNumbers { $0 == "asked" ? "聞きたいこと" : nil }
  }
}

/// What a browser sends as an answer.
struct InformationAnswerInput: Sendable {
  let answers: Answers
  let words: String
  let answeredBy: String
  let version: Int
  let problems: [FieldProblem]

  init(_ form: Fields, view: InformationRequestView, catalogue: FormCatalogue, today: CivilDate, by staff: StaffMember) {
    let read = AnswersInput(form, fields: view.questions, catalogue: catalogue, today: today, before: view.answers)
    answers = Answers(read.answers.values.filter { !$0.value.isBlank && $0.value != .flag(false) })
    words = form.trimmed("words")
    version = Int(form["version"]) ?? 0
    let by = form.trimmed("answered_by")
    answeredBy = view.request.isAsked && by.isEmpty ? staff.name : by
    var problems = read.problems
    if answers.values.isEmpty, words.isEmpty {
      problems.append(FieldProblem("words", "回答が書かれていません。分かる項目に答えるか、補足の欄に書いてください。分からないときは「回答できない」を選んでください。"))
    }
    if answeredBy.isEmpty {
      problems.append(FieldProblem("answered_by", "だれの回答かが入っていません。電話やファクスで答えた人の名前を書いてください。"))
    }
    let labels = Dictionary(view.questions.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    problems += form.individualNumbers { $0 == "words" ? "補足" : labels[$0] }
    self.problems = problems
  }
}
