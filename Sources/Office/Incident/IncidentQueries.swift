import Casework
import Foundation
import Store

/// One incident with what was done about it.
struct IncidentView: Sendable {
  let id: IncidentID
  let number: String
  let course: IncidentCourse
  let registeredBy: String
  let registeredAt: Int
  let version: Int
  let steps: [StepLine]

  struct StepLine: Sendable {
    let taken: TakenStep
    let by: String
    let at: Int
  }

  var incident: Incident { course.incident }
}

/// What an incident said at one version.
struct IncidentVersion: Sendable {
  let version: Int
  let incident: Incident
  let by: String
  let at: Int
}

enum IncidentQueries {
  /// Open ones first, the latest first.
  static func list(_ desk: Desk) throws -> [IncidentView] {
    desk.note("incidents")
    return try views(desk, "1 = 1")
  }

  static func one(_ desk: Desk, _ id: IncidentID) throws -> IncidentView {
    guard let view = try views(desk, "i.id = \(id)").first else { throw desk.denied("incident \(id)") }
    desk.note("incident \(id)")
    return view
  }

  static func versions(_ desk: Desk, of id: IncidentID) throws -> [IncidentVersion] {
    try desk.reading.rows(
      """
      SELECT v.version, v.content, s.name, v.at FROM incident_version v JOIN staff s ON s.id = v.staff_id
      WHERE v.incident_id = \(id) ORDER BY v.version DESC
      """
    ) { row in
      IncidentVersion(
        version: row.int(0), incident: try JSONDecoder().decode(Incident.self, from: Data(row.text(1).utf8)), by: row.text(2),
        at: row.int(3))
    }
  }

  /// The case numbers among these that no case bears.
  static func unknown(_ desk: Desk, _ numbers: [String]) throws -> [String] {
    try numbers.filter { try !desk.reading.exists("SELECT 1 FROM case_file WHERE number = \($0)") }
  }

  private static func views(_ desk: Desk, _ which: SQL) throws -> [IncidentView] {
    let steps = try desk.reading.rows(
      """
      SELECT t.incident_id, t.step, t.is_waived, t.on_day, t.words, s.name, t.at FROM incident_step t JOIN incident i ON i.id = t.incident_id
        JOIN staff s ON s.id = t.staff_id WHERE \(sql: which) ORDER BY t.id
      """
    ) { row in
      (
        id: row.id(0) as IncidentID,
        line: IncidentView.StepLine(
          taken: TakenStep(
            IncidentStep(rawValue: row.text(1)) ?? .publication, isWaived: row.bool(2), on: CivilDate(iso: row.text(3)) ?? .earliest,
            words: row.text(4)), by: row.text(5), at: row.int(6))
      )
    }
    let byIncident = Dictionary(grouping: steps, by: \.id).mapValues { $0.map(\.line) }
    return try desk.reading.rows(
      """
      SELECT i.id, i.number, s.name, i.registered_at, i.version, i.known_on, i.happened, i.outline, i.items, i.persons, i.is_sensitive,
        i.is_money, i.is_bad_purpose, i.case_numbers, i.cause, i.secondary, i.handling, i.publication, i.prevention
      FROM incident i JOIN staff s ON s.id = i.staff_id WHERE \(sql: which) ORDER BY i.closed_at IS NOT NULL, i.id DESC LIMIT 200
      """
    ) { row in
      let lines = byIncident[row.id(0)] ?? []
      return IncidentView(
        id: row.id(0), number: row.text(1), course: IncidentCourse(incident: incident(row), steps: lines.map(\.taken)),
        registeredBy: row.text(2), registeredAt: row.int(3), version: row.int(4), steps: lines)
    }
  }

  private static func incident(_ row: Row) -> Incident {
    var incident = Incident()
    incident.knownOn = CivilDate(iso: row.text(5))
    (incident.happened, incident.outline, incident.items) = (row.text(6), row.text(7), row.text(8))
    incident.persons = row.optionalInt(9)
    (incident.isSensitive, incident.isMoney, incident.isBadPurpose) = (row.bool(10), row.bool(11), row.bool(12))
    incident.caseNumbers = row.text(13).split(separator: "\n").map(String.init)
    (incident.cause, incident.secondary, incident.handling) = (row.text(14), row.text(15), row.text(16))
    (incident.publication, incident.prevention) = (row.text(17), row.text(18))
    return incident
  }
}
