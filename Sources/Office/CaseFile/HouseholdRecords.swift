import Casework
import Store

/// The only writer of `household` and `household_member`.
enum HouseholdRecords {
  /// Enters the people named in a consultation as members of the person's household; it begins when there is none.
  ///
  /// A member who is already there is left as recorded.
  static func addFromConsultation(
    _ desk: WritingDesk, principal: ResidentID,
    members: [(resident: ResidentID, relation: String, relationNote: String, livesTogether: Bool, note: String)]
  ) throws -> HouseholdID {
    let household = try desk.reading.first(
      "SELECT household_id FROM household_member WHERE resident_id = \(principal) AND until_on IS NULL ORDER BY id LIMIT 1"
    ) { $0.id(0) as HouseholdID }
    let id = try household ?? begin(desk, principal)
    for member in members {
      let isThere = try desk.reading.exists(
        "SELECT 1 FROM household_member WHERE household_id = \(id) AND resident_id = \(member.resident) AND until_on IS NULL")
      if isThere { continue }
      try add(desk, id, member.resident, member.relation, member.relationNote, member.livesTogether, member.note)
    }
    desk.note("household \(id)")
    return id
  }

  private static func begin(_ desk: WritingDesk, _ principal: ResidentID) throws -> HouseholdID {
    let id = HouseholdID(Int(try desk.writing.insert("INSERT INTO household (label) VALUES ('')")))
    try add(desk, id, principal, Relation.person.rawValue, "", true, "")
    return id
  }

  private static func add(
    _ desk: WritingDesk, _ household: HouseholdID, _ resident: ResidentID, _ relation: String, _ relationNote: String,
    _ livesTogether: Bool, _ note: String
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO household_member (household_id, resident_id, relation, relation_note, lives_together, note, recorded_by, recorded_at)
      VALUES (\(household), \(resident), \(relation), \(relationNote), \(livesTogether), \(note), \(desk.staff.id), \(desk.now))
      """)
  }
}
