import Casework
import Store

/// A つなぎもどし opened for the agency that goes on, or for the one that made it (「開いたつなぎもどし」).
///
/// Only the check below makes one. It opens the words of the item; the case behind it only as far as the viewer's sight allows.
struct OpenedHandBack: Sendable {
  let id: HandBackItemID
  let caseFile: CaseFileID
  let coordinationNumber: String
  let words: String
  let isLead: Bool
  let toAgencyName: String
  let toPerson: String
  let fromAgencyName: String
  let madeBy: String
  /// Seconds since 1970.
  let madeAt: Int
  let takenAt: Int?
  let takenBy: String
  let reply: String
  /// The viewer's agency is the one that goes on.
  let isReceiver: Bool
  /// The case, where the viewer may open it.
  let file: OpenedFile?
  /// Plan, evaluation and promises, where the viewer may read them.
  let coordination: OpenedCoordination?
  let round: Int

  var item: HandBackItem {
    HandBackItem(madeOn: .of(epochSeconds: madeAt), takenOn: takenAt.map { .of(epochSeconds: $0) })
  }

  fileprivate init(_ row: Row, staff: StaffMember, file: OpenedFile?, coordination: OpenedCoordination?) {
    id = row.id(0)
    caseFile = row.id(1)
    coordinationNumber = row.text(2)
    words = row.text(3)
    isLead = row.bool(4)
    toAgencyName = row.text(5)
    toPerson = row.text(6)
    fromAgencyName = row.text(7)
    madeBy = row.text(8)
    madeAt = row.int(9)
    takenAt = row.optionalInt(10)
    takenBy = row.text(11)
    reply = row.text(12)
    isReceiver = row.id(13) == staff.agencyID
    round = row.int(14)
    self.file = file
    self.coordination = coordination
  }
}

extension Desk {
  /// Opens an item for its two sides, or answers as if it did not exist.
  func openHandBack(_ id: HandBackItemID) throws -> OpenedHandBack {
    let sight = try reading.first(
      """
      SELECT h.coordination_id, k.case_file_id, \(sql: scope.holds(case: "k.case_file_id")), k.agency_id
      FROM hand_back_item h JOIN coordination k ON k.id = h.coordination_id JOIN staff s ON s.id = h.made_by
      WHERE h.id = \(id) AND \(sql: scope.handBacks)
      """
    ) { ($0.id(0) as CoordinationID, $0.id(1) as CaseFileID, $0.bool(2), $0.id(3) as AgencyID) }
    guard let (coordination, caseFile, holds, operatorAgency) = sight else { throw denied("hand-back \(id)") }
    let file = holds ? try open(caseFile) : nil
    let isReadable = file?.reach == .team || operatorAgency == staff.agencyID || staff.isProgrammeSection
    let opened = try file.flatMap { isReadable ? try openCoordination(coordination, in: $0) : nil }
    let found = try reading.first(
      """
      SELECT h.id, k.case_file_id, k.number, h.words, h.is_lead, t.name, h.to_person, f.name, s.name, h.made_at, h.taken_at,
        coalesce(b.name, ''), h.reply, h.to_agency, h.round
      FROM hand_back_item h JOIN coordination k ON k.id = h.coordination_id JOIN agency t ON t.id = h.to_agency
        JOIN agency f ON f.id = k.agency_id JOIN staff s ON s.id = h.made_by LEFT JOIN staff b ON b.id = h.taken_by
      WHERE h.id = \(id)
      """
    ) { OpenedHandBack($0, staff: staff, file: file, coordination: opened) }
    guard let found else { throw denied("hand-back \(id)") }
    note("hand-back \(id)", caseFile: caseFile)
    try veil(caseFile)
    return found
  }
}

extension Scope {
  /// The つなぎもどし in reach, as a condition on aliases `h` of `hand_back_item`, `k` of `coordination` and `s` of the maker in `staff`.
  var handBacks: SQL {
    guard isCaseworker else { return "(0 = 1)" }
    return """
      ((h.to_agency = \(agency) OR k.agency_id = \(agency) OR s.agency_id = \(agency)) AND \(sql: unbarred(case: "k.case_file_id")))
      """
  }
}
