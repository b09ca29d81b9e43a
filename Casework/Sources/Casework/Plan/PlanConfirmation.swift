/// 「プランの確定」 When a plan becomes certain, and whether its days are in order.
///
/// Source: R-22; seed 003 ch. 6 6)(4); reference §4.3.
public enum PlanConfirmation {
  /// 「確定日」 Derived, never typed: the day of the town's decision (A, B) or of the meeting that agreed (C). Nil while it is not certain.
  ///
  /// `meeting`: the day of the meeting that agreed; `decision`: the day of a decision that grants. Never before the meeting.
  public static func confirmedOn(_ pattern: PlanPattern, meeting: CivilDate?, decision: CivilDate?) -> CivilDate? {
    guard let meeting else { return nil }
    switch pattern {
    case .othersOnly: return meeting
    case .programmesOnly, .programmesAndOthers: return decision.flatMap { $0 >= meeting ? $0 : nil }
    }
  }

  /// 「日付の順」 アセスメント ≤ プラン作成 ≤ 会議 ≤ 支援決定. What is not known yet is passed over.
  public static func orderProblems(assessment: CivilDate?, draft: CivilDate?, meeting: CivilDate?, decision: CivilDate?) -> [FieldProblem] {
    let steps: [(field: String, label: String, day: CivilDate?)] = [
      ("assessed_on", "アセスメントを終えた日", assessment), ("drafted_on", "プランの作成日", draft), ("held_on", "会議の日", meeting),
      ("decided_on", "支援決定の日", decision),
    ]
    let known = steps.compactMap { step in step.day.map { (field: step.field, label: step.label, day: $0) } }
    return zip(known, known.dropFirst()).compactMap { before, after in
      guard after.day < before.day else { return nil }
      return FieldProblem(
        after.field, "\(after.label)（\(after.day.wareki)）が、\(before.label)（\(before.day.wareki)）より前です。日付を確かめて直してください。")
    }
  }

  /// How it becomes certain, in one sentence for the page of the plan.
  public static func sentence(_ pattern: PlanPattern) -> String {
    switch pattern {
    case .programmesOnly: "このプランはパターンAです。市の支援決定で確定します。"
    case .programmesAndOthers: "このプランはパターンBです。市の支援決定で確定します（ほかの支援の内容は市が確認します）。"
    case .othersOnly: "このプランはパターンCです。重層的支援会議の了承で確定し、市に報告します。"
    }
  }
}
