import Casework
import Store

extension AttachmentRecords {
  /// A paper of a meeting that was released into the case. The bytes are in the file cabinet already.
  static func add(_ desk: WritingDesk, _ file: OpenedFile, released paper: OpenedPaper, visibility: NoteVisibility) throws -> AttachmentID {
    let row = try desk.writing.insert(
      """
      INSERT INTO attachment (case_file_id, agency_id, staff_id, name, kind, size, sha256, visibility, added_at)
      VALUES (\(file.id), \(file.agency), \(desk.staff.id), \(paper.fileName), \(paper.fileKind?.rawValue ?? ""), \(paper.size), \(paper.sha256),
        \(visibility.rawValue), \(desk.now))
      """)
    let id = AttachmentID(Int(row))
    desk.note("attachment \(id)")
    return id
  }
}
