import Casework
import Store

/// What a search found in reach (「検索結果」). There are no totals: how often a word occurs elsewhere is nobody's business.
struct SearchFindings: Sendable {
  struct Person: Sendable {
    let caseFile: CaseFileID
    let number: String
    let stage: ConsultationStage
    let name: String
    let kana: String
    let otherName: String
    /// Empty where only what was handed over may be seen.
    let birth: String
    /// The case is this person's own; otherwise a member of the household.
    let isOwnCase: Bool
    let touchedAt: Int
  }

  struct Hit: Sendable {
    let note: NoteID
    let caseFile: CaseFileID
    let number: String
    var label: String
    let agencyID: AgencyID
    let agency: String
    let heldOn: String
    let title: String
    let extract: Extract
    let isReplaced: Bool
    /// All of the note, to see whether it may be shown.
    let text: String

    func covered(by kept: KeptBack) -> Hit {
      var hit = self
      hit.label = kept.covering(label)
      return hit
    }
  }

  var cases: [Case] = []
  var people: [Person] = []
  var hasMorePeople = false
  var notes: [Hit] = []
  var hasMoreNotes = false
}

/// Names and notes, within the scope of who asks.
///
/// The bigram phrase finds exactly the texts in which the folded term stands. The words of notes and the names of people lie in the index
/// once for each agency that may read them, so a walk meets no hit of others; that each may be read is asked again all the same.
enum SearchQueries {
  static let perPage = 20

  /// Nothing when the term folds to nothing.
  static func find(_ desk: Desk, _ scope: Scope, _ search: SearchInput) throws -> SearchFindings? {
    guard let phrase = scope.namePhrase(search.term) else { return nil }
    var found = SearchFindings()
    if search.part == .both { found.cases = try CaseSearchQueries.find(desk, scope, search.term) }
    if search.part != .notes {
      let people = try people(desk, scope, phrase, page: search.page)
      found.people = Array(people.prefix(perPage))
      found.hasMorePeople = people.count > perPage && search.page < SearchInput.deepest
    }
    if search.part != .people {
      let notes = try shownNotes(desk, scope, search)
      found.notes = Array(notes.prefix(perPage))
      found.hasMoreNotes = notes.count > perPage
    }
    desk.note("search")
    let cases = found.cases.isEmpty ? "" : "事例\(found.cases.count)件 "
    desk.note(detail: "「\(search.term)」 \(cases)人\(found.people.count)件 記録\(found.notes.count)件")
    return found
  }

  /// Pages of hits that are walked through for one page that may be shown.
  private static let mostWalks = 20

  /// The same without hits whose text holds what is kept back for a protected person: they are no hits, and leave no gap.
  private static func shownNotes(_ desk: Desk, _ scope: Scope, _ search: SearchInput) throws -> [SearchFindings.Hit] {
    guard let phrase = scope.phrase(search.term) else { return [] }
    var shown: [SearchFindings.Hit] = []
    var before = search.before
    for _ in 0..<mostWalks {
      let found = try notes(desk, scope, phrase, search, before: before)
      let veil = try ListVeil(desk, cases: found.map(\.caseFile))
      shown += found.compactMap { hit in
        guard let kept = veil[hit.caseFile] else { return hit }
        return kept.stands(in: hit.text) || kept.agencies.contains(hit.agencyID) ? nil : hit.covered(by: kept)
      }
      guard shown.count <= perPage, found.count > perPage else { break }
      before = found.last?.note
    }
    return Array(shown.prefix(perPage + 1))
  }

  /// Notes in reach, latest first, one more than a page shows.
  ///
  /// - Parameter phrase: as ``Scope/phrase(_:)`` makes it.
  static func notes(
    _ desk: Desk, _ scope: Scope, _ phrase: String, _ search: SearchInput, before: NoteID?
  ) throws -> [SearchFindings.Hit] {
    let term = JapaneseText.folded(search.term)
    return try desk.reading.rows(notesSQL(scope, phrase, before: before)) { row in
      SearchFindings.Hit(
        note: row.id(0), caseFile: row.id(1), number: row.text(2), label: row.text(3), agencyID: row.id(11), agency: row.text(4),
        heldOn: row.text(5), title: row.text(6),
        extract: Extract(of: [row.text(7), row.text(8), row.text(9)].joined(separator: "\n"), around: term, typed: search.term),
        isReplaced: row.bool(10), text: (6...9).map { row.text($0) }.joined(separator: "\n"))
    }
  }

  static func notesSQL(_ scope: Scope, _ phrase: String, before: NoteID?) -> SQL {
    let page: SQL = before.map { "AND t.rowid < (\(scope.agency) << 32 | \($0))" } ?? ""
    return """
      SELECT n.id, n.case_file_id, c.number, c.label, a.name, n.held_on, n.title, n.facts, n.opinion, n.next_action,
        EXISTS (SELECT 1 FROM note later WHERE later.replaces = n.id), a.id
      FROM note_text t CROSS JOIN note n ON n.id = t.rowid & 4294967295
        JOIN case_file c ON c.id = n.case_file_id JOIN agency a ON a.id = n.agency_id
      WHERE t.note_text MATCH \(phrase) \(sql: page) AND \(sql: scope.readableNotes) ORDER BY t.rowid DESC LIMIT \(perPage + 1)
      """
  }
}

extension SearchQueries {
  /// People of cases in reach, latest activity first, one more than a page shows.
  ///
  /// - Parameter phrase: as ``Scope/namePhrase(_:)`` makes it.
  static func people(_ desk: Desk, _ scope: Scope, _ phrase: String, page: Int) throws -> [SearchFindings.Person] {
    try desk.reading.rows(peopleSQL(scope, phrase, page: page)) { row in
      SearchFindings.Person(
        caseFile: row.id(0), number: row.text(1), stage: ConsultationStage(rawValue: row.text(2)) ?? .received, name: row.text(3),
        kana: row.text(4), otherName: row.text(5), birth: row.text(6), isOwnCase: row.bool(7), touchedAt: row.int(8))
    }
  }

  /// A member of a household is found only through a ground that reaches the whole case.
  static func peopleSQL(_ scope: Scope, _ phrase: String, page: Int) -> SQL {
    """
    SELECT c.id, c.number, c.stage, r.name, r.name_kana, r.other_name,
      CASE WHEN max(g.reach = 'team') THEN r.birth ELSE '' END, f.is_own, max(g.touched_at) AS touched
    FROM (
      SELECT c.resident_id AS person, c.id AS case_file, 1 AS is_own
      FROM resident_text t CROSS JOIN case_file c ON c.resident_id = t.rowid & 4294967295
      WHERE t.resident_text MATCH \(phrase)
      UNION ALL
      SELECT m.resident_id, c.id, 0
      FROM resident_text t CROSS JOIN household_member m ON m.resident_id = t.rowid & 4294967295 AND m.until_on IS NULL
        CROSS JOIN case_file c ON c.household_id = m.household_id
      WHERE t.resident_text MATCH \(phrase) AND c.resident_id IS NOT m.resident_id
    ) f CROSS JOIN case_ground g ON g.case_file_id = f.case_file CROSS JOIN case_file c ON c.id = f.case_file
      CROSS JOIN resident r ON r.id = f.person
    WHERE \(sql: scope.grounds) AND (f.is_own = 1 OR g.reach = 'team')
      AND (f.is_own = 1 OR NOT \(sql: scope.isHidden(person: "r", in: principal)))
    GROUP BY c.id, r.id ORDER BY touched DESC, c.id, r.id LIMIT \(perPage + 1) OFFSET \(page * perPage)
    """
  }

  /// The first record of the person of the case.
  private static let principal: SQL = "(SELECT coalesce(q.same_as, q.id) FROM resident q WHERE q.id = c.resident_id)"
}
