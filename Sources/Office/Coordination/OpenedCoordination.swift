import Casework
import Store

/// 多機関協働 of one case, opened for one person, with the sides that person stands on (「開いた多機関協働」).
///
/// Only the check below makes one, behind the check of the case itself. Whatever concerns consent, assessment, plan, review takes it.
public struct OpenedCoordination: Sendable {
  public let id: CoordinationID
  public let number: String
  public let file: OpenedFile
  public let referral: ReferralID
  /// 多機関協働事業者
  public let agency: AgencyID
  public let agencyName: String
  public let referrer: AgencyID
  public let stage: CoordinationStage
  /// The plan round in hand; 0 while only asked for.
  public let round: Int
  public let version: Int
  /// 主担当 after closing.
  public let lead: AgencyID?
  public let sides: Set<CoordinationSide>

  fileprivate init(_ row: Row, file: OpenedFile, staff: StaffMember) {
    id = row.id(0)
    number = row.text(1)
    self.file = file
    referral = row.id(3)
    agency = row.id(4)
    agencyName = row.text(5)
    referrer = row.id(6)
    stage = CoordinationStage(rawValue: row.text(7)) ?? .requested
    round = row.int(8)
    version = row.int(9)
    lead = row.optionalID(10)
    var sides: Set<CoordinationSide> = []
    if agency == staff.agencyID { sides.insert(.coordinator) }
    if staff.isProgrammeSection { sides.formUnion([.town]) }
    if referrer == staff.agencyID { sides.insert(.referrer) }
    if lead == staff.agencyID { sides.insert(.lead) }
    self.sides = sides
  }

  public var isCoordinator: Bool { sides.contains(.coordinator) }
  public var isTown: Bool { sides.contains(.town) }
  /// Consent, assessment, plan and review are read by the two who run the programme, and by the team the person agreed to.
  public var isReadable: Bool { isCoordinator || isTown || file.reach == .team }
}

extension Desk {
  /// Opens 多機関協働 by its number, behind the check of its case; or answers as if it did not exist.
  public func openCoordination(_ id: CoordinationID) throws -> OpenedCoordination {
    guard let caseFile = try caseFile(of: id) else { throw denied("coordination \(id)") }
    return try openCoordination(id, in: try open(caseFile))
  }

  func openCoordination(_ id: CoordinationID, in file: OpenedFile) throws -> OpenedCoordination {
    let found = try reading.first(
      """
      SELECT k.id, k.number, k.case_file_id, k.referral_id, k.agency_id, a.name, r.from_agency, k.stage, k.round, k.version, k.lead_agency
      FROM coordination k JOIN agency a ON a.id = k.agency_id JOIN referral r ON r.id = k.referral_id
      WHERE k.id = \(id) AND k.case_file_id = \(file.id)
      """
    ) { OpenedCoordination($0, file: file, staff: staff) }
    guard let found, found.isReadable else { throw denied("coordination \(id)") }
    note("coordination \(id)", caseFile: file.id)
    return found
  }

  private func caseFile(of id: CoordinationID) throws -> CaseFileID? {
    try reading.first("SELECT case_file_id FROM coordination WHERE id = \(id)") { $0.id(0) }
  }

  /// The latest 多機関協働 of an opened case, where there is one that this person may read.
  func latestCoordination(of file: OpenedFile) throws -> OpenedCoordination? {
    let id = try reading.first(
      "SELECT id FROM coordination WHERE case_file_id = \(file.id) ORDER BY id DESC LIMIT 1"
    ) { $0.id(0) as CoordinationID }
    guard let id else { return nil }
    let found = try reading.first(
      """
      SELECT k.id, k.number, k.case_file_id, k.referral_id, k.agency_id, a.name, r.from_agency, k.stage, k.round, k.version, k.lead_agency
      FROM coordination k JOIN agency a ON a.id = k.agency_id JOIN referral r ON r.id = k.referral_id WHERE k.id = \(id)
      """
    ) { OpenedCoordination($0, file: file, staff: staff) }
    return found.flatMap { $0.isReadable ? $0 : nil }
  }
}
