import Casework
import Store

/// Whose information is asked for, and who else is in the same records (「本人とほかの人」).
enum DisclosurePersonQueries {
  /// The person of the case of that number, or of exactly that name and date of birth; nothing when there is none for this official.
  static func find(_ desk: Desk, caseNumber: String, name: String, birth: CivilDate?) throws -> ResidentID? {
    var found: ResidentID?
    if !caseNumber.isEmpty {
      found = try desk.reading.first("SELECT resident_id FROM case_file WHERE number = \(caseNumber)") { $0.optionalID(0) } ?? nil
    } else if let birth, !name.isEmpty {
      found = try desk.reading.first(
        """
        SELECT r.id FROM resident r WHERE r.name_key = \(NameKey.of(name)) AND r.birth = \(birth.iso) AND r.source = ''
        ORDER BY r.same_as IS NOT NULL, r.id LIMIT 1
        """
      ) { $0.id(0) }
    }
    guard let found, try isInReach(desk, try group(desk, of: found)) else { return nil }
    return found
  }

  /// Every record of the person: joined as the same, or of the same name and exact date of birth.
  static func group(_ desk: Desk, of id: ResidentID) throws -> [ResidentID] {
    try desk.reading.rows(
      """
      SELECT r.id FROM resident x JOIN resident r ON coalesce(r.same_as, r.id) = coalesce(x.same_as, x.id) WHERE x.id = \(id)
      UNION SELECT r.id FROM resident x JOIN resident r ON r.name_key = x.name_key AND r.birth = x.birth
        WHERE x.id = \(id) AND x.name_key <> '' AND length(x.birth) = 10 AND r.source = ''
      """
    ) { $0.id(0) }
  }

  /// A protected person's own records are prepared by who is cleared for them, and by nobody tied to the perpetrator.
  static func isInReach(_ desk: Desk, _ group: [ResidentID]) throws -> Bool {
    try !desk.reading.exists("SELECT 1 FROM resident r WHERE r.id IN \(list: group) AND \(sql: desk.scope.isMasked(person: "r"))")
  }

  /// The cases that concern the person: the own ones and those of the households. Never the file of somebody who is protected (支援措置).
  static func files(_ desk: Desk, of group: [ResidentID]) throws -> [CaseFileID] {
    try desk.reading.rows("SELECT c.id FROM case_file c WHERE \(sql: concerns(desk, group)) ORDER BY c.id") { $0.id(0) }
  }

  /// Those of them that are about the person, not about somebody of the household.
  static func ownFiles(_ desk: Desk, _ group: [ResidentID]) throws -> Set<CaseFileID> {
    Set(try desk.reading.rows("SELECT id FROM case_file WHERE resident_id IN \(list: group)") { $0.id(0) as CaseFileID })
  }

  /// The same as a condition on alias `c` of `case_file`.
  static func concerns(_ desk: Desk, _ group: [ResidentID]) -> SQL {
    """
    (c.resident_id IN \(list: group)
      OR c.household_id IN (SELECT m.household_id FROM household_member m WHERE m.resident_id IN \(list: group)))
    AND \(sql: desk.scope.unbarred(case: "c.id"))
    AND NOT EXISTS (SELECT 1 FROM resident q JOIN protection p ON p.resident_id = coalesce(q.same_as, q.id) AND p.ended_at IS NULL
      WHERE q.id = c.resident_id AND q.id NOT IN \(list: group))
    """
  }

  static func own(_ desk: Desk, _ group: [ResidentID]) throws -> RedactedPerson {
    let people = try people(desk, "r.id IN \(list: group)")
    return people.reduce(into: RedactedPerson()) { own, one in
      own.names += one.names
      own.readings += one.readings
      own.addresses += one.addresses
      own.numbers += one.numbers
      own.emails += one.emails
    }
  }

  /// Everybody else of the households and of the cases, and who brought consultations.
  static func others(_ desk: Desk, files: [CaseFileID], but group: [ResidentID]) throws -> [RedactedPerson] {
    let people = try people(desk, around(files, but: group))
    let callers = try desk.reading.rows(
      """
      SELECT caller_name, caller_phone FROM consultation
      WHERE case_file_id IN \(list: files) AND caller_kind NOT IN ('', '0') AND (caller_name <> '' OR caller_phone <> '')
      """
    ) { row in
      var caller = RedactedPerson()
      caller.names = [row.text(0)].filter { !$0.isEmpty }
      caller.numbers = [row.text(1)].filter { !$0.isEmpty }
      return caller
    }
    return people + callers
  }

  /// Those of the others who are protected: they never appear, whatever an official decides.
  static func protected(_ desk: Desk, files: [CaseFileID], but group: [ResidentID]) throws -> [RedactedPerson] {
    try people(
      desk,
      """
      \(sql: around(files, but: group)) AND EXISTS (SELECT 1 FROM protection p WHERE p.resident_id = coalesce(r.same_as, r.id)
        AND p.ended_at IS NULL)
      """)
  }

  private static func around(_ files: [CaseFileID], but group: [ResidentID]) -> SQL {
    """
    r.id NOT IN \(list: group) AND coalesce(r.same_as, r.id) IN (
      SELECT coalesce(n.same_as, n.id) FROM resident n WHERE n.id IN (
        SELECT f.resident_id FROM case_file f WHERE f.id IN \(list: files)
        UNION SELECT m.resident_id FROM household_member m JOIN case_file f ON f.household_id = m.household_id WHERE f.id IN \(list: files)
        UNION SELECT m.resident_id FROM household_member m JOIN household_member o ON o.household_id = m.household_id
          WHERE o.resident_id IN \(list: group)
        UNION SELECT k.other_id FROM relationship k WHERE k.resident_id IN \(list: group)
        UNION SELECT k.resident_id FROM relationship k WHERE k.other_id IN \(list: group)))
    """
  }

  private static func people(_ desk: Desk, _ which: SQL) throws -> [RedactedPerson] {
    try desk.reading.rows(
      """
      SELECT r.name, r.other_name, r.name_kana, r.address, r.phone_home, r.phone_mobile, r.postal_code, r.email FROM resident r
      WHERE \(sql: which)
      """
    ) { row in
      func said(_ columns: Int...) -> [String] { columns.map { row.text($0) }.filter { !$0.isEmpty } }
      var person = RedactedPerson()
      person.names = said(0, 1)
      person.readings = said(2)
      person.addresses = said(3)
      person.numbers = said(4, 5, 6)
      person.emails = said(7)
      return person
    }
  }
}
