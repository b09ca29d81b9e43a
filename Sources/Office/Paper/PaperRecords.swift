import Casework
import Store

/// The only writer of `meeting_paper` and `meeting_release`.
enum PaperRecords {
  /// What is put on the table.
  struct Tabled: Sendable {
    let kind: MeetingPaperKind
    let title: String
    var words = ""
    var file: (name: String, kind: FileKind, size: Int, sha256: String)?
    var note: NoteID?
    let collects: Bool
    let copies: Int
  }

  static func table(_ desk: WritingDesk, _ item: OpenedMeetingItem, _ paper: Tabled) throws -> MeetingPaperID {
    let row = try desk.writing.insert(
      """
      INSERT INTO meeting_paper (item_id, agency_id, staff_id, kind, title, words, file_name, file_kind, size, sha256, note_id, collects,
        copies, tabled_at)
      VALUES (\(item.id), \(desk.staff.agencyID), \(desk.staff.id), \(paper.kind.rawValue), \(paper.title), \(paper.words),
        \(paper.file?.name ?? ""), \(paper.file?.kind.rawValue ?? ""), \(paper.file?.size ?? 0), \(paper.file?.sha256 ?? ""), \(paper.note),
        \(paper.collects), \(paper.copies), \(desk.now))
      """)
    let id = MeetingPaperID(Int(row))
    desk.note("paper \(id)", caseFile: item.caseFile)
    return id
  }

  /// 「資料を下げる」 Takes it from the table; that it was there stays on record.
  static func withdraw(_ desk: WritingDesk, _ paper: OpenedPaper) throws {
    try desk.writing.run(
      "UPDATE meeting_paper SET withdrawn_at = \(desk.now), withdrawn_by = \(desk.staff.id) WHERE id = \(paper.id) AND withdrawn_at IS NULL"
    )
  }

  /// What was taken from the table goes with the item when that is taken off the agenda.
  static func clear(_ desk: WritingDesk, _ item: OpenedMeetingItem) throws {
    try desk.writing.run("DELETE FROM meeting_paper WHERE item_id = \(item.id) AND withdrawn_at IS NOT NULL")
  }

  /// 「事例に移した」 Who, when, why, on which ground, and what it became there.
  static func release(
    _ desk: WritingDesk, _ item: OpenedMeetingItem, _ paper: MeetingPaperID?, _ release: PaperRelease, consent: ConsentID?,
    as note: NoteID, file: AttachmentID?
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO meeting_release (item_id, paper_id, ground, consent_id, said_on, words, reason, note_id, attachment_id, staff_id, agency_id, at)
      VALUES (\(item.id), \(paper), \(release.ground?.rawValue ?? ""), \(release.ground == .consent ? consent : nil),
        \(release.ground == .statement ? release.saidOn?.iso : nil), \(release.words), \(release.reason), \(note), \(file), \(desk.staff.id),
        \(desk.staff.agencyID), \(desk.now))
      """)
    desk.note("release of item \(item.id)", caseFile: item.caseFile)
    desk.note(detail: release.ground?.rawValue ?? "")
  }
}
