import Casework
import Foundation
import Store

/// The only writer of `consultation`, `consultation_concern` and `consultation_correction`.
enum ConsultationRecords {
  /// Adds a consultation to a case, in the caller's transaction.
  static func add(
    _ desk: WritingDesk, _ consultation: Consultation, number: String, form: IntakeForm, caseFile: CaseFileID, resident: ResidentID?
  ) throws -> ConsultationID {
    let facts = try Facts(consultation)
    let row = try desk.writing.insert(
      """
      INSERT INTO consultation (number, case_file_id, resident_id, agency_id, received_by, received_on, channel, form, form_version,
        caller_kind, caller_name, caller_phone, caller_relation, is_anonymous, urgency, concern_text, consent, consent_facts, answers,
        recorded_at)
      VALUES (\(number), \(caseFile), \(resident), \(desk.staff.agencyID), \(desk.staff.id), \(consultation.receivedOn.iso),
        \(consultation.channel ?? ""), \(form.definition.id), \(form.definition.version), \(consultation.caller.kind.code),
        \(consultation.caller.name ?? ""), \(consultation.caller.phone ?? ""), \(facts.relation), \(consultation.anonymous),
        \(consultation.urgency?.rawValue ?? ""), \(consultation.concernText), \(facts.consent), \(facts.consentFacts), \(facts.answers),
        \(desk.now))
      """)
    let id = ConsultationID(Int(row))
    try addConcerns(desk, id, consultation.concerns)
    desk.note("consultation \(id)", caseFile: caseFile)
    return id
  }

  /// Puts corrected answers in place of the old ones, which stay readable with the reason (「訂正」).
  ///
  /// Throws ``EditConflict`` when somebody else corrected it since `version`.
  static func correct(
    _ desk: WritingDesk, _ before: ConsultationView, to consultation: Consultation, version: Int, reason: String
  ) throws {
    let facts = try Facts(consultation)
    let changed = try desk.writing.run(
      """
      UPDATE consultation SET received_on = \(consultation.receivedOn.iso), channel = \(consultation.channel ?? ""),
        caller_kind = \(consultation.caller.kind.code), caller_name = \(consultation.caller.name ?? ""),
        caller_phone = \(consultation.caller.phone ?? ""), caller_relation = \(facts.relation), is_anonymous = \(consultation.anonymous),
        urgency = \(consultation.urgency?.rawValue ?? ""), concern_text = \(consultation.concernText), consent = \(facts.consent),
        consent_facts = \(facts.consentFacts), answers = \(facts.answers), version = version + 1
      WHERE id = \(before.id) AND version = \(version)
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    try desk.writing.run(
      """
      INSERT INTO consultation_correction (consultation_id, version, before, reason, staff_id, at)
      VALUES (\(before.id), \(version), \(try Facts.json(before.answers)), \(reason), \(desk.staff.id), \(desk.now))
      """)
    try desk.writing.run("DELETE FROM consultation_concern WHERE consultation_id = \(before.id)")
    try addConcerns(desk, before.id, consultation.concerns)
    try CaseFileRecords.touch(desk, before.file.id)
    desk.note("consultation \(before.id)")
  }

  /// What was taken in while nobody knew who it was is about this person.
  static func identify(_ desk: WritingDesk, in file: CaseFileID, resident: ResidentID) throws {
    try desk.writing.run("UPDATE consultation SET resident_id = \(resident) WHERE case_file_id = \(file) AND resident_id IS NULL")
  }

  /// Marks a question worth asking as asked (「聞いた」).
  static func asked(_ desk: WritingDesk, _ id: ConsultationID, rules: [String]) throws {
    try desk.writing.run("UPDATE consultation SET asked = \(rules.joined(separator: " ")) WHERE id = \(id)")
    desk.note("consultation \(id)")
  }

  /// 「R8-U00001」: 年度, U for 受付, a running number of the office. Case files count apart, without a letter.
  static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-U"
    let last = try desk.reading.first("SELECT max(number) FROM consultation WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }

  private static func addConcerns(_ desk: WritingDesk, _ id: ConsultationID, _ concerns: Concerns) throws {
    for code in concerns.codes.sorted() {
      try desk.writing.run(
        """
        INSERT INTO consultation_concern (consultation_id, code, is_main, note)
        VALUES (\(id), \(code), \(code == concerns.main), \(code == ConcernCode.other ? concerns.other ?? "" : ""))
        """)
    }
  }

  /// What the row says besides what the browser typed.
  private struct Facts {
    let relation: String
    let consent: String
    let consentFacts: String
    let answers: String

    init(_ consultation: Consultation) throws {
      if case .family(let relation) = consultation.caller.kind { self.relation = relation?.rawValue ?? "" } else { relation = "" }
      switch consultation.consent {
      case .undecided: consent = "undecided"
      case .applied: consent = "given"
      case .notObtained: consent = "notObtained"
      }
      consentFacts = try Facts.json(consultation.consent)
      var answers = consultation.answers
      answers[IntakeField.receivedOn] = .date(consultation.receivedOn)
      self.answers = try Facts.json(answers)
    }

    static func json(_ value: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
  }
}
