import Casework
import Store

/// The only writer of `protection`, `protection_clearance`, `protection_bar` and `protection_event`. Every change leaves an event.
enum ProtectionRecords {
  enum Event: String, Sendable { case registered, changed, ended }

  /// Registers a 支援措置 under the person's first record, so that it holds for every record that is joined to it.
  static func register(_ desk: WritingDesk, of first: ResidentID, _ draft: ProtectionDraft, content: String) throws -> ProtectionID {
    let row = try desk.writing.insert(
      """
      INSERT INTO protection (resident_id, kind, level, perpetrator_id, perpetrator_words, basis, words, from_on, until_on, staff_id,
        agency_id, registered_at)
      VALUES (\(first), \(draft.kind?.rawValue), \(draft.level?.rawValue), \(draft.perpetrator), \(draft.perpetratorWords), \(draft.basis),
        \(draft.words), \(draft.from?.iso), \(draft.until?.iso), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    let id = ProtectionID(Int(row))
    try tell(desk, id, draft)
    try event(desk, id, .registered, content)
    return id
  }

  /// Puts the new facts in place of the old ones. Throws ``EditConflict`` when somebody else changed or ended it first.
  static func change(_ desk: WritingDesk, _ opened: OpenedProtection, to draft: ProtectionDraft, version: Int, content: String) throws {
    let rows = try desk.writing.run(
      """
      UPDATE protection SET kind = \(draft.kind?.rawValue), level = \(draft.level?.rawValue), perpetrator_id = \(draft.perpetrator),
        perpetrator_words = \(draft.perpetratorWords), basis = \(draft.basis), words = \(draft.words), from_on = \(draft.from?.iso),
        until_on = \(draft.until?.iso), version = version + 1
      WHERE id = \(opened.id) AND version = \(version) AND ended_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    try desk.writing.run("DELETE FROM protection_clearance WHERE protection_id = \(opened.id)")
    try desk.writing.run("DELETE FROM protection_bar WHERE protection_id = \(opened.id)")
    try tell(desk, opened.id, draft)
    try event(desk, opened.id, .changed, content)
  }

  static func end(_ desk: WritingDesk, _ opened: OpenedProtection, reason: String, version: Int) throws {
    let rows = try desk.writing.run(
      """
      UPDATE protection SET ended_at = \(desk.now), ended_by = \(desk.staff.id), end_reason = \(reason), version = version + 1
      WHERE id = \(opened.id) AND version = \(version) AND ended_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
    try event(desk, opened.id, .ended, reason)
  }

  /// Who is told, and who must not see the person.
  private static func tell(_ desk: WritingDesk, _ id: ProtectionID, _ draft: ProtectionDraft) throws {
    for agency in draft.cleared.sorted(by: { $0.number < $1.number }) {
      try desk.writing.run("INSERT INTO protection_clearance (protection_id, agency_id) VALUES (\(id), \(agency))")
    }
    for agency in draft.barredAgencies.sorted(by: { $0.number < $1.number }) {
      try desk.writing.run("INSERT INTO protection_bar (protection_id, agency_id) VALUES (\(id), \(agency))")
    }
    for staff in draft.barredStaff.sorted(by: { $0.number < $1.number }) {
      try desk.writing.run("INSERT INTO protection_bar (protection_id, staff_id) VALUES (\(id), \(staff))")
    }
  }

  private static func event(_ desk: WritingDesk, _ id: ProtectionID, _ event: Event, _ content: String) throws {
    try desk.writing.run(
      """
      INSERT INTO protection_event (protection_id, event, content, staff_id, agency_id, at)
      VALUES (\(id), \(event.rawValue), \(content), \(desk.staff.id), \(desk.staff.agencyID), \(desk.now))
      """)
    desk.note("protection \(id)")
    desk.note(detail: event.rawValue)
  }
}
