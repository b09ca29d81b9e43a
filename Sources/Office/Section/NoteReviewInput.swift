import Casework

/// What a browser sends about a note of the section (「コメント」「確認した」).
struct NoteReviewInput: Sendable {
  let comment: String
  var confirms: Bool

  init(_ form: Fields, of note: NoteID) {
    comment = form.trimmed(NoteReviewInput.field(note))
    confirms = form["act"] == "confirm"
  }

  /// Every note of the list has a field of its own.
  static func field(_ note: NoteID) -> String { "comment-\(note)" }

  /// What was typed to other notes than this one.
  static func typed(_ form: Fields, besides note: NoteID? = nil) -> [Fields.Pair] {
    form.pairs.filter { $0.name.hasPrefix("comment-") && $0.name != note.map(field) && !$0.value.trimmed.isEmpty }
  }
}
