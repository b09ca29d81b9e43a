import Casework
import Store

/// One line of the list of consultations.
struct ConsultationLine: Sendable, ListedCase {
  let id: ConsultationID
  let number: String
  let receivedOn: String
  var label: String
  let stage: ConsultationStage
  let channel: String
  let callerKind: String
  let urgency: String
  let consent: String
  /// Code of C-01.
  let mainConcern: String
  let agency: String
  let staff: String
  let caseNumber: String
  let caseFile: CaseFileID

  mutating func cover(_ kept: KeptBack) { label = kept.covering(label) }
}

struct ConsultationList: Sendable {
  let lines: [ConsultationLine]
  let hasMore: Bool
}

enum ConsultationListQueries {
  static let linesPerPage = 50

  static func list(_ desk: Desk, _ scope: Scope, _ filter: ConsultationFilter) throws -> ConsultationList {
    let lines = try lines(desk, scope, filter, limit: linesPerPage + 1, offset: filter.page * linesPerPage)
    return ConsultationList(lines: Array(lines.prefix(linesPerPage)), hasMore: lines.count > linesPerPage)
  }

  /// Every line the filter lets through, for a file.
  static func everything(_ desk: Desk, _ scope: Scope, _ filter: ConsultationFilter) throws -> [ConsultationLine] {
    try lines(desk, scope, filter, limit: -1, offset: 0)
  }

  private static func lines(
    _ desk: Desk, _ scope: Scope, _ filter: ConsultationFilter, limit: Int, offset: Int
  ) throws -> [ConsultationLine] {
    let lines = try desk.reading.rows(
      """
      SELECT k.id, k.number, k.received_on, c.label, c.stage, k.channel, k.caller_kind, k.urgency, k.consent,
        coalesce((SELECT m.code FROM consultation_concern m WHERE m.consultation_id = k.id AND m.is_main = 1), ''), a.name, s.name, c.number, c.id
      FROM consultation k JOIN case_file c ON c.id = k.case_file_id JOIN agency a ON a.id = k.agency_id JOIN staff s ON s.id = k.received_by
      WHERE \(sql: condition(desk, scope, filter)) ORDER BY \(raw: order(filter.order)) LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      ConsultationLine(
        id: row.id(0), number: row.text(1), receivedOn: row.text(2), label: row.text(3),
        stage: ConsultationStage(rawValue: row.text(4)) ?? .received, channel: row.text(5), callerKind: row.text(6), urgency: row.text(7),
        consent: row.text(8), mainConcern: row.text(9), agency: row.text(10), staff: row.text(11), caseNumber: row.text(12),
        caseFile: row.id(13))
    }
    return try desk.covered(lines)
  }

  private static func condition(_ desk: Desk, _ scope: Scope, _ filter: ConsultationFilter) -> SQL {
    var sql = scope.readableConsultations
    switch filter.reach {
    case .mine: sql = sql + " AND k.agency_id = \(desk.staff.agencyID) AND k.received_by = \(desk.staff.id)"
    case .section: sql = sql + " AND k.agency_id = \(desk.staff.agencyID)"
    case .all: break
    }
    if let from = filter.from { sql = sql + " AND k.received_on >= \(from.iso)" }
    if let until = filter.until { sql = sql + " AND k.received_on <= \(until.iso)" }
    if let stage = filter.stage { sql = sql + " AND c.stage = \(stage.rawValue)" }
    if !filter.concern.isEmpty {
      sql =
        sql
        + " AND EXISTS (SELECT 1 FROM consultation_concern m WHERE m.consultation_id = k.id AND m.code = \(filter.concern))"
    }
    return sql
  }

  private static func order(_ order: ConsultationFilter.Order) -> String {
    switch order {
    case .newest: "k.received_on DESC, k.id DESC"
    case .oldest: "k.received_on, k.id"
    case .urgency: "CASE k.urgency WHEN '' THEN 'Z' ELSE k.urgency END, k.received_on DESC, k.id DESC"
    case .label: "c.label, k.received_on DESC, k.id DESC"
    }
  }
}

extension Scope {
  /// Consultations in reach, as a condition on alias `k` of `consultation`.
  var readableConsultations: SQL {
    """
    EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = k.case_file_id AND \(sql: grounds)
      AND (k.agency_id = g.agency_id OR g.reach = 'team'))
    """
  }
}
