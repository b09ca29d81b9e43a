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

  private static func view(_ row: Row) -> NoteReviewView {
    NoteReviewView(note: row.id(0), staff: row.text(1), comment: row.text(2), confirms: row.bool(3), at: row.int(4))
  }

  private static func grouped(_ reviews: [NoteReviewView]) -> [NoteID: [NoteReviewView]] {
    Dictionary(grouping: reviews, by: \.note)
  }
}
