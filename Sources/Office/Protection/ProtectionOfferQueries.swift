import Casework
import Store

/// A person of a case for whom a 支援措置 can be registered (「登録の相手」).
struct ProtectionSubject: Sendable {
  let file: OpenedFile
  let resident: ResidentID
  /// The first record of the person.
  let first: ResidentID
  let name: String
}

/// What the form offers to choose from.
struct ProtectionOffer: Sendable {
  /// Those at work on the person's own case first.
  var agencies: [(code: String, label: String)] = []
  /// With an open ground on the person's own case: ticked at first.
  var ticked: [String] = []
  var staff: [(code: String, label: String)] = []
  /// People on record in the same case.
  var perpetrators: [(code: String, label: String)] = []
}

enum ProtectionOfferQueries {
  /// A person of an opened case whom the viewer sees whole; anybody else is nobody's.
  static func subject(_ desk: Desk, _ file: OpenedFile, _ resident: ResidentID) throws -> ProtectionSubject {
    let found = try people(desk, file).first { $0.resident == resident }
    guard let found else { throw desk.denied("resident \(resident) of case \(file.id)") }
    desk.note("resident \(resident)")
    return found
  }

  /// The people of a case, 本人 first, whom the viewer sees whole.
  static func people(_ desk: Desk, _ file: OpenedFile) throws -> [ProtectionSubject] {
    guard file.reach == .team, file.ground != .emergency else { return [] }
    return try desk.reading.rows(
      """
      SELECT r.id, coalesce(r.same_as, r.id), r.name FROM case_file c JOIN resident r ON r.id = c.resident_id
        OR r.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id)
      WHERE c.id = \(file.id) AND NOT \(sql: file.isMasked(person: "r")) ORDER BY r.id <> coalesce(c.resident_id, 0), r.id
      """
    ) { ProtectionSubject(file: file, resident: $0.id(0), first: $0.id(1), name: $0.text(2)) }
  }

  static func offer(_ desk: Desk, _ subject: ProtectionSubject) throws -> ProtectionOffer {
    var offer = try offer(desk, of: subject.first)
    offer.perpetrators = try people(desk, subject.file).filter { $0.first != subject.first }.map {
      (String($0.first.number), $0.name.isEmpty ? "氏名のわからない方" : $0.name)
    }
    if !offer.ticked.contains(String(desk.staff.agencyID.number)) { offer.ticked.append(String(desk.staff.agencyID.number)) }
    return offer
  }

  /// For a change: who it is about stays.
  static func offer(_ desk: Desk, _ opened: OpenedProtection) throws -> ProtectionOffer {
    var offer = try offer(desk, of: opened.resident)
    if let perpetrator = opened.draft.perpetrator { offer.perpetrators = [(String(perpetrator.number), opened.perpetratorName)] }
    return offer
  }

  private static func offer(_ desk: Desk, of person: ResidentID) throws -> ProtectionOffer {
    let agencies = try desk.reading.rows(
      """
      SELECT a.id, a.name, EXISTS (SELECT 1 FROM resident x JOIN case_file c ON c.resident_id = x.id
          JOIN case_ground g ON g.case_file_id = c.id AND g.agency_id = a.id AND g.is_open = 1
          WHERE x.id = \(person) OR x.same_as = \(person)) AS works
      FROM agency a WHERE (a.ended_on IS NULL OR a.ended_on >= \(desk.today.iso))
        AND (a.takes_referrals = 1 OR a.is_programme_section = 1 OR a.source = '' OR a.id = \(desk.staff.agencyID))
      ORDER BY works DESC, a.name_kana, a.id LIMIT 500
      """
    ) { (code: $0.text(0), label: $0.text(1), works: $0.bool(2)) }
    return ProtectionOffer(
      agencies: agencies.map { ($0.code, $0.label) }, ticked: agencies.filter(\.works).map(\.code), staff: try staff(desk))
  }

  /// Everybody with an account today, by agency.
  private static func staff(_ desk: Desk) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT s.id, a.name, s.name FROM staff s JOIN agency a ON a.id = s.agency_id
      WHERE s.active_until IS NULL OR s.active_until >= \(desk.today.iso) ORDER BY a.name_kana, a.id, s.name_kana, s.id LIMIT 2000
      """
    ) { ($0.text(0), "\($0.text(1))　\($0.text(2))") }
  }

  /// The person of a case that the writer may open; nothing where there is none.
  static func principal(_ desk: Desk, ofCase number: String) throws -> ResidentID? {
    let found = try desk.reading.first(
      """
      SELECT coalesce(r.same_as, r.id) FROM case_file c JOIN resident r ON r.id = c.resident_id
      WHERE c.number = \(number) AND \(sql: desk.scope.holds(case: "c.id"))
      """
    ) { $0.id(0) as ResidentID }
    return found
  }

  /// The names of the agencies and the staff of a protection, for its page and its history.
  static func names(_ desk: Desk, _ draft: ProtectionDraft) throws -> ProtectionNames {
    let agencies = Array(draft.cleared.union(draft.barredAgencies))
    return ProtectionNames(
      agencies: Dictionary(
        try desk.reading.rows("SELECT id, name FROM agency WHERE id IN \(list: agencies)") { ($0.id(0) as AgencyID, $0.text(1)) }
      ) { first, _ in first },
      staff: Dictionary(
        try desk.reading.rows(
          "SELECT s.id, a.name || '　' || s.name FROM staff s JOIN agency a ON a.id = s.agency_id WHERE s.id IN \(list: Array(draft.barredStaff))"
        ) { ($0.id(0) as StaffID, $0.text(1)) }
      ) { first, _ in first })
  }
}

/// Names by number (「名前」).
struct ProtectionNames: Sendable {
  let agencies: [AgencyID: String]
  let staff: [StaffID: String]

  func agencies(_ ids: Set<AgencyID>) -> [String] { ids.compactMap { agencies[$0] }.sorted() }
  func staff(_ ids: Set<StaffID>) -> [String] { ids.compactMap { staff[$0] }.sorted() }
}
