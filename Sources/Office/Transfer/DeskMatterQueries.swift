import Casework
import Store

/// One thing that is open at somebody's desk (「机にあるもの」).
struct DeskMatterLine: Sendable {
  let matter: DeskMatter
  let target: Int
  let caseFile: CaseFileID?
  /// Of the case, the つなぎ, 多機関協働 or the meeting.
  let number: String
  /// What the case is called; empty for who has no ground on it.
  let label: String
  let day: CivilDate?

  /// The name of its field on the page.
  var field: String { "to-\(matter.rawValue)-\(target)" }
}

/// Everything open at one desk, as far as the viewer may know of it.
struct OpenDesk: Sendable {
  let lines: [DeskMatterLine]
  /// Only how many: drafts are their writer's alone.
  let drafts: Int

  static let empty = OpenDesk(lines: [], drafts: 0)
}

enum DeskMatterQueries {
  /// What lies at the desk of somebody of `agency`. A scope shows the labels of its cases and leaves out those that must not exist for it;
  /// without one everything is there, by number, for carrying a transfer out.
  static func desk(_ reading: Reading, of staff: StaffID, at agency: AgencyID, _ scope: Scope?) throws -> OpenDesk {
    let walks = handed(staff, agency, scope) + (scope == nil ? [] : kept(staff, agency, scope))
    let all = walks.dropFirst().reduce(walks[0]) { $0 + "\nUNION ALL " + $1 }
    let lines = try reading.rows("SELECT * FROM (\(sql: all)) ORDER BY 1, 4, 2") { row in
      DeskMatterLine(
        matter: DeskMatter(rawValue: row.text(0)) ?? .task, target: row.int(1), caseFile: row.optionalID(2), number: row.text(3),
        label: row.text(4), day: row.optionalText(5).flatMap { CivilDate(iso: $0) })
    }
    return OpenDesk(lines: lines, drafts: try reading.count("SELECT count(*) FROM draft WHERE staff_id = \(staff)"))
  }

  private static func label(_ scope: Scope?) -> SQL {
    guard let scope else { return "''" }
    return "CASE WHEN \(sql: scope.holds(case: "c.id")) THEN c.label ELSE '' END"
  }

  private static func known(_ scope: Scope?) -> SQL { scope?.unbarred(case: "c.id") ?? "1" }

  private static func handed(_ staff: StaffID, _ agency: AgencyID, _ scope: Scope?) -> [SQL] {
    let cases = ConsultationStage.allCases.filter { DeskMatter.isOpen($0) }.map(\.rawValue)
    let coordinations = CoordinationStage.allCases.filter { DeskMatter.isOpen($0) }.map(\.rawValue)
    return [
      """
      SELECT 'charge', c.id, c.id, c.number, \(sql: label(scope)), NULL FROM case_file c
      WHERE c.in_charge = \(staff) AND c.opened_by = \(agency) AND c.stage IN \(list: cases) AND \(sql: known(scope))
      """,
      """
      SELECT 'task', t.id, c.id, c.number, \(sql: label(scope)), t.due_on FROM task t JOIN case_file c ON c.id = t.case_file_id
      WHERE t.staff_id = \(staff) AND t.agency_id = \(agency) AND t.done_at IS NULL AND \(sql: known(scope))
      """,
      """
      SELECT 'coordination', k.id, c.id, k.number, \(sql: label(scope)), k.next_on FROM coordination k JOIN case_file c ON c.id = k.case_file_id
      WHERE k.coordinator = \(staff) AND k.agency_id = \(agency) AND k.stage IN \(list: coordinations) AND \(sql: known(scope))
      """,
    ]
  }

  /// What the agency goes on answering for.
  private static func kept(_ staff: StaffID, _ agency: AgencyID, _ scope: Scope?) -> [SQL] {
    func stages(_ side: ReferralSide) -> [String] { ReferralStage.allCases.filter { DeskMatter.isOpen($0, side: side) }.map(\.rawValue) }
    let name: SQL = "(SELECT s.name FROM staff s WHERE s.id = \(staff))"
    return [
      "SELECT 'meeting', m.id, NULL, m.number, '', m.held_on FROM meeting m WHERE m.created_by = \(staff) AND m.convener = \(agency) AND m.stage IN ('planned', 'invited')",
      """
      SELECT 'referral', r.id, c.id, r.number, \(sql: label(scope)), r.answer_due_on FROM referral r JOIN case_file c ON c.id = r.case_file_id
      WHERE \(sql: known(scope)) AND ((r.from_staff = \(staff) AND r.from_agency = \(agency) AND r.stage IN \(list: stages(.sender)))
        OR (r.to_agency = \(agency) AND r.stage IN \(list: stages(.receiver)) AND \(staff) =
          (SELECT e.staff_id FROM referral_event e WHERE e.referral_id = r.id AND e.agency_id = \(agency) ORDER BY e.id DESC LIMIT 1)))
      """,
      """
      SELECT 'handBack', h.id, c.id, k.number, \(sql: label(scope)), NULL FROM hand_back_item h JOIN coordination k ON k.id = h.coordination_id
        JOIN case_file c ON c.id = k.case_file_id
      WHERE h.to_agency = \(agency) AND h.taken_at IS NULL AND h.to_person = \(sql: name) AND \(sql: known(scope))
      """,
      """
      SELECT 'informationRequest', q.id, c.id, k.number, \(sql: label(scope)), q.due_on FROM information_request q
        JOIN coordination k ON k.id = q.coordination_id JOIN case_file c ON c.id = k.case_file_id
      WHERE q.state = 'asked' AND \(sql: known(scope)) AND ((q.staff_id = \(staff) AND k.agency_id = \(agency))
        OR (q.to_agency = \(agency) AND q.to_person = \(sql: name)))
      """,
    ]
  }
}
