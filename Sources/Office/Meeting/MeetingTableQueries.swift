import Casework
import Store

/// What has to be known before a case is put on an agenda.
enum MeetingTableQueries {
  /// On the agenda of this meeting already, with nothing decided yet.
  static func isTabled(_ desk: Desk, _ meeting: OpenedMeeting, _ file: OpenedFile, _ timing: MeetingTiming?) throws -> Bool {
    try desk.reading.exists(
      """
      SELECT 1 FROM meeting_item WHERE meeting_id = \(meeting.id) AND case_file_id = \(file.id) AND timing = \(timing?.rawValue ?? "")
        AND result = ''
      """)
  }

  /// Something was decided at this meeting.
  static func hasResults(_ desk: Desk, _ meeting: OpenedMeeting) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM meeting_item WHERE meeting_id = \(meeting.id) AND result <> ''")
  }

  /// The plan of the present round.
  static func plan(_ desk: Desk, _ coordination: OpenedCoordination) throws -> PlanID? {
    try desk.reading.first("SELECT id FROM plan WHERE coordination_id = \(coordination.id) AND round = \(coordination.round)") { $0.id(0) }
  }

  /// The person's latest consent leaves this agency out, or names others only.
  static func isExcluded(_ desk: Desk, _ file: CaseFileID, _ agency: AgencyID) throws -> Bool {
    let covers = try desk.reading.first(
      """
      SELECT CASE WHEN e.is_excluded IS NOT NULL THEN e.is_excluded = 0 ELSE c.scope = 'team' END FROM consent c
        LEFT JOIN consent_agency e ON e.consent_id = c.id AND e.agency_id = \(agency)
      WHERE c.case_file_id = \(file) AND c.resident_id IS (SELECT f.resident_id FROM case_file f WHERE f.id = \(file))
      ORDER BY c.id DESC LIMIT 1
      """
    ) { $0.bool(0) }
    return covers == false
  }

  /// What the form for a new meeting was opened for: the case and its timing in words.
  static func purpose(_ desk: Desk, _ query: Fields) throws -> (code: String, coordination: OpenedCoordination, timing: MeetingTiming?)? {
    guard let number = Int(query["coordination"]) else { return nil }
    let coordination = try desk.openCoordination(CoordinationID(number))
    let asked = MeetingTiming(rawValue: query["timing"])
    let timing = asked == .plan || asked == .replan ? MeetingTiming.planning(round: coordination.round) : asked
    return ("\(coordination.id):\(timing?.rawValue ?? "")", coordination, timing)
  }
}
