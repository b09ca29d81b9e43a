import Casework
import Store

/// What one agency was asked about one item, opened for it or for who convenes (「開いた準備の問いかけ」).
///
/// Only the check below makes one. It opens the question and this agency's answer, neither the case nor what others answered.
struct OpenedPreparation: Sendable {
  let id: PreparationID
  let meeting: MeetingID
  let meetingName: String
  let meetingNumber: String
  let kind: MeetingKind
  let heldOn: CivilDate
  let startsAt: String
  let convener: AgencyID
  let convenerName: String
  let item: MeetingItemID
  let caseFile: CaseFileID
  let caseNumber: String
  let caseLabel: String
  let agency: AgencyID
  let agencyName: String
  let due: CivilDate
  /// What the convener added to the four questions.
  let asked: String
  /// Nothing until it was answered.
  let answer: PreparationAnswer?
  let way: PreparationWay?
  let toldBy: String
  let answeredBy: String
  let answeredAt: Int?
  let version: Int
  /// May still be answered: the meeting was not cancelled, and nothing was decided about the item.
  let isOpen: Bool
  /// Who looks convenes the meeting, and the question went to another agency.
  let isOnBehalf: Bool
  /// The item as the viewer may read it; nothing for an agency that is in the case but not called.
  fileprivate(set) var points = ""
  fileprivate(set) var itemPath: String?

  fileprivate init(_ row: Row, viewer: AgencyID) {
    id = row.id(0)
    meeting = row.id(1)
    meetingName = row.text(2)
    meetingNumber = row.text(3)
    kind = MeetingKind(rawValue: row.text(4)) ?? .confidential
    heldOn = CivilDate(iso: row.text(5)) ?? .latest
    startsAt = row.text(6)
    convener = row.id(7)
    convenerName = row.text(8)
    item = row.id(9)
    caseFile = row.id(10)
    caseNumber = row.text(11)
    caseLabel = row.text(12)
    agency = row.id(13)
    agencyName = row.text(14)
    due = CivilDate(iso: row.text(15)) ?? .latest
    asked = row.text(16)
    answer = row.isNull(17) ? nil : PreparationQueries.answer(row, from: 17)
    way = PreparationWay(rawValue: row.text(22))
    toldBy = row.text(23)
    answeredBy = row.text(24)
    answeredAt = row.optionalInt(25)
    version = row.int(26)
    isOpen = row.bool(27)
    isOnBehalf = agency != viewer
  }

  var path: String { "/preparations/\(id)" }

  /// 「この情報を見られる理由」
  var reason: String {
    isOnBehalf ? "\(convenerName)がこの会議を招集するため" : "\(convenerName)から、この会議の準備を尋ねられているため"
  }
}

extension Scope {
  /// Questions put to the own agency that it may see, as a condition on aliases `p` of `preparation`, `i` of `meeting_item`, `m` of `meeting`:
  /// those of a 支援会議 as a member it is tabled for, others also on a ground of its own.
  func preparations(today: CivilDate) -> SQL {
    guard isCaseworker else { return "(0 = 1)" }
    let last = today.adding(days: -MeetingStage.sightDays).iso
    return """
      (p.agency_id = \(agency) AND m.stage <> 'cancelled' AND \(sql: unbarred(case: "i.case_file_id"))
        AND ((m.kind <> 'confidential' AND \(sql: holds(case: "i.case_file_id"))) OR m.convener = \(agency)
          OR (m.kind = 'planning' AND \(isProgrammeSection))
          OR ((m.stage = 'invited' OR (m.stage = 'held' AND m.held_on >= \(last)))
            AND EXISTS (SELECT 1 FROM meeting_item_member x JOIN meeting_member y ON y.id = x.member_id
              WHERE x.item_id = i.id AND y.agency_id = \(agency) AND y.invited_at IS NOT NULL)
            AND (i.legal_basis <> 'consent' OR \(sql: OpenedMeeting.isAgreed(agency, on: today))))))
      """
  }
}

extension Desk {
  /// Opens a question, or answers as if it did not exist. Without the pledge of a 支援会議 nothing but its meeting is given (R-50).
  func preparation(_ id: PreparationID) throws -> (meeting: MeetingID, opened: OpenedPreparation?) {
    let found = try reading.first(
      """
      SELECT p.id, m.id, m.name, m.number, m.kind, m.held_on, m.starts_at, m.convener, v.name, i.id, i.case_file_id, c.number, c.label,
        p.agency_id, a.name, p.due_on, p.words, p.is_involved, p.household, p.doing, p.wanted, p.asks, p.way, p.told_by,
        coalesce(s.name, ''), p.answered_at, p.version, m.stage <> 'cancelled' AND i.result = ''
      FROM preparation p JOIN meeting_item i ON i.id = p.item_id JOIN meeting m ON m.id = i.meeting_id JOIN case_file c ON c.id = i.case_file_id
        JOIN agency a ON a.id = p.agency_id JOIN agency v ON v.id = m.convener LEFT JOIN staff s ON s.id = p.answered_by
      WHERE p.id = \(id) AND (m.convener = \(staff.agencyID) OR \(sql: scope.preparations(today: today)))
      """
    ) { OpenedPreparation($0, viewer: staff.agencyID) }
    guard var opened = found else { throw denied("preparation \(id)") }
    let isByCase = opened.kind != .confidential && !opened.isOnBehalf && opened.convener != staff.agencyID
    if isByCase, try reading.exists("SELECT 1 WHERE \(sql: scope.holds(case: "\(opened.caseFile)"))") {
      _ = try open(opened.caseFile)
    } else {
      let meeting = try openMeeting(opened.meeting)
      guard !meeting.isPledgeDue else { return (meeting.id, nil) }
      let item = try openMeetingItem(meeting, opened.item)
      opened.points = item.points
      opened.itemPath = item.path
    }
    note("preparation \(id)", caseFile: opened.caseFile)
    return (opened.meeting, opened)
  }

  /// The same for an act: without the pledge it says what to do first.
  func openPreparation(_ id: PreparationID) throws -> OpenedPreparation {
    let (meeting, opened) = try preparation(id)
    guard let opened else {
      try checkPledge(try openMeeting(meeting))
      throw denied("preparation \(id)")
    }
    return opened
  }
}
