import Casework

/// What a member from outside sends to the four questions → a ``PreparationAnswer`` for each item.
enum GuestPreparationInput {
  /// 「household_12」
  static func name(_ question: PreparationQuestion, _ item: GuestItem) -> String { "\(question.rawValue)_\(item.id)" }
  static func notInvolved(_ item: GuestItem) -> String { "not_involved_\(item.id)" }

  /// Nothing where nothing was written about the item.
  static func answer(_ form: Fields, _ item: GuestItem) -> PreparationAnswer? {
    let words = PreparationQuestion.allCases.map { ($0, form.trimmed(name($0, item))) }
    let answer = PreparationAnswer(
      isInvolved: !form.isOn(notInvolved(item)), words: Dictionary(uniqueKeysWithValues: words))
    return answer.isInvolved && answer.words.isEmpty ? nil : answer
  }

  /// What is wrong with it, at its own boxes.
  static func problems(_ answer: PreparationAnswer, _ item: GuestItem) -> [FieldProblem] {
    answer.problems.map { FieldProblem("\($0.fieldID)_\(item.id)", "議題\(item.number)：\($0.sentence)") }
  }

  /// What was answered before, as the form shows it.
  static func fields(_ answer: PreparationAnswer, _ item: GuestItem) -> [(String, String)] {
    PreparationQuestion.allCases.map { (name($0, item), answer[$0]) } + [(notInvolved(item), answer.isInvolved ? "" : "1")]
  }
}
