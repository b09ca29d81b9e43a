import Casework
import Store

/// The only writer of `submission`: which forms were already taken in, and where they led.
enum SubmissionRecords {
  static func path(_ desk: WritingDesk, token: String) throws -> String? {
    try desk.reading.first("SELECT path FROM submission WHERE token = \(token) AND staff_id = \(desk.staff.id)") { $0.text(0) }
  }

  static func remember(_ desk: WritingDesk, token: String, path: String, at now: Int) throws {
    try desk.writing.run(
      "INSERT INTO submission (token, staff_id, path, at) VALUES (\(token), \(desk.staff.id), \(path), \(now))")
  }
}
