/// 「プラン評価」 Form 2-2: one for each plan, before a 再プラン, a closing or an interruption is put to the meeting.
///
/// Source: seed 003 ch. 6 5)(3)④⑤; reference §5.5.
public struct PlanReview: Hashable, Sendable {
  public var reviewedOn: CivilDate?
  public var findings = ReviewFindings()
  /// 「社会資源の課題」
  public var resourceGap = ""
  public var result: PlanReviewResult?
  /// Code of C-13.
  public var closeReason = ""
  public var interruptReason: InterruptReason?
  /// 「終結後の主担当機関」 Exactly one at closing.
  public var leads: [AgencyID] = []
  public var leadPerson = ""
  /// Nil while nobody has said whether it is needed.
  public var followUp: FollowUpDecision?

  public init() {}

  /// What is missing for completing it, in the order of the page. A draft needs nothing.
  public func problems(goals: [ReviewedGoal], today: CivilDate) -> [FieldProblem] {
    var problems = dayProblems(today)
    for goal in goals where findings.goals[goal.key]?.attainment == nil {
      problems.append(.init("goal.\(goal.key)", "\(goal.title)の達成状況が選ばれていません。分からないときは「評価不能」を選んでください。"))
    }
    if findings.status.isBlank { problems.append(.init("status", "現在の状況が書かれていません。本人・世帯のいまのようすを書いてください。")) }
    if findings.remaining.isBlank { problems.append(.init("remaining", "残る課題が書かれていません。ないときは「なし」と書いてください。")) }
    switch result {
    case nil: problems.append(.init("result", "評価結果が選ばれていません。終結・再プラン・中断から選んでください。"))
    case .close: problems += closingProblems(today)
    case .interrupt: problems += interruptProblems
    case .replan: break
    }
    return problems
  }

  private func dayProblems(_ today: CivilDate) -> [FieldProblem] {
    guard let reviewedOn else { return [.init("reviewed_on", "評価日が入っていません。評価した日を入れてください。")] }
    return reviewedOn > today ? [.init("reviewed_on", "評価日が今日より先です。今日までの日付に直してください。")] : []
  }

  /// reason, 主担当 agency and person, follow-up yes or no.
  private func closingProblems(_ today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if closeReason.isBlank { problems.append(.init("close_reason", "終結の理由が選ばれていません。一覧から選んでください。")) }
    if leads.isEmpty {
      problems.append(.init("lead_agency", "終結後の主担当機関が決まっていません。支援を続ける機関のなかから、主担当を一つ選んでください。"))
    } else if leads.count > 1 {
      problems.append(.init("lead_agency", "終結後の主担当機関が\(leads.count)つ選ばれています。主担当は一つだけにしてください。"))
    }
    if leadPerson.isBlank {
      problems.append(.init("lead_person", "終結後の担当者が書かれていません。主担当機関で窓口になる人の名前を書いてください。"))
    }
    if let followUp {
      problems += followUp.problems(today: today)
    } else {
      problems.append(.init("needs_follow_up", "フォローアップの要否が選ばれていません。「要」か「否」を選んでください。"))
    }
    return problems
  }

  ///
  private var interruptProblems: [FieldProblem] {
    guard let interruptReason else { return [.init("interrupt_reason", "中断の理由が選ばれていません。一覧から選んでください。")] }
    guard interruptReason == .other, findings.interruptWords.isBlank else { return [] }
    return [.init("interrupt_words", "理由で「その他」を選んだときは、事情を短く書いてください。")]
  }
}

/// 「評価する目標」 One goal of the plan as the evaluation asks about it.
public struct ReviewedGoal: Hashable, Sendable {
  /// 「long」「short」「item1」
  public let key: String
  /// 「長期目標」
  public let title: String
  public let text: String

  public init(key: String, title: String, text: String) {
    self.key = key
    self.title = title
    self.text = text
  }
}

/// 「フォローアップの要否・方法・時期」
public struct FollowUpDecision: Hashable, Sendable {
  public var isNeeded: Bool
  public var on: CivilDate?
  public var how: String

  public init(isNeeded: Bool, on: CivilDate? = nil, how: String = "") {
    self.isNeeded = isNeeded
    self.on = on
    self.how = how
  }

  /// 要 asks for a day ahead and how.
  public func problems(today: CivilDate) -> [FieldProblem] {
    guard isNeeded else { return [] }
    var problems: [FieldProblem] = []
    if let on {
      if on <= today { problems.append(.init("follow_up_on", "フォローアップの日が今日までになっています。明日から先の日付に直してください。")) }
    } else {
      problems.append(.init("follow_up_on", "フォローアップの日が入っていません。いつ確かめるかを入れてください。"))
    }
    if how.isBlank { problems.append(.init("follow_up_how", "フォローアップの方法が書かれていません。だれに、どのように確かめるかを書いてください。")) }
    return problems
  }
}
