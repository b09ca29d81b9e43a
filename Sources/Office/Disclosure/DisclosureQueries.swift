import Casework
import Foundation
import Store

/// One request in the list (「本人開示の一行」).
struct DisclosureLine: Sendable {
  let id: DisclosureID
  let number: String
  let requesterName: String
  let stage: DisclosureStage
  let dueOn: CivilDate
  let passages: Int
  let undecided: Int
}

/// One passage, with whatever of protected people is in it covered (「開示する一節」).
struct DisclosurePassage: Sendable {
  let id: Int
  let caseNumber: String
  let kind: DisclosureKind
  let nature: PassageNature
  let heading: String
  let day: String
  let agency: String
  let text: String
  let isAboutOthers: Bool
  let terms: [String]
  let decision: PassageDecision?
  let reason: String
  let words: String
  let version: Int

  /// What goes out.
  var result: String? { PassageReview.result(text, decision, terms: terms) }
}

struct DisclosureEventLine: Sendable {
  let event: String
  let words: String
  let staff: String
  let at: Int
}

enum DisclosureQueries {
  static func list(_ desk: Desk) throws -> [DisclosureLine] {
    let found = try desk.reading.rows(
      """
      SELECT d.id, d.number, d.requester_name, d.stage, d.due_on,
        (SELECT count(*) FROM disclosure_passage p WHERE p.disclosure_id = d.id),
        (SELECT count(*) FROM disclosure_passage p WHERE p.disclosure_id = d.id AND p.decision = '')
      FROM disclosure d JOIN resident r ON r.id = d.resident_id
      WHERE NOT \(sql: desk.scope.isMasked(person: "r")) ORDER BY d.stage IN ('finished', 'withdrawn'), d.due_on, d.id DESC LIMIT 200
      """
    ) { row in
      DisclosureLine(
        id: row.id(0), number: row.text(1), requesterName: row.text(2), stage: DisclosureStage(rawValue: row.text(3)) ?? .withdrawn,
        dueOn: CivilDate(iso: row.text(4)) ?? .latest, passages: row.int(5), undecided: row.int(6))
    }
    // Of every case that one of these people has, should a name in here be one that must not show there.
    guard try ProtectionQueries.isAnybodyProtected(desk.reading) else { return found }
    let cases = try desk.reading.rows(
      """
      SELECT DISTINCT c.id FROM disclosure d JOIN resident r ON r.id = d.resident_id JOIN resident x ON x.id = r.id OR x.same_as = r.id OR x.id = r.same_as
        JOIN case_file c ON c.resident_id = x.id WHERE d.id IN \(list: found.map(\.id))
      """
    ) { $0.id(0) as CaseFileID }
    for id in cases { _ = try desk.veil(id) }
    return found
  }

  /// In the order in which they were collected. Nothing of the file of somebody protected, also when the protection came later.
  static func passages(_ desk: Desk, _ opened: OpenedDisclosure, only id: Int? = nil) throws -> [DisclosurePassage] {
    guard opened.showsText else { return [] }
    return try desk.reading.rows(
      """
      SELECT p.id, c.number, p.kind, p.nature, p.heading, p.on_day, p.agency, p.text, p.is_about_others, p.terms, p.decision, p.reason_code,
        p.reason_words, p.version
      FROM disclosure_passage p JOIN case_file c ON c.id = p.case_file_id
      WHERE p.disclosure_id = \(opened.id) AND (\(id) IS NULL OR p.id = \(id))
        AND \(sql: DisclosurePersonQueries.concerns(desk, opened.group)) ORDER BY p.position
      """
    ) { row in
      DisclosurePassage(
        id: row.int(0), caseNumber: row.text(1), kind: DisclosureKind(rawValue: row.text(2)) ?? .note,
        nature: PassageNature(rawValue: row.text(3)) ?? .fact, heading: row.text(4), day: row.text(5), agency: row.text(6),
        text: opened.cover.applied(to: row.text(7)), isAboutOthers: row.bool(8),
        terms: try JSONDecoder().decode([String].self, from: Data(row.text(9).utf8)).filter { opened.cover.found(in: $0).isEmpty },
        decision: PassageDecision(rawValue: row.text(10)), reason: row.text(11), words: opened.cover.applied(to: row.text(12)),
        version: row.int(13))
    }
  }

  /// The words of a text that belong to other people of the same records.
  static func others(_ desk: Desk, _ opened: OpenedDisclosure, in text: String) throws -> [String] {
    try redaction(desk, opened.group).found(in: text)
  }

  static func redaction(_ desk: Desk, _ group: [ResidentID]) throws -> Redaction {
    let files = try DisclosurePersonQueries.files(desk, of: group)
    return Redaction(
      people: try DisclosurePersonQueries.others(desk, files: files, but: group), sparing: try DisclosurePersonQueries.own(desk, group))
  }

  static func events(_ desk: Desk, _ opened: OpenedDisclosure) throws -> [DisclosureEventLine] {
    try desk.reading.rows(
      """
      SELECT e.event, e.words, s.name, max(e.at) FROM disclosure_event e JOIN staff s ON s.id = e.staff_id WHERE e.disclosure_id = \(opened.id)
      GROUP BY e.event, e.words, s.id ORDER BY max(e.id)
      """
    ) { DisclosureEventLine(event: $0.text(0), words: $0.text(1), staff: $0.text(2), at: $0.int(3)) }
  }
}
