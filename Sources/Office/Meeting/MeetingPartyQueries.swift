import Casework
import Store

/// Who takes part in meetings: sides, agencies, the words of the pledge.
enum MeetingPartyQueries {
  /// The sides the viewer's agency stands on when it convenes (R-26).
  static func sides(_ desk: Desk) throws -> Set<CoordinationSide> {
    var sides: Set<CoordinationSide> = []
    if desk.staff.isProgrammeSection { sides.insert(.town) }
    let today = desk.today.iso
    let carries = try desk.reading.exists(
      """
      SELECT 1 FROM agency_programme WHERE agency_id = \(desk.staff.agencyID) AND programme = 'multi' AND from_on <= \(today)
        AND (until_on IS NULL OR until_on >= \(today))
      """)
    if carries { sides.insert(.coordinator) }
    return sides
  }

  /// Meeting bodies that the viewer's agency may convene.
  static func bodies(_ desk: Desk) throws -> [MeetingBody] {
    let sides = try sides(desk)
    return try desk.meetingBodies().filter { !$0.kind.conveners.isDisjoint(with: sides) }
  }

  /// Every agency that works today, to be called or given a role.
  static func agencies(_ desk: Desk) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      "SELECT id, name FROM agency WHERE ended_on IS NULL OR ended_on >= \(desk.today.iso) ORDER BY name_kana, name, id"
    ) { ($0.text(0), $0.text(1)) }
  }

  /// The town's programme section.
  static func town(_ desk: Desk) throws -> AgencyID? {
    try desk.reading.first("SELECT id FROM agency WHERE is_programme_section = 1 ORDER BY id LIMIT 1") { $0.id(0) }
  }

  /// The agencies that always come to a meeting body, by the names that its profile gives them.
  static func standing(_ desk: Desk, _ body: MeetingBody) throws -> [AgencyID] {
    let names = try desk.agencyNames(body.members ?? [])
    return try desk.reading.rows("SELECT id FROM agency WHERE name IN \(list: names) ORDER BY id") { $0.id(0) }
  }

  /// The agencies with a role in a plan.
  static func planAgencies(_ desk: Desk, _ plan: PlanID?) throws -> [(agency: AgencyID, person: String)] {
    guard let plan else { return [] }
    return try desk.reading.rows(
      "SELECT agency_id, max(person) FROM plan_role WHERE plan_id = \(plan) GROUP BY agency_id ORDER BY min(position)"
    ) { ($0.id(0), $0.text(1)) }
  }

  /// May this agency open the case, so that a task can be put into its list?
  static func sees(_ desk: Desk, _ file: CaseFileID, _ agency: AgencyID) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM case_ground WHERE case_file_id = \(file) AND agency_id = \(agency) AND is_open = 1")
  }

  /// The agency has been asked for the same already and has not done it.
  static func isAsked(_ desk: Desk, _ file: CaseFileID, _ agency: AgencyID, _ what: String) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM task WHERE case_file_id = \(file) AND agency_id = \(agency) AND what = \(what) AND done_at IS NULL")
  }

  /// The case of a number among those in reach.
  static func caseFile(_ desk: Desk, _ scope: Scope, number: String) throws -> CaseFileID? {
    try desk.reading.first(
      "SELECT c.id FROM case_file c WHERE c.number = \(number) AND \(sql: scope.holds(case: "c.id"))"
    ) { $0.id(0) }
  }
}
