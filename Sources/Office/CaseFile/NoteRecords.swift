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
    if replaces == nil, let task = FollowUpTask.following(note), task.due != nil { try TaskRecords.add(desk, file, task, note: id) }
    try CaseFileRecords.touch(desk, file.id)
    desk.note("note \(id)")
    return id
  }

  /// Puts a corrected note beside the one it replaces. The words of the old one stay; the task it left follows the new words.
  ///
  /// Throws ``EditConflict`` when it was corrected already. A correction that takes a note back from the team takes back the struck text too.
  static func correct(_ desk: WritingDesk, _ file: OpenedFile, _ old: NoteID, _ correction: NoteCorrection) throws -> NoteID {
    guard try NoteQueries.own(desk, file, old).replacedBy == nil else { throw EditConflict(staff: desk.staff) }
    let note = correction.replacement
    let new = try add(desk, file, note, replaces: old, reason: correction.reason)
    if note.visibility != .team { try takeBack(desk, from: old, to: note.visibility) }
    if let task = FollowUpTask.following(note), task.due != nil { try TaskRecords.follow(desk, file, task, from: old, to: new) }
    desk.note(detail: "replaces \(old)")
    return new
  }

  private static func takeBack(_ desk: WritingDesk, from note: NoteID, to visibility: NoteVisibility) throws {
    var older: NoteID? = note
    while let id = older {
      try desk.writing.run("UPDATE note SET visibility = \(visibility.rawValue) WHERE id = \(id) AND visibility = 'team'")
      older = try desk.reading.first("SELECT replaces FROM note WHERE id = \(id)") { $0.optionalID(0) } ?? nil
    }
  }
}
