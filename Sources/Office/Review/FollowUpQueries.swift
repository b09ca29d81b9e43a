import Casework
import Store

/// One follow-up as lists show it (「フォローアップ」).
struct FollowUpLine: Sendable, ListedCase {
  let id: FollowUpID
  let coordination: CoordinationID
  let coordinationNumber: String
  var caseLabel: String
  let caseFile: CaseFileID
  let dueOn: CivilDate
  var how: String
  let doneOn: CivilDate?
  var words: String

  mutating func cover(_ kept: KeptBack) {
    caseLabel = kept.covering(caseLabel)
    how = kept.covering(how)
    words = kept.covering(words)
  }

  func isDue(_ today: CivilDate) -> Bool { FollowUp.isDue(dueOn, doneOn: doneOn, today: today) }
}

enum FollowUpQueries {
  /// Open follow-ups of the viewer's agency whose day comes within so many days, the earliest first (R-34). With 0 days: those due now.
  static func due(_ desk: Desk, _ scope: Scope, within days: Int = 0, limit: Int = 50) throws -> [FollowUpLine] {
    guard scope.isCaseworker else { return [] }
    return try lines(
      desk,
      """
      f.done_on IS NULL AND f.due_on <= \(desk.today.adding(days: days).iso) AND (f.agency_id = \(scope.agency) OR k.lead_agency = \(scope.agency))
        AND \(sql: scope.holds(case: "k.case_file_id")) ORDER BY f.due_on, f.id LIMIT \(limit)
      """)
  }

  /// Every follow-up of a case, the latest first.
  static func all(_ desk: Desk, _ coordination: OpenedCoordination) throws -> [FollowUpLine] {
    try lines(desk, "f.coordination_id = \(coordination.id) ORDER BY f.id DESC")
  }

  private static func lines(_ desk: Desk, _ condition: SQL) throws -> [FollowUpLine] {
    let lines = try desk.reading.rows(
      """
      SELECT f.id, k.id, k.number, c.label, f.due_on, f.how, f.done_on, f.words, c.id
      FROM follow_up f JOIN coordination k ON k.id = f.coordination_id JOIN case_file c ON c.id = k.case_file_id WHERE \(sql: condition)
      """
    ) { row in
      FollowUpLine(
        id: row.id(0), coordination: row.id(1), coordinationNumber: row.text(2), caseLabel: row.text(3),
        caseFile: row.id(8),
        dueOn: CivilDate(iso: row.text(4)) ?? .latest, how: row.text(5), doneOn: row.optionalText(6).flatMap(CivilDate.init(iso:)),
        words: row.text(7))
    }
    return try desk.covered(lines)
  }
}
