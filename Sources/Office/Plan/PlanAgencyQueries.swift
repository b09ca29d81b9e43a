import Casework
import Store

/// The agencies that may be chosen in a plan (「担い手の候補」): those of the team first.
struct PlanAgencies: Sendable {
  struct Choice: Sendable {
    let id: AgencyID
    let name: String
    /// It takes part in this case already.
    let isInvolved: Bool
    let carries: Set<ProgrammeKind>
    /// It was looked for by name.
    let isFound: Bool
  }

  let choices: [Choice]

  var names: [AgencyID: String] { Dictionary(choices.map { ($0.id, $0.name) }) { first, _ in first } }

  /// 関わっている機関, those found by name, the others.
  var groups: [(label: String, options: [(code: String, label: String)])] {
    PlanAgencies.grouped([
      ("この事例に関わっている機関", choices.filter(\.isInvolved)), ("名前で見つかった機関", choices.filter { !$0.isInvolved && $0.isFound }),
      ("ほかの機関", choices.filter { !$0.isInvolved && !$0.isFound }),
    ])
  }

  /// The same with those that carry a programme first.
  func providers(of programme: PlanProgramme) -> [(label: String, options: [(code: String, label: String)])] {
    let others = choices.filter { !$0.carries.contains(programme.kind) }
    return PlanAgencies.grouped([
      ("\(programme.label)を担う機関", choices.filter { $0.carries.contains(programme.kind) }),
      ("この事例に関わっている機関", others.filter(\.isInvolved)), ("ほかの機関", others.filter { !$0.isInvolved }),
    ])
  }

  private static func grouped(_ groups: [(label: String, choices: [Choice])]) -> [(label: String, options: [(code: String, label: String)])]
  {
    groups.filter { !$0.choices.isEmpty }.map { group in (group.label, group.choices.map { (String($0.id.number), $0.name) }) }
  }
}

enum PlanAgencyQueries {
  /// Most agencies that a search by name adds to the choice.
  private static let mostFound = 20

  /// Agencies of the team and of any plan of this case, the windows of the town, and those found by `name`.
  ///
  /// The many places taken in from open data are offered only when looked for by name: a list of thousands helps nobody.
  static func offered(_ desk: Desk, _ coordination: OpenedCoordination, finding name: String) throws -> PlanAgencies {
    let involved = Set(try desk.reading.rows(involved(coordination)) { $0.id(0) as AgencyID })
      .subtracting(coordination.file.keptBack.agencies)
    let carried = try carried(desk)
    let found = Set(try foundByName(desk, name))
    let all = try desk.reading.rows(
      """
      SELECT a.id, a.name FROM agency a WHERE (a.ended_on IS NULL OR a.ended_on >= \(desk.today.iso))
        AND (a.takes_referrals = 1 OR a.is_programme_section = 1 OR a.source = ''
          OR a.id IN \(list: Array(involved.union(found).union(carried.keys))))
      ORDER BY a.name_kana, a.name, a.id
      """
    ) { (id: $0.id(0) as AgencyID, name: $0.text(1)) }
    return PlanAgencies(
      choices: all.map {
        .init(
          id: $0.id, name: $0.name, isInvolved: involved.contains($0.id), carries: carried[$0.id] ?? [], isFound: found.contains($0.id))
      })
  }

  private static func involved(_ coordination: OpenedCoordination) -> SQL {
    """
    SELECT agency_id FROM case_ground WHERE case_file_id = \(coordination.file.id) AND is_open = 1
    UNION SELECT agency_id FROM coordination WHERE id = \(coordination.id)
    UNION SELECT public_assistance_agency FROM coordination WHERE id = \(coordination.id) AND public_assistance_agency IS NOT NULL
    UNION SELECT to_agency FROM information_request WHERE coordination_id = \(coordination.id)
    UNION SELECT r.agency_id FROM plan p JOIN plan_role r ON r.plan_id = p.id
      WHERE p.coordination_id = \(coordination.id) AND r.agency_id IS NOT NULL
    UNION SELECT i.owner_agency FROM plan p JOIN plan_item i ON i.plan_id = p.id
      WHERE p.coordination_id = \(coordination.id) AND i.owner_agency IS NOT NULL
    UNION SELECT u.provider FROM plan p JOIN plan_programme u ON u.plan_id = p.id
      WHERE p.coordination_id = \(coordination.id) AND u.provider IS NOT NULL
    UNION SELECT r.agency_id FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id JOIN meeting_role r ON r.item_id = i.id
      WHERE i.coordination_id = \(coordination.id) AND m.kind = 'planning'
    """
  }

  private static func carried(_ desk: Desk) throws -> [AgencyID: Set<ProgrammeKind>] {
    let rows = try desk.reading.rows(
      """
      SELECT agency_id, programme FROM agency_programme WHERE programme IN ('outreach', 'participation') AND from_on <= \(desk.today.iso)
        AND (until_on IS NULL OR until_on >= \(desk.today.iso))
      """
    ) { (agency: $0.id(0) as AgencyID, kind: ProgrammeKind(rawValue: $0.text(1))) }
    var carried: [AgencyID: Set<ProgrammeKind>] = [:]
    for row in rows { if let kind = row.kind { carried[row.agency, default: []].insert(kind) } }
    return carried
  }

  private static func foundByName(_ desk: Desk, _ name: String) throws -> [AgencyID] {
    let words = JapaneseText.folded(name).split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return [] }
    var condition: SQL = "1 = 1"
    for word in words { condition = condition + " AND instr(a.name_folded, \(String(word))) > 0" }
    return try desk.reading.rows("SELECT a.id FROM agency a WHERE \(sql: condition) ORDER BY a.name_kana LIMIT \(mostFound)") { $0.id(0) }
  }
}
