import Casework
import Store

/// One line of a case's history (「経過の一行」).
enum TimelineEntry: Sendable {
  // A note has a dozen texts; in a box it moves through the page as one.
  indirect case note(NoteView)
  case event(TimelineEvent)

  var cursor: TimelineCursor {
    switch self {
    case .note(let note):
      TimelineCursor(day: CivilDate(iso: note.heldOn) ?? .earliest, moment: note.moment, kind: .note, id: note.id.number)
    case .event(let event): TimelineCursor(day: event.day, moment: event.moment, kind: event.kind, id: event.id)
    }
  }
}

/// A reception, a step of a つなぎ, or a move of the stage.
struct TimelineEvent: Sendable {
  let kind: TimelineKind
  let id: Int
  let day: CivilDate
  /// As in ``TimelineCursor``.
  let moment: Int
  let agency: String
  let staff: String
  /// What happened, as stored: a channel, an act of a つなぎ, an event of the case.
  let code: String
  let words: String
  /// The number of the consultation or つなぎ; the stage for a move.
  let mark: String
  /// The agency it went to.
  let to: String
  /// Where it is told in full; nothing where the viewer may not go.
  let path: String?

  /// 「14:05」; nothing for a reception that was recorded on another day.
  var clock: String { CivilDate.of(epochSeconds: moment) == day ? Wording.clock(moment) : "" }
}

/// A page of a case's history, newest first.
struct Timeline: Sendable {
  let entries: [TimelineEntry]
  let filter: TimelineFilter
  /// Where the next page begins.
  let next: TimelineCursor?
  /// What the supervisor said to the notes on this page; to notes of the own agency only.
  let reviews: [NoteID: [NoteReviewView]]
  /// Agencies on the case, to filter by.
  let agencies: [(id: AgencyID, name: String)]
}

enum TimelineQueries {
  static let entriesPerPage = 30

  /// The history as its holder may read it: notes by one indexed query, everything else by another.
  static func page(_ desk: Desk, _ file: OpenedFile, _ filter: TimelineFilter) throws -> Timeline {
    let limit = entriesPerPage + 1
    let notes = filter.includes(.note) ? try NoteQueries.page(desk, file, filter, limit: limit) : []
    let events = filter.kind == .note ? [] : try desk.reading.rows(events(desk.scope, file, filter, limit: limit), event)
    let all = merged(notes, events)
    let shown = Array(all.prefix(entriesPerPage))
    return Timeline(
      entries: shown, filter: filter, next: all.count > entriesPerPage ? shown.last?.cursor : nil,
      reviews: try NoteReviewQueries.on(desk, file, notes: notes), agencies: try agencies(desk, file))
  }

  /// The page of the case that shows a note: the first one, or the one that begins with it.
  static func address(_ desk: Desk, _ file: OpenedFile, of note: NoteID, below cursor: TimelineCursor) throws -> String {
    let first = try page(desk, file, TimelineFilter())
    let isThere = first.entries.contains { $0.cursor.kind == .note && $0.cursor.id == note.number }
    return TimelineFilter().address(file.id, before: isThere ? nil : cursor)
  }

  /// Newest first, as the notes come already.
  private static func merged(_ notes: [NoteView], _ events: [TimelineEvent]) -> [TimelineEntry] {
    let entries = notes.map(TimelineEntry.note)
    guard !events.isEmpty else { return entries }
    let placed = (entries + events.map(TimelineEntry.event)).map { (cursor: $0.cursor, entry: $0) }
    return placed.sorted { newerFirst($0.cursor, $1.cursor) }.map(\.entry)
  }

  private static func newerFirst(_ a: TimelineCursor, _ b: TimelineCursor) -> Bool {
    (a.day, a.moment, a.kind.rank, a.id) > (b.day, b.moment, b.kind.rank, b.id)
  }

  private static func agencies(_ desk: Desk, _ file: OpenedFile) throws -> [(id: AgencyID, name: String)] {
    guard file.reach == .team else { return [] }
    return try desk.reading.rows(
      """
      SELECT DISTINCT a.id, a.name FROM case_ground g JOIN agency a ON a.id = g.agency_id
      WHERE g.case_file_id = \(file.id) AND NOT \(sql: file.hidesAgency("a.id")) ORDER BY a.id
      """
    ) { ($0.id(0), $0.text(1)) }
  }

  /// Three short walks over indexes of the case. Without the team's reach only what the own agency took part in is told.
  static func events(_ scope: Scope, _ file: OpenedFile, _ filter: TimelineFilter, limit: Int) -> SQL {
    var walks: [SQL] = []
    if filter.includes(.consultation) { walks.append(consultations(file, filter, limit)) }
    if filter.includes(.referral) { walks.append(referrals(scope, file, filter, limit)) }
    if filter.includes(.stage) { walks.append(stages(file, filter, limit)) }
    return walks.dropFirst().reduce(walks.first ?? "SELECT 0 WHERE 0 = 1") { $0 + "\nUNION ALL " + $1 }
  }

  /// Who may not be named cannot be asked for either.
  private static func agency(_ file: OpenedFile, _ filter: TimelineFilter) -> SQL {
    filter.agency.map { " AND a.id = \($0) AND NOT \(sql: file.hidesAgency("a.id"))" } ?? ""
  }

  /// When somebody came, as the form was filled in; where that is no time, when it was recorded.
  private static let received = """
    coalesce(unixepoch(k.received_on || ' ' || substr('0' || (k.answers ->> '$.received_at.text'), -5)) - 32400, k.recorded_at)
    """

  private static func consultations(_ file: OpenedFile, _ filter: TimelineFilter, _ limit: Int) -> SQL {
    """
    SELECT * FROM (SELECT 0, k.id, k.received_on, \(raw: received) AS moment, \(sql: file.naming("a.name", of: "a.id")), \(sql: file.naming("s.name", of: "a.id")), k.channel, '', k.number, '', k.id
      FROM consultation k JOIN agency a ON a.id = k.agency_id JOIN staff s ON s.id = k.received_by
      WHERE k.case_file_id = \(file.id)\(sql: file.reach == .team ? "" : " AND k.agency_id = \(file.agency)")\(sql: agency(file, filter))\
    \(sql: before(filter, .consultation, day: "k.received_on", moment: received, id: "k.id"))
      ORDER BY k.received_on DESC, moment DESC, k.id DESC LIMIT \(limit))
    """
  }

  /// Drafts are told to nobody. The words are told, and the number leads on, only where the viewer may open the つなぎ.
  private static func referrals(_ scope: Scope, _ file: OpenedFile, _ filter: TimelineFilter, _ limit: Int) -> SQL {
    """
    SELECT * FROM (SELECT 2, e.id, '', e.at, \(sql: file.naming("a.name", of: "a.id")), \(sql: file.naming("s.name", of: "a.id")), e.act,
        CASE WHEN \(sql: scope.referrals) THEN e.words ELSE '' END, r.number, \(sql: file.naming("o.name", of: "o.id")), CASE WHEN \(sql: scope.referrals) THEN r.id ELSE 0 END
      FROM referral r JOIN referral_event e ON e.referral_id = r.id JOIN agency a ON a.id = e.agency_id
        JOIN staff s ON s.id = e.staff_id JOIN agency o ON o.id = r.to_agency
      WHERE r.case_file_id = \(file.id) AND (r.from_agency = \(file.agency) OR r.requested_at IS NOT NULL) AND e.stage <> 'draft'\
    \(sql: file.reach == .team ? "" : " AND \(sql: scope.referrals)")\(sql: agency(file, filter))\
    \(sql: before(filter, .referral, at: "e.at", id: "e.id"))
      ORDER BY e.at DESC, e.id DESC LIMIT \(limit))
    """
  }

  /// A step of a つなぎ that moved no stage is told by the つなぎ itself, the opening by the reception.
  private static func stages(_ file: OpenedFile, _ filter: TimelineFilter, _ limit: Int) -> SQL {
    """
    SELECT * FROM (SELECT 3, e.id, '', e.at, \(sql: file.naming("a.name", of: "a.id")), \(sql: file.naming("coalesce(s.name, '')", of: "a.id")), e.event, e.reason, e.stage, '', 0
      FROM case_event e JOIN agency a ON a.id = e.agency_id LEFT JOIN staff s ON s.id = e.staff_id
      WHERE e.case_file_id = \(file.id) AND e.event <> 'received' AND substr(e.event, 1, 9) <> 'referral.'\
    \(sql: file.reach == .team ? "" : " AND e.agency_id = \(file.agency)")\(sql: agency(file, filter))\
    \(sql: before(filter, .stage, at: "e.at", id: "e.id"))
      ORDER BY e.at DESC, e.id DESC LIMIT \(limit))
    """
  }

  static func event(_ row: Row) -> TimelineEvent {
    let kind = TimelineKind.allCases.first { $0.rank == row.int(0) } ?? .stage
    let day = CivilDate(iso: row.text(2)) ?? CivilDate.of(epochSeconds: row.int(3))
    let target = row.int(10)
    let path: String? =
      switch kind {
      case .consultation: "/consultations/\(target)"
      case .referral where target > 0: "/referrals/\(target)"
      default: nil
      }
    return TimelineEvent(
      kind: kind, id: row.int(1), day: day, moment: row.int(3), agency: row.text(4), staff: row.text(5), code: row.text(6),
      words: row.text(7),
      mark: row.text(8), to: row.text(9), path: path)
  }
}

extension TimelineQueries {
  /// What stands below the cursor, for columns that hold an ISO day and a moment.
  static func before(_ filter: TimelineFilter, _ kind: TimelineKind, day: String, moment: String, id: String) -> SQL {
    guard let cursor = filter.before else { return "" }
    let place: SQL = "(\(cursor.day.iso), \(cursor.moment)"
    if kind.rank < cursor.kind.rank { return " AND (\(raw: day), \(raw: moment)) <= \(sql: place))" }
    if kind.rank > cursor.kind.rank { return " AND (\(raw: day), \(raw: moment)) < \(sql: place))" }
    return " AND (\(raw: day), \(raw: moment), \(raw: id)) < \(sql: place), \(cursor.id))"
  }

  /// What stands below the cursor, for a column that holds seconds since 1970 alone; days begin at midnight in Japan.
  private static func before(_ filter: TimelineFilter, _ kind: TimelineKind, at: String, id: String) -> SQL {
    guard let cursor = filter.before else { return "" }
    let start = cursor.day.dayNumber * 86_400 - 9 * 3_600
    // A note of that day may have been recorded on a later one.
    func within(_ moment: Int) -> Int { max(start, min(moment, start + 86_400)) }
    if kind.rank < cursor.kind.rank { return " AND \(raw: at) < \(within(cursor.moment + 1))" }
    if kind.rank > cursor.kind.rank { return " AND \(raw: at) < \(within(cursor.moment))" }
    return " AND (\(raw: at) < \(within(cursor.moment)) OR (\(raw: at) = \(cursor.moment) AND \(raw: id) < \(cursor.id)))"
  }
}
