import Casework
import Store

/// A 支援措置 that has been opened for somebody who is told of it (「開いた支援措置」). Only the check below makes one.
struct OpenedProtection: Sendable {
  let id: ProtectionID
  /// The first record of the person.
  let resident: ResidentID
  let name: String
  let draft: ProtectionDraft
  /// The perpetrator as he or she is on record, or in words.
  let perpetratorName: String
  let agency: AgencyID
  let agencyName: String
  let staffName: String
  let registeredAt: Int
  let endedAt: Int?
  let endedBy: String
  let endReason: String
  let version: Int
  /// The agency that registered it, or the town where the case is in its reach.
  let mayChange: Bool

  var path: String { "/protections/\(id)" }

  func isReviewDue(_ today: CivilDate) -> Bool { endedAt == nil && Protection.isReviewDue(draft.until, today: today) }

  fileprivate init(_ row: Row, _ people: (cleared: Set<AgencyID>, staff: Set<StaffID>, agencies: Set<AgencyID>), mayChange: Bool) {
    id = row.id(0)
    resident = row.id(1)
    name = row.text(2)
    var draft = ProtectionDraft()
    draft.kind = Protection.Kind(rawValue: row.text(3))
    draft.level = Protection.Level(rawValue: row.text(4))
    draft.basis = row.text(5)
    draft.words = row.text(6)
    draft.perpetrator = row.optionalID(7)
    draft.perpetratorWords = row.text(8)
    draft.from = CivilDate(iso: row.text(9))
    draft.until = row.optionalText(10).flatMap(CivilDate.init(iso:))
    draft.cleared = people.cleared
    draft.barredStaff = people.staff
    draft.barredAgencies = people.agencies
    self.draft = draft
    perpetratorName = row.text(11).isEmpty ? row.text(8) : row.text(11)
    agency = row.id(12)
    agencyName = row.text(13)
    staffName = row.text(14)
    registeredAt = row.int(15)
    endedAt = row.optionalInt(16)
    endedBy = row.text(17)
    endReason = row.text(18)
    version = row.int(19)
    self.mayChange = mayChange && row.isNull(16)
  }
}

extension Desk {
  /// Opens a 支援措置 for agencies that are cleared, the one that registered it, and the town where the person's case is in its reach; or
  /// answers as if it did not exist.
  func openProtection(_ id: ProtectionID) throws -> OpenedProtection {
    let mayChange = try reading.first(
      "SELECT p.agency_id = \(staff.agencyID) OR \(scope.isProgrammeSection) FROM protection p WHERE p.id = \(id) AND \(sql: scope.protections)"
    ) { $0.bool(0) }
    guard let mayChange else { throw denied("protection \(id)") }
    let people = (
      cleared: Set(
        try reading.rows("SELECT agency_id FROM protection_clearance WHERE protection_id = \(id)") { $0.id(0) as AgencyID }),
      staff: Set(
        try reading.rows("SELECT staff_id FROM protection_bar WHERE protection_id = \(id) AND staff_id IS NOT NULL") { $0.id(0) as StaffID }
      ),
      agencies: Set(
        try reading.rows("SELECT agency_id FROM protection_bar WHERE protection_id = \(id) AND agency_id IS NOT NULL") {
          $0.id(0) as AgencyID
        })
    )
    let found = try reading.first(
      """
      SELECT p.id, p.resident_id, r.name, p.kind, p.level, p.basis, p.words, p.perpetrator_id, p.perpetrator_words, p.from_on, p.until_on,
        coalesce(v.name, ''), p.agency_id, a.name, s.name, p.registered_at, p.ended_at, coalesce(e.name, ''), p.end_reason, p.version
      FROM protection p JOIN resident r ON r.id = p.resident_id JOIN agency a ON a.id = p.agency_id JOIN staff s ON s.id = p.staff_id
        LEFT JOIN resident v ON v.id = p.perpetrator_id LEFT JOIN staff e ON e.id = p.ended_by
      WHERE p.id = \(id)
      """
    ) { OpenedProtection($0, people, mayChange: mayChange) }
    guard let found else { throw denied("protection \(id)") }
    note("protection \(id)", caseFile: try caseFile(of: found.resident))
    return found
  }
}

extension Desk {
  /// A case of the person, one in the viewer's reach if there is any, so that whoever asks who has seen a person finds this too. Only the audit
  /// log learns its number.
  private func caseFile(of person: ResidentID) throws -> CaseFileID? {
    try reading.first(
      """
      SELECT c.id FROM resident x JOIN case_file c ON c.resident_id = x.id
      WHERE x.id = \(person) OR x.same_as = \(person) ORDER BY \(sql: scope.holds(case: "c.id")) DESC, c.id DESC LIMIT 1
      """
    ) { $0.id(0) }
  }
}

extension Scope {
  /// The 支援措置 in reach, as a condition on alias `p` of `protection`. Nobody who is tied to the perpetrator reads it, cleared or not.
  var protections: SQL {
    guard isCaseworker else { return "(0 = 1)" }
    let ofCases: SQL = """
      (\(isProgrammeSection) AND EXISTS (SELECT 1 FROM resident x JOIN case_file c ON c.resident_id = x.id
        WHERE (x.id = p.resident_id OR x.same_as = p.resident_id) AND \(sql: holds(case: "c.id"))))
      """
    return """
      ((p.agency_id = \(agency) OR \(sql: ofCases)
          OR EXISTS (SELECT 1 FROM protection_clearance k WHERE k.protection_id = p.id AND k.agency_id = \(agency)))
        AND NOT EXISTS (SELECT 1 FROM protection_bar b WHERE b.protection_id = p.id AND (b.staff_id = \(staff) OR b.agency_id = \(agency)))
        AND (\(!isBarred) OR NOT EXISTS (SELECT 1 FROM protection o JOIN protection_bar b ON b.protection_id = o.id
          WHERE o.resident_id = p.resident_id AND o.ended_at IS NULL AND (b.staff_id = \(staff) OR b.agency_id = \(agency)))))
      """
  }
}
