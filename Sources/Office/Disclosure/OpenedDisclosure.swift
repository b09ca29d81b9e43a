import Casework
import Store

/// A request for disclosure, opened for an official of the programme section (「開いた本人開示」).
///
/// Only the check below makes one. It opens that one person's part of the records, on the ground 「本人開示の手続き」, as long as the request is open
/// and for some days afterwards; what was handed out and why the rest was not stays in the register.
struct OpenedDisclosure: Sendable {
  let id: DisclosureID
  let number: String
  let requester: DisclosureRequest.Requester
  let requesterName: String
  let basis: String
  let identity: String
  let identityWords: String
  let resident: ResidentID
  let from: CivilDate?
  let until: CivilDate?
  let kinds: Set<DisclosureKind>
  let receivedOn: CivilDate
  let dueOn: CivilDate
  let isExtended: Bool
  let extensionReason: String
  let stage: DisclosureStage
  let words: String
  let finishedAt: Int?
  let version: Int
  /// Everybody who recorded the request or decided about a passage.
  let preparedBy: Set<StaffID>
  /// Every record of the person.
  let group: [ResidentID]
  /// What of protected people must not be seen here, by whomever.
  let cover: Redaction
  let today: CivilDate

  fileprivate init(_ row: Row, group: [ResidentID], cover: Redaction, preparedBy: Set<StaffID>, today: CivilDate) {
    id = row.id(0)
    number = row.text(1)
    requester = DisclosureRequest.Requester(rawValue: row.text(2)) ?? .person
    requesterName = row.text(3)
    basis = row.text(4)
    identity = row.text(5)
    identityWords = row.text(6)
    resident = row.id(7)
    from = CivilDate(iso: row.text(8))
    until = CivilDate(iso: row.text(9))
    kinds = Set(row.text(10).split(separator: ",").compactMap { DisclosureKind(rawValue: String($0)) })
    receivedOn = CivilDate(iso: row.text(11)) ?? .earliest
    dueOn = CivilDate(iso: row.text(12)) ?? .latest
    isExtended = !row.isNull(13)
    extensionReason = row.text(14)
    stage = DisclosureStage(rawValue: row.text(15)) ?? .withdrawn
    words = row.text(16)
    finishedAt = row.optionalInt(17)
    version = row.int(18)
    self.group = group
    self.cover = cover
    self.preparedBy = preparedBy
    self.today = today
  }

  var path: String { "/disclosures/\(id)" }

  /// The text may still be read.
  var showsText: Bool {
    if stage.isOpen { return true }
    guard stage == .finished, let finishedAt else { return false }
    return CivilDate.of(epochSeconds: finishedAt).daysUntil(today) <= DisclosureDeadline.daysOfText
  }

  /// 「この情報を見られる理由」
  static let reason = "本人開示の手続き（個人情報保護法76条）を担当する市の事業担当課の職員のため"

  private static let columns = """
    d.id, d.number, d.requester_kind, d.requester_name, d.requester_basis, d.identity_code, d.identity_words, d.resident_id, d.period_from,
    d.period_to, d.kinds, d.received_on, d.due_on, d.extended_on, d.extension_reason, d.stage, d.words, d.finished_at, d.version
    """

  fileprivate static func find(_ desk: Desk, _ id: DisclosureID) throws -> OpenedDisclosure? {
    let resident = try desk.reading.first("SELECT resident_id FROM disclosure WHERE id = \(id)") { $0.id(0) as ResidentID }
    guard let resident else { return nil }
    let group = try DisclosurePersonQueries.group(desk, of: resident)
    guard try DisclosurePersonQueries.isInReach(desk, group) else { return nil }
    let files = try DisclosurePersonQueries.files(desk, of: group)
    let own = try DisclosurePersonQueries.own(desk, group)
    let cover = Redaction(people: try DisclosurePersonQueries.protected(desk, files: files, but: group), sparing: own)
    let preparers = try desk.reading.rows(
      "SELECT DISTINCT staff_id FROM disclosure_event WHERE disclosure_id = \(id) AND event IN ('recorded', 'decided', 'asked')"
    ) { $0.id(0) as StaffID }
    return try desk.reading.first("SELECT \(raw: columns) FROM disclosure d WHERE d.id = \(id)") {
      OpenedDisclosure($0, group: group, cover: cover, preparedBy: Set(preparers), today: desk.today)
    }
  }
}

extension Desk {
  /// Nobody but officials of the programme section, in whichever role they came in.
  func checkDisclosing() throws {
    guard staff.isProgrammeSection, !staff.roles.isDisjoint(with: [.cityStaff, .cityManager]) else { throw denied("disclosures") }
  }

  func openDisclosure(_ id: DisclosureID) throws -> OpenedDisclosure {
    try checkDisclosing()
    guard let opened = try OpenedDisclosure.find(self, id) else { throw denied("disclosure \(id)") }
    note("disclosure \(id)")
    for file in try DisclosurePersonQueries.files(self, of: opened.group) { _ = try veil(file) }
    guard opened.showsText else { return opened }
    let files = try reading.rows("SELECT DISTINCT case_file_id FROM disclosure_passage WHERE disclosure_id = \(id) ORDER BY 1") {
      $0.id(0) as CaseFileID
    }
    for file in files { note("disclosure of case \(file)", caseFile: file) }
    return opened
  }
}
