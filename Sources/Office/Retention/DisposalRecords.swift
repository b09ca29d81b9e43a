import Casework
import Foundation
import Store

/// The only writer of `disposal`, `disposal_line`, `disposal_file` and `disposal_in_hand`; and the only one that deletes what others write,
/// through ``CaseErasure``, a case of an approved list at a time.
enum DisposalRecords {
  static func propose(_ desk: WritingDesk, _ cases: [RetainedCase], words: String) throws -> DisposalID {
    let id = DisposalID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO disposal (number, stage, words, proposed_by, proposed_at)
          VALUES (\(try nextNumber(desk)), 'proposed', \(words), \(desk.staff.id), \(desk.now))
          """)))
    for kept in cases {
      guard let years = kept.klass.years, let closed = kept.closedOn, let begins = kept.beginsOn, let ends = kept.endsOn else { continue }
      try desk.writing.run(
        """
        INSERT INTO disposal_line (disposal_id, case_file_id, case_number, record, years, opened_on, closed_on, begins_on, ends_on)
        VALUES (\(id), \(kept.id), \(kept.number), \(kept.record.rawValue), \(years), \(kept.openedOn), \(closed.iso), \(begins.iso),
          \(ends.iso))
        """)
    }
    desk.note("disposal \(id)")
    desk.note(detail: "cases \(cases.count)")
    return id
  }

  /// Approves, lines struck out, or refuses. Throws ``EditConflict`` when somebody answered in between.
  static func answer(_ desk: WritingDesk, _ disposal: OpenedDisposal, approves: Bool, struck: [Int], words: String) throws {
    let changed = try desk.writing.run(
      """
      UPDATE disposal SET stage = \(approves ? "approved" : "refused"), answered_by = \(desk.staff.id), answered_at = \(desk.now),
        answer_words = \(words), version = version + 1 WHERE id = \(disposal.id) AND stage = 'proposed'
      """)
    guard changed == 1 else { throw EditConflict(staff: desk.staff) }
    for line in struck where approves { try strike(desk, line, reason: words) }
    desk.note(detail: approves ? "approved" : "refused")
  }

  /// One case in one transaction. A case that moved since the approval is taken off the list instead.
  static func carryOut(_ desk: WritingDesk, _ disposal: OpenedDisposal, _ line: DisposalLine) throws {
    guard disposal.stage == .approved, line.isWaiting else { return }
    guard let kept = try RetentionQueries.retained(desk, disposal.retention, line.caseFile), kept.standing.isOver else {
      return try strike(desk, line.id, reason: "承認のあとに再開・差止め・開示の請求などがあり、保存期間が満了していない")
    }
    try desk.writing.run("INSERT INTO disposal_in_hand (case_file_id) VALUES (\(line.caseFile))")
    var erasure = try CaseErasure(desk, line.caseFile)
    let (counts, files) = try erasure.run()
    for file in files {
      try desk.writing.run("INSERT OR IGNORE INTO disposal_file (sha256, disposal_id) VALUES (\(file), \(disposal.id))")
    }
    try desk.writing.run("DELETE FROM disposal_in_hand")
    let certificate = DisposalCertificate.value(
      disposal: disposal.number, caseNumber: line.caseNumber, record: line.record, years: line.years,
      days: [line.openedOn, line.closedOn, line.beginsOn, line.endsOn], approver: disposal.answeredBy, carriedOutBy: desk.staff.name,
      at: desk.now, counts: counts)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(counts), as: UTF8.self)
    try desk.writing.run(
      """
      UPDATE disposal_line SET disposed_at = \(desk.now), disposed_by = \(desk.staff.id), counts = \(text), certificate = \(certificate)
      WHERE id = \(line.id)
      """)
    desk.note("case \(line.caseFile)", caseFile: line.caseFile)
    desk.note(detail: "certificate \(certificate)")
  }

  private static func strike(_ desk: WritingDesk, _ line: Int, reason: String) throws {
    try desk.writing.run(
      """
      UPDATE disposal_line SET struck_at = \(desk.now), struck_by = \(desk.staff.id), struck_reason = \(reason)
      WHERE id = \(line) AND struck_at IS NULL AND disposed_at IS NULL
      """)
    desk.note("line \(line)")
    desk.note(detail: "struck")
  }

  /// The file is gone from the disk, or somebody needs it again.
  static func forgetFile(_ writing: Writing, _ sha256: String) throws {
    try writing.run("DELETE FROM disposal_file WHERE sha256 = \(sha256)")
  }

  /// Every case is gone, its files and its words in the index too.
  static func finish(_ desk: WritingDesk, _ disposal: OpenedDisposal) throws {
    try desk.writing.run(
      """
      UPDATE disposal SET stage = 'carriedOut', carried_out_at = \(desk.now), version = version + 1 WHERE id = \(disposal.id)
        AND stage = 'approved'
        AND NOT EXISTS (SELECT 1 FROM disposal_line l WHERE l.disposal_id = \(disposal.id) AND l.struck_at IS NULL AND l.disposed_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM disposal_file f WHERE f.disposal_id = \(disposal.id))
      """)
    desk.note(detail: "finished")
  }

  /// 「H8-00001」
  private static func nextNumber(_ desk: WritingDesk) throws -> String {
    let year = "H\(FiscalYearMark.of(desk.today).dropFirst())-"
    let last = try desk.reading.first("SELECT max(number) FROM disposal WHERE number >= \(year) AND number < \(year + "~")") {
      $0.optionalText(0)
    }
    return year + FiscalYearMark.padded(((last.flatMap { $0 }.flatMap { Int($0.dropFirst(year.count)) }) ?? 0) + 1)
  }
}
