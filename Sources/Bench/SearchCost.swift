import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// What the search costs beside bare FTS5: the same words in indexes of all notes and of all people of cases that know no readers, for their
/// first twenty hits. Those indexes are made first, in the commits in which the city was made, so that they lie in as many pieces; give it a
/// copy of the city.
struct SearchCost {
  let office: Office
  static let rounds = 2_000

  func report() async throws {
    try await index(
      "bare_text", rows: 1...City.notes, perCommit: City.notesPerCommit, "SELECT id, folded(title || char(10) || facts) FROM note")
    try await index(
      "bare_name", rows: City.residents + 1...City.residents + City.cases, perCommit: City.casesPerCommit,
      """
      SELECT id, folded_names(name || char(10) || name_kana || char(10) || other_name) FROM resident
      """)
    for term in ["佐藤", "家賃の滞", "訪問", "民生委員"] {
      guard let search = try await office.benchSearch(term, staff: StaffID(1)) else { continue }
      var sum = (raw: 0.0, scoped: 0.0)
      for (what, table, scoped) in [("記録", "bare_text", search.notes), ("人", "bare_name", search.people)] {
        let raw = try await milliseconds(
          "SELECT rowid FROM \(raw: table) WHERE \(raw: table) MATCH \(search.phrase) ORDER BY rowid DESC LIMIT 20")
        let cost = try await milliseconds(scoped)
        print("   \(term) \(what)  生のFTS5 先頭20件 \(number(raw, 4)) ms  範囲つき、本文まで \(number(cost, 4)) ms  \(number(cost / raw, 1))倍")
        sum = (sum.raw + raw, sum.scoped + cost)
      }
      let cases = try await milliseconds(search.cases)
      let all = sum.scoped + cases
      print("   \(term) 合わせて（事例番号と呼び名 \(number(cases, 4)) ms も） \(number(all, 4)) ms  \(number(all / sum.raw, 1))倍")
    }
    try await reportGrounds()
  }

  /// An index of bare words, of the rows of a query with these numbers.
  private func index(_ table: String, rows: ClosedRange<Int>, perCommit: Int, _ query: SQL) async throws {
    try await office.database.write { try $0.run("CREATE VIRTUAL TABLE \(raw: table) USING fts5(words, content='', tokenize='bigram')") }
    for start in stride(from: rows.lowerBound, through: rows.upperBound, by: perCommit) {
      try await office.database.write {
        try $0.run(
          """
          INSERT INTO \(raw: table) (rowid, words) \(sql: query) WHERE id BETWEEN \(start) AND \(start + perCommit - 1) ORDER BY id
          """)
      }
    }
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

  private func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

  /// Milliseconds of CPU that this process has used.
  private static func cpu() -> Double { Double(clock()) * 1_000 / Double(CLOCKS_PER_SEC) }
}
