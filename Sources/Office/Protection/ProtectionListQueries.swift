import Casework
import Store

/// One line of the list of 支援措置.
struct ProtectionLine: Sendable {
  let id: ProtectionID
  let name: String
  let kind: Protection.Kind?
  let level: Protection.Level?
  let from: String
  let until: CivilDate?
  let agency: String
  /// Seconds since 1970.
  let endedAt: Int?

  func isReviewDue(_ today: CivilDate) -> Bool { endedAt == nil && Protection.isReviewDue(until, today: today) }
}

/// One change of a protection (「経過」).
struct ProtectionEventLine: Sendable {
  let event: ProtectionRecords.Event?
  let content: String
  let staff: String
  let agency: String
  let at: Int
}

enum ProtectionListQueries {
  /// Those in force first, of these the ones whose review is due; then those that were ended, the latest first.
  static func all(_ desk: Desk, _ scope: Scope) throws -> [ProtectionLine] {
    desk.note("protections")
    return try lines(desk, scope, only: "1")
  }

  /// Those whose review day has passed, for ホーム.
  static func due(_ desk: Desk, _ scope: Scope) throws -> [ProtectionLine] {
    try lines(desk, scope, only: "p.ended_at IS NULL AND p.until_on < \(desk.today.iso)")
  }

  private static func lines(_ desk: Desk, _ scope: Scope, only: SQL) throws -> [ProtectionLine] {
    try desk.reading.rows(
      """
      SELECT p.id, r.name, p.kind, p.level, p.from_on, p.until_on, a.name, p.ended_at
      FROM protection p JOIN resident r ON r.id = p.resident_id JOIN agency a ON a.id = p.agency_id WHERE \(sql: scope.protections) AND \(sql: only)
      ORDER BY p.ended_at IS NOT NULL, p.ended_at DESC, p.until_on, p.id LIMIT 500
      """
    ) { row in
      ProtectionLine(
        id: row.id(0), name: row.text(1), kind: Protection.Kind(rawValue: row.text(2)), level: Protection.Level(rawValue: row.text(3)),
        from: row.text(4), until: row.optionalText(5).flatMap(CivilDate.init(iso:)), agency: row.text(6), endedAt: row.optionalInt(7))
    }
  }

  static func events(_ desk: Desk, _ opened: OpenedProtection) throws -> [ProtectionEventLine] {
    try desk.reading.rows(
      """
      SELECT e.event, e.content, s.name, a.name, e.at FROM protection_event e JOIN staff s ON s.id = e.staff_id
        JOIN agency a ON a.id = e.agency_id WHERE e.protection_id = \(opened.id) ORDER BY e.id DESC
      """
    ) { row in
      ProtectionEventLine(
        event: ProtectionRecords.Event(rawValue: row.text(0)), content: row.text(1), staff: row.text(2), agency: row.text(3), at: row.int(4)
      )
    }
  }

  /// The 支援措置 in force of a person, by any of the person's records.
  static func inForce(_ desk: Desk, of resident: ResidentID) throws -> ProtectionID? {
    try desk.reading.first(
      """
      SELECT p.id FROM protection p JOIN resident r ON p.resident_id = coalesce(r.same_as, r.id)
      WHERE r.id = \(resident) AND p.ended_at IS NULL
      """
    ) { $0.id(0) }
  }
}
