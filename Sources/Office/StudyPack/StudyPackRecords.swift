import Casework
import Foundation
import Store

/// The only writer of `study_pack`. Until it is confirmed it is looked through and corrected; then it stays as it was made.
enum StudyPackRecords {
  static func make(_ desk: WritingDesk, _ file: OpenedFile, _ pack: StudyPack) throws -> StudyPackID {
    let id = try desk.writing.insert(
      """
      INSERT INTO study_pack (case_file_id, agency_id, made_by, made_at, content)
      VALUES (\(file.id), \(file.agency), \(desk.staff.id), \(desk.now), \(try json(pack)))
      """)
    desk.note("study pack \(id)")
    return StudyPackID(Int(id))
  }

  /// Throws ``EditConflict`` when it was saved or confirmed from another screen since `version`.
  static func change(_ desk: WritingDesk, _ id: StudyPackID, _ pack: StudyPack, from version: Int) throws {
    let rows = try desk.writing.run(
      """
      UPDATE study_pack SET content = \(try json(pack)), version = version + 1
      WHERE id = \(id) AND version = \(version) AND confirmed_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
  }

  /// 「確認した」 From here on nothing changes, and what stood there before is said nowhere.
  static func confirm(_ desk: WritingDesk, _ id: StudyPackID, _ pack: StudyPack, from version: Int) throws {
    let rows = try desk.writing.run(
      """
      UPDATE study_pack SET content = \(try json(pack.confirmed)), confirmed_at = \(desk.now), confirmed_by = \(desk.staff.id),
        version = version + 1
      WHERE id = \(id) AND version = \(version) AND confirmed_at IS NULL
      """)
    guard rows == 1 else { throw EditConflict(staff: desk.staff) }
  }

  private static func json(_ pack: StudyPack) throws -> String { String(decoding: try JSONEncoder().encode(pack), as: UTF8.self) }
}
