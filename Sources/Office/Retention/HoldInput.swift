import Casework

/// What was typed into 廃棄の差止め.
struct HoldInput {
  let reason: String
  private(set) var until: CivilDate?
  private(set) var problems: [FieldProblem] = []

  init(_ form: Fields, today: CivilDate) {
    reason = form.trimmed("reason")
    if reason.isEmpty { problems.append(FieldProblem("reason", "差し止める理由を入力してください。例）訴訟のため、調査のため")) }
    let typed = form.trimmed("until")
    guard !typed.isEmpty else { return }
    switch DateInput.parseExact(typed, today: today) {
    case .failure(let problem): problems.append(FieldProblem("until", problem.message))
    case .success(let date):
      until = date
      if date < today { problems.append(FieldProblem("until", "差止めの終わりが今日より前になっています。これからの日を入れるか、空欄にしてください。")) }
    }
  }
}
