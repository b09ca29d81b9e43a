import Casework

/// Japanese for 評価, つなぎもどし and フォローアップ.
enum ReviewWording {
  /// What goes to the agencies that go on: what remains, the direction, the next look.
  static func onward(_ findings: ReviewFindings, _ followUp: FollowUpDecision) -> String {
    var lines: [String] = []
    if !findings.remaining.isEmpty { lines.append("残る課題：\(findings.remaining)") }
    if !findings.onward.isEmpty { lines.append("これからのこと：\(findings.onward)") }
    if followUp.isNeeded, let day = followUp.on { lines.append("フォローアップ：\(day.wareki)　\(followUp.how)") }
    return lines.joined(separator: "\n")
  }

  /// Why a case is interrupted, for the event.
  static func interruption(_ review: PlanReview) -> String {
    [review.interruptReason?.label ?? "", review.findings.interruptWords].filter { !$0.isEmpty }.joined(separator: "　")
  }

  /// The task that reminds of a follow-up.
  static func followUpTask(_ number: String) -> String { "フォローアップ（多機関協働 \(number)）" }

  /// The names of the fields in the order of the page.
  static func fieldNames(_ plan: ReviewedPlan) -> [String] { fieldLabels(plan).map(\.name) }

  /// Every field of the form with its label, for showing a colleague's version beside one's own.
  static func fieldLabels(_ plan: ReviewedPlan) -> [(name: String, label: String)] {
    var labels: [(name: String, label: String)] = [("reviewed_on", "評価日")]
    for goal in plan.goals { labels += [("goal.\(goal.key)", goal.title), ("goal.\(goal.key).words", "\(goal.title)（説明）")] }
    labels += [
      ("changes", "見られた変化"), ("changes.other", "見られた変化（その他）"), ("status", "現在の状況"), ("remaining", "残る課題"),
    ]
    for role in plan.roles { labels += [("role.\(role.id)", role.agencyName), ("role.\(role.id).words", "\(role.agencyName)（説明）")] }
    return labels + closing
  }

  private static let closing: [(name: String, label: String)] = [
    ("resource_gap", "社会資源の課題"), ("person_view", "本人の評価・希望"), ("result", "評価結果"), ("close_reason", "終結の理由"),
    ("close_words", "終結の理由（説明）"), ("lead_agency", "終結後の主担当機関"), ("lead_person", "終結後の担当者"),
    ("needs_follow_up", "フォローアップの要否"), ("follow_up_on", "フォローアップの日"), ("follow_up_how", "フォローアップの方法"),
    ("onward", "これから続ける機関に伝えること"), ("interrupt_reason", "中断の理由"), ("interrupt_words", "中断の理由（説明）"),
  ]
}
