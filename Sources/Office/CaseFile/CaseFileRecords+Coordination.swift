import Casework
import Store

extension CaseFileRecords {
  /// Moves the window's own stage where its table allows it, and notes the step either way.
  static func followCoordination(_ desk: WritingDesk, _ id: CaseFileID, _ happened: ConsultationEvent, words: String) throws {
    let stored = try desk.reading.first("SELECT stage FROM case_file WHERE id = \(id)") { $0.text(0) } ?? ""
    let stage = ConsultationStage(rawValue: stored) ?? .received
    guard stage.possibleEvents.contains(happened.kind) else { return }
    try event(desk, id, happened.kind.rawValue, stage: try stage.after(happened), reason: words)
    try touch(desk, id)
  }

  /// 「共有の停止」 From this moment the agencies that saw the case by the person's agreement see only what was handed over to them and what
  /// they wrote themselves. The window that took the consultation keeps its own record.
  static func narrow(_ desk: WritingDesk, _ id: CaseFileID) throws { try narrow(desk.writing, id) }

  /// The same where no person acts: the last day of a consent has passed.
  ///
  /// A つなぎ that was accepted on the person's own agreement before any consent was on record rests on that agreement and stays as it is.
  /// The window keeps its own case; of what the others write it sees nothing more.
  static func narrow(_ writing: Writing, _ id: CaseFileID) throws {
    try writing.run(
      """
      UPDATE case_ground SET reach = 'handedOver' WHERE case_file_id = \(id) AND is_open = 1 AND reach = 'team'
        AND (ground IN ('multiReferral', 'programmeSection', 'planRole', 'mainSupporter')
          OR (ground = 'acceptedReferral' AND since >= \(sql: ConsentExpiryQueries.firstConsent(id))))
      """)
    try writing.run(
      """
      UPDATE case_ground SET notes_since = \(closedNotes) WHERE case_file_id = \(id) AND is_open = 1 AND ground = 'ownRecord'
        AND EXISTS (SELECT 1 FROM consent WHERE case_file_id = \(id))
      """)
  }

  /// Stands in `notes_since` where other agencies' notes are closed until the person agrees again: the end of the year 9999.
  static let closedNotes = 253_402_300_799

  /// 「共有のはじまり」 Widens the sight of the two who run the programme; `notesSince` is when other agencies' notes begin. What a
  /// withdrawal had closed to the window is open again from there.
  static func widen(_ desk: WritingDesk, _ id: CaseFileID, notesSince: Int) throws {
    try desk.writing.run(
      """
      UPDATE case_ground SET notes_since = \(notesSince) WHERE case_file_id = \(id) AND is_open = 1 AND ground = 'ownRecord'
        AND notes_since = \(closedNotes)
      """)
    try desk.writing.run(
      """
      UPDATE case_ground SET reach = 'team', notes_since = \(notesSince) WHERE case_file_id = \(id) AND is_open = 1 AND reach = 'handedOver'
        AND ground IN ('multiReferral', 'programmeSection')
      """)
  }

  /// 「共有の再開」 The agency of a つなぎ that was accepted with the person's agreement, where the new consent covers it.
  static func widenAccepted(_ desk: WritingDesk, _ id: CaseFileID, agency: AgencyID, notesSince: Int) throws {
    try desk.writing.run(
      """
      UPDATE case_ground SET reach = 'team', notes_since = \(notesSince) WHERE case_file_id = \(id) AND agency_id = \(agency)
        AND is_open = 1 AND reach = 'handedOver' AND ground = 'acceptedReferral'
        AND referral_id IN (SELECT f.id FROM referral f WHERE f.agreement = 'agreed')
      """)
  }

  /// 「これまでの記録の共有」 Lets those who see the case read the team's earlier notes as well.
  static func release(_ desk: WritingDesk, _ id: CaseFileID) throws {
    try desk.writing.run("UPDATE case_ground SET notes_since = 0 WHERE case_file_id = \(id) AND is_open = 1 AND notes_since > 0")
  }

  /// 「同意を得た」 The case leaves the pre-consent track.
  static func leavePreConsent(_ desk: WritingDesk, _ id: CaseFileID) throws {
    try desk.writing.run("UPDATE case_file SET pre_consent = 0, version = version + 1 WHERE id = \(id) AND pre_consent = 1")
  }

  /// 「共有の終わり」 The agencies that saw the whole case only by a plan or as main supporter see it no more. What they wrote stays.
  static func endShared(_ desk: WritingDesk, _ id: CaseFileID) throws {
    try desk.writing.run(
      """
      UPDATE case_ground SET until = \(desk.now) WHERE case_file_id = \(id) AND is_open = 1 AND reach = 'team'
        AND ground IN ('planRole', 'mainSupporter')
      """)
  }

  /// The same for one agency, which the person does not want to be told.
  static func endShared(_ desk: WritingDesk, _ id: CaseFileID, agency: AgencyID) throws {
    try desk.writing.run(
      """
      UPDATE case_ground SET until = \(desk.now) WHERE case_file_id = \(id) AND agency_id = \(agency) AND is_open = 1 AND reach = 'team'
        AND ground IN ('planRole', 'mainSupporter')
      """)
  }
}
