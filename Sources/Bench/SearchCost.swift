import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// What the search costs beside bare FTS5: the same words in an index of all notes that knows no readers, for its first twenty hits. That
/// index is made first, in the commits in which the city was made, so that it lies in as many pieces; give it a copy of the city.
struct SearchCost {
  let office: Office
  static let rounds = 2_000

  func report() async throws {
    try await office.database.write {
      try $0.run("CREATE VIRTUAL TABLE bare_text USING fts5(words, content='', tokenize='bigram')")
    }
    for start in stride(from: 1, through: City.notes, by: City.notesPerCommit) {
      try await office.database.write {
        try $0.run(
          """
          INSERT INTO bare_text (rowid, words) SELECT id, folded(title || char(10) || facts) FROM note
          WHERE id BETWEEN \(start) AND \(start + City.notesPerCommit - 1) ORDER BY id
          """)
      }
    }
    for term in ["佐藤", "家賃の滞", "訪問", "民生委員"] {
      guard let search = try await office.benchSearch(term, staff: StaffID(1)) else { continue }
      let bare: SQL = "SELECT rowid FROM bare_text WHERE bare_text MATCH \(search.phrase) ORDER BY rowid DESC LIMIT 20"
      let raw = try await milliseconds(bare)
      let scoped = try await milliseconds(search.scoped)
      func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
      print(
        "   \(term)  生のFTS5 先頭20件 \(number(raw, 4)) ms  範囲つき、本文まで \(number(scoped, 4)) ms  \(number(scoped / raw, 1))倍")
    }
    try await reportGrounds()
  }

  /// What it costs that an agency gets or loses the reading of a note, since its words go into the index and out of it.
  private func reportGrounds() async throws {
    for (what, until) in [("読めなくなる", "1"), ("読めるようになる", "NULL")] {
      let before = SearchCost.cpu()
      let notes = try await office.database.write { writing in
        let before = try writing.count("SELECT count(*) FROM note_reader")
        try writing.run("UPDATE case_ground SET until = \(raw: until) WHERE case_file_id <= 100")
        return abs(try writing.count("SELECT count(*) FROM note_reader") - before)
      }
      print("   機関が記録を\(what)とき 1件あたり \(String(format: "%.4f", (SearchCost.cpu() - before) / Double(notes))) ms（\(notes)件）")
    }
  }

  /// CPU of this process for one run, every column read.
  private func milliseconds(_ sql: SQL) async throws -> Double {
    let database = office.database
    for _ in 0..<50 { _ = try await database.read { try $0.rows(sql) { $0.text(0).utf8.count } } }
    let before = SearchCost.cpu()
    for _ in 0..<Self.rounds { _ = try await database.read { try $0.rows(sql) { $0.text(0).utf8.count } } }
    return (SearchCost.cpu() - before) / Double(Self.rounds)
  }

  private static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
}
