import Casework
import Foundation
import Store

/// One pack of a case, as its list shows it.
struct StudyPackLine: Sendable {
  let id: StudyPackID
  let staff: String
  /// Seconds since 1970.
  let at: Int
  let isConfirmed: Bool
}

/// A pack that has been opened for one person (「開いた資料」): made by the own agency, behind the check of its case.
struct OpenedStudyPack: Sendable {
  let id: StudyPackID
  let file: OpenedFile
  let pack: StudyPack
  let version: Int
  let staff: String
  /// Seconds since 1970.
  let at: Int
  let confirmedAt: Int?
  let confirmedBy: String

  var isConfirmed: Bool { confirmedAt != nil }
}

enum StudyPackQueries {
  static func of(_ desk: Desk, _ file: OpenedFile) throws -> [StudyPackLine] {
    guard file.reach == .team else { return [] }
    return try desk.reading.rows(
      """
      SELECT p.id, s.name, p.made_at, p.confirmed_at IS NOT NULL FROM study_pack p JOIN staff s ON s.id = p.made_by
      WHERE p.case_file_id = \(file.id) AND p.agency_id = \(file.agency) ORDER BY p.id DESC
      """
    ) { StudyPackLine(id: $0.id(0), staff: $0.text(1), at: $0.int(2), isConfirmed: $0.bool(3)) }
  }

  static func open(_ desk: Desk, _ id: StudyPackID) throws -> OpenedStudyPack {
    let place = try desk.reading.first("SELECT case_file_id, agency_id FROM study_pack WHERE id = \(id)") { row in
      (file: row.id(0) as CaseFileID, agency: row.id(1) as AgencyID)
    }
    guard let place, place.agency == desk.staff.agencyID else { throw desk.denied("study pack \(id)") }
    let file = try desk.open(place.file)
    guard file.reach == .team else { throw desk.denied("study pack \(id)") }
    let found = try desk.reading.first(
      """
      SELECT p.content, p.version, s.name, p.made_at, p.confirmed_at, coalesce(c.name, '') FROM study_pack p
        JOIN staff s ON s.id = p.made_by LEFT JOIN staff c ON c.id = p.confirmed_by WHERE p.id = \(id)
      """
    ) { row in
      OpenedStudyPack(
        id: id, file: file, pack: try JSONDecoder().decode(StudyPack.self, from: Data(row.text(0).utf8)), version: row.int(1),
        staff: row.text(2), at: row.int(3), confirmedAt: row.optionalInt(4), confirmedBy: row.text(5))
    }
    guard let found else { throw desk.denied("study pack \(id)") }
    desk.note("study pack \(id)")
    return found
  }

  /// What tells who these people are.
  static func people(_ desk: Desk, _ residents: [ResidentID]) throws -> [ResidentID: RedactedPerson] {
    let rows = try desk.reading.rows(
      """
      SELECT id, name, other_name, name_kana, address, phone_home, phone_mobile, postal_code, email FROM resident WHERE id IN \(list: residents)
      """
    ) { row in
      func said(_ columns: Int...) -> [String] { columns.map { row.text($0) }.filter { !$0.isEmpty } }
      var person = RedactedPerson()
      person.names = said(1, 2)
      person.readings = said(3)
      person.addresses = said(4)
      person.numbers = said(5, 6, 7)
      person.emails = said(8)
      return (row.id(0) as ResidentID, person)
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Who brought the consultations.
  static func callers(_ desk: Desk, _ file: OpenedFile) throws -> [RedactedPerson] {
    try desk.reading.rows(
      "SELECT caller_name, caller_phone FROM consultation WHERE case_file_id = \(file.id) AND caller_name <> ''"
    ) { row in
      var caller = RedactedPerson()
      caller.names = [row.text(0)]
      caller.numbers = [row.text(1)].filter { !$0.isEmpty }
      return caller
    }
  }

  /// The agencies that have to do with the case, with their first field; hidden ones too, for their names must not leave either.
  static func agencies(_ desk: Desk, _ file: OpenedFile) throws -> [(name: String, field: String, phone: String, isHidden: Bool)] {
    try desk.reading.rows(
      """
      SELECT a.name, coalesce((SELECT min(f.field) FROM agency_field f WHERE f.agency_id = a.id), ''), a.phone, \(sql: file.hidesAgency("a.id"))
      FROM agency a WHERE \(sql: concerned(file)) ORDER BY length(a.name) DESC, a.id
      """
    ) { ($0.text(0), $0.text(1), $0.text(2), $0.bool(3)) }
  }

  static func staff(_ desk: Desk, _ file: OpenedFile) throws -> [RedactedPerson] {
    try desk.reading.rows(
      "SELECT s.name, s.name_kana FROM staff s JOIN agency a ON a.id = s.agency_id WHERE \(sql: concerned(file)) ORDER BY s.id"
    ) { row in
      var person = RedactedPerson()
      person.names = [row.text(0)]
      person.readings = [row.text(1)].filter { !$0.isEmpty }
      return person
    }
  }

  private static func concerned(_ file: OpenedFile) -> SQL {
    """
    (a.id IN (SELECT g.agency_id FROM case_ground g WHERE g.case_file_id = \(file.id))
      OR a.id IN (SELECT r.from_agency FROM referral r WHERE r.case_file_id = \(file.id))
      OR a.id IN (SELECT r.to_agency FROM referral r WHERE r.case_file_id = \(file.id))
      OR a.id IN (SELECT o.agency_id FROM plan_role o JOIN plan p ON p.id = o.plan_id JOIN coordination k ON k.id = p.coordination_id
        WHERE k.case_file_id = \(file.id)))
    """
  }

  /// The name of the office, which is that of the town.
  static func town(_ desk: Desk) throws -> String { try desk.reading.first("SELECT name FROM office") { $0.text(0) } ?? "" }

  /// What was told at the windows, as far as the viewer reads the receptions.
  static func concerns(_ desk: Desk, _ file: OpenedFile) throws -> [(day: CivilDate, words: String)] {
    try desk.reading.rows(
      "SELECT received_on, concern_text FROM consultation WHERE case_file_id = \(file.id) AND concern_text <> '' ORDER BY received_on, id"
    ) { (CivilDate(iso: $0.text(0)) ?? .earliest, $0.text(1)) }
  }
}
