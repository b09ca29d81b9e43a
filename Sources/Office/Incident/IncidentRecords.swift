import Casework
import Foundation
import Store

/// The only writer of `incident`, `incident_version` and `incident_step`.
enum IncidentRecords {
  static func add(_ desk: WritingDesk, _ incident: Incident) throws -> IncidentID {
    let number = try nextNumber(desk)
    let row = try desk.writing.insert(
      """
      INSERT INTO incident (number, known_on, happened, outline, items, persons, is_sensitive, is_money, is_bad_purpose, case_numbers,
        cause, secondary, handling, publication, prevention, staff_id, registered_at)
      VALUES (\(number), \(incident.knownOn?.iso ?? ""), \(incident.happened), \(incident.outline), \(incident.items), \(incident.persons),
        \(incident.isSensitive), \(incident.isMoney), \(incident.isBadPurpose), \(incident.caseNumbers.joined(separator: "\n")),
        \(incident.cause), \(incident.secondary), \(incident.handling), \(incident.publication), \(incident.prevention), \(desk.staff.id),
        \(desk.now))
      """)
    let id = IncidentID(Int(row))
    try keep(desk, id, version: 1, incident)
    desk.note("incident \(id)")
    return id
  }

  /// Throws ``EditConflict`` when somebody else saved in between.
  static func change(_ desk: WritingDesk, _ view: IncidentView, to incident: Incident, version: Int) throws {
    guard version == view.version else { throw EditConflict(staff: desk.staff) }
    guard incident != view.incident else { return }
    try desk.writing.run(
      """
      UPDATE incident SET known_on = \(incident.knownOn?.iso ?? ""), happened = \(incident.happened), outline = \(incident.outline),
        items = \(incident.items), persons = \(incident.persons), is_sensitive = \(incident.isSensitive), is_money = \(incident.isMoney),
        is_bad_purpose = \(incident.isBadPurpose), case_numbers = \(incident.caseNumbers.joined(separator: "\n")),
        cause = \(incident.cause), secondary = \(incident.secondary), handling = \(incident.handling),
        publication = \(incident.publication), prevention = \(incident.prevention), version = version + 1 WHERE id = \(view.id)
      """)
    try keep(desk, view.id, version: version + 1, incident)
  }

  static func take(_ desk: WritingDesk, _ view: IncidentView, _ taken: TakenStep) throws {
    try desk.writing.run(
      """
      INSERT INTO incident_step (incident_id, step, is_waived, on_day, words, staff_id, at)
      VALUES (\(view.id), \(taken.step.rawValue), \(taken.isWaived), \(taken.on.iso), \(taken.words), \(desk.staff.id), \(desk.now))
      """)
    if taken.step == .closing { try desk.writing.run("UPDATE incident SET closed_at = \(desk.now) WHERE id = \(view.id)") }
    desk.note(detail: taken.step.rawValue)
  }

  private static func keep(_ desk: WritingDesk, _ id: IncidentID, version: Int, _ incident: Incident) throws {
    let content = String(decoding: try JSONEncoder().encode(incident), as: UTF8.self)
    try desk.writing.run(
      """
      INSERT INTO incident_version (incident_id, version, content, staff_id, at)
      VALUES (\(id), \(version), \(content), \(desk.staff.id), \(desk.now))
      """)
  }

  /// 「I8-00001」: the 年度 of 令和 and a running number.
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "I\(FiscalYearMark.of(desk.today).dropFirst())-"
    let last = try desk.reading.first("SELECT max(number) FROM incident WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }
}
