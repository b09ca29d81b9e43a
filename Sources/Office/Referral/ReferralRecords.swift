import Casework
import Foundation
import Store

/// The only writer of `referral` and `referral_event`.
enum ReferralRecords {
  /// Begins a つなぎ as a draft (下書き) of the own agency, with whatever has been typed.
  static func begin(_ desk: WritingDesk, _ file: OpenedFile, to target: TargetChoice, typed: Fields) throws -> ReferralID {
    let number = try nextNumber(desk)
    return ReferralID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO referral (number, case_file_id, from_agency, from_staff, to_agency, is_multi, stage, draft_fields, created_at,
            touched_at)
          VALUES (\(number), \(file.id), \(desk.staff.agencyID), \(desk.staff.id), \(target.agency), \(target.isMulti),
            \(ReferralStage.draft.rawValue), \(try stored(typed)), \(desk.now), \(desk.now))
          """)))
  }

  /// Saves a draft again. Throws ``EditConflict`` when a colleague saved or sent it in between.
  static func keep(_ desk: WritingDesk, _ draft: OpenedReferral, to target: TargetChoice, typed: Fields, version: Int?) throws {
    try changed(
      desk,
      try desk.writing.run(
        """
        UPDATE referral SET to_agency = \(target.agency), is_multi = \(target.isMulti), from_staff = \(desk.staff.id),
          draft_fields = \(try stored(typed)), version = version + 1, touched_at = \(desk.now)
        WHERE id = \(draft.id) AND version = \(version) AND stage = 'draft'
        """))
  }

  /// Gives a draft up. What was never sent leaves no trace but its audit entries.
  static func discard(_ desk: WritingDesk, _ draft: OpenedReferral, version: Int?) throws {
    try changed(
      desk, try desk.writing.run("DELETE FROM referral WHERE id = \(draft.id) AND version = \(version) AND stage = 'draft'"))
  }

  /// Sends it: the words and what is handed over are fixed from here on.
  static func request(
    _ desk: WritingDesk, _ draft: OpenedReferral, _ input: ReferralInput, to target: TargetChoice, handing: HandedOver, version: Int?
  ) throws {
    let request = input.request
    let stage = try Referral.next(draft.stage, .request(request), side: .sender)
    try changed(
      desk,
      try desk.writing.run(
        """
        UPDATE referral SET to_agency = \(target.agency), is_multi = \(target.isMulti), from_staff = \(desk.staff.id),
          consultation_id = \(input.consultation), reason = \(request.reason), asked = \(request.asked), wishes = \(input.wishes),
          prior_contact_on = \(request.priorContact?.on.iso ?? ""), prior_contact_at = \(request.priorContact?.at?.stored ?? ""),
          prior_contact_with = \(request.priorContact?.with ?? ""),
          accompany = \(request.accompany.map { $0 ? "yes" : "no" } ?? ""),
          explained_on = \(request.explanation?.on.iso ?? ""), explained_by = \(request.explanation?.by ?? ""),
          agreement = \(input.agreement.rawValue), no_consent_reason = \(request.noConsentReason),
          no_consent_note = \(input.noConsentNote), answer_due_on = \(request.answerDue?.iso), snapshot = \(try stored(handing)),
          draft_fields = '[]', requested_at = \(desk.now), stage = \(stage.rawValue), version = version + 1, touched_at = \(desk.now)
        WHERE id = \(draft.id) AND version = \(version)
        """))
    try event(desk, draft.id, .init(.request), stage: stage)
  }

  /// Writes one step of a sent つなぎ.
  static func step(_ desk: WritingDesk, _ referral: OpenedReferral, _ input: ReferralActInput, to stage: ReferralStage, version: Int?)
    throws
  {
    let answered = referral.stage == .requested && input.act.kind != .withdraw
    try changed(
      desk,
      try desk.writing.run(
        """
        UPDATE referral SET stage = \(stage.rawValue), version = version + 1, touched_at = \(desk.now),
          answered_at = CASE WHEN \(answered) THEN \(desk.now) ELSE answered_at END,
          rest_since = CASE WHEN \(input.act.kind == .acceptInPart) THEN \(desk.now) ELSE rest_since END
        WHERE id = \(referral.id) AND version = \(version)
        """))
    try event(desk, referral.id, StepWords(input), stage: stage)
  }

  /// The sender has taken note of what was not taken up. Once is enough, by whoever of the agency comes first.
  static func noteRest(_ desk: WritingDesk, _ referral: OpenedReferral) throws {
    let noted = try desk.writing.run(
      """
      UPDATE referral SET rest_noted_at = \(desk.now), rest_noted_by = \(desk.staff.id)
      WHERE id = \(referral.id) AND rest_since IS NOT NULL AND rest_noted_at IS NULL
      """)
    if noted == 1 { desk.note(detail: "rest noted") }
  }

  private static func event(_ desk: WritingDesk, _ id: ReferralID, _ said: StepWords, stage: ReferralStage) throws {
    try desk.writing.run(
      """
      INSERT INTO referral_event (referral_id, act, stage, staff_id, agency_id, at, reason_code, words, not_taken, talked_on,
        talked_with, talked_how, talked_summary)
      VALUES (\(id), \(said.act.rawValue), \(stage.rawValue), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now),
        \(said.reasonCode), \(said.words), \(said.notTaken), \(said.talk?.on.iso ?? ""), \(said.talk?.with ?? ""),
        \(said.talk?.how ?? ""), \(said.talk?.summary ?? ""))
      """)
  }

  private static func changed(_ desk: WritingDesk, _ rows: Int) throws {
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// What a person typed into the form's own fields.
  private static func stored(_ typed: Fields) throws -> String {
    let names = Set(ReferralWording.fieldLabels.map(\.name))
    return String(decoding: try JSONEncoder().encode(typed.pairs.filter { names.contains($0.name) }), as: UTF8.self)
  }

  private static func stored(_ handing: HandedOver) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(handing), as: UTF8.self)
  }

  /// 「R8-T00001」: 年度, T for つなぎ, a running number.
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-T"
    let last = try desk.reading.first("SELECT max(number) FROM referral WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }
}

/// What an event keeps of an act.
private struct StepWords {
  let act: ReferralAct.Kind
  var reasonCode = ""
  var words = ""
  var notTaken = ""
  var talk: SenderTalk?

  init(_ act: ReferralAct.Kind) { self.act = act }

  init(_ input: ReferralActInput) {
    act = input.act.kind
    words = input.words
    switch input.act {
    case .acceptInPart(let taken, let notTaken):
      words = taken
      self.notTaken = notTaken
    case .handBack(let handBack):
      reasonCode = handBack.reason?.rawValue ?? ""
      talk = handBack.talk
    case .report(let outcome, _): reasonCode = outcome.rawValue
    case .request, .accept, .withdraw, .start, .confirm: break
    }
  }
}
