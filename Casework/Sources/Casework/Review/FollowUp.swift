/// 「フォローアップ」 A day after closing on which one looks how it goes.
///
/// Source: seed 003 ch. 6 6)(2)③ (フォローアップの必要性やその方法の確認); reference §12 R-34.
public struct FollowUp: Hashable, Sendable {
  public var doneOn: CivilDate?
  /// What was seen.
  public var words = ""
  /// The next day, where it goes on.
  public var nextOn: CivilDate?
  public var nextHow = ""

  public init() {}

  /// What is wrong with the record of it, in the order of the page.
  public func problems(today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let doneOn {
      if doneOn > today { problems.append(.init("done_on", "確かめた日が今日より先です。今日までの日付に直してください。")) }
    } else {
      problems.append(.init("done_on", "確かめた日が入っていません。確かめた日を入れてください。"))
    }
    if words.isBlank { problems.append(.init("words", "ようすが書かれていません。本人・世帯のいまのようすを書いてください。")) }
    if let nextOn, nextOn <= today {
      problems.append(.init("next_on", "次のフォローアップの日が今日までになっています。明日から先の日付に直すか、空にしてください。"))
    }
    return problems
  }

  /// 「期日」 Not done, and the day has come.
  public static func isDue(_ due: CivilDate, doneOn: CivilDate?, today: CivilDate) -> Bool { doneOn == nil && due <= today }
}
