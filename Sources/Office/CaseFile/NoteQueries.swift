import Casework
import Store

/// One note as a page shows it (「支援経過」).
struct NoteView: Sendable {
  let id: NoteID
  let agencyID: AgencyID
  let agency: String
  let staff: String
  let heldOn: String
  let heldAt: String
  let minutes: Int?
  let method: String
  var counterpart: String
  let met: String
  var title: String
  var facts: String
  var opinion: String
  var nextAction: String
  let nextDue: String?
  let visibility: String
  let recordedAt: Int
  /// Where it stands within its day, see ``TimelineCursor``; read for pages of a case only.
  var moment = 0
  /// The reason this note was replaced, when it was.
  var replacedBecause: String?
  let replacedBy: NoteID?
  /// Somebody of the viewer's agency said something to it; read for pages of a case only.
  var isReviewed = false

  /// Covers the words of the note for somebody who may not know a protected person of its case whole.
  mutating func cover(_ kept: KeptBack) {
    counterpart = kept.withoutKin(counterpart)
    title = kept.covering(title)
    facts = kept.covering(facts)
    opinion = kept.covering(opinion)
    nextAction = kept.covering(nextAction)
    replacedBecause = replacedBecause.map(kept.covering)
  }
}

enum NoteQueries {
  /// The columns of ``view(_:)``, for a query over `note n`.
  static let columns = """
    n.id, n.agency_id, a.name, s.name, n.held_on, n.held_at, n.minutes, n.method, n.counterpart, n.met, n.title, n.facts,
    n.opinion, n.next_action, n.next_due, n.visibility, n.recorded_at, later.correction_reason, later.id
    """
  static let joins = "JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id LEFT JOIN note later ON later.replaces = n.id"

  static func view(_ row: Row) -> NoteView { view(row, hidesAgency: false) }

  private static func view(_ row: Row, hidesAgency: Bool) -> NoteView {
    NoteView(
      id: row.id(0), agencyID: row.id(1), agency: hidesAgency ? PersonSight.mask : row.text(2),
      staff: hidesAgency ? "" : row.text(3), heldOn: row.text(4), heldAt: row.text(5),
      minutes: row.optionalInt(6), method: row.text(7), counterpart: row.text(8), met: row.text(9), title: row.text(10),
      facts: row.text(11), opinion: row.text(12), nextAction: row.text(13), nextDue: row.optionalText(14), visibility: row.text(15),
      recordedAt: row.int(16), replacedBecause: row.optionalText(17), replacedBy: row.optionalID(18))
  }

  /// The notes its holder may read, newest first; corrected ones stay in place, marked.
  static func page(_ desk: Desk, _ file: OpenedFile, _ filter: TimelineFilter, limit: Int) throws -> [NoteView] {
    let agency: SQL = filter.agency.map { "AND n.agency_id = \($0)" } ?? ""
    return try desk.reading.rows(
      """
      SELECT \(raw: columns), \(sql: file.hidesAgency("n.agency_id")),
        n.agency_id = \(file.agency) AND EXISTS (SELECT 1 FROM note_review v WHERE v.note_id = n.id), n.moment FROM note n \(raw: joins)
      WHERE n.case_file_id = \(file.id) AND \(sql: file.readableNotes) \(sql: agency)\
      \(sql: filter.agency == nil ? "" : " AND NOT \(sql: file.hidesAgency("n.agency_id"))")\
      \(sql: TimelineQueries.before(filter, .note, day: "n.held_on", moment: "n.moment", id: "n.id"))
      ORDER BY n.held_on DESC, n.moment DESC, n.id DESC LIMIT \(limit)
      """
    ) { row in
      var note = view(row, hidesAgency: row.bool(19))
      note.isReviewed = row.bool(20)
      note.moment = row.int(21)
      if file.keptBack.hidesSomebody { note.counterpart = file.keptBack.withoutKin(note.counterpart) }
      return note
    }
  }

  /// Every note of the case that its holder may read, newest first, as a paper tells them.
  static func all(_ desk: Desk, _ file: OpenedFile) throws -> [NoteView] {
    try page(desk, file, TimelineFilter(), limit: 100_000)
  }

  /// A note that the viewer's own agency wrote in this case; anybody else's is nobody's.
  static func own(_ desk: Desk, _ file: OpenedFile, _ id: NoteID) throws -> NoteView {
    let note = try desk.reading.first(
      """
      SELECT \(raw: columns) FROM note n \(raw: joins)
      WHERE n.id = \(id) AND n.case_file_id = \(file.id) AND n.agency_id = \(file.agency)
      """, view)
    guard let note else { throw desk.denied("note \(id) of case \(file.id)") }
    return note
  }

  /// The note that stands now in place of a corrected one; the note itself when it was not corrected.
  static func current(_ desk: Desk, _ file: OpenedFile, _ id: NoteID) throws -> NoteView {
    var note = try own(desk, file, id)
    while let later = note.replacedBy { note = try own(desk, file, later) }
    return note
  }
}
