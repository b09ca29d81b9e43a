import Casework
import Store

/// The only writer of `access_pattern`, `access_pattern_review` and `access_pattern_cursor`.
enum AccessPatternRecords {
  /// Offers a pattern, or brings one of the same person, kind and time up to date. What was reviewed is offered again when it doubled since.
  static func offer(_ writing: Writing, _ found: Office.FoundAccess, at now: Int) throws {
    let pattern = found.pattern
    try writing.run(
      """
      INSERT INTO access_pattern (kind, staff_id, agency_id, case_file_id, period, count, usual, hour, first_entry, last_entry, found_at)
      VALUES (\(pattern.kind.rawValue), \(found.staff), \(found.agency), \(found.caseFile), \(found.period), \(pattern.count),
        \(pattern.usual), \(pattern.hour), \(pattern.entries.lowerBound), \(pattern.entries.upperBound), \(now))
      ON CONFLICT (staff_id, kind, period, coalesce(case_file_id, 0)) DO UPDATE SET
        finding = CASE WHEN excluded.count >= 2 * count THEN '' ELSE finding END,
        count = max(count, excluded.count), usual = excluded.usual, hour = excluded.hour,
        first_entry = min(first_entry, excluded.first_entry), last_entry = max(last_entry, excluded.last_entry)
      """)
  }

  /// The log was gone through up to this entry.
  static func move(_ writing: Writing, to number: Int) throws {
    try writing.run("UPDATE access_pattern_cursor SET number = \(number) WHERE id = 1 AND number < \(number)")
  }

  /// 「確認の記録」 Each review stays; the last one says where the pattern stands.
  static func review(_ desk: WritingDesk, _ pattern: AccessPatternLine, _ finding: PatternFinding, words: String) throws {
    try desk.writing.run(
      """
      INSERT INTO access_pattern_review (pattern_id, finding, words, staff_id, at)
      VALUES (\(pattern.id), \(finding.rawValue), \(words), \(desk.staff.id), \(desk.now))
      """)
    try desk.writing.run("UPDATE access_pattern SET finding = \(finding.rawValue) WHERE id = \(pattern.id)")
    desk.note("pattern \(pattern.id)")
    desk.note(detail: finding.rawValue)
  }
}
