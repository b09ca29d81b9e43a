import Casework
import Store

/// A つなぎ that has been opened for one person, with the side that person stands on (「開いたつなぎ」).
///
/// Only the check below makes one. It opens the つなぎ and what it handed over, never the case file behind it.
public struct OpenedReferral: Sendable {
  public let id: ReferralID
  public let number: String
  public let caseFile: CaseFileID
  public let stage: ReferralStage
  public let version: Int
  public let isMulti: Bool
  public let fromAgency: AgencyID
  public let fromName: String
  public let toAgency: AgencyID
  public let toName: String
  /// つなぎ元 or つなぎ先; nothing for the town's programme section, which looks on.
  public let side: ReferralSide?

  fileprivate init(_ row: Row, agency: AgencyID) {
    id = row.id(0)
    number = row.text(1)
    caseFile = row.id(2)
    stage = ReferralStage(rawValue: row.text(3)) ?? .draft
    version = row.int(4)
    isMulti = row.bool(5)
    fromAgency = row.id(6)
    fromName = row.text(7)
    toAgency = row.id(8)
    toName = row.text(9)
    side = fromAgency == agency ? .sender : toAgency == agency ? .receiver : nil
  }
}

extension Desk {
  /// Opens a つなぎ for its two sides (and, for 多機関協働, the programme section), or answers as if it did not exist.
  public func openReferral(_ id: ReferralID) throws -> OpenedReferral {
    let found = try reading.first(
      """
      SELECT r.id, r.number, r.case_file_id, r.stage, r.version, r.is_multi, r.from_agency, fa.name, r.to_agency, ta.name
      FROM referral r JOIN agency fa ON fa.id = r.from_agency JOIN agency ta ON ta.id = r.to_agency
      WHERE r.id = \(id) AND \(sql: scope.referrals)
      """
    ) { OpenedReferral($0, agency: staff.agencyID) }
    guard let found else { throw denied("referral \(id)") }
    note("referral \(id)", caseFile: found.caseFile)
    try veil(found.caseFile)
    return found
  }
}

extension Scope {
  /// The つなぎ in reach, as a condition on alias `r` of `referral`. A draft is its sender's alone.
  var referrals: SQL {
    guard isCaseworker else { return "(0 = 1)" }
    let sides: SQL = "r.from_agency = \(agency) OR (r.to_agency = \(agency) AND r.stage <> 'draft')"
    let whole: SQL = isProgrammeSection ? "(\(sql: sides) OR (r.is_multi = 1 AND r.stage <> 'draft'))" : "(\(sql: sides))"
    return isBarred ? "(\(sql: whole) AND \(sql: unbarred(case: "r.case_file_id")))" : whole
  }
}
