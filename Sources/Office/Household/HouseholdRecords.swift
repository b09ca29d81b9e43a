import Casework
import Store

/// The only writer of `household`, `household_member` and `relationship`. Nobody is ever taken out of a household: a stay ends with a date.
enum HouseholdRecords {
  /// Somebody's stay in a household (「世帯員」).
  struct Stay: Sendable {
    let resident: ResidentID
    /// To 本人; code of C-04.
    let relation: String
    var relationNote = ""
    var livesTogether = true
    var note = ""
    var from = PartialDate.unknown
  }

  /// The household that a consultation tells of: 本人 and the people named with them.
  ///
  /// A household belongs to one case. Where the case has one, only people who are not in it now are added; where it has none, one begins.
  static func addFromConsultation(
    _ desk: WritingDesk, to known: HouseholdID?, principal: ResidentID, _ stays: [Stay]
  ) throws -> HouseholdID {
    let household = try known ?? begin(desk, principal: principal)
    for stay in stays where try !HouseholdQueries.holds(desk, household, stay.resident) { try add(desk, to: household, stay) }
    return household
  }

  /// An empty household, or one with 本人 in it.
  static func begin(_ desk: WritingDesk, principal: ResidentID?) throws -> HouseholdID {
    let household = HouseholdID(Int(try desk.writing.insert("INSERT INTO household (label) VALUES ('')")))
    if let principal { try add(desk, to: household, Stay(resident: principal, relation: Relation.person.rawValue)) }
    desk.note("household \(household)")
    return household
  }

  /// Throws ``FieldErrors`` when the person is in the household already.
  static func add(_ desk: WritingDesk, to household: HouseholdID, _ stay: Stay) throws {
    guard try !HouseholdQueries.holds(desk, household, stay.resident) else {
      throw FieldErrors([FieldProblem("name", "この方は、すでに世帯に入っています。")], staff: desk.staff)
    }
    try desk.writing.run(
      """
      INSERT INTO household_member (household_id, resident_id, relation, relation_note, lives_together, note, from_on, recorded_by,
        agency_id, recorded_at)
      VALUES (\(household), \(stay.resident), \(stay.relation), \(stay.relationNote), \(stay.livesTogether), \(stay.note),
        \(stay.from.stored), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    try changed(desk, household)
  }

  /// What was wrong about somebody's place in a household (「訂正」). Without a remark the one on record stays.
  struct Correction: Sendable {
    let relation: Relation
    let relationNote: String
    let livesTogether: Bool
    let remark: String?
  }

  /// Puts the place of somebody in a household right. A change in life is told by an end and a new stay, not by this.
  static func correct(_ desk: WritingDesk, _ household: HouseholdID, member: Int, to right: Correction) throws {
    try desk.writing.run(
      """
      UPDATE household_member SET relation = \(right.relation.rawValue), relation_note = \(right.relationNote),
        lives_together = \(right.livesTogether), note = coalesce(\(right.remark), note)
      WHERE id = \(member) AND household_id = \(household)
      """)
    try changed(desk, household)
  }

  /// Ends a stay (転出・別居・死亡). Throws ``EditConflict`` when it was ended already.
  static func end(_ desk: WritingDesk, _ household: HouseholdID, member: Int, until: PartialDate) throws {
    let rows = try desk.writing.run(
      """
      UPDATE household_member SET until_on = \(until.stored)
      WHERE id = \(member) AND household_id = \(household) AND until_on IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    try changed(desk, household)
  }

  /// Says how two people of a household are related: seen from `resident`, `other` is `relation`.
  static func relate(
    _ desk: WritingDesk, _ household: HouseholdID, resident: ResidentID, other: ResidentID, relation: Relation, note: String,
    from: PartialDate
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO relationship (resident_id, other_id, relation, note, from_on, recorded_by, agency_id, recorded_at)
      VALUES (\(resident), \(other), \(relation.rawValue), \(note), \(from.stored), \(desk.staff.id), \(desk.staff.agencyID),
        \(desk.now))
      """)
    try changed(desk, household)
  }

  /// Ends a relation (離婚・離縁). Throws ``EditConflict`` when it was ended already.
  static func endRelation(_ desk: WritingDesk, _ household: HouseholdID, relation: Int, until: PartialDate) throws {
    let rows = try desk.writing.run(
      "UPDATE relationship SET until_on = \(until.stored) WHERE id = \(relation) AND until_on IS NULL")
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    try changed(desk, household)
  }

  private static func changed(_ desk: WritingDesk, _ household: HouseholdID) throws {
    try desk.writing.run("UPDATE household SET version = version + 1 WHERE id = \(household)")
  }
}

extension HouseholdRecords {
  /// What counsellors wrote about the members goes with the last case of a household that itself stays.
  static func forgetWords(_ writing: Writing, _ household: HouseholdID) throws {
    try writing.run(
      "UPDATE household_member SET note = '', relation_note = '' WHERE household_id = \(household) AND recorded_by IS NOT NULL")
  }
}
