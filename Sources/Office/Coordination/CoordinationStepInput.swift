import Casework

/// What a browser sends for an act of 多機関協働 → ``CoordinationStep``, or the fields that are wrong.
struct CoordinationStepInput: Sendable {
  let step: CoordinationStep
  /// Fields that cannot be read; what a rule says comes from `Coordination.next`.
  let problems: [FieldProblem]

  /// - Parameter reasons: C-11, for an act without consent.
  init(_ act: CoordinationAct, _ form: Fields, side: CoordinationSide, reasons: CodeList, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var step = CoordinationStep(act, side: side, words: form.trimmed("words"))
    switch act {
    case .proceedWithoutConsent:
      let code = form["no_consent_reason"]
      step.noConsentReason = reasons.item(code)?.isValid(on: today) == true ? code : ""
      if reasons.item(code)?.freeText == true, step.words.isEmpty {
        reader.problems.append(FieldProblem("words", "理由で「\(reasons.label(code))」を選んだときは、事情を書いてください。"))
      }
    case .end:
      step.exit = CoordinationExit(rawValue: form["exit"])
      step.day = reader.past("on_day", "終了した日")
      if form.trimmed("on_day").isEmpty { reader.problems.append(FieldProblem("on_day", "終了した日が入っていません。日付を入れてください。")) }
    default: break
    }
    self.step = step
    problems = reader.problems
  }
}

/// What is written about how a case came (「経路・つなぎの目安」).
struct CoordinationDescriptionInput: Sendable {
  let route: CoordinationRoute?
  /// Keys of the municipality's criteria that were ticked, and words beside them, as JSON.
  let checklist: String
  let publicAssistance: AgencyID?

  init(_ form: Fields, criteria: [String]) {
    route = CoordinationRoute(rawValue: form["route"])
    let ticked = criteria.filter(Set(form.all("criterion")).contains)
    checklist = CoordinationChecklist(ticked: ticked, words: form.trimmed("checklist_words")).stored
    publicAssistance = Digits.number(form["public_assistance"]).map { AgencyID($0) }
  }
}
