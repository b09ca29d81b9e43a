import Casework

/// What a line of the timeline tells of (「経過の種類」). In order within a day: what comes first stands lowest.
enum TimelineKind: String, CaseIterable, Sendable {
  case consultation, note, referral, stage

  var rank: Int {
    switch self {
    case .consultation: 0
    case .note: 1
    case .referral: 2
    case .stage: 3
    }
  }
}

/// A place in the timeline, from which a page goes on (「続きの位置」): 「2026-11-21.1.345」.
struct TimelineCursor: Sendable, Equatable {
  let day: CivilDate
  let kind: TimelineKind
  let id: Int

  init(day: CivilDate, kind: TimelineKind, id: Int) {
    self.day = day
    self.kind = kind
    self.id = id
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = CivilDate(iso: String(parts[0])), let rank = Digits.number(String(parts[1])),
      let kind = TimelineKind.allCases.first(where: { $0.rank == rank }), let id = Digits.number(String(parts[2]))
    else { return nil }
    self.init(day: day, kind: kind, id: id)
  }

  var text: String { "\(day.iso).\(kind.rank).\(id)" }
}

/// What the timeline is asked to show (「経過の条件」), as it stands in the address.
struct TimelineFilter: Sendable, Equatable {
  var kind: TimelineKind?
  var agency: AgencyID?
  var before: TimelineCursor?

  init() {}

  init(_ query: Fields) {
    kind = TimelineKind(rawValue: query["kind"])
    agency = Digits.number(query["agency"]).map { AgencyID($0) }
    before = TimelineCursor(query["before"])
  }

  func includes(_ other: TimelineKind) -> Bool { kind == nil || kind == other }

  /// The address of the case page under these conditions.
  func address(_ file: CaseFileID, before cursor: TimelineCursor? = nil) -> String {
    var pairs: [String] = []
    if let kind { pairs.append("kind=\(kind.rawValue)") }
    if let agency { pairs.append("agency=\(agency)") }
    if let cursor { pairs.append("before=\(cursor.text)") }
    return "/cases/\(file)" + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }
}
