import Casework
import Store

/// Somebody the searcher may see who may be the person of the consultation (「同じ人かもしれない人」).
struct SamePersonCandidate: Sendable {
  struct CaseLink: Sendable {
    let id: CaseFileID
    let number: String
    let stage: ConsultationStage
  }

  let resident: KnownResident
  let likeness: Likeness
  /// The person's cases in reach, latest first; empty for somebody known as a member of a household only.
  let cases: [CaseLink]
}

/// What a search before create found (「同じ人の確認」).
struct SamePersonFinding: Sendable {
  /// Within the searcher's reach, most alike first.
  let candidates: [SamePersonCandidate]
  /// Anything else the office has on record that fits name and date of birth: from the resident extract, a household or a case out of
  /// reach. Which of them, and how many, is never shown. See docs/decisions/0009-search-before-create.md.
  let onRecord: OnRecord?

  struct OnRecord: Sendable {
    /// Never leaves the server.
    let identity: ResidentID
  }

  var isEmpty: Bool { candidates.isEmpty && onRecord == nil }
}

enum SamePersonQueries {
  /// Candidates a page shows at most; more than that is no help.
  static let most = 10

  private struct Found {
    let known: KnownResident
    let identity: ResidentID
    let isInReach: Bool
  }

  /// Looks for the person under name, reading and date of birth, whatever the spelling.
  static func find(_ desk: Desk, _ scope: Scope, _ person: PersonFacts) throws -> SamePersonFinding {
    let found = try lookUp(desk, scope, person)
    var seen: Set<ResidentID> = []
    var candidates: [SamePersonCandidate] = []
    for line in found where line.isInReach {
      seen.insert(line.identity)
      guard let likeness = SamePerson.likeness(person, line.known.person.facts) else { continue }
      candidates.append(
        SamePersonCandidate(resident: line.known, likeness: likeness, cases: try cases(desk, scope, of: line.known.id)))
    }
    candidates.sort { ($1.likeness.degree, $0.resident.id.number) < ($0.likeness.degree, $1.resident.id.number) }
    return SamePersonFinding(
      candidates: Array(candidates.prefix(most)), onRecord: onRecord(person, found.filter { !$0.isInReach && !seen.contains($0.identity) }))
  }

  /// Out of reach only what the searcher already knows is compared, name and full date of birth, and the answer is one yes or none at all.
  private static func onRecord(_ person: PersonFacts, _ found: [Found]) -> SamePersonFinding.OnRecord? {
    guard person.birth.isExact else { return nil }
    let asked = PersonFacts(name: person.name, birth: person.birth)
    let fitting = found.compactMap { line -> (ResidentID, Likeness.Degree)? in
      guard line.known.person.facts.birth == person.birth else { return nil }
      let facts = PersonFacts(name: line.known.person.facts.name, birth: line.known.person.facts.birth)
      return SamePerson.likeness(asked, facts).flatMap { $0.degree >= .strong ? (line.identity, $0.degree) : nil }
    }
    let best = fitting.min { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
    return best.map { SamePersonFinding.OnRecord(identity: $0.0) }
  }

  /// Is this person the one of a case in reach, or of the household of one?
  static func isInReach(_ desk: Desk, _ scope: Scope, _ id: ResidentID) throws -> Bool {
    try desk.reading.exists(
      "SELECT 1 FROM resident r WHERE r.id = \(id) AND \(sql: inReach(scope)) AND \(sql: isSomebody(desk, scope))")
  }

  private static func inReach(_ scope: Scope) -> SQL {
    """
    (EXISTS (SELECT 1 FROM case_file c WHERE c.resident_id = r.id AND \(sql: scope.holds(case: "c.id")))
      OR EXISTS (SELECT 1 FROM household_member m JOIN case_file c ON c.household_id = m.household_id
        WHERE m.resident_id = r.id AND \(sql: scope.shares(case: "c.id"))))
    """
  }

  private static func lookUp(_ desk: Desk, _ scope: Scope, _ person: PersonFacts) throws -> [Found] {
    let written = person.name?.written ?? ""
    let kana = person.name?.kana ?? ""
    let names = [NameKey.of(written), NameKey.ofKana(kana)].filter { !$0.isEmpty }
    let readings = [NameKey.ofKana(kana), KanaReading.isReading(written) ? NameKey.ofKana(written) : ""].filter { !$0.isEmpty }
    let birth = person.birth.isExact ? person.birth.stored : "-"
    let found = try desk.reading.rows(
      """
      SELECT \(raw: ResidentQueries.columns), coalesce(r.same_as, r.id), \(sql: inReach(scope)), \(sql: masking(desk, scope))
      FROM resident r WHERE (r.name_key IN \(list: names) OR r.kana_key IN \(list: readings) OR r.birth = \(birth))
        AND \(sql: isSomebody(desk, scope))
      ORDER BY r.id LIMIT 500
      """
    ) { Found(known: masked(ResidentQueries.known($0), $0.bool(19)), identity: $0.id(17), isInReach: $0.bool(18)) }
    return found
  }

  /// Contacts of a protected person are kept back from who is not cleared.
  private static func masking(_ desk: Desk, _ scope: Scope) throws -> SQL {
    try ProtectionQueries.isAnybodyProtected(desk.reading) ? scope.isMasked(person: "r") : "0"
  }

  /// A protected person who must not be known of is nobody: no candidate and no hint that somebody is on record. The same for everybody
  /// protected from somebody to whom the viewer is tied.
  static func isSomebody(_ desk: Desk, _ scope: Scope) throws -> SQL {
    guard try ProtectionQueries.isAnybodyProtected(desk.reading) else { return "1" }
    let onlooker = Onlooker(staff: scope.staff, agency: scope.agency)
    return """
      (NOT \(sql: onlooker.isBarred(from: "r")) AND (NOT \(sql: onlooker.isHidden(person: "r"))
        OR EXISTS (SELECT 1 FROM case_file c WHERE c.resident_id = r.id AND \(sql: scope.holds(case: "c.id")))))
      """
  }

  private static func masked(_ known: KnownResident, _ isMasked: Bool) -> KnownResident {
    guard isMasked else { return known }
    var known = known
    known.person.facts.address = nil
    known.person.facts.phoneHome = nil
    known.person.facts.phoneMobile = nil
    known.person.facts.email = nil
    known.person.postalCode = ""
    known.person.phoneNote = ""
    return known
  }

  private static func cases(_ desk: Desk, _ scope: Scope, of id: ResidentID) throws -> [SamePersonCandidate.CaseLink] {
    try desk.reading.rows(
      """
      SELECT c.id, c.number, c.stage FROM case_file c
      WHERE c.resident_id = \(id) AND \(sql: scope.holds(case: "c.id")) ORDER BY c.id DESC LIMIT 5
      """
    ) { SamePersonCandidate.CaseLink(id: $0.id(0), number: $0.text(1), stage: ConsultationStage(rawValue: $0.text(2)) ?? .received) }
  }
}

extension Scope {
  /// Case files whose whole content the team shares, as a condition on a case number column named by trusted text.
  ///
  /// The members of a household are part of that content; a case handed over without the person's agreement does not show them (R-15).
  func shares(case column: String) -> SQL {
    "EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = \(raw: column) AND g.reach = 'team' AND \(sql: grounds))"
  }
}
