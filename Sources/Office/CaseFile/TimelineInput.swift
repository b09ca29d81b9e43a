import Casework

/// What a line of the timeline tells of (「経過の種類」). In order within one moment: what comes first stands lowest.
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

/// A place in the timeline, from which a page goes on (「続きの位置」): 「2026-11-21.1795228500.1.345」.
struct TimelineCursor: Sendable, Equatable {
  let day: CivilDate
  /// When it was, or where nobody told, when it was recorded; seconds since 1970.
  let moment: Int
  let kind: TimelineKind
  let id: Int

  init(day: CivilDate, moment: Int, kind: TimelineKind, id: Int) {
    self.day = day
    self.moment = moment
    self.kind = kind
    self.id = id
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, let day = CivilDate(iso: String(parts[0])), let moment = TimelineCursor.moment(parts[1]),
      let rank = Digits.number(String(parts[2])), let kind = TimelineKind.allCases.first(where: { $0.rank == rank }),
      let id = Digits.number(String(parts[3]))
    else { return nil }
    self.init(day: day, moment: moment, kind: kind, id: id)
  }

  /// Seconds since 1970, ten digits in our time.
  private static func moment(_ text: Substring) -> Int? {
    guard text.count <= 11, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(text)
  }

  var text: String { "\(day.iso).\(moment).\(kind.rank).\(id)" }
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
