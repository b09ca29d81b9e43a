import Casework
import Foundation
import Store

/// A consultation as its page shows it (「相談受付」), read in one snapshot.
struct ConsultationView: Sendable {
  struct Mark: Sendable {
    let code: String
    let isMain: Bool
    let note: String
  }

  /// What the consultation said before a correction.
  struct Correction: Sendable {
    let version: Int
    let before: Answers
    let reason: String
    let staff: String
    let at: Int
  }

  let id: ConsultationID
  let number: String
  let file: OpenedFile
  let form: IntakeForm
  let answers: Answers
  let caseLabel: String
  let stage: ConsultationStage
  let agencyID: AgencyID
  let agency: String
  let receivedBy: String
  let receivedOn: CivilDate
  let recordedAt: Int
  let consent: ConsentChoice
  let version: Int
  /// Rules whose questions were asked.
  let asked: [String]
  let marks: [Mark]
  let corrections: [Correction]
}

enum ConsultationQueries {
  /// A consultation of a case in reach. Where the person's agreement is missing, an agency reads its own receptions only (R-15).
  static func view(_ desk: Desk, _ id: ConsultationID) throws -> ConsultationView {
    let place = try desk.reading.first("SELECT case_file_id, agency_id FROM consultation WHERE id = \(id)") {
      ($0.id(0) as CaseFileID, $0.id(1) as AgencyID)
    }
    guard let place else { throw desk.denied("consultation \(id)") }
    let file = try desk.open(place.0)
    guard place.1 == file.agency || file.reach == .team else { throw desk.denied("consultation \(id)") }
    desk.note("consultation \(id)", caseFile: file.id)
    guard let view = try view(desk, id, file) else { throw desk.denied("consultation \(id)") }
    return view
  }

  private static func view(_ desk: Desk, _ id: ConsultationID, _ file: OpenedFile) throws -> ConsultationView? {
    let marks = try marks(desk, id)
    let corrections = try corrections(desk, id)
    return try desk.reading.first(
      """
      SELECT k.number, k.form, k.form_version, k.answers, c.label, c.stage, k.agency_id, \(sql: file.naming("a.name", of: "a.id")),
        \(sql: file.naming("s.name", of: "a.id")), k.received_on, k.recorded_at,
        k.consent_facts, k.version, k.asked
      FROM consultation k JOIN case_file c ON c.id = k.case_file_id JOIN agency a ON a.id = k.agency_id
        JOIN staff s ON s.id = k.received_by
      WHERE k.id = \(id)
      """
    ) { row in
      let on = CivilDate(iso: row.text(9)) ?? desk.today
      guard let form = IntakeForm(desk.visit.office.catalogue, id: row.text(1), version: row.int(2), on: on) else {
        throw MissingForm(id: row.text(1), version: row.int(2))
      }
      return ConsultationView(
        id: id, number: row.text(0), file: file, form: form, answers: try decoded(row.text(3)), caseLabel: row.text(4),
        stage: ConsultationStage(rawValue: row.text(5)) ?? .received, agencyID: row.id(6), agency: row.text(7), receivedBy: row.text(8),
        receivedOn: on, recordedAt: row.int(10), consent: try JSONDecoder().decode(ConsentChoice.self, from: Data(row.text(11).utf8)),
        version: row.int(12), asked: row.text(13).split(separator: " ").map(String.init), marks: marks, corrections: corrections)
    }
  }

  private static func marks(_ desk: Desk, _ id: ConsultationID) throws -> [ConsultationView.Mark] {
    try desk.reading.rows(
      "SELECT code, is_main, note FROM consultation_concern WHERE consultation_id = \(id) ORDER BY is_main DESC, code"
    ) { ConsultationView.Mark(code: $0.text(0), isMain: $0.bool(1), note: $0.text(2)) }
  }

  private static func corrections(_ desk: Desk, _ id: ConsultationID) throws -> [ConsultationView.Correction] {
    try desk.reading.rows(
      """
      SELECT k.version, k.before, k.reason, s.name, k.at FROM consultation_correction k JOIN staff s ON s.id = k.staff_id
      WHERE k.consultation_id = \(id) ORDER BY k.version DESC
      """
    ) { row in
      ConsultationView.Correction(
        version: row.int(0), before: try decoded(row.text(1)), reason: row.text(2), staff: row.text(3), at: row.int(4))
    }
  }

  private static func decoded(_ json: String) throws -> Answers { try JSONDecoder().decode(Answers.self, from: Data(json.utf8)) }

  /// The receptions of an opened case that its holder may read, oldest first.
  static func readable(
    _ desk: Desk, _ file: OpenedFile
  ) throws -> [(id: ConsultationID, number: String, form: String, receivedOn: String)] {
    try desk.reading.rows(
      "SELECT c.id, c.number, c.form, c.received_on FROM consultation c WHERE \(sql: file.readableConsultations) ORDER BY c.received_on, c.id"
    ) { ($0.id(0), $0.text(1), $0.text(2), $0.text(3)) }
  }

  /// The agencies that may be named as 紹介元.
  static func agencies(_ desk: Desk) throws -> [(code: String, label: String)] {
    try desk.reading.rows(
      """
      SELECT id, name FROM agency WHERE takes_referrals = 1 AND (ended_on IS NULL OR ended_on >= \(desk.today.iso))
      ORDER BY name_kana, id LIMIT 300
      """
    ) { (String($0.int(0)), $0.text(1)) }
  }

  /// Names of agencies by number, for answers on record.
  static func agencyName(_ desk: Desk, _ answers: Answers) throws -> String? {
    guard case .agency(let id) = answers[IntakeField.referrerOrg] else { return nil }
    return try desk.reading.first("SELECT name FROM agency WHERE id = \(id)") { $0.text(0) }
  }
}

/// The catalogue has lost a version under which something was recorded: an error of the installation, never of the user.
struct MissingForm: Error {
  let id: String
  let version: Int
}
