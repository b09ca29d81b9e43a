import Casework
import Store

/// Which row of a person a case of this agency may point to (「同じ人の、自機関の記録」).
///
/// A row is shared only among cases that one agency took in itself: whoever has sight of another agency's case for a while joins the identity
/// and keeps a row of its own. See docs/decisions/0009-search-before-create.md, item 4.
enum OwnResidentQueries {
  /// Somebody of a household in reach, and whether a case of the own agency may point to this very row.
  struct Housemate: Sendable {
    let known: KnownResident
    let identity: ResidentID
    let isOwn: Bool
  }

  /// The person's first record, to which all others point.
  static func identity(_ desk: Desk, of id: ResidentID) throws -> ResidentID {
    try desk.reading.first("SELECT coalesce(r.same_as, r.id) FROM resident r WHERE r.id = \(id)") { $0.id(0) } ?? id
  }

  /// The own agency's row of this person: the one chosen where it is that, else another of the same identity.
  static func row(_ desk: Desk, _ scope: Scope, of id: ResidentID) throws -> ResidentID? {
    let identity = try identity(desk, of: id)
    return try desk.reading.first(
      """
      SELECT r.id FROM resident r WHERE (r.id = \(identity) OR r.same_as = \(identity)) AND \(sql: scope.owns)
      ORDER BY r.id = \(id) DESC, r.id DESC LIMIT 1
      """
    ) { $0.id(0) }
  }

  /// The row of this person that the opened case has already, as 本人 or in its household, now or earlier.
  static func row(_ desk: Desk, in file: OpenedFile, of id: ResidentID) throws -> ResidentID? {
    let identity = try identity(desk, of: id)
    return try desk.reading.first(
      """
      SELECT r.id FROM resident r WHERE (r.id = \(identity) OR r.same_as = \(identity))
        AND (r.id IN (SELECT c.resident_id FROM case_file c WHERE c.id = \(file.id))
          OR r.id IN (SELECT m.resident_id FROM case_file c JOIN household_member m ON m.household_id = c.household_id WHERE c.id = \(file.id)))
      ORDER BY r.id = \(id) DESC, r.id DESC LIMIT 1
      """
    ) { $0.id(0) }
  }

  /// The people who live with somebody, as the cases whose content this agency shares at this moment tell it.
  static func housemates(_ desk: Desk, _ scope: Scope, of id: ResidentID) throws -> [Housemate] {
    try desk.reading.rows(
      """
      SELECT \(raw: ResidentQueries.columns), coalesce(r.same_as, r.id), \(sql: scope.owns) FROM resident r
      WHERE r.id <> \(id) AND \(sql: SamePersonQueries.isSomebody(desk, scope)) AND r.id IN (
        SELECT other.resident_id FROM household_member mine JOIN household_member other ON other.household_id = mine.household_id
          JOIN case_file c ON c.household_id = mine.household_id
        WHERE mine.resident_id = \(id) AND mine.until_on IS NULL AND other.until_on IS NULL AND \(sql: scope.shares(case: "c.id")))
      ORDER BY r.id
      """
    ) { Housemate(known: ResidentQueries.known($0), identity: $0.id(17), isOwn: $0.bool(18)) }
  }

  /// The people now in a household, each in the row that it has.
  static func members(_ desk: Desk, of household: HouseholdID) throws -> [Housemate] {
    try desk.reading.rows(
      """
      SELECT \(raw: ResidentQueries.columns), coalesce(r.same_as, r.id) FROM resident r
      WHERE r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = \(household) AND m.until_on IS NULL)
      ORDER BY r.id
      """
    ) { Housemate(known: ResidentQueries.known($0), identity: $0.id(17), isOwn: true) }
  }
}

extension Scope {
  /// Rows of people of whom this agency took in a case itself, and no other agency did: a condition on alias `r` of `resident`.
  var owns: SQL {
    let own: SQL = """
      c.opened_by = \(agency) AND EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = c.id AND g.ground = 'ownRecord' AND \(sql: grounds))
      """
    return "(\(sql: Scope.isOfCase(where: own)) AND NOT \(sql: Scope.isOfCase(where: "c.opened_by <> \(agency)")))"
  }

  /// The person of a case or somebody of its household, now or earlier.
  private static func isOfCase(where condition: SQL) -> SQL {
    """
    (EXISTS (SELECT 1 FROM case_file c WHERE c.resident_id = r.id AND \(sql: condition))
      OR EXISTS (SELECT 1 FROM household_member m JOIN case_file c ON c.household_id = m.household_id
        WHERE m.resident_id = r.id AND \(sql: condition)))
    """
  }
}
