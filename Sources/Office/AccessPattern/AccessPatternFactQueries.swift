import Casework
import Store

/// What the rules about patterns are told (「ふだんと違う見方の事実」): numbers and, within the server alone, two names.
enum AccessPatternFactQueries {
  /// One new entry of the log, as far as it says which days and cases to look at.
  struct Entry: Sendable {
    let number: Int
    let at: Int
    let staff: StaffID
    let agency: AgencyID?
    let caseFile: CaseFileID?
    let isEmergency: Bool
    let isDone: Bool

    var day: CivilDate { CivilDate.of(epochSeconds: at) }
  }

  static func cursor(_ reading: Reading) throws -> Int {
    try reading.first("SELECT number FROM access_pattern_cursor WHERE id = 1") { $0.int(0) } ?? 0
  }

  /// The next entries of staff, and the number up to which the log was gone through; nothing at its end.
  static func next(_ reading: Reading, after number: Int, limit: Int) throws -> (entries: [Entry], last: Int)? {
    let last = try reading.first(
      "SELECT max(id) FROM (SELECT e.id FROM audit_entry e WHERE e.id > \(number) ORDER BY e.id LIMIT \(limit))"
    ) { $0.optionalInt(0) }
    guard let last = last ?? nil else { return nil }
    let entries = try reading.rows(
      """
      SELECT e.id, e.at, e.staff_id, e.agency_id, e.case_file_id, e.act = 'openEmergency', e.outcome = 'done' FROM audit_entry e
      WHERE e.id > \(number) AND e.id <= \(last) AND e.staff_id IS NOT NULL ORDER BY e.id
      """
    ) { row in
      Entry(
        number: row.int(0), at: row.int(1), staff: row.id(2), agency: row.optionalID(3), caseFile: row.optionalID(4),
        isEmergency: row.bool(5), isDone: row.bool(6))
    }
    return (entries, last)
  }

  /// Everything that somebody did on one day.
  static func day(_ reading: Reading, of staff: StaffID, _ day: CivilDate) throws -> AccessDay {
    let start = AuditTrailQueries.start(of: day)
    let entries = try reading.rows(
      """
      SELECT e.id, (e.at + 32400) % 86400 / 3600, e.act, e.outcome = 'denied', e.case_file_id FROM audit_entry e
      WHERE e.staff_id = \(staff) AND e.outcome IN ('done', 'denied') AND \(sql: AuditTime.since(start))
        AND \(sql: AuditTime.before(start + 86_400)) ORDER BY e.id
      """
    ) { AccessDay.Entry(number: $0.int(0), hour: $0.int(1), act: $0.text(2), isDenied: $0.bool(3), caseFile: $0.optionalID(4)) }
    return AccessDay(day: day, entries: entries)
  }

  /// What is usual for the person: the mean over the hours and days on which he or she was there, when there were at least five days.
  static func usual(_ reading: Reading, of staff: StaffID, before day: CivilDate, days: Int) throws -> AccessDay.Usual {
    let (hours, daily) = (
      try means(reading, of: staff, before: day, days: days, seconds: 3_600),
      try means(reading, of: staff, before: day, days: days, seconds: 86_400)
    )
    guard daily.spans >= 5 else { return AccessDay.Usual() }
    return AccessDay.Usual(
      casesAnHour: hours.cases, casesADay: daily.cases, searchesAnHour: hours.searches, searchesADay: daily.searches)
  }

  private static func means(
    _ reading: Reading, of staff: StaffID, before day: CivilDate, days: Int, seconds: Int
  ) throws -> (spans: Int, cases: Int, searches: Int) {
    let start = AuditTrailQueries.start(of: day)
    let spans = try reading.rows(
      """
      SELECT count(DISTINCT e.case_file_id), sum(e.act IN ('search', 'findResident')) FROM audit_entry e
      WHERE e.staff_id = \(staff) AND e.outcome = 'done' AND \(sql: AuditTime.since(start - days * 86_400))
        AND \(sql: AuditTime.before(start)) GROUP BY (e.at + 32400) / \(seconds)
      """
    ) { (cases: $0.int(0), searches: $0.int(1)) }
    guard !spans.isEmpty else { return (0, 0, 0) }
    return (spans.count, spans.map(\.cases).reduce(0, +) / spans.count, spans.map(\.searches).reduce(0, +) / spans.count)
  }

  /// What the office knows about a person and a case that he or she opened; nothing when the case is gone.
  static func look(_ reading: Reading, _ entries: [Entry]) throws -> AccessLook? {
    guard let first = entries.first, let last = entries.last, let caseFile = first.caseFile else { return nil }
    return try reading.first(
      """
      SELECT s.name, coalesce(r.name, ''),
        c.in_charge IS NOT s.id AND EXISTS (SELECT 1 FROM case_event v WHERE v.case_file_id = c.id AND v.event = 'assigned'
          AND v.at < \(first.at) AND substr(v.reason, 1, length(s.name) + 3) = s.name || ' → '),
        EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = c.id AND g.agency_id = \(first.agency) AND g.until < \(first.at))
          AND NOT EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = c.id AND g.agency_id = \(first.agency) AND g.since <= \(last.at)
            AND (g.until IS NULL OR g.until >= \(first.at)))
          AND NOT EXISTS (SELECT 1 FROM emergency_access y WHERE y.case_file_id = c.id AND y.staff_id = s.id AND y.from_at <= \(last.at)
            AND y.until_at >= \(first.at))
      FROM case_file c JOIN staff s ON s.id = \(first.staff) LEFT JOIN resident r ON r.id = c.resident_id WHERE c.id = \(caseFile)
      """
    ) { row in
      AccessLook(
        staffName: row.text(0), residentName: row.text(1), chargeEnded: row.bool(2), groundEnded: row.bool(3),
        isEmergency: entries.contains(where: \.isEmergency), count: entries.count, entries: first.number...last.number)
    }
  }
}
