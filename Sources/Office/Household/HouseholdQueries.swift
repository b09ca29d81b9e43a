import Casework
import Store

/// One person's time in the household of a case (「世帯員」).
struct MemberView: Sendable {
  let id: Int
  let resident: ResidentID
  let name: String
  let kana: String
  /// As stored; see ``PartialDate``.
  let birth: String
  let relation: Relation?
  let relationNote: String
  let livesTogether: Bool
  let note: String
  let from: PartialDate
  /// Nothing while the person still belongs to it; `unknown` when the day of leaving is not known.
  let until: PartialDate?
}

/// A relation between two members (「続柄」): seen from `resident`, `other` is the relation.
struct RelationshipView: Sendable {
  let id: Int
  let resident: String
  let other: String
  let relation: Relation?
  let note: String
  let from: PartialDate
  let until: PartialDate?
}

/// What the page of a household shows.
struct HouseholdView: Sendable {
  let members: [MemberView]
  let relations: [RelationshipView]
}

/// The members of a household are shown within an opened case file and nowhere else.
enum HouseholdQueries {
  static func view(_ desk: Desk, _ file: OpenedFile) throws -> HouseholdView {
    let people = try CaseFileQueries.people(desk, file)
    return HouseholdView(members: try members(desk, file), relations: try people.household.map { try relations(desk, $0) } ?? [])
  }

  /// Everybody who belongs or belonged to the household of the case; those who left come last.
  static func members(_ desk: Desk, _ file: OpenedFile) throws -> [MemberView] {
    guard file.reach == .team else { return [] }
    return try desk.reading.rows(
      """
      SELECT m.id, r.id, r.name, r.name_kana, r.birth, m.relation, m.relation_note, m.lives_together, m.note, m.from_on, m.until_on
      FROM case_file c JOIN household_member m ON m.household_id = c.household_id JOIN resident r ON r.id = m.resident_id
      WHERE c.id = \(file.id) AND NOT \(sql: file.isHidden(person: "r")) ORDER BY m.until_on IS NOT NULL, m.id
      """
    ) { row in
      MemberView(
        id: row.int(0), resident: row.id(1), name: row.text(2), kana: row.text(3), birth: row.text(4),
        relation: Relation(rawValue: row.text(5)), relationNote: row.text(6), livesTogether: row.bool(7), note: row.text(8),
        from: date(row.text(9)), until: row.optionalText(10).map(date))
    }
  }

  /// Relations between members of one household. One to somebody outside it would show a person whose case is not open.
  private static func relations(_ desk: Desk, _ household: HouseholdID) throws -> [RelationshipView] {
    try desk.reading.rows(
      """
      SELECT DISTINCT l.id, r.name, o.name, l.relation, l.note, l.from_on, l.until_on
      FROM household_member m JOIN relationship l ON l.resident_id = m.resident_id JOIN resident r ON r.id = l.resident_id
        JOIN resident o ON o.id = l.other_id
      WHERE m.household_id = \(household) AND EXISTS (SELECT 1 FROM household_member x
        WHERE x.household_id = m.household_id AND x.resident_id = l.other_id)
      ORDER BY l.until_on IS NOT NULL, l.id
      """
    ) { row in
      RelationshipView(
        id: row.int(0), resident: row.text(1), other: row.text(2), relation: Relation(rawValue: row.text(3)), note: row.text(4),
        from: date(row.text(5)), until: row.optionalText(6).map(date))
    }
  }

  /// The household in which this person stands as 本人 now, if any.
  static func current(_ desk: Desk, principal: ResidentID) throws -> HouseholdID? {
    try desk.reading.first(
      """
      SELECT household_id FROM household_member
      WHERE resident_id = \(principal) AND until_on IS NULL AND relation = \(Relation.person.rawValue) ORDER BY id DESC LIMIT 1
      """
    ) { $0.id(0) }
  }

  /// Whether a person belongs to a household now.
  static func holds(_ desk: Desk, _ household: HouseholdID, _ resident: ResidentID) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM household_member WHERE household_id = \(household) AND resident_id = \(resident) AND until_on IS NULL")
  }

  private static func date(_ stored: String) -> PartialDate { PartialDate(stored: stored) ?? .unknown }
}
