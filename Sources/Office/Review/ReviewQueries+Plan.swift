import Casework
import Store

extension ReviewQueries {
  /// The goals and roles of a plan, with what each agency said last.
  static func plan(_ desk: Desk, _ plan: PlanID) throws -> ReviewedPlan {
    let roles = try roles(desk, plan)
    let items = try desk.reading.rows("SELECT position, goal FROM plan_item WHERE plan_id = \(plan) AND goal <> '' ORDER BY position") {
      row in
      ReviewedGoal(key: "item\(row.int(0))", title: "支援内容\(row.int(0))の目標", text: row.text(1))
    }
    let found = try desk.reading.first(
      "SELECT round, confirmed_on, period_from, period_to, goal_long, goal_short FROM plan WHERE id = \(plan)"
    ) { row in
      let goals = [("long", "長期目標", row.text(4)), ("short", "短期目標", row.text(5))].filter { !$0.2.isEmpty }
      return ReviewedPlan(
        round: row.int(0), confirmedOn: row.optionalText(1).flatMap(CivilDate.init(iso:)),
        period: "\(Wording.shortDate(row.text(2)))〜\(Wording.shortDate(row.text(3)))",
        goals: goals.map { ReviewedGoal(key: $0.0, title: $0.1, text: $0.2) } + items, roles: roles)
    }
    guard let found else { throw desk.denied("plan \(plan)") }
    return found
  }

  private static func roles(_ desk: Desk, _ plan: PlanID) throws -> [ReviewedPlan.Role] {
    try desk.reading.rows(
      """
      SELECT r.id, r.agency_id, a.name, r.person, r.role, r.is_main, g.state, coalesce(g.words, '')
      FROM plan_role r JOIN agency a ON a.id = r.agency_id
        LEFT JOIN progress_report g ON g.id = (SELECT max(l.id) FROM progress_report l WHERE l.plan_role_id = r.id)
      WHERE r.plan_id = \(plan) ORDER BY r.position
      """
    ) { row in
      ReviewedPlan.Role(
        id: row.int(0), agency: row.id(1), agencyName: row.text(2), person: row.text(3), what: row.text(4), isMain: row.bool(5),
        state: row.optionalText(6).flatMap(ProgressState.init), words: row.text(7))
    }
  }

  /// Who may become main supporter: the agencies of the plan, then every other.
  static func agencies(_ desk: Desk, _ plan: ReviewedPlan) throws -> [(label: String, options: [(code: String, label: String)])] {
    let all = try AgencyQueries.names(desk)
    var own = plan.roles.map { (code: String($0.agency.number), label: $0.agencyName) }
    var seen: Set<String> = []
    own = own.filter { seen.insert($0.code).inserted }
    return [("プランで役割のある機関", own), ("ほかの機関", all.filter { !seen.contains($0.code) })]
  }
}
