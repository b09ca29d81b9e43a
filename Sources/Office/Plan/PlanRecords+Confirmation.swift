import Casework
import Store

extension PlanRecords {
  /// 「プランの確定」 From here on the plan of this round is never changed. Returns the agencies with a role in it.
  ///
  /// Source: seed 003, ch. 6 6)(4)「プラン確定に向けた手続き」.
  static func confirm(_ desk: WritingDesk, _ coordination: OpenedCoordination, on day: CivilDate) throws -> [AgencyID] {
    try desk.writing.run(
      """
      UPDATE plan SET confirmed_on = \(day.iso), version = version + 1
      WHERE coordination_id = \(coordination.id) AND round = \(coordination.round) AND confirmed_on IS NULL
      """)
    return try desk.reading.rows(
      """
      SELECT DISTINCT agency FROM (
        SELECT r.agency_id AS agency FROM plan p JOIN plan_role r ON r.plan_id = p.id
          WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round) AND r.agency_id IS NOT NULL
        UNION SELECT i.owner_agency FROM plan p JOIN plan_item i ON i.plan_id = p.id
          WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round) AND i.owner_agency IS NOT NULL
        UNION SELECT u.provider FROM plan p JOIN plan_programme u ON u.plan_id = p.id
          WHERE p.coordination_id = \(coordination.id) AND p.round = \(coordination.round) AND u.provider IS NOT NULL)
      """
    ) { $0.id(0) }
  }
}
