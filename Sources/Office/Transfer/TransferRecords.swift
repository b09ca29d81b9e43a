import Casework
import Store

/// The only writer of `transfer` and `transfer_outcome`.
enum TransferRecords {
  static func plan(_ desk: WritingDesk, on day: CivilDate) throws -> TransferID {
    let row = try desk.writing.insert(
      """
      INSERT INTO transfer (effective_on, planned_by, agency_id, planned_at)
      VALUES (\(day.iso), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    desk.note("transfer \(row)")
    return TransferID(Int(row))
  }

  /// False when somebody else changed the plan since `version`. What is moved to today counts as planned today, so that it waits for a hand.
  static func move(_ desk: WritingDesk, _ opened: OpenedTransfer, to day: CivilDate, version: Int) throws -> Bool {
    let plannedAt = day <= desk.today ? desk.now : opened.plannedAt
    return try desk.writing.run(
      """
      UPDATE transfer SET effective_on = \(day.iso), planned_at = \(plannedAt), version = version + 1
      WHERE id = \(opened.id) AND version = \(version)
      """) == 1
  }

  static func cancel(_ desk: WritingDesk, _ opened: OpenedTransfer) throws {
    try desk.writing.run(
      "UPDATE transfer SET cancelled_at = \(desk.now), cancelled_by = \(desk.staff.id), version = version + 1 WHERE id = \(opened.id)")
  }

  /// Takes the plan in hand to carry it out. False when it was carried out or cancelled before: then nothing is done.
  static func claim(_ writing: Writing, _ id: TransferID, by staff: StaffID?, at now: Int) throws -> Bool {
    try writing.run(
      """
      UPDATE transfer SET applied_at = \(now), applied_by = \(staff), version = version + 1
      WHERE id = \(id) AND applied_at IS NULL AND cancelled_at IS NULL
      """) == 1
  }
}

/// What became of one thing on the day of a transfer.
struct TransferOutcome: Sendable {
  enum Matter: String, Sendable {
    /// The account and its roles.
    case rights
    case charge, task, coordination
    /// Unfinished forms that were discarded; the target is their number.
    case draft
  }

  let mover: Int
  let matter: Matter
  let caseFile: CaseFileID?
  let target: Int
  let successor: StaffID?
  let hindrance: TransferHindrance?
}

extension TransferRecords {
  static func keep(_ writing: Writing, _ outcome: TransferOutcome, at now: Int) throws {
    try writing.run(
      """
      INSERT INTO transfer_outcome (mover_id, matter, case_file_id, target_id, successor, hindrance, at)
      VALUES (\(outcome.mover), \(outcome.matter.rawValue), \(outcome.caseFile), \(outcome.target), \(outcome.successor),
        \(outcome.hindrance?.rawValue ?? ""), \(now))
      """)
  }
}
