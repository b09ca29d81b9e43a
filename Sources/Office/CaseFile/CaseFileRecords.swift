import Casework
import Store

/// The only writer of `case_file`, `case_ground` and `case_event`.
package enum CaseFileRecords {
  package struct Opening {
    let resident: ResidentID?
    let household: HouseholdID?
    /// What the list shows: the person as they may be called, never a diagnosis.
    let label: String
    let preConsent: Bool

    package init(resident: ResidentID?, household: HouseholdID?, label: String, preConsent: Bool) {
      self.resident = resident
      self.household = household
      self.label = label
      self.preConsent = preConsent
    }
  }

  /// Opens a case file at the window that took the consultation; that agency's own record is the first ground.
  package static func open(_ desk: WritingDesk, _ opening: Opening) throws -> CaseFileID {
    let number = try nextNumber(desk)
    let id = CaseFileID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO case_file (number, resident_id, household_id, label, stage, opened_on, opened_by, in_charge, pre_consent)
          VALUES (\(number), \(opening.resident), \(opening.household), \(opening.label), \(ConsultationStage.received.rawValue),
            \(desk.today.iso), \(desk.staff.agencyID), \(desk.staff.id), \(opening.preConsent))
          """)))
    try event(desk, id, "received", stage: .received)
    try grant(desk, id, to: desk.staff.agencyID, ground: .ownRecord, reach: .team)
    return id
  }

  /// Gives an agency sight of the case. A ground that already holds stays; its reach only ever widens here.
  package static func grant(
    _ desk: WritingDesk, _ id: CaseFileID, to agency: AgencyID, ground: Ground, reach: Reach, referral: ReferralID? = nil,
    coordination: CoordinationID? = nil, notesSince: Int = 0
  ) throws {
    try desk.writing.run(
      """
      INSERT INTO case_ground (case_file_id, agency_id, ground, reach, referral_id, coordination_id, notes_since, since, touched_at)
      VALUES (\(id), \(agency), \(ground.rawValue), \(reach.rawValue), \(referral), \(coordination), \(notesSince), \(desk.now),
        \(desk.now))
      """)
    try touch(desk, id)
  }

  /// Ends the sight that a referral gave. What the agency wrote stays; grounds of other origin stay.
  static func revoke(_ desk: WritingDesk, _ id: CaseFileID, referral: ReferralID) throws {
    try desk.writing.run(
      "UPDATE case_ground SET until = \(desk.now) WHERE case_file_id = \(id) AND referral_id = \(referral) AND is_open = 1")
  }

  /// Marks activity, so that the case rises in the lists of everybody who may see it.
  static func touch(_ desk: WritingDesk, _ id: CaseFileID) throws {
    try desk.writing.run("UPDATE case_ground SET touched_at = \(desk.now) WHERE case_file_id = \(id) AND is_open = 1")
  }

  /// Records a step in 包括的相談支援 together with the stage it leads to.
  package static func event(_ desk: WritingDesk, _ id: CaseFileID, _ event: String, stage: ConsultationStage, reason: String = "") throws {
    try desk.writing.run(
      """
      INSERT INTO case_event (case_file_id, event, stage, reason, staff_id, agency_id, at)
      VALUES (\(id), \(event), \(stage.rawValue), \(reason), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    try desk.writing.run("UPDATE case_file SET stage = \(stage.rawValue), version = version + 1 WHERE id = \(id)")
  }

  /// Moves the case by a step its own agency decides.
  ///
  /// Throws ``EditConflict`` when the case changed since the form was made, ``FieldErrors`` with the sentence of the rule that says no.
  static func move(_ desk: WritingDesk, _ file: OpenedFile, _ input: StageInput) throws {
    let standing = try CaseFileQueries.standing(desk, file)
    guard standing.isOwn else { throw desk.denied("stage of case \(file.id)") }
    guard standing.version == input.version else { throw EditConflict(staff: desk.staff) }
    let (decided, next) = try input.decided(at: standing.stage, by: desk.staff)
    try event(desk, file.id, decided.kind.rawValue, stage: next, reason: input.reason)
    try touch(desk, file.id)
    desk.note(detail: decided.kind.rawValue)
  }

  /// The event of a change of the person in charge; the stage stays.
  static let assigned = "assigned"

  /// Puts a colleague in charge. Who was in charge before stays in the history. Throws ``EditConflict`` as ``move(_:_:_:)`` does.
  static func assign(_ desk: WritingDesk, _ file: OpenedFile, to colleague: Colleague, version: Int) throws {
    let standing = try CaseFileQueries.standing(desk, file)
    guard standing.isOwn else { throw desk.denied("charge of case \(file.id)") }
    guard standing.version == version else { throw EditConflict(staff: desk.staff) }
    guard standing.inCharge != colleague.id else { return }
    let before = try ColleagueQueries.all(desk).first { $0.id == standing.inCharge }?.name ?? "なし"
    try desk.writing.run("UPDATE case_file SET in_charge = \(colleague.id) WHERE id = \(file.id)")
    try event(desk, file.id, assigned, stage: standing.stage, reason: "\(before) → \(colleague.name)")
    try touch(desk, file.id)
  }

  /// Names the household of a case that had none.
  static func place(_ desk: WritingDesk, _ id: CaseFileID, household: HouseholdID) throws {
    try desk.writing.run("UPDATE case_file SET household_id = \(household) WHERE id = \(id) AND household_id IS NULL")
  }

  /// Says whose case it is, where nobody knew until now; from then on it goes by the name.
  static func identify(_ desk: WritingDesk, _ id: CaseFileID, resident: ResidentID, name: String) throws {
    try desk.writing.run(
      """
      UPDATE case_file SET resident_id = \(resident), label = CASE WHEN \(name) = '' THEN label ELSE \(name) END
      WHERE id = \(id) AND resident_id IS NULL
      """)
    try touch(desk, id)
  }

  /// Follows a corrected name into the lists, where the case still goes by the old one or by what was known before there was a name.
  static func relabel(_ desk: WritingDesk, resident: ResidentID, from old: String, to new: String) throws {
    guard !new.isEmpty else { return }
    try desk.writing.run(
      "UPDATE case_file SET label = \(new) WHERE resident_id = \(resident) AND (label = \(old) OR \(old.isEmpty))")
  }

  /// 「R8-0001」: 年度 and a running number.
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "\(FiscalYearMark.of(desk.today))-"
    let last = try desk.reading.first("SELECT max(number) FROM case_file WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    let next = (last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) } ?? 0) + 1
    return year + FiscalYearMark.padded(next)
  }
}

/// The fiscal year at the head of a number: 「R8」 (年度).
enum FiscalYearMark {
  static func of(_ date: CivilDate) -> String { "R\(date.fiscalYear - 2018)" }

  /// At least five digits, so that numbers sort as text.
  static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 5 - text.count)) + text
  }
}
