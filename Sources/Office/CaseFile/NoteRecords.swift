import Casework
import Store

/// The only writer of `note` and its search text.
package enum NoteRecords {
  /// Adds a note to an opened case file, its search text and its follow-up, in the caller's transaction.
  package static func add(_ desk: WritingDesk, _ file: OpenedFile, _ note: Note, replaces: NoteID? = nil, reason: String = "") throws
    -> NoteID
  {
    let row = try desk.writing.insert(
      """
      INSERT INTO note (case_file_id, agency_id, staff_id, held_on, held_at, minutes, method, counterpart, met, title, facts, opinion,
        next_action, next_due, visibility, replaces, correction_reason, recorded_at)
      VALUES (\(file.id), \(desk.staff.agencyID), \(desk.staff.id), \(note.on.iso), \(note.at?.stored ?? ""), \(note.minutes),
        \(note.method), \(note.counterparts.map(\.label).joined(separator: "、")), \(note.met?.rawValue ?? ""), \(note.title), \(note.facts),
        \(note.opinion), \(note.nextAction), \(note.nextDue?.iso), \(note.visibility.rawValue), \(replaces), \(reason), \(desk.now))
      """)
    let id = NoteID(Int(row))
    let words = JapaneseText.folded("\(note.title)\n\(note.facts)\n\(note.opinion)\n\(note.nextAction)")
    try desk.writing.run("INSERT INTO note_text (rowid, words) VALUES (\(id), \(words))")
    try CaseFileRecords.touch(desk, file.id)
    desk.note("note \(id)")
    return id
  }
}
