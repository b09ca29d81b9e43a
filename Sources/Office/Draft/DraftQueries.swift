import Casework
import Foundation
import Store

/// One line of 書きかけ.
struct DraftLine: Sendable {
  let id: DraftID
  let form: String
  let title: String
  let savedAt: Int
}

enum DraftQueries {
  /// The person's own drafts, latest first.
  static func mine(_ desk: Desk, limit: Int = 100) throws -> [DraftLine] {
    try desk.reading.rows(
      """
      SELECT d.id, d.form, d.title, d.saved_at FROM draft d WHERE \(sql: desk.drafts) ORDER BY d.saved_at DESC, d.id DESC LIMIT \(limit)
      """
    ) { DraftLine(id: $0.id(0), form: $0.text(1), title: $0.text(2), savedAt: $0.int(3)) }
  }

  /// What was typed into one of the person's own drafts.
  static func fields(_ desk: Desk, _ id: DraftID) throws -> Fields {
    let text = try desk.reading.first("SELECT d.fields FROM draft d WHERE d.id = \(id) AND \(sql: desk.drafts)") { $0.text(0) }
    guard let text else { throw desk.denied("draft \(id)") }
    let pairs = try JSONDecoder().decode([Fields.Pair].self, from: Data(text.utf8))
    var fields = Fields(pairs.map { ($0.name, $0.value) })
    fields.set("draft", String(id.number))
    return fields
  }

  /// The page on which a draft goes on.
  static func resumePath(_ desk: Desk, _ id: DraftID) throws -> String {
    let path = try desk.reading.first("SELECT d.subject FROM draft d WHERE d.id = \(id) AND \(sql: desk.drafts)") { $0.text(0) }
    guard let path else { throw desk.denied("draft \(id)") }
    return path
  }

  /// The fields a form starts with: those of the draft named in the address, or `otherwise`.
  static func starting(_ desk: Desk, _ otherwise: Fields = Fields()) throws -> Fields {
    guard let number = Int(desk.visit.query["draft"]) else { return otherwise }
    return try fields(desk, DraftID(number))
  }
}

extension Desk {
  /// The person's own drafts, as a condition on alias `d` of `draft`: one that belongs to a case is there as long as the case is.
  ///
  /// Whoever moved to another agency, or is tied to a perpetrator, finds no draft of a case that is out of sight.
  var drafts: SQL {
    let scope = scope
    return """
      (d.staff_id = \(staff.id) AND CASE
        WHEN d.subject GLOB '/cases/[0-9]*' THEN \(sql: inSight("CAST(substr(d.subject, 8) AS INTEGER)"))
        WHEN d.subject GLOB '/protections/new*case=[0-9]*' THEN \(sql: inSight("CAST(substr(d.subject, 23) AS INTEGER)"))
        WHEN d.subject GLOB '/coordinations/[0-9]*' THEN EXISTS (SELECT 1 FROM coordination o
          WHERE o.id = CAST(substr(d.subject, 16) AS INTEGER) AND \(sql: inSight("o.case_file_id")))
        WHEN d.subject GLOB '/plans/[0-9]*' THEN EXISTS (SELECT 1 FROM plan p JOIN coordination o ON o.id = p.coordination_id
          WHERE p.id = CAST(substr(d.subject, 8) AS INTEGER) AND \(sql: inSight("o.case_file_id")))
        WHEN d.subject GLOB '/follow-ups/[0-9]*' THEN EXISTS (SELECT 1 FROM follow_up f JOIN coordination o ON o.id = f.coordination_id
          WHERE f.id = CAST(substr(d.subject, 13) AS INTEGER) AND \(sql: inSight("o.case_file_id")))
        WHEN d.subject GLOB '/referrals/[0-9]*' THEN EXISTS (SELECT 1 FROM referral r
          WHERE r.id = CAST(substr(d.subject, 12) AS INTEGER) AND \(sql: scope.referrals))
        WHEN d.subject GLOB '/information-requests/[0-9]*' THEN EXISTS (SELECT 1 FROM information_request q
          JOIN coordination k ON k.id = q.coordination_id WHERE q.id = CAST(substr(d.subject, 23) AS INTEGER)
            AND (\(sql: scope.askedOfMine) OR \(sql: inSight("k.case_file_id"))))
        WHEN d.subject GLOB '/meetings/[0-9]*/items/[0-9]*' THEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
          WHERE i.meeting_id = CAST(substr(d.subject, 11) AS INTEGER) AND d.subject GLOB '/meetings/' || m.id || '/items/' || i.id || '/*'
            AND m.convener = \(staff.agencyID)
            AND \(sql: scope.unbarred(case: "i.case_file_id")))
        WHEN d.subject GLOB '/meetings/[0-9]*/minutes' THEN EXISTS (SELECT 1 FROM meeting m
          WHERE m.id = CAST(substr(d.subject, 11) AS INTEGER) AND m.convener = \(staff.agencyID)
            AND NOT EXISTS (SELECT 1 FROM meeting_item i WHERE i.meeting_id = m.id AND NOT \(sql: scope.unbarred(case: "i.case_file_id"))))
        WHEN d.subject GLOB '/preparations/[0-9]*' THEN EXISTS (SELECT 1 FROM preparation p JOIN meeting_item i ON i.id = p.item_id
          JOIN meeting m ON m.id = i.meeting_id WHERE p.id = CAST(substr(d.subject, 15) AS INTEGER)
            AND (m.convener = \(staff.agencyID) OR \(sql: scope.preparations(today: today)))
            AND \(sql: scope.unbarred(case: "i.case_file_id")))
        ELSE 1 END)
      """
  }

  /// A case that may be opened now, as a condition on a case number column named by trusted text.
  private func inSight(_ column: String) -> SQL {
    """
    (\(sql: scope.holds(case: column)) OR EXISTS (SELECT 1 FROM emergency_access y WHERE y.case_file_id = \(raw: column)
      AND y.staff_id = \(staff.id) AND y.agency_id = \(staff.agencyID) AND y.ended_at IS NULL AND y.until_at > \(now)
      AND \(sql: scope.unbarred(case: "y.case_file_id"))))
    """
  }
}
