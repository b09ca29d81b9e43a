import Casework
import Store

extension HouseholdRecords {
  /// One person's place in a household of a resident extract.
  struct ImportedMember: Sendable {
    let resident: ResidentID
    let relation: Relation
    /// 「世帯主」「長男」: as the extract says it.
    let note: String
  }

  /// Brings a household of a resident extract up to date (「世帯の取込み」). Nobody's time in it is overwritten: it ends, and a new one begins.
  static func takeImported(_ writing: Writing, key: String, members: [ImportedMember], today: CivilDate, at: Int) throws {
    let household = try household(writing, key)
    for member in members {
      let open = try writing.rows(
        """
        SELECT m.id, m.household_id, m.relation, m.relation_note FROM household_member m JOIN household h ON h.id = m.household_id
        WHERE m.resident_id = \(member.resident) AND m.until_on IS NULL AND h.source = \(ImportedResident.source)
        """
      ) { ($0.int(0), $0.id(1) as HouseholdID, $0.text(2), $0.text(3)) }
      if open.contains(where: { $0.1 == household && $0.2 == member.relation.rawValue && $0.3 == member.note }) { continue }
      for row in open { try writing.run("UPDATE household_member SET until_on = \(today.iso) WHERE id = \(row.0)") }
      try writing.run(
        """
        INSERT INTO household_member (household_id, resident_id, relation, relation_note, from_on, recorded_at)
        VALUES (\(household), \(member.resident), \(member.relation.rawValue), \(member.note), \(open.isEmpty ? "" : today.iso), \(at))
        """)
    }
  }

  private static func household(_ writing: Writing, _ key: String) throws -> HouseholdID {
    let known = try writing.first(
      "SELECT id FROM household WHERE source = \(ImportedResident.source) AND source_key = \(key)", { $0.id(0) as HouseholdID })
    if let known { return known }
    return HouseholdID(
      Int(try writing.insert("INSERT INTO household (source, source_key) VALUES (\(ImportedResident.source), \(key))")))
  }
}
