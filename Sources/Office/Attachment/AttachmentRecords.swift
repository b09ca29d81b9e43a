import Casework
import Store

/// The only writer of `attachment`. The bytes lie in the file cabinet under their SHA-256.
enum AttachmentRecords {
  static func add(_ desk: WritingDesk, _ file: OpenedFile, _ offered: AttachmentInput, sha256: String) throws -> AttachmentID {
    let row = try desk.writing.insert(
      """
      INSERT INTO attachment (case_file_id, agency_id, staff_id, name, kind, size, sha256, visibility, names_whereabouts,
        added_at)
      VALUES (\(file.id), \(file.agency), \(desk.staff.id), \(offered.name), \(offered.kind.rawValue), \(offered.bytes.count), \(sha256),
        \(offered.visibility.rawValue), \(file.keptBack.tellsWriters && offered.namesWhereabouts), \(desk.now))
      """)
    let id = AttachmentID(Int(row))
    try CaseFileRecords.touch(desk, file.id)
    desk.note("attachment \(id)")
    return id
  }
}
