import Casework

/// What a browser sends about a follow-up → `FollowUp`, and what is wrong with it.
struct FollowUpInput: Sendable {
  let followUp: FollowUp
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var followUp = FollowUp()
    followUp.doneOn = reader.day("done_on")
    followUp.words = form.trimmed("words")
    followUp.nextOn = reader.day("next_on")
    followUp.nextHow = form.trimmed("next_how")
    self.followUp = followUp
    let unread = Set(reader.problems.map(\.fieldID))
    problems = reader.problems + followUp.problems(today: today).filter { !unread.contains($0.fieldID) }
  }
}
