/// 「支援決定」 What the town decides about the use of アウトリーチ等事業 and 参加支援事業, with 確認 of the other support (pattern B).
///
/// Source: seed 003 ch. 6 6)(4); reference §4.3 (decider, day, number, result, reason).
public struct SupportDecision: Hashable, Sendable {
  public var result: SupportDecisionResult?
  /// 「決定番号」
  public var number = ""
  /// 「決定者」の職と氏名
  public var deciderTitle = ""
  public var deciderName = ""
  public var on: CivilDate?
  /// 「決定の内容」
  public var content = ""
  public var conditions = ""
  public var reason = ""
  /// 「ほかの支援の内容を確認した」
  public var confirmsRest = false

  public init() {}

  /// Agrees to the programmes, with or without conditions.
  public var isGranting: Bool { result == .granted || result == .grantedWithConditions }

  /// What keeps it from being recorded, in the order of the page; empty when it may be.
  ///
  /// `meeting`: the day of the meeting that agreed to the plan.
  public func problems(_ pattern: PlanPattern, meeting: CivilDate?, today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    switch result {
    case nil: problems.append(.init("result", "決定の結果が選ばれていません。決定・条件付きで決定・不決定から選んでください。"))
    case .granted: break
    case .grantedWithConditions:
      if conditions.isBlank { problems.append(.init("conditions", "条件付きで決定するときは、条件を書いてください。")) }
    case .refused:
      if reason.isBlank {
        problems.append(.init("reason", "不決定とするときは、理由を書いてください。多機関協働事業者がプランを見直す手がかりになります。"))
      }
    }
    if pattern == .programmesAndOthers, isGranting, !confirmsRest {
      problems.append(.init("confirms_rest", "このプランにはほかの支援も含まれています。内容を確かめ、「ほかの支援の内容を確認した」に印を付けてください。"))
    }
    if number.isBlank { problems.append(.init("number", "決定番号が入っていません。番号を入れてください。")) }
    if deciderTitle.isBlank { problems.append(.init("decider_title", "決定者の職が入っていません。「課長」などを入れてください。")) }
    if deciderName.isBlank { problems.append(.init("decider_name", "決定者の氏名が入っていません。氏名を入れてください。")) }
    return problems + days(meeting: meeting, today: today)
  }

  private func days(meeting: CivilDate?, today: CivilDate) -> [FieldProblem] {
    guard let on else { return [.init("decided_on", "決定日が入っていません。決定した日を入れてください。")] }
    if on > today { return [.init("decided_on", "決定日が今日より先の日付です。今日までの日付に直してください。")] }
    return PlanConfirmation.orderProblems(assessment: nil, draft: nil, meeting: meeting, decision: on)
  }
}
