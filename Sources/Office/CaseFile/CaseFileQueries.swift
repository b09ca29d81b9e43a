import Casework
import Store

/// What the case page shows (「事例の画面」), read in one snapshot.
struct CaseFileView: Sendable {
  struct Person: Sendable {
    let id: ResidentID
    let name: String
    let kana: String
    let sex: String
    let birth: String
    let address: String
    let phone: String
  }

  let file: OpenedFile
  let label: String
  let stage: ConsultationStage
  let openedOn: String
  let openedBy: String
  let inCharge: String
  let preConsent: Bool
  let person: Person?
  let notes: [NoteView]
  let hasMoreNotes: Bool
  /// C-15 対応方法.
  let methods: CodeList
}

/// One note as a page shows it (「支援経過」).
struct NoteView: Sendable {
  let id: NoteID
  let agencyID: AgencyID
  let agency: String
  let staff: String
  let heldOn: String
  let heldAt: String
  let minutes: Int?
  let method: String
  let counterpart: String
  let met: String
  let title: String
  let facts: String
  let opinion: String
  let nextAction: String
  let nextDue: String?
  let visibility: String
  let recordedAt: Int
  /// The reason this note was replaced, when it was.
  let replacedBecause: String?
  let replacedBy: NoteID?
}

enum CaseFileQueries {
  /// Notes a page shows at once.
  static let notesPerPage = 30

  static func view(_ desk: Desk, _ file: OpenedFile, notesBefore: NoteID? = nil) throws -> CaseFileView {
    let notes = try notes(desk, file, before: notesBefore, limit: notesPerPage + 1)
    let view = try desk.reading.first(
      """
      SELECT c.label, c.stage, c.opened_on, a.name, coalesce(s.name, ''), c.pre_consent,
        r.id, r.name, r.name_kana, r.sex, r.birth, r.address, r.phone_home, r.phone_mobile
      FROM case_file c JOIN agency a ON a.id = c.opened_by LEFT JOIN staff s ON s.id = c.in_charge
        LEFT JOIN resident r ON r.id = c.resident_id
      WHERE c.id = \(file.id)
      """
    ) { row in
      CaseFileView(
        file: file, label: row.text(0), stage: ConsultationStage(rawValue: row.text(1)) ?? .received, openedOn: row.text(2),
        openedBy: row.text(3), inCharge: row.text(4), preConsent: row.bool(5),
        person: row.isNull(6)
          ? nil
          : CaseFileView.Person(
            id: row.id(6), name: row.text(7), kana: row.text(8), sex: row.text(9), birth: row.text(10), address: row.text(11),
            phone: [row.text(12), row.text(13)].filter { !$0.isEmpty }.joined(separator: "、")),
        notes: Array(notes.prefix(notesPerPage)), hasMoreNotes: notes.count > notesPerPage,
        methods: desk.visit.office.list("C-15"))
    }
    guard let view else { throw desk.denied("case \(file.id)") }
    return view
  }

  /// The notes its holder may read, newest first; corrected ones stay in place, marked.
  private static func notes(_ desk: Desk, _ file: OpenedFile, before: NoteID?, limit: Int) throws -> [NoteView] {
    let page: SQL =
      before.map { "AND (n.held_on, n.id) < (SELECT b.held_on, b.id FROM note b WHERE b.id = \($0))" } ?? ""
    return try desk.reading.rows(
      """
      SELECT n.id, n.agency_id, a.name, s.name, n.held_on, n.held_at, n.minutes, n.method, n.counterpart, n.met, n.title, n.facts,
        n.opinion, n.next_action, n.next_due, n.visibility, n.recorded_at, later.correction_reason, later.id
      FROM note n JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id LEFT JOIN note later ON later.replaces = n.id
      WHERE n.case_file_id = \(file.id) AND \(sql: file.readableNotes) \(sql: page)
      ORDER BY n.held_on DESC, n.id DESC LIMIT \(limit)
      """
    ) { row in
      NoteView(
        id: row.id(0), agencyID: row.id(1), agency: row.text(2), staff: row.text(3), heldOn: row.text(4), heldAt: row.text(5),
        minutes: row.optionalInt(6), method: row.text(7), counterpart: row.text(8), met: row.text(9), title: row.text(10),
        facts: row.text(11), opinion: row.text(12), nextAction: row.text(13), nextDue: row.optionalText(14), visibility: row.text(15),
        recordedAt: row.int(16), replacedBecause: row.optionalText(17), replacedBy: row.optionalID(18))
    }
  }
}
