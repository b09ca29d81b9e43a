import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// What the search costs beside the bare index: the same words through FTS5 alone, and through the scope of one agency. The scope has to pass
/// over the hits of others, so the index alone is measured twice: for the first twenty hits, and as far as the scope had to walk.
struct SearchCost {
  let office: Office
  static let rounds = 2_000

  func report() async throws {
    for term in ["佐藤", "家賃の滞", "訪問", "民生委員"] {
      guard let search = try await office.benchSearch(term, staff: StaffID(1)) else { continue }
      let bare: SQL = "SELECT rowid FROM note_text WHERE note_text MATCH \(search.phrase) ORDER BY rowid DESC LIMIT 20"
      let last = try await office.database.read { try $0.rows(search.scoped) { $0.int(0) }.last } ?? 0
      let deep: SQL = "SELECT rowid FROM note_text WHERE note_text MATCH \(search.phrase) AND rowid >= \(last) ORDER BY rowid DESC"
      let (raw, asFar) = (try await milliseconds(bare), try await milliseconds(deep))
      let scoped = try await milliseconds(search.scoped)
      func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
      print(
        "   \(term)  生のFTS5 先頭20件 \(number(raw, 4)) ms・同じ所まで \(number(asFar, 4)) ms  範囲つき \(number(scoped, 4)) ms  "
          + "\(number(scoped / raw, 1))倍・\(number(scoped / asFar, 1))倍")
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
