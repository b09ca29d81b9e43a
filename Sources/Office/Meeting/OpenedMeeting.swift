import Casework
import Store

/// From where somebody looks at a meeting (「会議との関わり」).
enum MeetingSight: Sendable {
  /// Of the agency that convenes it: prepares it and keeps its record.
  case convener
  /// The town, at a 重層的支援会議.
  case town
  /// Called to it: sees what is tabled for the own agency, until the meeting is over.
  case member
}

/// A meeting that has been opened for one person (「開いた会議」).
///
/// Only the check below makes one. It opens the meeting and what is tabled for the viewer, never a case file.
struct OpenedMeeting: Sendable {
  let id: MeetingID
  let number: String
  let kind: MeetingKind
  /// The key of the meeting body in the profile.
  let body: String
  let name: String
  let heldOn: CivilDate
  /// "14:00", or empty.
  let startsAt: String
  let place: String
  let mode: MeetingMode
  let stage: MeetingStage
  let convener: AgencyID
  let convenerName: String
  let chair: String
  let recorder: String
  /// Empty for somebody from whom an item is kept, because it tells of all of them.
  fileprivate(set) var minutes: String
  /// Why it was cancelled.
  let words: String
  let version: Int
  let sight: MeetingSight
  /// The viewer's agency is called to it.
  let isCalled: Bool
  /// The viewer has confirmed the duty of secrecy (R-50).
  let hasPledged: Bool
  let viewer: AgencyID
  /// The day in Japan on which it is looked at.
  private let today: CivilDate
  /// Cases that exist for the viewer, as a condition on alias `i` of `meeting_item`.
  fileprivate let unbarred: SQL

  fileprivate init?(_ row: Row, desk: Desk) {
    let staff = desk.staff
    id = row.id(0)
    number = row.text(1)
    kind = MeetingKind(rawValue: row.text(2)) ?? .confidential
    body = row.text(3)
    name = row.text(4)
    heldOn = CivilDate(iso: row.text(5)) ?? .latest
    startsAt = row.text(6)
    place = row.text(7)
    mode = MeetingMode(rawValue: row.text(8)) ?? .inPerson
    stage = MeetingStage(rawValue: row.text(9)) ?? .planned
    convener = row.id(10)
    convenerName = row.text(11)
    chair = row.text(12)
    recorder = row.text(13)
    minutes = row.text(14)
    words = row.text(15)
    version = row.int(16)
    isCalled = row.bool(17)
    hasPledged = row.bool(18)
    viewer = staff.agencyID
    today = desk.today
    unbarred = desk.scope.unbarred(case: "i.case_file_id")
    if convener == staff.agencyID {
      sight = .convener
    } else if kind == .planning, staff.isProgrammeSection {
      sight = .town
    } else if isCalled, stage.isOpenToMembers(heldOn: heldOn, today: desk.today) {
      sight = .member
    } else {
      return nil
    }
  }

  var isConvener: Bool { sight == .convener }
  /// Its day has come, so that the convener may write down what was decided; who was there is told with the first result.
  var takesResults: Bool { isConvener && (stage == .held || (stage.isAhead && heldOn <= today)) }
  var isPledgeDue: Bool { kind.needsPledge && !hasPledged }

  /// 「この情報を見られる理由」
  var reason: String {
    switch sight {
    case .convener: "\(convenerName)がこの会議を招集するため"
    case .town: "市の事業担当課が重層的支援会議に参加するため"
    case .member: "この会議の構成員として招かれ、議題に加わるため（開催の\(MeetingStage.sightDays)日後まで）"
    }
  }

  /// The items the viewer may see, as a condition on alias `i` of `meeting_item`. Before the pledge none of a 支援会議.
  var visibleItems: SQL {
    if isPledgeDue { return "0 = 1" }
    switch sight {
    case .convener, .town: return unbarred
    case .member:
      return """
        (\(sql: unbarred) AND EXISTS (SELECT 1 FROM meeting_item_member x JOIN meeting_member y ON y.id = x.member_id
          WHERE x.item_id = i.id AND y.agency_id = \(viewer)) AND (i.legal_basis <> 'consent' OR \(sql: Self.isAgreed(viewer, on: today))))
        """
    }
  }

  /// The person's latest consent holds on a day and covers an agency: a withdrawal ends a member's sight at once (reference §3.6).
  ///
  /// Somebody from outside belongs to no agency (nil) and is covered only where the consent is for the whole team.
  static func isAgreed(_ agency: AgencyID?, on today: CivilDate) -> SQL {
    """
    EXISTS (SELECT 1 FROM case_file f JOIN consent c ON c.case_file_id = f.id AND c.resident_id IS f.resident_id
      WHERE f.id = i.case_file_id AND (c.until_on IS NULL OR c.until_on >= \(today.iso))
        AND c.id = (SELECT max(l.id) FROM consent l WHERE l.case_file_id = f.id AND l.resident_id IS f.resident_id)
        AND NOT EXISTS (SELECT 1 FROM consent_event e WHERE e.case_file_id = f.id AND e.resident_id IS f.resident_id
          AND e.event IN ('withdrawn', 'refused') AND (e.consent_id = c.id OR e.at > c.recorded_at))
        AND coalesce((SELECT n.is_excluded = 0 FROM consent_agency n WHERE n.consent_id = c.id AND n.agency_id = \(agency)),
          c.scope = 'team'))
    """
  }

  /// The members whom the viewer may know of, as a condition on alias `b` of `meeting_member`: a member sees who is called for the own items.
  var visibleMembers: SQL {
    switch sight {
    case .convener, .town: "1 = 1"
    case .member:
      """
      (b.agency_id = \(viewer) OR EXISTS (SELECT 1 FROM meeting_item_member z JOIN meeting_item i ON i.id = z.item_id
        WHERE z.member_id = b.id AND \(sql: visibleItems)))
      """
    }
  }
}

extension Desk {
  /// Opens a meeting for its convener, for the town at a 重層的支援会議, and for who is called to it; or answers as if it did not exist.
  func openMeeting(_ id: MeetingID) throws -> OpenedMeeting {
    let found = try reading.first(
      """
      SELECT m.id, m.number, m.kind, m.body, m.name, m.held_on, m.starts_at, m.place, m.mode, m.stage, m.convener, a.name, m.chair,
        m.recorder, m.minutes, m.words, m.version,
        EXISTS (SELECT 1 FROM meeting_member b WHERE b.meeting_id = m.id AND b.agency_id = \(staff.agencyID) AND b.invited_at IS NOT NULL),
        EXISTS (SELECT 1 FROM meeting_pledge p WHERE p.meeting_id = m.id AND p.staff_id = \(staff.id) AND p.member_id IS NULL)
      FROM meeting m JOIN agency a ON a.id = m.convener WHERE m.id = \(id)
      """
    ) { OpenedMeeting($0, desk: self) }
    guard var meeting = found ?? nil, !Role.caseworkers.isDisjoint(with: staff.roles) else { throw denied("meeting \(id)") }
    if scope.isBarred, try reading.exists("SELECT 1 FROM meeting_item i WHERE i.meeting_id = \(id) AND NOT \(sql: meeting.unbarred)") {
      guard try reading.exists("SELECT 1 FROM meeting_item i WHERE i.meeting_id = \(id) AND \(sql: meeting.unbarred)") else {
        throw denied("meeting \(id)")
      }
      meeting.minutes = ""
    }
    note("meeting \(id)")
    return meeting
  }

  /// A meeting of the own agency, to prepare it or to keep its record; anybody else's is nobody's.
  func ownMeeting(_ id: MeetingID) throws -> OpenedMeeting {
    let meeting = try openMeeting(id)
    guard meeting.isConvener else { throw denied("meeting \(id)") }
    return meeting
  }
}

extension Desk {
  /// A member of a meeting: the one named, for the convener; otherwise the own agency's.
  func member(of meeting: OpenedMeeting, _ form: Fields) throws -> MeetingMemberLine {
    let members = try MeetingQueries.members(self, meeting)
    let own = members.first { $0.agency == staff.agencyID }
    let named = members.first { "\($0.id)" == form["member"] }
    guard let member = form["member"].isEmpty ? own : named, meeting.isConvener || member.agency == staff.agencyID else {
      throw denied("member of meeting \(meeting.id)")
    }
    return member
  }
}

extension Scope {
  /// The meetings in reach, as a condition on alias `m` of `meeting`; the same as ``Desk/openMeeting(_:)`` lets in.
  func meetings(today: CivilDate) -> SQL {
    guard isCaseworker else { return "(0 = 1)" }
    let last = today.adding(days: -MeetingStage.sightDays).iso
    return """
      m.id IN (SELECT o.id FROM meeting o WHERE o.convener = \(agency)
        UNION SELECT o.id FROM meeting o WHERE o.kind = 'planning' AND \(isProgrammeSection)
        UNION SELECT b.meeting_id FROM meeting_member b JOIN meeting o ON o.id = b.meeting_id
          WHERE b.agency_id = \(agency) AND b.invited_at IS NOT NULL
            AND (o.stage = 'invited' OR (o.stage = 'held' AND o.held_on >= \(last))))\(sql: isBarred ? withoutBarred : "")
      """
  }

  /// A meeting that treats nothing but cases that must not exist for the viewer is none.
  private var withoutBarred: SQL {
    """
     AND (NOT EXISTS (SELECT 1 FROM meeting_item i WHERE i.meeting_id = m.id AND NOT \(sql: unbarred(case: "i.case_file_id")))
      OR EXISTS (SELECT 1 FROM meeting_item i WHERE i.meeting_id = m.id AND \(sql: unbarred(case: "i.case_file_id"))))
    """
  }
}
