import Casework
import Store

/// A 情報提供の依頼, opened for the agency that was asked or for who asks (「開いた情報提供の依頼」).
///
/// Only the check below makes one. It opens what was asked, never the case behind it.
struct OpenedInformationRequest: Sendable {
  let id: InformationRequestID
  let caseFile: CaseFileID
  let coordination: CoordinationID
  let toAgency: AgencyID
  let toName: String
  let fromName: String
  let state: InformationRequestState
  let version: Int
  /// The viewer's agency was asked.
  let isAsked: Bool
  /// 多機関協働 (or the town, which looks on), behind the check of the case; nothing for the agency that was asked.
  let asker: OpenedCoordination?

  fileprivate init(_ row: Row, asker: OpenedCoordination?, agency: AgencyID) {
    id = row.id(0)
    caseFile = row.id(1)
    coordination = row.id(2)
    toAgency = row.id(3)
    toName = row.text(4)
    fromName = row.text(5)
    state = InformationRequestState(rawValue: row.text(6)) ?? .withdrawn
    version = row.int(7)
    isAsked = toAgency == agency
    self.asker = asker
  }

  /// May write the answer: the agency itself, or the coordinator on its behalf.
  var mayAnswer: Bool { isAsked || asker?.isCoordinator == true }
}

extension Desk {
  /// Opens a request for the agency that was asked, and for 多機関協働 and the town; or answers as if it did not exist.
  func openInformationRequest(_ id: InformationRequestID) throws -> OpenedInformationRequest {
    let place = try reading.first(
      """
      SELECT q.to_agency, q.coordination_id FROM information_request q JOIN coordination k ON k.id = q.coordination_id
      WHERE q.id = \(id) AND \(sql: scope.unbarred(case: "k.case_file_id"))
      """
    ) { (to: $0.id(0) as AgencyID, coordination: $0.id(1) as CoordinationID) }
    guard let place else { throw denied("information request \(id)") }
    var asker: OpenedCoordination?
    if place.to != staff.agencyID {
      let coordination = try openCoordination(place.coordination)
      guard coordination.isCoordinator || coordination.isTown else { throw denied("information request \(id)") }
      asker = coordination
    }
    let opened = asker
    let found = try reading.first(
      """
      SELECT q.id, k.case_file_id, q.coordination_id, q.to_agency, t.name, f.name, q.state, q.version
      FROM information_request q JOIN coordination k ON k.id = q.coordination_id JOIN agency t ON t.id = q.to_agency
        JOIN agency f ON f.id = k.agency_id WHERE q.id = \(id)
      """
    ) { OpenedInformationRequest($0, asker: opened, agency: staff.agencyID) }
    guard let found else { throw denied("information request \(id)") }
    note("information request \(id)", caseFile: found.caseFile)
    try veil(found.caseFile)
    return found
  }
}

extension Scope {
  /// The requests to one's own agency, as a condition on aliases `q` of `information_request` and `k` of `coordination`.
  var askedOfMine: SQL { isCaseworker ? "(q.to_agency = \(agency) AND \(sql: unbarred(case: "k.case_file_id")))" : "(0 = 1)" }
}
