/// 「支援経過の書きかけ」 Saved whatever is missing.
public struct NoteDraft: Hashable, Sendable, Codable {
  public var on: CivilDate?
  public var at: ClockTime?
  public var minutes: Int?
  public var method: String?
  public var counterparts: [Counterpart]
  public var met: MetResult?
  public var title: String
  public var facts: String
  public var opinion: String
  public var nextAction: String
  public var nextDue: CivilDate?
  public var visibility: NoteVisibility

  public init() {
    counterparts = []
    title = ""
    facts = ""
    opinion = ""
    nextAction = ""
    visibility = .team
  }

  /// Longest title, in characters as a reader counts them.
  public static let titleLimit = 60
  /// Longest text of each kind, in characters; ten sheets of paper.
  public static let textLimit = 20_000
  /// Longest next step.
  public static let nextActionLimit = 1_000

  /// What keeps it from being recorded.
  func problems(on today: CivilDate) -> [FieldProblem] {
    dateProblems(today) + textProblems() + contactProblems()
  }

  private func dateProblems(_ today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let on {
      if on > today { problems.append(.init("at", "対応した日が今日より先の日付です。今日までの日付に直してください。")) }
      if let nextDue, nextDue < on { problems.append(.init("next_due", "次の対応の期限が、対応した日より前です。期限を直してください。")) }
    } else {
      problems.append(.init("at", "対応した日が入っていません。日付を入れてください。"))
    }
    if let minutes, !(0...1440).contains(minutes) { problems.append(.init("minutes", "所要時間は0分から1440分（24時間）までで入れてください。")) }
    if nextDue != nil, nextAction.isBlank { problems.append(.init("next_action", "期限がありますが、次の対応が空です。何をするかを書いてください。")) }
    return problems
  }

  private func textProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if title.isBlank { problems.append(.init("title", "件名が入っていません。一覧で分かるように短く書いてください。")) }
    if title.count > Self.titleLimit {
      problems.append(.init("title", "件名が\(title.count)文字あります。\(Self.titleLimit)文字以内にし、続きは内容に書いてください。"))
    }
    if facts.isBlank { problems.append(.init("facts", "内容（事実）が入っていません。見聞きしたことを書いてください。見立ては「見立て・所感」に分けてください。")) }
    for (field, label, text, limit) in [
      ("facts", "内容（事実）", facts, Self.textLimit), ("opinion", "見立て・所感", opinion, Self.textLimit),
      ("next_action", "次の対応", nextAction, Self.nextActionLimit),
    ] where text.count > limit {
      problems.append(.init(field, "\(label)が\(text.count)文字あります。\(limit)文字以内にし、続きは別の記録に分けてください。"))
    }
    return problems
  }

  private func contactProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if (method ?? "").isBlank { problems.append(.init("method", "対応方法が選ばれていません。一覧から選んでください。")) }
    if counterparts.isEmpty { problems.append(.init("counterpart", "相手が選ばれていません。本人・家族・関係機関などから選んでください。")) }
    if method == ContactMethodCode.visit, met == nil { problems.append(.init("met", "訪問の結果が入っていません。「会えた」「会えず」などから選んでください。")) }
    return problems
  }
}

/// 「記録できない理由」
public struct NoteRefusal: Error, Hashable, Sendable {
  /// At least one.
  public let problems: [FieldProblem]

  public init(_ problems: [FieldProblem]) { self.problems = problems }
}
