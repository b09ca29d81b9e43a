import Casework
import Store

/// One consent as its page shows it.
struct ConsentLine: Sendable {
  let id: ConsentID
  let person: ResidentID?
  let isApplication: Bool
  let scope: ConsentScope
  let matters: String
  let exclusions: String
  let how: ConsentForm
  let givenOn: CivilDate
  let untilOn: CivilDate?
  let explainedOn: String
  let explainedBy: String
  let rulesVersion: String
  /// From the first, or by a later word of the person.
  let isReleased: Bool
  let attachment: (id: AttachmentID, name: String)?
  let staff: String
  let agency: String
  let recordedAt: Int
  let named: [String]
  let excluded: [String]
}

/// Asked, refused, withdrawn, released.
struct ConsentEventLine: Sendable {
  let event: String
  let on: CivilDate
  let words: String
  let staff: String
  let agency: String
  let at: Int
}

/// The consent of one person: where it stands and how it came there.
struct ConsentPerson: Sendable {
  /// Nothing for 本人.
  let member: ResidentID?
  let name: String
  let relation: String
  let state: ConsentState
  let hasApplication: Bool
  let inForce: ConsentID?
  let consents: [ConsentLine]
  let events: [ConsentEventLine]
}

enum ConsentQueries {
  /// 本人 first, then the household as far as the viewer may see it.
  static func people(_ desk: Desk, _ opened: OpenedConsents) throws -> [ConsentPerson] {
    let label = try desk.reading.first("SELECT label FROM case_file WHERE id = \(opened.file.id)") { $0.text(0) } ?? ""
    let members = try members(desk, opened)
    let named = try opened.principal.flatMap { try ResidentQueries.registration(desk.reading, $0)?.person.name } ?? ""
    return try [person(desk, opened, member: nil, name: named.isEmpty ? label : named, relation: "本人")]
      + members.map { try person(desk, opened, member: $0.resident, name: $0.name, relation: $0.relation) }
  }

  /// Members of the household who live in it now, 本人 left out.
  static func members(_ desk: Desk, _ opened: OpenedConsents) throws -> [(resident: ResidentID, name: String, relation: String)] {
    try HouseholdQueries.members(desk, opened.file).filter { $0.until == nil && $0.resident != opened.principal }.map {
      ($0.resident, $0.name.isEmpty ? "世帯の方" : $0.name, $0.relationNote.isEmpty ? $0.relation?.label ?? "" : $0.relationNote)
    }
  }

  private static func person(_ desk: Desk, _ opened: OpenedConsents, member: ResidentID?, name: String, relation: String) throws
    -> ConsentPerson
  {
    let history = try ConsentStateQueries.history(desk, opened.file.id, person: member)
    return ConsentPerson(
      member: member, name: name, relation: relation, state: history.state(on: desk.today),
      hasApplication: history.hasApplication(on: desk.today), inForce: history.inForce(on: desk.today),
      consents: try lines(desk, opened, who(opened, member)), events: try events(desk, opened, who(opened, member)))
  }

  static func line(_ desk: Desk, _ opened: OpenedConsents, _ id: ConsentID) throws -> ConsentLine? {
    try lines(desk, opened, "c.id = \(id)").first
  }

  /// The rows of one person as a condition on alias `c`; nothing means 本人.
  private static func who(_ opened: OpenedConsents, _ member: ResidentID?) -> SQL { "c.resident_id IS \(member ?? opened.principal)" }

  private static func lines(_ desk: Desk, _ opened: OpenedConsents, _ which: SQL) throws -> [ConsentLine] {
    let agencies = try desk.reading.rows(
      """
      SELECT g.consent_id, g.is_excluded, \(sql: opened.file.naming("a.name", of: "a.id")) FROM consent_agency g JOIN consent c ON c.id = g.consent_id
        JOIN agency a ON a.id = g.agency_id WHERE c.case_file_id = \(opened.file.id) ORDER BY a.name_kana, a.id
      """
    ) { (consent: $0.id(0) as ConsentID, isExcluded: $0.bool(1), name: $0.text(2)) }
    return try desk.reading.rows(
      """
      SELECT c.id, c.resident_id, c.is_application, c.scope, c.matters, c.exclusions, c.how, c.proxy_writer, c.proxy_reason, c.given_on,
        c.until_on, c.explained_on, c.explained_by, c.rules_version,
        c.releases_earlier OR EXISTS (SELECT 1 FROM consent_event e WHERE e.consent_id = c.id AND e.event = 'released'),
        n.id, n.name, \(sql: opened.file.naming("s.name", of: "a.id")), \(sql: opened.file.naming("a.name", of: "a.id")),
        c.recorded_at
      FROM consent c JOIN staff s ON s.id = c.staff_id JOIN agency a ON a.id = c.agency_id LEFT JOIN attachment n ON n.id = c.attachment_id
        AND \(sql: opened.file.shownAttachments)
      WHERE c.case_file_id = \(opened.file.id) AND \(sql: which) ORDER BY c.id DESC
      """
    ) { row in
      let id: ConsentID = row.id(0)
      return ConsentLine(
        id: id, person: row.optionalID(1), isApplication: row.bool(2), scope: ConsentScope(rawValue: row.text(3)) ?? .named,
        matters: row.text(4), exclusions: row.text(5), how: how(row.text(6), row.text(7), row.text(8)),
        givenOn: CivilDate(iso: row.text(9)) ?? .earliest, untilOn: row.optionalText(10).flatMap { CivilDate(iso: $0) },
        explainedOn: row.text(11), explainedBy: row.text(12), rulesVersion: row.text(13), isReleased: row.bool(14),
        attachment: row.isNull(15) ? nil : (row.id(15), row.text(16)), staff: row.text(17), agency: row.text(18), recordedAt: row.int(19),
        named: agencies.filter { $0.consent == id && !$0.isExcluded }.map(\.name),
        excluded: agencies.filter { $0.consent == id && $0.isExcluded }.map(\.name))
    }
  }

  private static func how(_ stored: String, _ writer: String, _ reason: String) -> ConsentForm {
    switch stored {
    case "proxy": .proxy(writer: writer, reason: reason)
    case "oral": .oral
    default: .signature
    }
  }

  private static func events(_ desk: Desk, _ opened: OpenedConsents, _ which: SQL) throws -> [ConsentEventLine] {
    try desk.reading.rows(
      """
      SELECT c.event, c.on_day, c.words, \(sql: opened.file.naming("s.name", of: "a.id")),
        \(sql: opened.file.naming("a.name", of: "a.id")), c.at FROM consent_event c JOIN staff s ON s.id = c.staff_id
        JOIN agency a ON a.id = c.agency_id WHERE c.case_file_id = \(opened.file.id) AND \(sql: which) ORDER BY c.id DESC
      """
    ) { row in
      ConsentEventLine(
        event: row.text(0), on: CivilDate(iso: row.text(1)) ?? .earliest, words: row.text(2), staff: row.text(3), agency: row.text(4),
        at: row.int(5))
    }
  }
}
