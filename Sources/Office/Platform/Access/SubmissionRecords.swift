import Casework
import Store

/// The only writer of `submission`: which forms were already taken in, and where they led.
enum SubmissionRecords {
  static func path(_ desk: WritingDesk, token: String) throws -> String? {
    try desk.reading.first("SELECT path FROM submission WHERE token = \(own(desk, token))") { $0.text(0) }
  }

  static func remember(_ desk: WritingDesk, token: String, path: String, at now: Int) throws {
    try desk.writing.run(
      "INSERT INTO submission (token, staff_id, path, at) VALUES (\(own(desk, token)), \(desk.staff.id), \(path), \(now))")
  }

  /// What a browser says is a token is whatever it likes: the same words from two people are two tokens.
  private static func own(_ desk: WritingDesk, _ token: String) -> String { "\(desk.staff.id) \(token)" }

  /// Forgets forms sent before a moment, and those that led to these places, within a disposal.
  static func forget(_ writing: Writing, before moment: Int, where concerns: (String) -> Bool) throws -> Int {
    var gone = try writing.run("DELETE FROM submission WHERE at < \(moment)")
    let rest = try writing.rows("SELECT token, path FROM submission") { ($0.text(0), $0.text(1)) }.filter { concerns($0.1) }
    for (token, _) in rest { gone += try writing.run("DELETE FROM submission WHERE token = \(token)") }
    return gone
  }
}
