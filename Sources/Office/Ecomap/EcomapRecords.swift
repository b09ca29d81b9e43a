import Casework
import Foundation
import Store

/// The only writer of `ecomap`. A version is saved whole and never changed.
enum EcomapRecords {
  static func draw(_ desk: WritingDesk, _ file: OpenedFile, _ map: Ecomap, remark: String) throws {
    let content = String(decoding: try JSONEncoder().encode(map), as: UTF8.self)
    let id = try desk.writing.insert(
      """
      INSERT INTO ecomap (case_file_id, drawn_on, remark, content, drawn_by, agency_id, drawn_at)
      VALUES (\(file.id), \(map.drawnOn.iso), \(remark), \(content), \(desk.staff.id), \(file.agency), \(desk.now))
      """)
    desk.note("ecomap \(id)")
  }
}
