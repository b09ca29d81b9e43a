import Casework
import Store

extension GuestDesk {
  /// The items about which the four questions may still be answered: the own ones, before the meeting, until something was decided.
  func prepared() throws -> [GuestItem] { pass.takesReply ? try items().filter { $0.result == nil } : [] }

  /// What this member answered last to the four questions about one item.
  func preparation(_ item: GuestItem) throws -> PreparationAnswer? {
    try reading.first(
      """
      SELECT g.is_involved, g.household, g.doing, g.wanted, g.asks FROM guest_preparation g
      WHERE g.item_id = \(item.id) AND g.member_id = \(pass.member) ORDER BY g.id DESC LIMIT 1
      """
    ) { PreparationQueries.answer($0, from: 0) }
  }

  /// The same for all of them, as the form shows it.
  func preparationFields(_ items: [GuestItem]) throws -> Fields {
    Fields(try items.flatMap { item in try preparation(item).map { GuestPreparationInput.fields($0, item) } ?? [] })
  }
}

extension GuestWritingDesk {
  /// 「会議の準備に答える」 What was not changed is not written again.
  func prepare(_ form: Fields) throws {
    guard hasPledged else { throw FieldErrors([FieldProblem("confirmed", "守秘の確認がまだです。先に確認文を読み、確認してください。")]) }
    let items = try prepared()
    guard !items.isEmpty else { throw FieldErrors([FieldProblem("", "会議の準備の受け付けは終わりました。伝えたいことは、招集した機関に連絡してください。")]) }
    let answers = items.compactMap { item in GuestPreparationInput.answer(form, item).map { (item: item, answer: $0) } }
    guard !answers.isEmpty else {
      throw FieldErrors([FieldProblem(GuestPreparationInput.name(.household, items[0]), "回答が書かれていません。四つの問いのどれかに書くか、「関わっていません」に印を付けてください。")])
    }
    let problems = answers.flatMap { GuestPreparationInput.problems($0.answer, $0.item) }
    guard problems.isEmpty else { throw FieldErrors(problems) }
    for (item, answer) in answers where try preparation(item) != answer { try GuestRecords.prepare(self, item, answer) }
  }
}
