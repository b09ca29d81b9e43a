import Casework

/// What a browser sends for a decision → `SupportDecision`, and the days that cannot be read.
struct DecisionInput: Sendable {
  let decision: SupportDecision
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var decision = SupportDecision()
    decision.result = SupportDecisionResult(rawValue: form["result"])
    (decision.number, decision.content) = (form.trimmed("number"), form.trimmed("content"))
    (decision.deciderTitle, decision.deciderName) = (form.trimmed("decider_title"), form.trimmed("decider_name"))
    (decision.conditions, decision.reason) = (form.trimmed("conditions"), form.trimmed("reason"))
    decision.confirmsRest = form.isOn("confirms_rest")
    decision.on = reader.day("decided_on")
    self.decision = decision
    problems = reader.problems
  }
}
