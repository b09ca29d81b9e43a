import Casework
import Store

/// Whom the consent of the person covers, for the rules of access.
enum ConsentCoverQueries {
  /// May this agency be told, by the consent that holds today? The consent covers the team, or names agencies; an excluded one never.
  static func covers(_ desk: Desk, _ file: OpenedFile, agency: AgencyID) throws -> Bool {
    guard try ConsentStateQueries.ofPerson(desk, file).state == .given, let consent = try latest(desk, file) else { return false }
    let named = try desk.reading.first(
      "SELECT is_excluded FROM consent_agency WHERE consent_id = \(consent.id) AND agency_id = \(agency)"
    ) { $0.bool(0) }
    return named.map { !$0 } ?? (consent.scope == "team")
  }

  /// The moment from which other agencies' notes may be read: 0 when the person released the earlier ones.
  static func notesSince(_ desk: Desk, _ file: OpenedFile) throws -> Int {
    guard let consent = try latest(desk, file) else { return desk.now }
    let isReleased =
      try consent.releases
      || desk.reading.exists("SELECT 1 FROM consent_event WHERE consent_id = \(consent.id) AND event = 'released'")
    return isReleased ? 0 : consent.at
  }

  private static func latest(_ desk: Desk, _ file: OpenedFile) throws -> (id: ConsentID, scope: String, releases: Bool, at: Int)? {
    try desk.reading.first(
      """
      SELECT id, scope, releases_earlier, recorded_at FROM consent WHERE case_file_id = \(file.id)
        AND resident_id IS (SELECT f.resident_id FROM case_file f WHERE f.id = \(file.id)) ORDER BY id DESC LIMIT 1
      """
    ) { ($0.id(0), $0.text(1), $0.bool(2), $0.int(3)) }
  }
}
