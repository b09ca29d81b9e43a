import Casework
import Store

/// One handover, or one that is still to be written, as lists and the home page show it (「引継ぎの一行」).
struct HandoverLine: Sendable, ListedCase {
  /// What is to be done, and by whom.
  enum Turn: String, CaseIterable, Sendable {
    /// The viewer leaves and has not written it yet.
    case write
    /// The viewer has written it and not confirmed it.
    case confirm
    /// It waits for the viewer to take it over.
    case take
    /// Somebody has asked the viewer back.
    case answer
    /// The viewer has confirmed it, or asked back: the other one has the turn.
    case wait
    /// Of the section: neither of both is the viewer.
    case others
  }

  /// Nothing while it is still to be written.
  let id: HandoverID?
  let caseFile: CaseFileID
  let number: String
  var label: String
  let writer: String
  let taker: String
  let turn: Turn
  /// The day of the transfer it belongs to.
  let day: CivilDate?

  mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }

  var path: String { id.map { "/handovers/\($0)" } ?? "/cases/\(caseFile)/handovers/new" }
}

enum HandoverQueries {
  static let most = 10

  /// What waits for the viewer, then what the viewer waits for: for the home pages of both. It stays until the newcomer has confirmed.
  static func waiting(_ desk: Desk, _ scope: Scope, limit: Int = most) throws -> [HandoverLine] {
    try lines(
      desk, scope, "(h.writer = \(scope.staff) OR h.taker = \(scope.staff) OR c.in_charge = \(scope.staff))", limit: limit)
  }

  /// Every handover of the own agency that is not settled yet.
  static func unsettled(_ desk: Desk, _ scope: Scope, limit: Int = 200) throws -> [HandoverLine] {
    try lines(desk, scope, "1", limit: limit)
  }

  /// Those of one case that the own agency wrote, latest first.
  static func of(_ desk: Desk, _ file: OpenedFile) throws -> [HandoverHistoryLine] {
    try desk.reading.rows(
      """
      SELECT h.id, w.name, coalesce(b.name, t.name), h.written_at, h.confirmed_at, h.taken_at FROM handover h JOIN staff w ON w.id = h.writer
        JOIN staff t ON t.id = h.taker LEFT JOIN staff b ON b.id = h.taken_by
      WHERE h.case_file_id = \(file.id) AND h.agency_id = \(file.agency) ORDER BY h.id DESC
      """
    ) { row in
      HandoverHistoryLine(
        id: row.id(0), writer: row.text(1), taker: row.text(2), writtenAt: row.int(3), confirmedAt: row.optionalInt(4),
        takenAt: row.optionalInt(5))
    }
  }

  private static func lines(_ desk: Desk, _ scope: Scope, _ whose: SQL, limit: Int) throws -> [HandoverLine] {
    let own = scope.staff
    let turn: SQL = """
      CASE WHEN h.taken_at IS NOT NULL THEN CASE WHEN h.writer = \(own) THEN 'answer' WHEN h.taken_by = \(own) THEN 'wait' ELSE 'others' END
        WHEN h.writer = \(own) THEN CASE WHEN h.confirmed_at IS NULL THEN 'confirm' ELSE 'wait' END
        WHEN h.confirmed_at IS NULL AND h.taker = \(own) THEN 'wait'
        WHEN h.taker = \(own) OR c.in_charge = \(own) THEN 'take' ELSE 'others' END
      """
    let found = try desk.reading.rows(
      """
      SELECT * FROM (SELECT h.id, c.id, c.number AS number, c.label, w.name, t.name, \(sql: turn) AS turn,
        coalesce((SELECT f.effective_on FROM transfer f WHERE f.id = h.transfer_id), '') AS day
      FROM handover h JOIN case_file c ON c.id = h.case_file_id JOIN staff w ON w.id = h.writer JOIN staff t ON t.id = h.taker
      WHERE h.agency_id = \(scope.agency) AND (h.taken_at IS NULL OR (h.question <> '' AND h.reply = '')) AND \(sql: whose)
        AND \(sql: scope.holds(case: "c.id"))
      UNION ALL \(sql: unwritten(scope)))
      ORDER BY turn IN ('wait', 'others'), day, number LIMIT \(limit)
      """
    ) { row in
      HandoverLine(
        id: row.optionalID(0), caseFile: row.id(1), number: row.text(2), label: row.text(3), writer: row.text(4), taker: row.text(5),
        turn: HandoverLine.Turn(rawValue: row.text(6)) ?? .others, day: CivilDate(iso: row.text(7)))
    }
    return try desk.covered(found)
  }

  /// The cases in charge of who leaves with a planned transfer, as long as nothing is written about them.
  private static func unwritten(_ scope: Scope) -> SQL {
    let open = ConsultationStage.allCases.filter { DeskMatter.isOpen($0) }.map(\.rawValue)
    return """
      SELECT NULL, c.id, c.number, c.label, s.name, '', 'write', f.effective_on
      FROM mover m JOIN transfer f ON f.id = m.transfer_id JOIN staff s ON s.id = m.staff_id JOIN case_file c ON c.in_charge = m.staff_id
      WHERE m.staff_id = \(scope.staff) AND m.from_agency = \(scope.agency) AND c.opened_by = m.from_agency AND c.stage IN \(list: open)
        AND f.applied_at IS NULL AND f.cancelled_at IS NULL AND \(sql: scope.holds(case: "c.id"))
        AND NOT EXISTS (SELECT 1 FROM handover x WHERE x.case_file_id = c.id AND x.writer = m.staff_id AND x.transfer_id = f.id)
      """
  }
}

/// One handover in the history of a case.
struct HandoverHistoryLine: Sendable {
  let id: HandoverID
  let writer: String
  let taker: String
  /// Seconds since 1970.
  let writtenAt: Int
  let confirmedAt: Int?
  let takenAt: Int?

  var state: HandoverState { HandoverState(isConfirmed: confirmedAt != nil, isTaken: takenAt != nil) }
}
