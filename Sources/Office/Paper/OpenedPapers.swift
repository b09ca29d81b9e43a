import Casework
import Store

/// What is tabled for one item, opened for somebody the item is tabled for (「開いた会議資料」).
///
/// Only the checks below make one. It lives apart from the case: whoever opens the case does not come by it.
struct OpenedPaper: Sendable {
  let id: MeetingPaperID
  let kind: MeetingPaperKind
  let title: String
  /// The text; of a note its facts, as they stand corrected.
  let words: String
  /// 「見立て・所感」 of a note.
  let opinion: String
  let note: NoteID?
  let fileName: String
  let fileKind: FileKind?
  /// Bytes.
  let size: Int
  let sha256: String
  let agency: AgencyID
  let agencyName: String
  let staffName: String
  /// 「回収する」
  let collects: Bool
  /// 「配布部数」
  let copies: Int
  let tabledAt: Int

  fileprivate init(_ row: Row) {
    id = row.id(0)
    kind = MeetingPaperKind(rawValue: row.text(1)) ?? .text
    // A note that its agency took back from the members of meetings is read by them no more.
    let isTakenBack = row.text(6) == NoteVisibility.ownAgency.rawValue
    title = isTakenBack ? kind.label : row.text(2)
    words = isTakenBack ? "（提出した機関が公開範囲を変えたため、この記録は見られません）" : kind == .note ? row.text(4) : row.text(3)
    opinion = isTakenBack ? "" : row.text(5)
    note = row.optionalID(7)
    fileName = row.text(8)
    fileKind = FileKind(rawValue: row.text(9))
    size = row.int(10)
    sha256 = row.text(11)
    agency = row.id(12)
    agencyName = row.text(13)
    staffName = row.text(14)
    collects = row.bool(15)
    copies = row.int(16)
    tabledAt = row.int(17)
  }

  /// The papers of an item that were not taken back, in the order in which they were tabled; a note as it stands corrected.
  fileprivate static func of(_ reading: Reading, _ item: MeetingItemID) throws -> [OpenedPaper] {
    try reading.rows(
      """
      SELECT p.id, p.kind, p.title, p.words, coalesce(n.facts, ''), coalesce(n.opinion, ''), coalesce(n.visibility, ''), n.id,
        p.file_name, p.file_kind, p.size, p.sha256, p.agency_id, a.name, s.name, p.collects, p.copies, p.tabled_at
      FROM meeting_paper p JOIN agency a ON a.id = p.agency_id JOIN staff s ON s.id = p.staff_id
        LEFT JOIN note n ON n.id = (WITH RECURSIVE later (id) AS (SELECT p.note_id UNION ALL
          SELECT x.id FROM note x JOIN later ON x.replaces = later.id) SELECT max(id) FROM later)
      WHERE p.item_id = \(item) AND p.withdrawn_at IS NULL ORDER BY p.id
      """
    ) { OpenedPaper($0) }
  }
}

extension OpenedMeeting {
  /// From where the viewer of an opened item looks at its papers.
  fileprivate var reader: MeetingPaperReader {
    let place: MeetingPaperReader.Place =
      switch sight {
      case .convener: .convener
      case .town: .town
      case .member: .member
      }
    return MeetingPaperReader(place, isCalled: true, hasPledged: hasPledged, isCovered: true)
  }
}

extension Desk {
  /// The papers of an item that has been opened for the viewer.
  func papers(of item: OpenedMeetingItem) throws -> [OpenedPaper] {
    let meeting = item.meeting
    let isSeen = MeetingPaperRule.isSeen(by: meeting.reader, at: meeting.kind, stage: meeting.stage, heldOn: meeting.heldOn, today: today)
    return isSeen ? try OpenedPaper.of(reading, item.id) : []
  }

  /// One of them, or as if it did not exist.
  func openPaper(_ item: OpenedMeetingItem, _ id: MeetingPaperID) throws -> OpenedPaper {
    guard let paper = try papers(of: item).first(where: { $0.id == id }) else { throw denied("paper \(id) of meeting \(item.meeting.id)") }
    note("paper \(id)", caseFile: item.caseFile)
    return paper
  }
}

extension GuestDesk {
  /// The papers of an item that a member from outside is called for.
  ///
  /// A file goes out as it is or not at all, so where somebody in the case is protected it does not go out: nobody from outside is cleared.
  func papers(of item: GuestItem) throws -> [OpenedPaper] {
    let reader = MeetingPaperReader(.guest, isCalled: true, hasPledged: hasPledged, isCovered: true)
    let isSeen = MeetingPaperRule.isSeen(by: reader, at: pass.kind, stage: pass.stage, heldOn: pass.heldOn, today: today)
    return isSeen ? try OpenedPaper.of(reading, item.id).filter { $0.kind != .file || !item.holdsProtected } : []
  }

  /// One of all the papers of this member's items, or as if it did not exist.
  func openPaper(_ id: MeetingPaperID) throws -> OpenedPaper {
    for item in try items() {
      if let paper = try papers(of: item).first(where: { $0.id == id }) {
        note("paper \(id) item \(item.id)", caseFile: item.caseFile)
        return paper
      }
    }
    throw GuestDenial(pass: pass, subject: "paper \(id)")
  }
}
