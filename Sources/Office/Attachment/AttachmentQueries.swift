import Casework
import Store

/// An attached file as a page names it (「添付ファイル」).
struct AttachmentView: Sendable {
  let id: AttachmentID
  let name: String
  let kind: FileKind?
  /// Bytes.
  let size: Int
  let sha256: String
  let visibility: NoteVisibility?
  let agency: String
  let staff: String
  let addedAt: Int
}

enum AttachmentQueries {
  private static func columns(_ file: OpenedFile) -> SQL {
    """
    n.id, n.name, n.kind, n.size, n.sha256, n.visibility, \(sql: file.naming("a.name", of: "a.id")),
    \(sql: file.naming("s.name", of: "a.id")), n.added_at
    """
  }
  private static let joins = "JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id"

  /// The files of a case its holder may read, by the same rule as its notes; latest first.
  static func of(_ desk: Desk, _ file: OpenedFile) throws -> [AttachmentView] {
    try desk.reading.rows(
      """
      SELECT \(sql: columns(file)) FROM attachment n \(raw: joins)
      WHERE n.case_file_id = \(file.id) AND \(sql: file.readableAttachments)
      ORDER BY n.id DESC
      """, view)
  }

  /// One file of a case, if its holder may read it.
  static func one(_ desk: Desk, _ file: OpenedFile, _ id: AttachmentID) throws -> AttachmentView {
    let found = try desk.reading.first(
      """
      SELECT \(sql: columns(file)) FROM attachment n \(raw: joins)
      WHERE n.id = \(id) AND n.case_file_id = \(file.id) AND \(sql: file.readableAttachments)
      """, view)
    guard let found else { throw desk.denied("attachment \(id) of case \(file.id)") }
    desk.note("attachment \(id)")
    return found
  }

  private static func view(_ row: Row) -> AttachmentView {
    AttachmentView(
      id: row.id(0), name: row.text(1), kind: FileKind(rawValue: row.text(2)), size: row.int(3), sha256: row.text(4),
      visibility: NoteVisibility(rawValue: row.text(5)), agency: row.text(6), staff: row.text(7), addedAt: row.int(8))
  }
}
