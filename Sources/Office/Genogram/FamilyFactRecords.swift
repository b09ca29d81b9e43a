import Casework
import Store

/// The only writer of `family_fact`, `genogram` and `genogram_place`. What was told is ended and never rewritten.
enum FamilyFactRecords {
  /// Writes what was told; what was told before about the same ends with it.
  static func tell(_ desk: WritingDesk, _ family: FamilyView, _ fact: FamilyFact) throws {
    guard let household = family.household, let about = family.resident(fact.about) else { throw desk.denied("household") }
    for line in family.facts where fact.replaces(line.fact) { try end(desk, household, line.id) }
    let id = try desk.writing.insert(
      """
      INSERT INTO family_fact (household_id, topic, kind, resident_id, other_id, from_on, until_on, recorded_by, agency_id, recorded_at)
      VALUES (\(household), \(fact.topic.rawValue), \(fact.kind), \(about), \(fact.other.flatMap(family.resident)), \(fact.from.stored),
        \(fact.until.stored), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    desk.note("family fact \(id)")
  }

  /// 「取り消す」 It no longer stands; it stays on record. Throws ``EditConflict`` when it was ended already.
  static func end(_ desk: WritingDesk, _ household: HouseholdID, _ fact: Int) throws {
    let rows = try desk.writing.run(
      """
      UPDATE family_fact SET ended_at = \(desk.now), ended_by = \(desk.staff.id)
      WHERE id = \(fact) AND household_id = \(household) AND ended_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// Counts a change. Throws ``EditConflict`` when the genogram was changed from another screen since `version`.
  static func step(_ desk: WritingDesk, _ household: HouseholdID, from version: Int) throws {
    try desk.writing.run("INSERT OR IGNORE INTO genogram (household_id, version) VALUES (\(household), 0)")
    let rows = try desk.writing.run(
      "UPDATE genogram SET version = version + 1 WHERE household_id = \(household) AND version = \(version)")
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// 「位置を残す」 The places of these people; those of others stay.
  static func place(_ desk: WritingDesk, _ household: HouseholdID, _ places: [(resident: ResidentID, place: Int)]) throws {
    for (resident, place) in places {
      try desk.writing.run(
        """
        INSERT INTO genogram_place (household_id, resident_id, place) VALUES (\(household), \(resident), \(place))
        ON CONFLICT (household_id, resident_id) DO UPDATE SET place = excluded.place
        """)
    }
  }

  /// 「自動の並びに戻す」
  static func reset(_ desk: WritingDesk, _ household: HouseholdID) throws {
    try desk.writing.run("DELETE FROM genogram_place WHERE household_id = \(household)")
  }
}
