import Casework
import Store

/// The only writer of `note_review`: what the supervisor says to a note (「報告・連絡・相談」).
enum NoteReviewRecords {
  /// Confirms a note, or only says something to it. A note confirmed once is not confirmed again; what is said is always kept.
  ///
  /// Throws ``FieldErrors`` when there is nothing in it.
  static func add(_ desk: WritingDesk, to note: NoteID, _ review: NoteReviewInput) throws {
    let isConfirmed = try NoteReviewQueries.isConfirmed(desk, note)
    if review.comment.isEmpty, !review.confirms {
      throw FieldErrors([FieldProblem(NoteReviewInput.field(note), "コメントを入力してください。")], staff: desk.staff)
    }
    if review.comment.isEmpty, isConfirmed { return }
    try desk.writing.run(
      """
      INSERT INTO note_review (note_id, staff_id, comment, confirms, at, to_staff)
      VALUES (\(note), \(desk.staff.id), \(review.comment), \(review.confirms && !isConfirmed), \(desk.now),
        (SELECT n.staff_id FROM note n WHERE n.id = \(note)))
      """)
    desk.note("note \(note)")
  }

  /// The writer of the note has opened what was said to it. Nobody is shown when.
  static func read(_ desk: WritingDesk, on note: NoteID) throws {
    try desk.writing.run(
      "UPDATE note_review SET read_at = \(desk.now) WHERE note_id = \(note) AND to_staff = \(desk.staff.id) AND read_at IS NULL")
  }
}
