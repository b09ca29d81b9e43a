import Casework
import Store

/// One 緊急閲覧 as lists show it: who, when, which number; never what the case is called.
struct EmergencyLine: Sendable {
  let id: EmergencyAccessID
  let caseNumber: String
  let staff: String
  let agency: String
  let reason: EmergencyReason?
  /// Seconds since 1970.
  let from: Int
  let until: Int
  let endedAt: Int?
  let isSeen: Bool
  let finding: EmergencyFinding?

  func isRunning(_ now: Int) -> Bool { endedAt == nil && until > now }
}

/// An attempt that found nothing (「見つからなかった申出」).
struct EmergencyAttempt: Sendable {
  let at: Int
  let staff: String
  let agency: String
}

/// The running 緊急閲覧 of the viewer in a case (「いまの緊急閲覧」).
struct RunningEmergency: Sendable {
  let id: EmergencyAccessID
  /// Seconds since 1970.
  let until: Int
}

enum EmergencyQueries {
  /// The case that the request names exactly. For a barred person there is none.
  static func match(_ desk: Desk, _ request: EmergencyRequest) throws -> CaseFileID? {
    let scope = desk.scope
    if !request.number.isEmpty {
      return try desk.reading.first(
        "SELECT c.id FROM case_file c WHERE c.number = \(request.number) AND \(sql: scope.unbarred(case: "c.id"))"
      ) { $0.id(0) }
    }
    guard let birth = request.birth else { return nil }
    return try desk.reading.first(
      """
      SELECT c.id FROM resident r JOIN case_file c ON c.resident_id = r.id
      WHERE r.name_key = \(NameKey.of(request.name)) AND r.name_key <> '' AND r.birth = \(PartialDate.day(birth).stored)
        AND \(sql: scope.unbarred(case: "c.id")) ORDER BY c.id DESC LIMIT 1
      """
    ) { $0.id(0) }
  }

  /// The viewer's agency has a ground of its own, and needs no emergency.
  static func isInReach(_ desk: Desk, _ file: CaseFileID) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM case_ground g WHERE g.case_file_id = \(file) AND \(sql: desk.scope.grounds)")
  }

  /// The agency in charge of a case and the person in charge.
  static func inCharge(_ desk: Desk, _ file: CaseFileID) throws -> (agency: AgencyID, staff: StaffID?)? {
    try desk.reading.first("SELECT opened_by, in_charge FROM case_file WHERE id = \(file)") { ($0.id(0), $0.optionalID(1)) }
  }

  /// What the viewer has running in a case that is open for that reason alone.
  static func running(_ desk: Desk, _ file: OpenedFile) throws -> RunningEmergency? {
    guard file.ground == .emergency else { return nil }
    return try desk.reading.first(
      """
      SELECT id, until_at FROM emergency_access WHERE case_file_id = \(file.id) AND staff_id = \(desk.staff.id)
        AND agency_id = \(desk.staff.agencyID) AND ended_at IS NULL AND until_at > \(desk.now) ORDER BY until_at DESC LIMIT 1
      """
    ) { RunningEmergency(id: $0.id(0), until: $0.int(1)) }
  }

  /// Those still to be looked at first, then the latest.
  static func all(_ desk: Desk) throws -> [EmergencyLine] {
    desk.note("emergencies")
    return try lines(desk, only: "1")
  }

  /// Those that wait for this person, for ホーム: for an auditor until they are reviewed, for the others until one of them has seen it.
  static func unseen(_ desk: Desk) throws -> [EmergencyLine] {
    try lines(desk, only: desk.staff.roles.contains(.auditor) ? "e.reviewed_at IS NULL" : "e.seen_at IS NULL AND e.reviewed_at IS NULL")
  }

  private static func lines(_ desk: Desk, only: SQL) throws -> [EmergencyLine] {
    try desk.reading.rows(
      """
      SELECT e.id, c.number, s.name, a.name, e.reason_code, e.from_at, e.until_at, e.ended_at, e.seen_at IS NOT NULL, e.finding
      FROM emergency_access e JOIN case_file c ON c.id = e.case_file_id JOIN staff s ON s.id = e.staff_id JOIN agency a ON a.id = e.agency_id
      WHERE \(sql: desk.emergencies) AND \(sql: only) ORDER BY e.reviewed_at IS NOT NULL, e.from_at DESC, e.id DESC LIMIT 300
      """
    ) { row in
      EmergencyLine(
        id: row.id(0), caseNumber: row.text(1), staff: row.text(2), agency: row.text(3), reason: EmergencyReason(rawValue: row.text(4)),
        from: row.int(5), until: row.int(6), endedAt: row.optionalInt(7), isSeen: row.bool(8),
        finding: EmergencyFinding(rawValue: row.text(9)))
    }
  }

  /// Attempts that found nothing, for the auditor: who tries numbers and names shows here.
  static func attempts(_ desk: Desk) throws -> [EmergencyAttempt] {
    guard desk.staff.roles.contains(.auditor) else { return [] }
    return try desk.reading.rows(
      """
      SELECT e.at, coalesce(s.name, ''), coalesce(a.name, '') FROM audit_entry e LEFT JOIN staff s ON s.id = e.staff_id
        LEFT JOIN agency a ON a.id = e.agency_id
      WHERE e.act = \(Act.openEmergency.rawValue) AND e.outcome = 'refused' AND e.detail = \("fields: \(EmergencyQueries.noMatch)")
      ORDER BY e.id DESC LIMIT 100
      """
    ) { EmergencyAttempt(at: $0.int(0), staff: $0.text(1), agency: $0.text(2)) }
  }

  /// The field under which a request that found nothing is refused.
  static let noMatch = "match"
}
