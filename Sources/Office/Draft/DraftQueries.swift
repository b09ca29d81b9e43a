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
      "SELECT id, form, title, saved_at FROM draft WHERE staff_id = \(desk.staff.id) ORDER BY saved_at DESC, id DESC LIMIT \(limit)"
    ) { DraftLine(id: $0.id(0), form: $0.text(1), title: $0.text(2), savedAt: $0.int(3)) }
  }

  /// What was typed into one of the person's own drafts.
  static func fields(_ desk: Desk, _ id: DraftID) throws -> Fields {
    let text = try desk.reading.first("SELECT fields FROM draft WHERE id = \(id) AND staff_id = \(desk.staff.id)") { $0.text(0) }
    guard let text else { throw desk.denied("draft \(id)") }
    let pairs = try JSONDecoder().decode([Fields.Pair].self, from: Data(text.utf8))
    var fields = Fields(pairs.map { ($0.name, $0.value) })
    fields.set("draft", String(id.number))
    return fields
  }

  /// The page on which a draft goes on.
  static func resumePath(_ desk: Desk, _ id: DraftID) throws -> String {
    let path = try desk.reading.first("SELECT subject FROM draft WHERE id = \(id) AND staff_id = \(desk.staff.id)") { $0.text(0) }
    guard let path else { throw desk.denied("draft \(id)") }
    return path
  }

  /// The fields a form starts with: those of the draft named in the address, or `otherwise`.
  static func starting(_ desk: Desk, _ otherwise: Fields = Fields()) throws -> Fields {
    guard let number = Int(desk.visit.query["draft"]) else { return otherwise }
    return try fields(desk, DraftID(number))
  }
}
