import Casework
import Store

/// The only writer of `note`. Its search text is kept by triggers, for each agency that may read it.
package enum NoteRecords {
  /// Adds a note to an opened case file, and its follow-up, in the caller's transaction.
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

extension NoteRecords {
  /// One step in bringing the index together, which drops what was deleted from it.
  ///
  /// - Parameter begins: takes in the whole index; later steps go on with it.
  /// - Returns: whether there is more to do.
  static func tidyWords(_ writing: Writing, _ pages: Int, _ begins: Bool) throws -> Bool {
    let before = try writing.count("SELECT total_changes()")
    try writing.run("INSERT INTO note_text (note_text, rank) VALUES ('merge', \(begins ? -pages : pages))")
    return try writing.count("SELECT total_changes()") - before >= 2
  }
}
