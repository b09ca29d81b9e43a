import Casework

/// What was typed into a request for disclosure.
struct DisclosureInput {
  private(set) var request = DisclosureRequest()
  let caseNumber: String
  let personName: String
  private(set) var birth: CivilDate?
  private(set) var problems: [FieldProblem] = []

  init(_ form: Fields, today: CivilDate) {
    caseNumber = form.trimmed("case_number")
    personName = form.trimmed("person_name")
    request.requester = DisclosureRequest.Requester(rawValue: form["requester"])
    request.name = form.trimmed("requester_name")
    request.basis = form.trimmed("requester_basis")
    request.identity = form["identity"]
    request.identityWords = form.trimmed("identity_words")
    request.kinds = Set(form.all("kinds").compactMap { DisclosureKind(rawValue: $0) })
    request.receivedOn = date(form, "received_on", today)
    request.from = date(form, "from", today)
    request.until = date(form, "until", today)
    birth = date(form, "birth", today)
    let found = problems.map(\.fieldID)
    problems += request.problems(today: today).filter { !found.contains($0.fieldID) }
    if caseNumber.isEmpty, personName.isEmpty || birth == nil {
      problems.append(FieldProblem("case_number", "だれの情報かを、事例の番号か、氏名と生年月日で指定してください。"))
    }
  }

  private mutating func date(_ form: Fields, _ name: String, _ today: CivilDate) -> CivilDate? {
    let typed = form.trimmed(name)
    guard !typed.isEmpty else { return nil }
    switch DateInput.parseExact(typed, today: today) {
    case .success(let date): return date
    case .failure(let problem):
      problems.append(FieldProblem(name, problem.message))
      return nil
    }
  }

  /// The decision about one passage.
  static func review(_ form: Fields) -> PassageReview {
    var review = PassageReview()
    review.decision = PassageDecision(rawValue: form["decision"])
    review.terms = form["terms"].split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    review.reason = form["reason"]
    review.words = form.trimmed("words")
    return review
  }
}
