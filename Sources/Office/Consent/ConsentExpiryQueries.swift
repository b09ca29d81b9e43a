import Casework
import Store

/// Which consents have run out while something still rests on them (「同意の期限切れ」).
enum ConsentExpiryQueries {
  /// Cases in which no consent of 本人 holds any more because its last day has passed, and whose sight it still widens.
  static func due(_ reading: Reading, today: CivilDate) throws -> [CaseFileID] {
    try reading.rows(
      """
      SELECT DISTINCT n.case_file_id FROM consent n JOIN case_file f ON f.id = n.case_file_id AND n.resident_id IS f.resident_id
      WHERE n.until_on < \(today.iso)
        AND NOT EXISTS (SELECT 1 FROM consent o WHERE o.case_file_id = n.case_file_id AND o.resident_id IS n.resident_id
          AND (o.until_on IS NULL OR o.until_on >= \(today.iso)))
        AND EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = n.case_file_id AND g.is_open = 1 AND g.reach = 'team'
          AND (g.ground IN ('multiReferral', 'programmeSection', 'planRole', 'mainSupporter')
            OR (g.ground = 'acceptedReferral' AND g.since >= (SELECT min(o.recorded_at) FROM consent o WHERE o.case_file_id = n.case_file_id))
            OR (g.ground = 'ownRecord' AND g.notes_since < \(CaseFileRecords.closedNotes))))
      """
    ) { $0.id(0) }
  }

  /// When the first consent of a case was recorded, in seconds since 1970; the far end of time where there is none.
  static func firstConsent(_ file: CaseFileID) -> SQL {
    "(SELECT coalesce(min(o.recorded_at), \(Int.max)) FROM consent o WHERE o.case_file_id = \(file))"
  }
}
