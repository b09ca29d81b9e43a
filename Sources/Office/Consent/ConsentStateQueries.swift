import Casework
import Store

/// Where consent stands, for the rules of other capabilities. Facts are rows; ``ConsentHistory`` says what they mean on a day.
enum ConsentStateQueries {
  /// The state of the consent of the person (本人) of a case today, and whether form 1-1 was signed as an application.
  static func ofPerson(_ desk: Desk, _ file: OpenedFile) throws -> (state: ConsentState, hasApplication: Bool) {
    try of(desk, file, person: nil)
  }

  /// The same for one member of the household; nothing means 本人.
  static func of(_ desk: Desk, _ file: OpenedFile, person: ResidentID?) throws -> (state: ConsentState, hasApplication: Bool) {
    let history = try history(desk, file.id, person: person)
    return (history.state(on: desk.today), history.hasApplication(on: desk.today))
  }

  /// Everything that happened to the consent of one person, in the order in which it was recorded; nothing means 本人.
  ///
  /// An event names the consent that was the latest when it was recorded, so that the order does not hang on a clock.
  static func history(_ desk: Desk, _ file: CaseFileID, person: ResidentID?) throws -> ConsentHistory {
    let who: SQL =
      person.map { "resident_id = \($0)" } ?? "resident_id IS (SELECT f.resident_id FROM case_file f WHERE f.id = \(file))"
    let facts = try desk.reading.rows(
      """
      SELECT 'given', given_on, id, until_on, is_application, id AS after, 0 AS later FROM consent
        WHERE case_file_id = \(file) AND \(sql: who)
      UNION ALL SELECT event, on_day, id, NULL, 0, coalesce(consent_id, 0), id FROM consent_event
        WHERE case_file_id = \(file) AND \(sql: who) AND event <> 'released'
      ORDER BY after, later
      """
    ) { row in
      (
        event: row.text(0), on: CivilDate(iso: row.text(1)), id: row.id(2) as ConsentID, until: row.optionalText(3),
        isApplication: row.bool(4)
      )
    }
    return ConsentHistory(
      facts.compactMap { fact in
        guard let on = fact.on, let kind = kind(fact.event, fact.id, fact.until, fact.isApplication) else { return nil }
        return ConsentFact(kind, on: on)
      })
  }

  private static func kind(_ event: String, _ id: ConsentID, _ until: String?, _ isApplication: Bool) -> ConsentFact.Kind? {
    switch event {
    case "given": .given(id, until: until.flatMap { CivilDate(iso: $0) }, isApplication: isApplication)
    case "asked": .asked
    case "refused": .refused
    case "withdrawn": .withdrawn
    default: nil
    }
  }
}
