import Casework
import Store

/// A 緊急閲覧 opened for those who look at it afterwards (「開いた緊急閲覧」). It opens nothing of the case. Only the check below makes one.
struct OpenedEmergency: Sendable {
  let id: EmergencyAccessID
  let caseFile: CaseFileID
  let caseNumber: String
  let viewer: StaffID
  let staffName: String
  let agencyName: String
  let reason: EmergencyReason?
  let words: String
  let from: Int
  let until: Int
  let endedAt: Int?
  let seenBy: String
  let seenAt: Int?
  let finding: EmergencyFinding?
  let findingWords: String
  let reviewedBy: String
  let reviewedAt: Int?
  /// Answers for the agency in charge or for the programme, and has not confirmed yet.
  let maySee: Bool
  /// Is the auditor, and nobody has found anything yet. Nobody looks at the own access.
  let mayReview: Bool

  var path: String { "/emergencies/\(id)" }

  fileprivate init(_ row: Row, staff: StaffMember) {
    id = row.id(0)
    caseFile = row.id(1)
    caseNumber = row.text(2)
    viewer = row.id(3)
    staffName = row.text(4)
    agencyName = row.text(5)
    reason = EmergencyReason(rawValue: row.text(6))
    words = row.text(7)
    from = row.int(8)
    until = row.int(9)
    endedAt = row.optionalInt(10)
    seenBy = row.text(11)
    seenAt = row.optionalInt(12)
    finding = EmergencyFinding(rawValue: row.text(13))
    findingWords = row.text(14)
    reviewedBy = row.text(15)
    reviewedAt = row.optionalInt(16)
    let isOther = row.id(3) != staff.id
    maySee = isOther && row.isNull(12) && !staff.roles.isDisjoint(with: [.sectionSupervisor, .cityManager])
    mayReview = isOther && row.isNull(16) && staff.roles.contains(.auditor)
  }
}

extension Desk {
  /// Opens a 緊急閲覧 for the auditor, the programme's manager, and who answers for the agency in charge or for the viewer's own.
  func openEmergency(_ id: EmergencyAccessID) throws -> OpenedEmergency {
    let found = try reading.first(
      """
      SELECT e.id, e.case_file_id, c.number, e.staff_id, s.name, a.name, e.reason_code, e.words, e.from_at, e.until_at, e.ended_at,
        coalesce(x.name, ''), e.seen_at, e.finding, e.finding_words, coalesce(v.name, ''), e.reviewed_at
      FROM emergency_access e JOIN case_file c ON c.id = e.case_file_id JOIN staff s ON s.id = e.staff_id JOIN agency a ON a.id = e.agency_id
        LEFT JOIN staff x ON x.id = e.seen_by LEFT JOIN staff v ON v.id = e.reviewed_by
      WHERE e.id = \(id) AND \(sql: emergencies)
      """
    ) { OpenedEmergency($0, staff: staff) }
    guard let found else { throw denied("emergency \(id)") }
    note("emergency \(id)", caseFile: found.caseFile)
    try veil(found.caseFile)
    return found
  }

  /// The 緊急閲覧 that this person answers for, as a condition on aliases `e` of `emergency_access` and `c` of `case_file`.
  var emergencies: SQL {
    let roles = staff.roles
    let isSupervisor = roles.contains(.sectionSupervisor)
    let isAll = roles.contains(.auditor) || (roles.contains(.cityManager) && staff.isProgrammeSection)
    return """
      ((\(isAll) OR (\(isSupervisor) AND (c.opened_by = \(staff.agencyID) OR e.agency_id = \(staff.agencyID))))
        AND \(sql: scope.unbarred(case: "c.id")))
      """
  }
}
