import Casework
import Foundation
@_spi(Bench) import Office
import Store

/// What the search costs beside the bare index: the same words through FTS5 alone, and through the scope of one agency.
struct SearchCost {
  let office: Office
  static let rounds = 2_000

  func report() async throws {
    for term in ["佐藤", "家賃の滞", "訪問", "民生委員"] {
      guard let search = try await office.benchSearch(term, staff: StaffID(1)) else { continue }
      let bare: SQL = "SELECT rowid FROM note_text WHERE note_text MATCH \(search.phrase) ORDER BY rowid DESC LIMIT 20"
      let raw = try await milliseconds(bare)
      let scoped = try await milliseconds(search.scoped)
      print(
        "   \(term)  生のFTS5 \(String(format: "%.4f", raw)) ms  範囲つき \(String(format: "%.4f", scoped)) ms  \(String(format: "%.1f", scoped / raw))倍"
      )
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
