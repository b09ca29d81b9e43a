import Casework
import Store

/// One role of the plan with the last word about it (「役割ごとの状況」).
struct RoleProgress: Sendable {
  /// Number of the role.
  let role: Int
  let agency: AgencyID
  let agencyName: String
  let person: String
  let what: String
  /// 主担当
  let isMain: Bool
  /// A role of the viewer's own agency.
  let isOwn: Bool
  /// The agency sees the case, so that it can answer for itself.
  let seesCase: Bool
  let latest: ProgressLine?
  /// Since when nothing was heard: the last report, or the day the plan was confirmed.
  let since: CivilDate
  let days: Int

  var isQuiet: Bool { days >= ProgressReport.quietDays }
  var wantsTalk: Bool { latest?.state == .needsTalk }
}

/// One report as the screens show it.
struct ProgressLine: Sendable {
  let state: ProgressState
  let words: String
  let agencyName: String
  let staffName: String
  /// Written down by the coordinator for the agency.
  let isOnBehalf: Bool
  /// Seconds since 1970.
  let at: Int
}

enum ProgressQueries {
  /// Every role of the plan that is being carried out, with its latest report and its age; those who want to talk come first, then the
  /// longest silence. Empty where no plan runs.
  static func latest(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [RoleProgress] {
    guard let plan = try RunningPlanQueries.plan(desk, coordination) else { return [] }
    return try roles(desk, coordination, plan)
  }

  static func roles(_ desk: Desk, _ coordination: OpenedCoordination, _ plan: RunningPlan) throws -> [RoleProgress] {
    let roles = try desk.reading.rows(
      """
      SELECT r.id, r.agency_id, \(sql: coordination.file.naming("a.name", of: "a.id")),
        \(sql: coordination.file.naming("r.person", of: "a.id")), r.role, r.is_main,
        EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(coordination.file.id) AND g.agency_id = r.agency_id AND g.is_open = 1
          AND g.reach = 'team'),
        p.state, p.words, \(sql: coordination.file.naming("pa.name", of: "pa.id")), \(sql: coordination.file.naming("ps.name", of: "pa.id")),
        p.on_behalf, p.at
      FROM plan_role r JOIN agency a ON a.id = r.agency_id
        LEFT JOIN progress_report p ON p.id = (SELECT max(l.id) FROM progress_report l WHERE l.plan_role_id = r.id)
        LEFT JOIN agency pa ON pa.id = p.agency_id LEFT JOIN staff ps ON ps.id = p.staff_id
      WHERE r.plan_id = \(plan.id) ORDER BY r.position
      """
    ) { role($0, desk, plan) }
    return roles.enumerated().sorted { left, right in
      (left.element.wantsTalk ? 0 : 1, -left.element.days, left.offset) < (
        right.element.wantsTalk ? 0 : 1, -right.element.days, right.offset
      )
    }.map(\.element)
  }

  private static func role(_ row: Row, _ desk: Desk, _ plan: RunningPlan) -> RoleProgress {
    let latest = row.optionalText(7).flatMap(ProgressState.init).map { state in
      ProgressLine(
        state: state, words: row.text(8), agencyName: row.text(9), staffName: row.text(10), isOnBehalf: row.bool(11), at: row.int(12))
    }
    let since = latest.map { CivilDate.of(epochSeconds: $0.at) } ?? plan.confirmedOn
    return RoleProgress(
      role: row.int(0), agency: row.id(1), agencyName: row.text(2), person: row.text(3), what: row.text(4), isMain: row.bool(5),
      isOwn: row.id(1) == desk.staff.agencyID, seesCase: row.bool(6), latest: latest, since: since, days: since.daysUntil(desk.today))
  }

  /// Every report about the plan, the latest first, with the role it is about.
  static func history(
    _ desk: Desk, _ coordination: OpenedCoordination, _ plan: RunningPlan, limit: Int = 50
  ) throws -> [(role: String, line: ProgressLine)] {
    let file = coordination.file
    return try desk.reading.rows(
      """
      SELECT \(sql: file.naming("a.name", of: "a.id")), p.state, p.words, \(sql: file.naming("pa.name", of: "pa.id")),
        \(sql: file.naming("s.name", of: "pa.id")), p.on_behalf, p.at
      FROM plan_role r JOIN progress_report p ON p.plan_role_id = r.id JOIN agency a ON a.id = r.agency_id
        JOIN agency pa ON pa.id = p.agency_id JOIN staff s ON s.id = p.staff_id
      WHERE r.plan_id = \(plan.id) ORDER BY p.id DESC LIMIT \(limit)
      """
    ) { row in
      (
        row.text(0),
        ProgressLine(
          state: ProgressState(rawValue: row.text(1)) ?? .asPlanned, words: row.text(2), agencyName: row.text(3), staffName: row.text(4),
          isOnBehalf: row.bool(5), at: row.int(6))
      )
    }
  }
}
