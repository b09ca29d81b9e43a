import Casework
import Store

/// Whom the consent of the person covers, for the rules of access.
enum ConsentCoverQueries {
  /// May this agency be told, by the consent that holds today? The consent covers the team, or names agencies; an excluded one never.
  static func covers(_ desk: Desk, _ file: OpenedFile, agency: AgencyID) throws -> Bool {
    try covers(desk, file.id, agency: agency)
  }

  /// The same where only the number of the case is known: for an agency that was asked and may not open the case.
  static func covers(_ desk: Desk, _ file: CaseFileID, agency: AgencyID) throws -> Bool {
    try cover(desk, file)?.covers(agency) ?? false
  }

  /// Whom the consent that holds today covers; nothing when none holds.
  static func cover(_ desk: Desk, _ file: CaseFileID) throws -> GivenConsent? {
    guard let found = try inForce(desk, file) else { return nil }
    var consent = GivenConsent()
    consent.scope = ConsentScope(rawValue: found.scope) ?? .named
    let agencies = try desk.reading.rows("SELECT agency_id, is_excluded FROM consent_agency WHERE consent_id = \(found.id)") {
      ($0.id(0) as AgencyID, $0.bool(1))
    }
    for (agency, isExcluded) in agencies { if isExcluded { consent.excluded.insert(agency) } else { consent.named.insert(agency) } }
    return consent
  }

  /// The moment from which other agencies' notes may be read: 0 when the person released the earlier ones.
  static func notesSince(_ desk: Desk, _ file: OpenedFile) throws -> Int {
    guard let consent = try inForce(desk, file.id) else { return desk.now }
    let isReleased =
      try consent.releases
      || desk.reading.exists("SELECT 1 FROM consent_event WHERE consent_id = \(consent.id) AND event = 'released'")
    return isReleased ? 0 : consent.at
  }

  private static func inForce(_ desk: Desk, _ file: CaseFileID) throws -> (id: ConsentID, scope: String, releases: Bool, at: Int)? {
    guard let id = try ConsentStateQueries.history(desk, file, person: nil).inForce(on: desk.today) else { return nil }
    return try desk.reading.first("SELECT id, scope, releases_earlier, recorded_at FROM consent WHERE id = \(id)") {
      ($0.id(0), $0.text(1), $0.bool(2), $0.int(3))
    }
  }
}
