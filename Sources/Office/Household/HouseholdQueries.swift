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
  /// Somebody has told that the person died (聞いたことの記録).
  let isDead: Bool
  /// The viewer's agency wrote the remark, or may write one.
  let isRemarkOwn: Bool

  /// 「同居」「別居」, or that the person lives no more.
  var lives: String { isDead ? "死亡" : livesTogether ? "同居" : "別居" }
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
    return HouseholdView(members: try members(desk, file), relations: try people.household.map { try relations(desk, file, $0) } ?? [])
  }

  /// Everybody who belongs or belonged to the household of the case; those who left come last.
  static func members(_ desk: Desk, _ file: OpenedFile) throws -> [MemberView] {
    guard file.reach == .team else { return [] }
    return try desk.reading.rows(
      """
      SELECT m.id, r.id, r.name, r.name_kana, r.birth, m.relation, m.relation_note, m.lives_together,
        CASE WHEN m.note <> '' AND \(sql: MemberRemark(desk, file.agency, in: file.id).isShown) THEN m.note ELSE '' END, m.from_on, m.until_on,
        EXISTS (SELECT 1 FROM family_fact d WHERE d.household_id = m.household_id AND d.resident_id = m.resident_id AND d.topic = 'death'
          AND d.ended_at IS NULL),
        m.agency_id IS \(file.agency)
      FROM case_file c JOIN household_member m ON m.household_id = c.household_id JOIN resident r ON r.id = m.resident_id
      WHERE c.id = \(file.id) AND NOT \(sql: file.isHidden(person: "r")) ORDER BY m.until_on IS NOT NULL, m.id
      """
    ) { row in
      MemberView(
        id: row.int(0), resident: row.id(1), name: row.text(2), kana: row.text(3), birth: row.text(4),
        relation: Relation(rawValue: row.text(5)), relationNote: row.text(6), livesTogether: row.bool(7), note: row.text(8),
        from: date(row.text(9)), until: row.optionalText(10).map(date), isDead: row.bool(11),
        isRemarkOwn: row.bool(12))
    }
  }

  /// Relations between members of one household. One to somebody outside it would show a person whose case is not open.
  /// A remark on a relation is about two people and stays with the agency that made it.
  private static func relations(_ desk: Desk, _ file: OpenedFile, _ household: HouseholdID) throws -> [RelationshipView] {
    try desk.reading.rows(
      """
      SELECT DISTINCT l.id, r.name, o.name, l.relation, CASE WHEN l.agency_id = \(file.agency) THEN l.note ELSE '' END, l.from_on, l.until_on
      FROM household_member m JOIN relationship l ON l.resident_id = m.resident_id JOIN resident r ON r.id = l.resident_id
        JOIN resident o ON o.id = l.other_id
      WHERE m.household_id = \(household) AND EXISTS (SELECT 1 FROM household_member x
        WHERE x.household_id = m.household_id AND x.resident_id = l.other_id)
        AND NOT \(sql: file.isHidden(person: "r")) AND NOT \(sql: file.isHidden(person: "o"))
      ORDER BY l.until_on IS NOT NULL, l.id
      """
    ) { row in
      RelationshipView(
        id: row.int(0), resident: row.text(1), other: row.text(2), relation: Relation(rawValue: row.text(3)), note: row.text(4),
        from: date(row.text(5)), until: row.optionalText(6).map(date))
    }
  }

  /// The household of an opened case, if it has one.
  static func household(_ desk: Desk, of file: OpenedFile) throws -> HouseholdID? {
    try desk.reading.first("SELECT household_id FROM case_file WHERE id = \(file.id)") { $0.optionalID(0) } ?? nil
  }

  /// How often a household was changed.
  static func version(_ desk: Desk, _ household: HouseholdID) throws -> Int {
    try desk.reading.first("SELECT version FROM household WHERE id = \(household)") { $0.int(0) } ?? 0
  }

  /// Whether a person belongs to a household now.
  static func holds(_ desk: Desk, _ household: HouseholdID, _ resident: ResidentID) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM household_member WHERE household_id = \(household) AND resident_id = \(resident) AND until_on IS NULL")
  }

  /// Somebody of the household of whom the viewer must not know (支援措置).
  static func isHiddenMember(_ desk: Desk, _ file: OpenedFile, _ resident: ResidentID) throws -> Bool {
    try desk.reading.exists("SELECT 1 FROM resident r WHERE r.id = \(resident) AND \(sql: file.isHidden(person: "r"))")
  }

  private static func date(_ stored: String) -> PartialDate { PartialDate(stored: stored) ?? .unknown }
}

/// Who may read what an agency remarked about a member of a household (「世帯員の備考」).
///
/// 世帯は個人の集まり: the consent of 本人 is no consent of the others. The agency that made the remark reads it, an agency that the member's own
/// consent covers today, and an agency that sees the member's own case. To others the row is there without it.
/// Source: reference §3.6, §8.1; issue "Who may see what": household ≠ person.
struct MemberRemark {
  private let desk: Desk
  private let agency: AgencyID
  private let file: CaseFileID

  init(_ desk: Desk, _ agency: AgencyID, in file: CaseFileID) {
    self.desk = desk
    self.agency = agency
    self.file = file
  }

  /// A condition on aliases `m` of `household_member` and `r` of `resident`.
  var isShown: SQL { "(m.agency_id = \(agency) OR \(sql: isOnOwnTeam) OR \(sql: isCovered))" }

  private var isOnOwnTeam: SQL {
    """
    EXISTS (SELECT 1 FROM resident w JOIN case_file o ON o.resident_id = w.id JOIN case_ground h ON h.case_file_id = o.id
      WHERE (w.id = coalesce(r.same_as, r.id) OR w.same_as = coalesce(r.same_as, r.id)) AND h.agency_id = \(agency) AND h.is_open = 1
        AND h.reach = 'team')
    """
  }

  /// The member's latest consent in this case holds today and names the agency, or the team without it being left out.
  private var isCovered: SQL {
    """
    EXISTS (SELECT 1 FROM consent k WHERE k.case_file_id = \(file) AND k.resident_id = r.id
      AND k.id = (SELECT max(l.id) FROM consent l WHERE l.case_file_id = k.case_file_id AND l.resident_id = k.resident_id)
      AND (k.until_on IS NULL OR k.until_on >= \(desk.today.iso))
      AND NOT EXISTS (SELECT 1 FROM consent_event e WHERE e.case_file_id = k.case_file_id AND e.resident_id = k.resident_id
        AND e.event IN ('withdrawn', 'refused') AND (e.consent_id = k.id OR e.at > k.recorded_at))
      AND coalesce((SELECT n.is_excluded = 0 FROM consent_agency n WHERE n.consent_id = k.id AND n.agency_id = \(agency)), k.scope = 'team'))
    """
  }
}
