import Casework
import Store

/// What a viewer may see of protected people (支援措置), for the gate and for every query that shows a person.
///
/// The same rule as ``Casework/Protection/sight(of:by:in:)``, in SQL so that lists, counts and hints follow it too; a test holds the two together.
/// A protection belongs to the person's first record, `coalesce(same_as, id)`, and so holds for all of them.
enum ProtectionQueries {
  /// Whether anybody in the case of alias `c` is protected. Where nobody in the office is, that is one look at an empty index.
  static let holdsProtected: SQL = """
    (EXISTS (SELECT 1 FROM protection WHERE resident_id > 0 AND ended_at IS NULL) AND EXISTS (
      SELECT 1 FROM resident r JOIN protection p ON p.resident_id = coalesce(r.same_as, r.id) AND p.ended_at IS NULL
      WHERE r.id = c.resident_id
        OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id)))
    """

  /// The address, the contacts and, where the person must not be known of, the names: of everybody in this case whom the viewer may not see whole.
  static func termsKeptBack(_ desk: Desk, _ file: OpenedFile) throws -> [String] {
    try termsKeptBack(desk.reading, file.id, isHidden: file.isHidden(person: "r"), isMasked: file.isMasked(person: "r"))
  }

  /// The same for who sees an item of a meeting and not the case behind it.
  static func termsKeptBack(_ reading: Reading, _ file: CaseFileID, from onlooker: Onlooker) throws -> [String] {
    var onlooker = onlooker
    onlooker.principal =
      "(SELECT coalesce(q.same_as, q.id) FROM case_file k JOIN resident q ON q.id = k.resident_id WHERE k.id = \(file))"
    return try termsKeptBack(reading, file, isHidden: onlooker.isHidden(person: "r"), isMasked: onlooker.isMasked(person: "r"))
  }

  private static func termsKeptBack(_ reading: Reading, _ file: CaseFileID, isHidden: SQL, isMasked: SQL) throws -> [String] {
    let people = try reading.rows(
      """
      SELECT \(sql: isHidden), x.name, x.name_kana, x.other_name, x.address, x.postal_code, x.phone_home, x.phone_mobile,
        x.email, x.phone_note
      FROM case_file c JOIN resident r ON r.id = c.resident_id
          OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id)
        JOIN resident x ON coalesce(x.same_as, x.id) = coalesce(r.same_as, r.id)
      WHERE c.id = \(file) AND \(sql: isMasked)
      """
    ) { row in
      (row.bool(0) ? (1...3).flatMap { spellings(row.text($0)) } : []) + (4...9).map { row.text($0) }
    }
    return Array(Set(people.flatMap(\.self).filter { !$0.isEmpty }))
  }

  /// A name as it is written and without the space between family and given name.
  private static func spellings(_ name: String) -> [String] {
    let parts = name.split { $0 == " " || $0 == "　" }.map(String.init)
    return parts.count > 1 ? [name, parts.joined(), parts.joined(separator: " "), parts.joined(separator: "　")] : [name]
  }
}

/// Who looks, for the conditions below: a person, the agency, and in whose file.
struct Onlooker: Sendable {
  let staff: StaffID
  let agency: AgencyID
  /// The first record of the person the file is about, as SQL; `NULL` where there is no file.
  var principal: SQL = "NULL"

  /// The person of alias `r` of `resident` is protected and this viewer is not cleared: address and contacts are kept back.
  func isMasked(person alias: String) -> SQL { uncleared(alias, only: "") }

  /// The same person must not even be known of here. Within the own file of the person the existence is no secret.
  func isHidden(person alias: String) -> SQL {
    uncleared(alias, only: "AND p.level = 'existence' AND p.resident_id IS NOT \(sql: principal)")
  }

  private func uncleared(_ alias: String, only: SQL) -> SQL {
    """
    EXISTS (SELECT 1 FROM protection p WHERE p.resident_id = coalesce(\(raw: alias).same_as, \(raw: alias).id) AND p.ended_at IS NULL \(sql: only)
      AND (p.perpetrator_id = \(sql: principal)
        OR NOT EXISTS (SELECT 1 FROM protection_clearance k WHERE k.protection_id = p.id AND k.agency_id = \(agency))
        OR EXISTS (SELECT 1 FROM protection_bar b WHERE b.protection_id = p.id AND (b.staff_id = \(staff) OR b.agency_id = \(agency)))))
    """
  }
}

extension OpenedFile {
  private var onlooker: Onlooker {
    Onlooker(
      staff: staff, agency: agency,
      principal: "(SELECT coalesce(q.same_as, q.id) FROM case_file k JOIN resident q ON q.id = k.resident_id WHERE k.id = \(id))")
  }

  /// See ``Onlooker/isMasked(person:)``. Costs nothing where nobody in the file is protected.
  func isMasked(person alias: String) -> SQL { holdsProtected ? onlooker.isMasked(person: alias) : "0" }

  /// See ``Onlooker/isHidden(person:)``.
  func isHidden(person alias: String) -> SQL { holdsProtected ? onlooker.isHidden(person: alias) : "0" }
}

extension Scope {
  /// The same for lists, searches and hints; `principal` is the first record of the person of the case in whose list they stand.
  func isHidden(person alias: String, in principal: SQL = "NULL") -> SQL {
    Onlooker(staff: staff, agency: agency, principal: principal).isHidden(person: alias)
  }

  func isMasked(person alias: String, in principal: SQL = "NULL") -> SQL {
    Onlooker(staff: staff, agency: agency, principal: principal).isMasked(person: alias)
  }

  /// Cases that exist for this viewer, as a condition on a case number column named by trusted text: not those of a protected person to whose
  /// perpetrator he or she is tied. For everybody else it is no condition at all.
  func unbarred(case column: String) -> SQL {
    guard isBarred else { return "1" }
    return """
      NOT EXISTS (SELECT 1 FROM case_file k JOIN resident q ON q.id = k.resident_id
        JOIN protection p ON p.resident_id = coalesce(q.same_as, q.id) AND p.ended_at IS NULL
        JOIN protection_bar b ON b.protection_id = p.id AND (b.staff_id = \(staff) OR b.agency_id = \(agency))
        WHERE k.id = \(raw: column))
      """
  }
}
