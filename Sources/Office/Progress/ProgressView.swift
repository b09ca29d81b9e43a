import Casework

/// What the page of 実施の状況 shows, read in one snapshot.
struct ProgressView: Sendable {
  let coordination: OpenedCoordination
  /// The plan that is being carried out, or the last one.
  let plan: RunningPlan?
  /// Reports and monitorings may be added.
  let isRunning: Bool
  let roles: [RoleProgress]
  let history: [(role: String, line: ProgressLine)]
  let monitorings: [MonitoringLine]
  let daysAhead: [CivilDate]

  /// Agencies that can be asked on the screen, each once.
  var askable: [(code: String, label: String)] {
    var seen: Set<AgencyID> = []
    return roles.filter { $0.seesCase && !$0.isOwn && seen.insert($0.agency).inserted }.map { (String($0.agency.number), $0.agencyName) }
  }

  /// Agencies with a role that do not see the case: to be asked by telephone.
  var unreachable: [String] {
    var seen: Set<AgencyID> = []
    return roles.filter { !$0.seesCase && seen.insert($0.agency).inserted }.map(\.agencyName)
  }

  static func read(_ desk: Desk, _ coordination: OpenedCoordination) throws -> ProgressView {
    let running = try RunningPlanQueries.plan(desk, coordination)
    let plan = try running ?? RunningPlanQueries.latest(desk, coordination)
    guard let plan else {
      return ProgressView(
        coordination: coordination, plan: nil, isRunning: false, roles: [], history: [], monitorings: [], daysAhead: [])
    }
    return ProgressView(
      coordination: coordination, plan: plan, isRunning: running != nil,
      roles: try ProgressQueries.roles(desk, coordination, plan), history: try ProgressQueries.history(desk, coordination, plan),
      monitorings: try MonitoringQueries.all(desk, coordination), daysAhead: try RunningPlanQueries.daysAhead(desk, plan.id))
  }
}
