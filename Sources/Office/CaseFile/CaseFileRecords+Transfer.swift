import Casework
import Store

extension CaseFileRecords {
  /// 「異動による担当の変更」 Puts a colleague in charge where the day of a transfer has come; the history says from whom to whom.
  ///
  /// - Parameter staff: who carried the transfer out; nobody when the server did.
  static func handOver(
    _ writing: Writing, _ id: CaseFileID, from before: String, to colleague: Colleague, by staff: StaffID?, at now: Int
  ) throws {
    try writing.run("UPDATE case_file SET in_charge = \(colleague.id), version = version + 1 WHERE id = \(id)")
    try writing.run(
      """
      INSERT INTO case_event (case_file_id, event, stage, reason, staff_id, agency_id, at)
      SELECT id, \(assigned), stage, \("\(before) → \(colleague.name)（人事異動）"), \(staff), opened_by, \(now) FROM case_file WHERE id = \(id)
      """)
    try writing.run("UPDATE case_ground SET touched_at = \(now) WHERE case_file_id = \(id) AND is_open = 1")
  }
}
