import Casework
import Store

/// One thing that was told about the family, as the page lists it.
struct FamilyFactLine: Sendable {
  let id: Int
  let fact: FamilyFact
  let agency: String
  let staff: String
  /// Seconds since 1970.
  let at: Int
  /// When it stopped standing; nothing while it stands.
  let endedAt: Int?
}

/// The family of a case as this viewer may know it: nobody else is in it, not even as a gap.
struct FamilyView: Sendable {
  let household: HouseholdID?
  /// 0 as long as nothing was told or moved.
  let version: Int
  let record: FamilyRecord
  /// What stands.
  let facts: [FamilyFactLine]
  /// What no longer stands, latest first.
  let ended: [FamilyFactLine]
  let hints: GenogramHints
  private let residents: [PersonKey: ResidentID]

  fileprivate init(
    household: HouseholdID?, version: Int, record: FamilyRecord, facts: [FamilyFactLine], hints: GenogramHints,
    residents: [PersonKey: ResidentID]
  ) {
    self.household = household
    self.version = version
    self.record = record
    self.facts = facts.filter { $0.endedAt == nil }
    ended = facts.filter { $0.endedAt != nil }.sorted { ($0.endedAt ?? 0, $0.id) > ($1.endedAt ?? 0, $1.id) }
    self.hints = hints
    self.residents = residents
  }

  func resident(_ key: PersonKey) -> ResidentID? { residents[key] }

  var people: [GenogramPerson] { record.members.map(\.person) }
  var keys: Set<PersonKey> { Set(residents.keys) }
  var derived: DerivedGenogram { Genogram.derived(from: record, told: facts.map(\.fact)) }
  var genogram: Genogram { derived.genogram }

  /// 「架空 花子（母）」
  func name(_ key: PersonKey) -> String {
    guard let member = record.members.first(where: { $0.person.key == key }) else { return "" }
    let relation = member.person.relation ?? member.relation.label
    return member.person.name.map { "\($0)（\(relation)）" } ?? relation
  }
}

/// Whoever must not be known of to the viewer is left out here, before anything is derived: nothing of a drawing can hint at them.
enum FamilyQueries {
  static func family(_ desk: Desk, _ file: OpenedFile) throws -> FamilyView {
    guard file.reach == .team, let household = try CaseFileQueries.people(desk, file).household else {
      return FamilyView(household: nil, version: 0, record: FamilyRecord(), facts: [], hints: GenogramHints(), residents: [:])
    }
    var seen: Set<ResidentID> = []
    let members = try HouseholdQueries.members(desk, file).filter { seen.insert($0.resident).inserted }
    let residents = members.map(\.resident)
    let sexes = try sexes(desk, residents)
    let record = FamilyRecord(
      members: members.map { member($0, sexes[$0.resident] ?? .unknown, file) }, kinships: try kinships(desk, residents))
    let keys = Dictionary(residents.map { (PersonKey.resident($0), $0) }, uniquingKeysWith: { first, _ in first })
    return FamilyView(
      household: household, version: try version(desk, household), record: record,
      facts: try facts(desk, file, household, residents), hints: try hints(desk, household, residents), residents: keys)
  }

  private static func member(_ member: MemberView, _ sex: Sex, _ file: OpenedFile) -> FamilyRecord.Member {
    let name = member.name.isEmpty ? member.kana : member.name
    let relation = member.relationNote.isEmpty ? nil : file.keptBack.covering(member.relationNote)
    return FamilyRecord.Member(
      GenogramPerson(
        .resident(member.resident), sex, name: name.isEmpty ? nil : file.keptBack.covering(name), relation: relation,
        birth: PartialDate(stored: member.birth) ?? .unknown),
      member.relation ?? .other, livesTogether: member.livesTogether && member.until == nil)
  }

  private static func sexes(_ desk: Desk, _ residents: [ResidentID]) throws -> [ResidentID: Sex] {
    let rows = try desk.reading.rows("SELECT id, sex FROM resident WHERE id IN \(list: residents)") { row in
      (row.id(0) as ResidentID, Sex(rawValue: row.text(1)) ?? .unknown)
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Both people are among those whom the viewer may know.
  private static func kinships(_ desk: Desk, _ residents: [ResidentID]) throws -> [FamilyRecord.Kinship] {
    try desk.reading.rows(
      """
      SELECT resident_id, other_id, relation FROM relationship
      WHERE resident_id IN \(list: residents) AND other_id IN \(list: residents) AND until_on IS NULL ORDER BY id
      """
    ) { row in
      Relation(rawValue: row.text(2)).map { FamilyRecord.Kinship(of: .resident(row.id(0)), $0, .resident(row.id(1))) }
    }.compactMap(\.self)
  }

  private static func version(_ desk: Desk, _ household: HouseholdID) throws -> Int {
    try desk.reading.first("SELECT version FROM genogram WHERE household_id = \(household)") { $0.int(0) } ?? 0
  }

  private static func facts(_ desk: Desk, _ file: OpenedFile, _ household: HouseholdID, _ residents: [ResidentID]) throws
    -> [FamilyFactLine]
  {
    try desk.reading.rows(
      """
      SELECT f.id, f.topic, f.kind, f.resident_id, f.other_id, f.from_on, f.until_on, \(sql: file.naming("a.name", of: "a.id")),
        \(sql: file.naming("s.name", of: "a.id")), f.recorded_at, f.ended_at
      FROM family_fact f JOIN agency a ON a.id = f.agency_id JOIN staff s ON s.id = f.recorded_by
      WHERE f.household_id = \(household) AND f.resident_id IN \(list: residents)
        AND (f.other_id IS NULL OR f.other_id IN \(list: residents)) ORDER BY f.id
      """
    ) { row -> FamilyFactLine? in
      guard let topic = FamilyTopic(rawValue: row.text(1)) else { return nil }
      let fact = FamilyFact(
        topic, row.text(2), about: .resident(row.id(3)), other: (row.optionalID(4) as ResidentID?).map(PersonKey.resident),
        from: PartialDate(stored: row.text(5)) ?? .unknown, until: PartialDate(stored: row.text(6)) ?? .unknown)
      return FamilyFactLine(
        id: row.int(0), fact: fact, agency: row.text(7), staff: row.text(8), at: row.int(9), endedAt: row.optionalInt(10))
    }.compactMap(\.self)
  }

  /// Only the order counts, so that nobody's absence leaves a gap.
  private static func hints(_ desk: Desk, _ household: HouseholdID, _ residents: [ResidentID]) throws -> GenogramHints {
    let places = try desk.reading.rows(
      "SELECT resident_id, place FROM genogram_place WHERE household_id = \(household) AND resident_id IN \(list: residents)"
    ) { (PersonKey.resident($0.id(0)), Double($0.int(1))) }
    return GenogramHints(Dictionary(places, uniquingKeysWith: { first, _ in first }), keepsDistances: false)
  }
}
