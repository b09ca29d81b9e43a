import Casework

/// Japanese for 実施の状況 and モニタリング.
enum ProgressWording {
  /// The task an agency finds in its list.
  static func asked(_ number: String) -> String { "実施の状況を知らせる（多機関協働 \(number)）" }

  /// 「12日前」
  static func age(_ role: RoleProgress) -> String {
    switch (role.latest == nil, role.days) {
    case (true, _): "まだ聞いていません（プラン確定から\(role.days)日）"
    case (false, 0): "今日"
    case (false, let days): "\(days)日前"
    }
  }

  /// What the agencies said, as the first words of a monitoring.
  static func gathered(_ roles: [RoleProgress]) -> String {
    roles.map { role in
      guard let latest = role.latest else { return "\(role.agencyName)：報告なし" }
      return "\(role.agencyName)：\(latest.state.label)" + (latest.words.isEmpty ? "" : "　\(latest.words)")
    }.joined(separator: "\n")
  }

  static let notRunning = FieldProblem("state", "いま実施中のプランがないため、記録できません。起きたことは支援経過に書いてください。")

  /// What a monitoring leads to next: words and where.
  static func next(_ line: MonitoringLine, _ coordination: OpenedCoordination) -> (words: String, path: String)? {
    switch line.outcome {
    case .goOn: nil
    case .resortRoles:
      ("役割を整理し直す会議を開く（プランを変えるときは再プラン）", "/meetings/new?kind=caseConference&coordination=\(coordination.id)")
    case .replan: ("今のプランを評価し、再プランをはじめる", "/plans/\(line.plan)/review/edit?result=replan")
    case .close: ("プランを評価し、終結を会議に諮る", "/plans/\(line.plan)/review/edit?result=close")
    case .interrupt: ("プランを評価し、中断を会議に諮る", "/plans/\(line.plan)/review/edit?result=interrupt")
    }
  }
}
