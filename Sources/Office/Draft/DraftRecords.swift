import Casework
import Foundation
import Store

/// The only writer of `draft`: unfinished forms, kept on the server, each its writer's alone (「書きかけ」).
enum DraftRecords {
  /// Saves what was typed. With the number of one of the person's drafts it is brought up to date, otherwise a new one begins.
  static func save(_ desk: WritingDesk, id: DraftID?, form: String, resumePath: String, title: String, fields: Fields) throws -> DraftID {
    let text = String(decoding: try JSONEncoder().encode(fields.typed.pairs), as: UTF8.self)
    if let id {
      let changed = try desk.writing.run(
        """
        UPDATE draft SET fields = \(text), title = \(title), version = version + 1, saved_at = \(desk.now)
        WHERE id = \(id) AND staff_id = \(desk.staff.id)
        """)
      if changed == 1 {
        desk.note("draft \(id)")
        return id
      }
    }
    let new = DraftID(
      Int(
        try desk.writing.insert(
          """
          INSERT INTO draft (staff_id, form, subject, title, fields, saved_at)
          VALUES (\(desk.staff.id), \(form), \(resumePath), \(title), \(text), \(desk.now))
          """)))
    desk.note("draft \(new)")
    return new
  }

  /// Removes a draft that has become a record, or that its writer gave up. Somebody else's stays.
  ///
  /// - Returns: whether there was one of this person.
  @discardableResult
  static func discard(_ desk: WritingDesk, id: DraftID?) throws -> Bool {
    guard let id else { return false }
    return try desk.writing.run("DELETE FROM draft WHERE id = \(id) AND staff_id = \(desk.staff.id)") == 1
  }

  /// Removes everything a person left unfinished: what was typed about the cases of one agency is not taken along to another.
  static func discardAll(_ writing: Writing, of staff: StaffID) throws -> Int {
    try writing.run("DELETE FROM draft WHERE staff_id = \(staff)")
  }

  /// Removes everybody's drafts that go on at these places, within a disposal.
  static func forget(_ writing: Writing, where concerns: (String) -> Bool) throws -> Int {
    let drafts = try writing.rows("SELECT id, subject FROM draft") { ($0.id(0) as DraftID, $0.text(1)) }.filter { concerns($0.1) }
    for (id, _) in drafts { try writing.run("DELETE FROM draft WHERE id = \(id)") }
    return drafts.count
  }
}

extension Fields {
  /// The draft this form belongs to.
  var draftID: DraftID? { Int(self["draft"]).map(DraftID.init) }
}
