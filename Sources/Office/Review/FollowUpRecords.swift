import Casework
import Store

/// The only writer of `follow_up` (「フォローアップ」, R-34).
enum FollowUpRecords {
  static func plan(_ desk: WritingDesk, _ coordination: OpenedCoordination, agency: AgencyID, on day: CivilDate, how: String) throws {
    try desk.writing.run(
      """
      INSERT INTO follow_up (coordination_id, round, agency_id, due_on, how)
      VALUES (\(coordination.id), \(coordination.round), \(agency), \(day.iso), \(how))
      """)
  }
}
