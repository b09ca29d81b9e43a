import Casework
import Store

/// What screens and rules ask about 評価 (様式2-2).
enum ReviewQueries {
  /// What closing takes over from the evaluation of the present round.
  struct Closing: Sendable {
    let leadAgency: AgencyID
    let leadName: String
    let leadPerson: String
    let needsFollowUp: Bool
    let followUpOn: CivilDate?
    let followUpHow: String
    /// For the agencies that go on.
    let words: String
  }

  static func closing(_ desk: Desk, _ coordination: OpenedCoordination) throws -> Closing? {
    try desk.reading.first(
      """
      SELECT v.lead_agency, a.name, v.lead_person, coalesce(v.needs_follow_up, 0), v.follow_up_on, v.follow_up_how
      FROM plan p JOIN plan_review v ON v.plan_id = p.id JOIN agency a ON a.id = v.lead_agency
      WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round)
      """
    ) { row in
      Closing(
        leadAgency: row.id(0), leadName: row.text(1), leadPerson: row.text(2), needsFollowUp: row.bool(3),
        followUpOn: row.optionalText(4).flatMap(CivilDate.init(iso:)), followUpHow: row.text(5), words: "")
    }
  }
}
