import Casework

/// One line of the list of meetings (「会議」).
struct MeetingLine: Sendable {
  let id: MeetingID
  let number: String
  let name: String
  let kind: MeetingKind
  let heldOn: CivilDate
  let startsAt: String
  let place: String
  let mode: MeetingMode
  let stage: MeetingStage
  let convenerName: String
  /// The own agency convenes it.
  let isOwn: Bool
  /// The own agency is called and has not answered.
  let awaitsReply: Bool
}

/// One member of a meeting (「構成員」).
struct MeetingMemberLine: Sendable {
  let id: MeetingMemberID
  /// Nothing for somebody from outside.
  let agency: AgencyID?
  let agencyName: String
  let name: String
  let position: String
  let isInvited: Bool
  let reply: MeetingReply?
  let attended: Bool
  let seesAll: Bool
  /// The agency has staff that can sign in.
  let hasAccounts: Bool
  /// The duty of secrecy was confirmed, at the screen or on paper.
  let hasPledged: Bool
  let isTown: Bool

  /// 「見本地域包括支援センター東　架空 花子」
  var label: String { [agencyName, position, name].filter { !$0.isEmpty }.joined(separator: "　") }

  func sides(_ meeting: OpenedMeeting) -> Set<CoordinationSide> {
    var sides: Set<CoordinationSide> = []
    if isTown { sides.insert(.town) }
    if agency == meeting.convener, meeting.kind == .planning { sides.insert(.coordinator) }
    return sides
  }
}

/// A meeting as its page shows it.
struct MeetingView: Sendable {
  let meeting: OpenedMeeting
  let members: [MeetingMemberLine]
  let items: [OpenedMeetingItem]
  /// Cases that wait for such a meeting; for the convener.
  let waiting: [WaitingCase]
  /// Agencies that may be called; for the convener.
  let agencies: [(code: String, label: String)]
  /// The words of the pledge of that day (R-50); nothing where none is needed.
  let pledge: String?
  /// Members of the own agency.
  let own: [MeetingMemberLine]
  /// The law that an item of this meeting body rests on when no other is chosen.
  let usualBasis: MeetingLegalBasis
}

/// A case that waits for a meeting (「会議を待つ事例」).
struct WaitingCase: Sendable, ListedCase {
  let coordination: CoordinationID
  let number: String
  var label: String
  let caseFile: CaseFileID
  let stage: CoordinationStage
  let since: String
  /// Nothing where it is to be talked over without one of the four timings.
  let timing: MeetingTiming?

  mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }

  /// What the form sends: 「12:plan」, or 「12:」.
  var code: String { "\(coordination):\(timing?.rawValue ?? "")" }
}

/// What was decided about an item: who does what (「役割分担」).
struct MeetingRoleLine: Sendable {
  let agency: String
  let person: String
  let what: String
  let dueOn: String
  /// A task of the agency; otherwise it is told by paper or telephone.
  let isTask: Bool
}

/// What a member answered: in a written round (「持回りの回答」), or somebody from outside at any meeting.
struct MeetingAnswerLine: Sendable {
  let item: MeetingItemID
  let member: MeetingMemberID
  let name: String
  let answer: MeetingAnswer?
  let words: String
  let onBehalf: Bool
  let at: Int
}

/// An item as its page shows it.
struct MeetingItemView: Sendable {
  let item: OpenedMeetingItem
  /// Every member with whether the item is tabled for it.
  let members: [(member: MeetingMemberLine, sees: Bool)]
  let roles: [MeetingRoleLine]
  let gaps: [String]
  let answers: [MeetingAnswerLine]
  let plan: TabledPlan?
  /// What had better be on record before the timing is tabled.
  let warning: String?
  /// What still has to be on record before an agreed end closes the case (R-30).
  let obstacles: [CoordinationRequirement]
  /// The stage to which the result moved the case.
  let movedTo: CoordinationStage?
  let mayOpenCase: Bool
  /// Who must be there and was not (R-25).
  let absent: [CoordinationSide]
  let papers: [OpenedPaper]
  let releases: [ReleaseLine]
  /// Where the result is put into the plan, for who may write it while it can be written.
  let planPath: String?
}

/// The plan of the round as it is tabled (「会議に諮るプラン」): what the members need, for those the person agreed to.
struct TabledPlan: Sendable {
  let goalWords: String
  let goalLong: String
  let goalShort: String
  let policy: String
  let period: String
  let pattern: PlanPattern?
  let roles: [Role]
  let programmes: [String]
  let monitoring: [String]

  struct Role: Sendable {
    let agency: AgencyID
    let agencyName: String
    let person: String
    let what: String
    let isMain: Bool
  }
}

/// A case's meetings as its own page may show them (「この事例の会議」).
struct CaseMeeting: Sendable {
  let meeting: MeetingID
  let item: MeetingItemID
  let name: String
  let kind: MeetingKind
  let stage: MeetingStage
  let heldOn: CivilDate
  let timing: MeetingTiming?
  let result: MeetingResult?

  var path: String { "/meetings/\(meeting)/items/\(item)" }
}

/// A meeting body and its year (「年間の予定」).
struct MeetingYearLine: Sendable {
  let name: String
  let kind: MeetingKind
  let about: String
  /// Nil: as needed.
  let perYear: Int?
  let held: Int
  let planned: Int
  let key: String

  /// Held and planned are fewer than the plan of the year asks for by now.
  func isBehind(on today: CivilDate) -> Bool {
    guard let perYear else { return false }
    let months = (today.month + 8) % 12 + 1
    return held + planned < perYear * months / 12
  }
}
