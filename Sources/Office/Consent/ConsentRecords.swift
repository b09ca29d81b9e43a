import Casework
import Store

/// The only writer of `consent`, `consent_agency` and `consent_event`. Nothing here is ever changed: what follows is another fact.
enum ConsentRecords {
  enum Event: String, Sendable {
    case asked, refused, withdrawn, released
  }

  static func add(
    _ desk: WritingDesk, _ opened: OpenedConsents, _ consent: GivenConsent, member: ResidentID?, paper: AttachmentID?
  ) throws -> ConsentID {
    let how = stored(consent.how)
    let row = try desk.writing.insert(
      """
      INSERT INTO consent (case_file_id, resident_id, is_application, scope, matters, exclusions, how, proxy_writer, proxy_reason, given_on,
        until_on, explained_on, explained_by, rules_version, releases_earlier, attachment_id, staff_id, agency_id, recorded_at)
      VALUES (\(opened.file.id), \(member ?? opened.principal), \(consent.isApplication), \(consent.scope.rawValue), \(consent.matters),
        \(consent.exclusions), \(how.how), \(how.writer), \(how.reason), \(consent.on?.iso ?? ""), \(consent.until?.iso),
        \(consent.explainedOn?.iso ?? ""), \(consent.explainedBy), \(consent.rulesVersion), \(consent.releasesEarlier), \(paper),
        \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    let id = ConsentID(Int(row))
    for (agencies, isExcluded) in [(consent.named, false), (consent.excluded, true)] {
      for agency in agencies.sorted(by: { $0.rawValue < $1.rawValue }) {
        try desk.writing.run(
          "INSERT INTO consent_agency (consent_id, agency_id, is_excluded) VALUES (\(id), \(agency), \(isExcluded))")
      }
    }
    try CaseFileRecords.touch(desk, opened.file.id)
    desk.note("consent \(id)", caseFile: opened.file.id)
    return id
  }

  /// An event names the latest consent of the person, so that the order of facts does not hang on a clock.
  static func add(
    _ desk: WritingDesk, _ opened: OpenedConsents, _ event: Event, member: ResidentID?, on day: CivilDate, words: String
  ) throws {
    let person = member ?? opened.principal
    try desk.writing.run(
      """
      INSERT INTO consent_event (case_file_id, resident_id, consent_id, event, on_day, words, staff_id, agency_id, at)
      VALUES (\(opened.file.id), \(person),
        (SELECT max(id) FROM consent WHERE case_file_id = \(opened.file.id) AND resident_id IS \(person)),
        \(event.rawValue), \(day.iso), \(words), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    try CaseFileRecords.touch(desk, opened.file.id)
    desk.note("consents", caseFile: opened.file.id)
    desk.note(detail: event.rawValue)
  }

  private static func stored(_ how: ConsentForm?) -> (how: String, writer: String, reason: String) {
    switch how {
    case .proxy(let writer, let reason): ("proxy", writer, reason)
    case .oral: ("oral", "", "")
    case .signature, nil: ("signature", "", "")
    }
  }
}
