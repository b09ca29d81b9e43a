import Casework
import Store

/// What a supervisor said to a note.
struct NoteReviewView: Sendable {
  let note: NoteID
  let staff: String
  var comment: String
  let confirms: Bool
  let at: Int
}

/// A note of the viewer to which a supervisor said something that the viewer has not opened yet (「記録へのコメント」).
struct CommentedNote: Sendable, ListedCase {
  let note: NoteID
  let caseFile: CaseFileID
  let number: String
  var label: String
  let supervisor: String
  let at: Int

  mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }
}

enum NoteReviewQueries {
  private static let columns = "v.note_id, w.name, v.comment, v.confirms, v.at"

  static func isConfirmed(_ desk: Desk, _ note: NoteID) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM note_review WHERE note_id = \(note) AND confirms = 1")
  }

  /// What was said to the notes of a page. It stays within the agency that wrote the note.
  static func on(_ desk: Desk, _ file: OpenedFile, notes: [NoteView]) throws -> [NoteID: [NoteReviewView]] {
    let own = notes.filter(\.isReviewed).map(\.id)
    guard !own.isEmpty else { return [:] }
    return grouped(
      try desk.reading.rows(
        """
        SELECT \(raw: columns) FROM note_review v JOIN staff w ON w.id = v.staff_id
        WHERE v.note_id IN \(list: own) ORDER BY v.id
        """, view))
  }

  /// What was said to one note that waits to be confirmed.
  static func on(_ desk: Desk, _ note: NoteID) throws -> [NoteReviewView] {
    try desk.reading.rows(
      "SELECT \(raw: columns) FROM note_review v JOIN staff w ON w.id = v.staff_id WHERE v.note_id = \(note) ORDER BY v.id", view)
  }

  /// What supervisors said to the viewer's own notes and the viewer has not opened, latest first, a note once.
  static func unread(_ desk: Desk, _ scope: Scope, limit: Int) throws -> [CommentedNote] {
    try desk.reading.rows(
      """
      SELECT n.id, n.case_file_id, c.number, c.label, w.name, max(v.at)
      FROM note_review v JOIN note n ON n.id = v.note_id JOIN case_file c ON c.id = n.case_file_id JOIN staff w ON w.id = v.staff_id
      WHERE v.to_staff = \(scope.staff) AND v.read_at IS NULL AND v.comment <> '' AND n.agency_id = \(scope.agency)
        AND \(sql: scope.readableNotes)
      GROUP BY n.id ORDER BY 6 DESC, 1 DESC LIMIT \(limit)
      """
    ) { row in
      CommentedNote(
        note: row.id(0), caseFile: row.id(1), number: row.text(2), label: row.text(3), supervisor: row.text(4), at: row.int(5))
    }
  }

  /// Where a note stands that the viewer wrote for the own agency and may read, or that there is none.
  static func ownNote(_ desk: Desk, _ scope: Scope, _ note: NoteID) throws -> (file: CaseFileID, cursor: TimelineCursor) {
    let found = try desk.reading.first(
      """
      SELECT n.case_file_id, n.held_on, n.moment FROM note n
      WHERE n.id = \(note) AND n.staff_id = \(scope.staff) AND n.agency_id = \(scope.agency) AND \(sql: scope.readableNotes)
      """
    ) { row in
      // The place just above it, from where it is the first.
      let day = CivilDate(iso: row.text(1)) ?? .earliest
      return (file: row.id(0) as CaseFileID, cursor: TimelineCursor(day: day, moment: row.int(2), kind: .note, id: note.number + 1))
    }
    guard let found else { throw desk.denied("note \(note)") }
    return found
  }

  private static func view(_ row: Row) -> NoteReviewView {
    NoteReviewView(note: row.id(0), staff: row.text(1), comment: row.text(2), confirms: row.bool(3), at: row.int(4))
  }

  private static func grouped(_ reviews: [NoteReviewView]) -> [NoteID: [NoteReviewView]] {
    Dictionary(grouping: reviews, by: \.note)
  }
}
