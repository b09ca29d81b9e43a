import Casework
import Store

/// The people and the household that only the disposed case needed (「事例がなくなった人の消去」).
///
/// Who came from the resident extract stays: those rows are the municipality's, not the case's.
struct PeopleErasure {
  let desk: WritingDesk
  var erasure: Erasure

  /// Tables that do not keep a person: they go with the person, or are asked for below.
  private static let personal: Set<String> = [
    "household_member", "relationship", "resident", "protection", "disclosure", "family_fact", "genogram_place", "life_event",
  ]

  /// 本人, everybody who is or was in the household, and whoever is named as related to them.
  static func concerned(_ desk: Desk, by file: CaseFileID) throws -> [Int] {
    let close = try desk.reading.rows(
      """
      SELECT c.resident_id FROM case_file c WHERE c.id = \(file) AND c.resident_id IS NOT NULL
      UNION SELECT m.resident_id FROM case_file c JOIN household_member m ON m.household_id = c.household_id WHERE c.id = \(file)
      UNION SELECT o.resident_id FROM consultation o WHERE o.case_file_id = \(file) AND o.resident_id IS NOT NULL
      """
    ) { $0.int(0) }
    let related = try desk.reading.rows(
      """
      SELECT other_id FROM relationship WHERE resident_id IN \(list: close) UNION SELECT resident_id FROM relationship
      WHERE other_id IN \(list: close)
      """
    ) { $0.int(0) }
    return Set(close + related).sorted()
  }

  mutating func run(_ people: [Int], household: Int?) throws {
    let homes = try desk.reading.rows("SELECT DISTINCT household_id FROM household_member WHERE resident_id IN \(list: people)") {
      $0.int(0)
    }
    for person in people where try !isNeeded(person) { try forget(person) }
    let kept = try desk.reading.count(
      "SELECT count(*) FROM resident WHERE id IN \(list: people) AND source = \(ImportedResident.source)")
    erasure.count(DisposalWording.keptExtract, kept)
    for home in Set(homes + [household].compactMap(\.self)).sorted() { try leave(home) }
  }

  private func isNeeded(_ person: Int) throws -> Bool {
    if try desk.reading.exists("SELECT 1 FROM resident WHERE id = \(person) AND source <> ''") { return true }
    if try erasure.isUsed("resident", person, but: Self.personal) { return true }
    return try desk.reading.exists(
      """
      SELECT 1 FROM household_member m JOIN case_file c ON c.household_id = m.household_id WHERE m.resident_id = \(person)
      UNION ALL SELECT 1 FROM relationship r JOIN case_file c ON c.resident_id IN (r.resident_id, r.other_id)
        WHERE \(person) IN (r.resident_id, r.other_id)
      UNION ALL SELECT 1 FROM relationship r JOIN household_member m ON m.resident_id IN (r.resident_id, r.other_id)
        JOIN case_file c ON c.household_id = m.household_id WHERE \(person) IN (r.resident_id, r.other_id)
      UNION ALL SELECT 1 FROM protection p WHERE p.resident_id = \(person) AND p.ended_at IS NULL
      UNION ALL SELECT 1 FROM protection p WHERE p.perpetrator_id = \(person)
      UNION ALL SELECT 1 FROM disclosure d WHERE d.resident_id = \(person) AND d.stage IN ('drafting', 'looking')
      """)
  }

  /// A record to which other records of the same person point stays as a bare number; everything that was said in it goes.
  private mutating func forget(_ person: Int) throws {
    let id = ResidentID(person)
    try desk.writing.run("INSERT INTO \(raw: "disposal_in_hand") (resident_id) VALUES (\(person))")
    let isPointedAt = try desk.reading.exists("SELECT 1 FROM resident WHERE same_as = \(id)")
    if isPointedAt {
      for (table, column) in [
        ("household_member", "resident_id"), ("relationship", "resident_id"), ("relationship", "other_id"),
        ("family_fact", "resident_id"), ("family_fact", "other_id"), ("genogram_place", "resident_id"), ("life_event", "resident_id"),
      ] {
        try erasure.rows(of: table, where: "\(raw: column) = \(person)")
      }
      try ResidentRecords.blank(desk.writing, id)
      erasure.count("resident", 1)
    } else {
      try erasure.rows(of: "resident", where: "id = \(person)")
    }
  }

  /// A household goes when no case is about it and nobody in it has one.
  private mutating func leave(_ home: Int) throws {
    let isKept = try desk.reading.exists(
      """
      SELECT 1 FROM household WHERE id = \(home) AND source <> ''
      UNION ALL SELECT 1 FROM case_file WHERE household_id = \(home)
      UNION ALL SELECT 1 FROM household_member m JOIN case_file c ON c.resident_id = m.resident_id WHERE m.household_id = \(home)
      """)
    if isKept {
      let isUsed = try desk.reading.exists("SELECT 1 FROM case_file WHERE household_id = \(home)")
      if !isUsed { try HouseholdRecords.forgetWords(desk.writing, HouseholdID(home)) }
    } else {
      try erasure.rows(of: "household", where: "id = \(home)")
    }
  }
}
