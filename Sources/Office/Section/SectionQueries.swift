import Casework
import Store

/// A note of the section that nobody has confirmed yet (「係の記録」).
struct SectionNote: Sendable, ListedCase {
  var note: NoteView
  let caseFile: CaseFileID
  let caseNumber: String
  var caseLabel: String
  var reviews: [NoteReviewView]

  mutating func cover(_ kept: KeptBack) {
    caseLabel = kept.covering(caseLabel)
    note.cover(kept)
    for index in reviews.indices { reviews[index].comment = kept.covering(reviews[index].comment) }
  }
}

struct SectionList: Sendable {
  let notes: [SectionNote]
  let hasMore: Bool
  let staff: StaffID?
}

enum SectionQueries {
  static let notesPerPage = 30

  /// Notes of the own agency in cases in reach, latest first. Struck ones are left out, and the supervisor's own: nobody confirms oneself.
  static func waiting(_ desk: Desk, _ scope: Scope, staff: StaffID? = nil, before: NoteID? = nil) throws -> SectionList {
    let notes = try desk.reading.rows(statement(desk, scope, staff: staff, before: before)) { row in
      (NoteQueries.view(row), row.id(19) as CaseFileID, row.text(20), row.text(21))
    }
    return SectionList(
      notes: try desk.covered(
        try notes.prefix(notesPerPage).map { note, id, number, label in
          SectionNote(note: note, caseFile: id, caseNumber: number, caseLabel: label, reviews: try NoteReviewQueries.on(desk, note.id))
        }), hasMore: notes.count > notesPerPage, staff: staff)
  }

  static func statement(_ desk: Desk, _ scope: Scope, staff: StaffID?, before: NoteID?) -> SQL {
    let of: SQL = staff.map { " AND n.staff_id = \($0)" } ?? ""
    let below: SQL =
      before.map { " AND (n.recorded_at, n.id) < (SELECT b.recorded_at, b.id FROM note b WHERE b.id = \($0))" } ?? ""
    return """
      SELECT \(raw: NoteQueries.columns), c.id, c.number, c.label
      FROM note n \(raw: NoteQueries.joins) JOIN case_file c ON c.id = n.case_file_id
      WHERE n.agency_id = \(desk.staff.agencyID) AND n.staff_id <> \(desk.staff.id) AND later.id IS NULL
        AND NOT EXISTS (SELECT 1 FROM note_review v WHERE v.note_id = n.id AND v.confirms = 1)
        AND \(sql: scope.readableNotes)\(sql: of)\(sql: below)
      ORDER BY n.recorded_at DESC, n.id DESC LIMIT \(notesPerPage + 1)
      """
  }

  /// Lets a note of the section be answered, or says that there is none: another agency's, out of reach, or one's own.
  static func admit(_ desk: Desk, _ scope: Scope, _ note: NoteID) throws {
    let isThere = try desk.reading.exists(
      """
      SELECT 1 FROM note n WHERE n.id = \(note) AND n.agency_id = \(desk.staff.agencyID) AND n.staff_id <> \(desk.staff.id)
        AND \(sql: scope.readableNotes)
      """)
    guard isThere else { throw desk.denied("note \(note)") }
  }

  /// The note that stands now in place of one that was corrected while the list was open.
  static func current(_ desk: Desk, _ note: NoteID) throws -> NoteID {
    var current = note
    while let later = try desk.reading.first("SELECT id FROM note WHERE replaces = \(current)", { $0.id(0) as NoteID }) { current = later }
    return current
  }
}
