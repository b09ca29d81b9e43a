import Casework
import Store

/// Where consent stands, for the rules of other capabilities.
enum ConsentStateQueries {
  /// The state of the consent of the person (本人) of a case today, and whether form 1-1 was signed as an application.
  static func ofPerson(_ desk: Desk, _ file: OpenedFile) throws -> (state: ConsentState, hasApplication: Bool) {
    try of(desk, file, person: nil)
  }

  /// The same for one member of the household; nothing means 本人.
  static func of(_ desk: Desk, _ file: OpenedFile, person: ResidentID?) throws -> (state: ConsentState, hasApplication: Bool) {
    let who: SQL =
      person.map { "resident_id = \($0)" }
      ?? "resident_id IS (SELECT f.resident_id FROM case_file f WHERE f.id = \(file.id))"
    let given = try desk.reading.first(
      """
      SELECT id, until_on, is_application, recorded_at FROM consent WHERE case_file_id = \(file.id) AND \(sql: who) ORDER BY id DESC LIMIT 1
      """
    ) { (id: $0.int(0), until: $0.optionalText(1), isApplication: $0.bool(2), at: $0.int(3)) }
    let last = try desk.reading.first(
      """
      SELECT event, consent_id, at FROM consent_event WHERE case_file_id = \(file.id) AND \(sql: who) AND event <> 'released'
      ORDER BY id DESC LIMIT 1
      """
    ) { (event: $0.text(0), consent: $0.optionalInt(1), at: $0.int(2)) }
    guard let given else { return (last.map { state($0.event) } ?? .notAsked, false) }
    if let last, last.consent == given.id || last.at > given.at, last.event != "asked" { return (state(last.event), false) }
    if let until = given.until, until < desk.today.iso { return (.expired, false) }
    return (.given, given.isApplication)
  }

  private static func state(_ event: String) -> ConsentState {
    switch event {
    case "asked": .asking
    case "refused": .refused
    case "withdrawn": .withdrawn
    default: .notAsked
    }
  }
}
