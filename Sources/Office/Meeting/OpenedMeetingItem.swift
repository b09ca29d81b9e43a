import Casework
import Store

/// One item of an agenda that has been opened for one person (「開いた議題」): what is tabled, never the case behind it.
struct OpenedMeetingItem: Sendable {
  let meeting: OpenedMeeting
  let id: MeetingItemID
  let position: Int
  let caseFile: CaseFileID
  let caseNumber: String
  let caseLabel: String
  let coordination: CoordinationID?
  let round: Int
  let plan: PlanID?
  let timing: MeetingTiming?
  let basis: MeetingLegalBasis?
  /// As it was when the item was tabled.
  let consent: ConsentState
  let points: String
  let discussion: String
  let result: MeetingResult?
  let resultWords: String
  let resultAt: Int?
  let resultBy: String
  let nextMonitoring: String
  let leadName: String
  let leadPerson: String
  let version: Int
  /// Somebody in the case is protected (支援措置).
  fileprivate let holdsProtected: Bool

  fileprivate init(_ row: Row, meeting: OpenedMeeting) {
    self.meeting = meeting
    id = row.id(0)
    position = row.int(1)
    caseFile = row.id(2)
    caseNumber = row.text(3)
    caseLabel = row.text(4)
    coordination = row.optionalID(5)
    round = row.int(6)
    plan = row.optionalID(7)
    timing = MeetingTiming(rawValue: row.text(8))
    basis = MeetingLegalBasis(rawValue: row.text(9))
    consent = ConsentState(rawValue: row.text(10)) ?? .notAsked
    points = row.text(11)
    discussion = row.text(12)
    result = MeetingResult(rawValue: row.text(13))
    resultWords = row.text(14)
    resultAt = row.optionalInt(15)
    resultBy = row.text(16)
    nextMonitoring = row.text(17)
    leadName = row.text(18)
    leadPerson = row.text(19)
    version = row.int(20)
    holdsProtected = row.bool(21)
  }

  var path: String { "/meetings/\(meeting.id)/items/\(id)" }

  /// 「この情報を見られる理由」 of this item: the standing at the meeting, the law the item rests on, and the secrecy that follows from it.
  var reason: String {
    guard let basis else { return meeting.reason }
    return "\(meeting.reason)。\(basis.whySeen)。\(basis.secrecy)"
  }
}

extension Desk {
  /// Nobody reads an item of a 支援会議 before the pledge (R-50): that is said, not denied, to who is called.
  func checkPledge(_ meeting: OpenedMeeting) throws {
    guard meeting.isPledgeDue else { return }
    throw FieldErrors([FieldProblem("confirmed", "守秘の確認がまだです。会議の画面で確認文を読み、確認してから開いてください。")], staff: staff)
  }

  /// Opens an item of a meeting for those it is tabled for, or answers as if it did not exist.
  func openMeetingItem(_ meeting: OpenedMeeting, _ id: MeetingItemID) throws -> OpenedMeetingItem {
    try checkPledge(meeting)
    guard let item = try items(of: meeting, only: id).first else { throw denied("item \(id) of meeting \(meeting.id)") }
    return item
  }

  /// The items of a meeting that the viewer may see, in the order of the agenda.
  func items(of meeting: OpenedMeeting, only id: MeetingItemID? = nil) throws -> [OpenedMeetingItem] {
    let items = try reading.rows(
      """
      SELECT i.id, i.position, i.case_file_id, c.number, c.label, i.coordination_id, i.round, i.plan_id, i.timing, i.legal_basis,
        i.consent_state, i.points, i.discussion, i.result, i.result_words, i.result_at, coalesce(s.name, ''),
        coalesce(i.next_monitoring_on, ''), coalesce(a.name, ''), i.lead_person, i.version, \(sql: ProtectionQueries.holdsProtected)
      FROM meeting_item i JOIN case_file c ON c.id = i.case_file_id LEFT JOIN staff s ON s.id = i.result_by
        LEFT JOIN agency a ON a.id = i.lead_agency
      WHERE i.meeting_id = \(meeting.id) AND (\(id) IS NULL OR i.id = \(id)) AND \(sql: meeting.visibleItems)
        AND \(sql: scope.unbarred(case: "i.case_file_id")) ORDER BY i.position
      """
    ) { OpenedMeetingItem($0, meeting: meeting) }
    for item in items {
      note("item \(item.id) of case \(item.caseFile)", caseFile: item.caseFile)
      try veil(item.caseFile)
    }
    return items
  }
}
