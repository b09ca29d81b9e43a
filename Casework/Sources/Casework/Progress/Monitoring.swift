/// 「モニタリングの結論」 What follows from looking at how the plan is going. Raw values are stored and never renamed.
///
/// Source: seed 003 ch. 6 5)(3)③④ (役割分担を整理し直し、再プランを行う); reference §3.2.
public enum MonitoringOutcome: String, CaseIterable, Sendable, Hashable, Codable {
  case goOn, resortRoles, replan, close, interrupt

  public var label: String {
    switch self {
    case .goOn: "このまま続ける"
    case .resortRoles: "役割分担を整理し直す"
    case .replan: "再プランをする"
    case .close: "終結を考える"
    case .interrupt: "中断を考える"
    }
  }

  /// The result that form 2-2 will have; nil where no evaluation follows.
  public var review: PlanReviewResult? {
    switch self {
    case .goOn, .resortRoles: nil
    case .replan: .replan
    case .close: .close
    case .interrupt: .interrupt
    }
  }
}

/// 「モニタリング」 On a day, the coordinator looked at the plan as a whole. Never changed afterwards; the next one is another.
public struct Monitoring: Hashable, Sendable {
  /// The day the plan had named; nil for one that was not planned.
  public var plannedOn: CivilDate?
  public var heldOn: CivilDate?
  public var findings = ""
  public var outcome: MonitoringOutcome?
  public var nextOn: CivilDate?

  public init() {}

  /// What is still wrong with it, in the order of the page.
  public func problems(today: CivilDate) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let heldOn {
      if heldOn > today { problems.append(.init("held_on", "モニタリングをした日が今日より先です。今日までの日付に直してください。")) }
    } else {
      problems.append(.init("held_on", "モニタリングをした日が入っていません。した日を入れてください。"))
    }
    if findings.isBlank { problems.append(.init("findings", "わかったことが書かれていません。各機関の動きと本人・世帯のようすを書いてください。")) }
    if outcome == nil { problems.append(.init("outcome", "これからどうするかが選ばれていません。一つ選んでください。")) }
    if let nextOn, nextOn <= max(today, heldOn ?? today) {
      problems.append(.init("next_on", "次のモニタリングの日が今日までになっています。明日から先の日付に直してください。"))
    }
    return problems
  }
}
