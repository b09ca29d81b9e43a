import Casework
import Store

/// 多機関協働 as the page of a case shows it.
struct CoordinationCard: Sendable {
  let id: CoordinationID
  let number: String
  let stage: CoordinationStage
  let round: Int
  /// 主担当, with the person.
  let lead: String
  /// ISO, or empty.
  let nextOn: String
  /// The whole page is open to the viewer too.
  let isReadable: Bool
}

enum CoordinationCardQueries {
  static func latest(_ desk: Desk, _ file: OpenedFile) throws -> CoordinationCard? {
    try desk.reading.first(
      """
      SELECT k.id, k.number, k.stage, k.round, coalesce(l.name, ''), k.lead_person, coalesce(k.next_on, ''), k.agency_id = \(file.agency),
        (SELECT a.name || '　' || o.person FROM plan p JOIN plan_role o ON o.plan_id = p.id JOIN agency a ON a.id = o.agency_id
          WHERE p.coordination_id = k.id AND p.confirmed_on IS NOT NULL AND o.is_main = 1 ORDER BY p.round DESC LIMIT 1)
      FROM coordination k LEFT JOIN agency l ON l.id = k.lead_agency WHERE k.case_file_id = \(file.id) ORDER BY k.id DESC LIMIT 1
      """
    ) { row in
      let isReadable = row.bool(7) || desk.staff.isProgrammeSection || file.reach == .team
      let lead = [row.text(4), row.text(5)].filter { !$0.isEmpty }.joined(separator: "　")
      return CoordinationCard(
        id: row.id(0), number: row.text(1), stage: CoordinationStage(rawValue: row.text(2)) ?? .requested, round: row.int(3),
        lead: lead.isEmpty && isReadable ? row.optionalText(8) ?? "" : lead, nextOn: row.text(6), isReadable: isReadable)
    }
  }
}
