import Casework
import Store

/// A case as far as its keeping goes (「保存している事例」): numbers and dates, no name and no word of it.
struct RetainedCase: Sendable {
  let id: CaseFileID
  let number: String
  let openedOn: String
  let openedBy: String
  let record: RetainedRecord
  let klass: RetentionClass
  let threads: [CivilDate?]
  let standing: RetentionStanding
  /// The hold that lasts.
  let hold: HoldLine?

  var closedOn: CivilDate? { threads.compactMap(\.self).max() }
  var beginsOn: CivilDate? { RetentionClock.begins(threads) }
  var endsOn: CivilDate? { beginsOn.flatMap { RetentionClock.ends(from: $0, klass) } }
}

struct HoldLine: Sendable {
  let id: Int
  let caseFile: CaseFileID
  let caseNumber: String
  let reason: String
  let until: CivilDate?
  let staff: String
  let at: Int
}

enum RetentionQueries {
  /// Lines of the page at most; the next ones come when these are dealt with.
  static let most = 200

  /// Cases whose time is over and that are on no list yet.
  static func over(_ desk: Desk, _ opened: OpenedRetention) throws -> [RetainedCase] {
    guard let fewest = opened.classes.compactMap(\.years).min(),
      let before = CivilDate(year: opened.today.fiscalYear - fewest, month: 4, day: 1)
    else { return [] }
    let ids = try desk.reading.rows(
      """
      SELECT c.id FROM case_file c
      WHERE c.stage IN ('CLOSED', 'CLOSED_INFO') AND c.opened_on < \(before.iso) AND \(sql: opened.scope.unbarred(case: "c.id"))
        AND NOT EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
          WHERE l.case_file_id = c.id AND l.struck_at IS NULL AND d.stage IN ('proposed', 'approved'))
        AND NOT EXISTS (SELECT 1 FROM records_hold h WHERE h.case_file_id = c.id AND h.ended_at IS NULL
          AND (h.until_on IS NULL OR h.until_on >= \(opened.today.iso)))
        AND NOT EXISTS (SELECT 1 FROM coordination k WHERE k.case_file_id = c.id AND (k.is_active = 1 OR k.stage_since >= \(before.iso)))
        AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_file_id = c.id AND date(e.at + 32400, 'unixepoch') >= \(before.iso))
      ORDER BY c.opened_on, c.id LIMIT \(most * 2)
      """
    ) { $0.id(0) as CaseFileID }
    return Array(try ids.compactMap { try retained(desk, opened, $0) }.filter(\.standing.isOver).prefix(most))
  }

  static func retained(_ desk: Desk, _ opened: OpenedRetention, _ id: CaseFileID) throws -> RetainedCase? {
    let found = try desk.reading.first(
      """
      SELECT c.number, c.opened_on, a.name, c.stage, c.pre_consent,
        EXISTS (SELECT 1 FROM consent x WHERE x.case_file_id = c.id AND x.is_application = 1)
          OR EXISTS (SELECT 1 FROM coordination k JOIN plan p ON p.coordination_id = k.id WHERE k.case_file_id = c.id),
        (SELECT date(max(e.at) + 32400, 'unixepoch') FROM case_event e WHERE e.case_file_id = c.id AND e.stage IN ('CLOSED', 'CLOSED_INFO')
          AND e.event <> \(CaseFileRecords.assigned)),
        EXISTS (SELECT 1 FROM disclosure d JOIN resident r ON r.id = d.resident_id WHERE d.stage IN ('drafting', 'looking')
          AND (coalesce(r.same_as, r.id) IN (SELECT coalesce(q.same_as, q.id) FROM resident q WHERE q.id = c.resident_id
            OR q.id IN (SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id))))
          OR EXISTS (SELECT 1 FROM disclosure d JOIN disclosure_passage p ON p.disclosure_id = d.id
            WHERE p.case_file_id = c.id AND d.stage IN ('drafting', 'looking'))
      FROM case_file c JOIN agency a ON a.id = c.opened_by WHERE c.id = \(id) AND \(sql: opened.scope.unbarred(case: "c.id"))
      """
    ) { row in
      (
        number: row.text(0), openedOn: row.text(1), by: row.text(2), isFinal: ConsultationStage(rawValue: row.text(3))?.isFinal ?? false,
        record: RetainedRecord.of(usedProgramme: row.bool(5), endedWithoutConsent: row.bool(4)), closedOn: row.optionalText(6),
        hasDisclosure: row.bool(7)
      )
    }
    guard let found else { return nil }
    let own = found.isFinal ? CivilDate(iso: found.closedOn ?? found.openedOn) : nil
    let threads = [own] + (try coordinations(desk, id))
    let holds = try holds(desk, "h.case_file_id = \(id)")
    let klass = opened.klass(of: found.record)
    let standing = RetentionStanding.of(
      threads: threads, klass: klass, holds: holds.map { RecordsHold(until: $0.until) }, hasOpenDisclosure: found.hasDisclosure,
      today: opened.today)
    return RetainedCase(
      id: id, number: found.number, openedOn: found.openedOn, openedBy: found.by, record: found.record, klass: klass, threads: threads,
      standing: standing, hold: holds.first)
  }

  /// The day on which each 多機関協働 of the case ended; one with a follow-up still to be done is open.
  private static func coordinations(_ desk: Desk, _ id: CaseFileID) throws -> [CivilDate?] {
    try desk.reading.rows(
      """
      SELECT k.is_active OR EXISTS (SELECT 1 FROM follow_up f WHERE f.coordination_id = k.id AND f.done_on IS NULL),
        max(k.stage_since, coalesce((SELECT max(f.done_on) FROM follow_up f WHERE f.coordination_id = k.id), ''))
      FROM coordination k WHERE k.case_file_id = \(id)
      """
    ) { $0.bool(0) ? nil : CivilDate(iso: String($0.text(1).prefix(10))) }
  }

  /// The holds that last, latest first.
  static func holds(_ desk: Desk, _ opened: OpenedRetention) throws -> [HoldLine] {
    try holds(desk, opened.scope.unbarred(case: "h.case_file_id"))
  }

  private static func holds(_ desk: Desk, _ which: SQL) throws -> [HoldLine] {
    let found = try desk.reading.rows(
      """
      SELECT h.id, h.case_file_id, c.number, h.reason, h.until_on, s.name, h.at FROM records_hold h JOIN case_file c ON c.id = h.case_file_id
        JOIN staff s ON s.id = h.staff_id WHERE h.ended_at IS NULL AND \(sql: which) ORDER BY h.id DESC
      """
    ) { row in
      HoldLine(
        id: row.int(0), caseFile: row.id(1), caseNumber: row.text(2), reason: row.text(3),
        until: row.optionalText(4).flatMap { CivilDate(iso: $0) }, staff: row.text(5), at: row.int(6))
    }
    for line in found { _ = try desk.veil(line.caseFile) }
    return found
  }
}
