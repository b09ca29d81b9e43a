import Foundation
import Store
import Synchronization
import Testing

@testable import Office

/// /health: whoever watches the server is told when nothing more can be written.
struct HealthStory {
  /// A disk that says what the test wants, and counts how often it is asked.
  private final class Disk: Sendable {
    private let state: Mutex<(free: Int?, looks: Int)>
    init(_ free: Int?) { state = Mutex((free, 0)) }
    var looks: Int { state.withLock { $0.looks } }
    func set(_ free: Int?) { state.withLock { $0.free = free } }
    func look() -> Int? {
      state.withLock { state in
        state.looks += 1
        return state.free
      }
    }
  }

  @Test func `空きが足りなくなると503で理由を言い、場所も数字も言わない`() async throws {
    let disk = Disk(DiskGauge.reserve)
    let town = try await Town.open(freeSpace: { disk.look() })
    let stranger = town.stranger()
    let fine = try await stranger.get("/health")
    #expect(fine.status == 200 && fine.text == "ok\n")
    disk.set(DiskGauge.reserve - 1)
    town.pass(minutes: 1)
    let full = try await stranger.get("/health")
    #expect(full.status == 503 && full.text == "ディスクの空きが足りません。空きをつくってください。\n")
    #expect(!full.text.contains("/") && full.text.allSatisfy { !$0.isNumber })
    disk.set(nil)
    town.pass(minutes: 1)
    #expect(try await stranger.get("/health").status == 200, "分からないときは知らせない")
  }

  @Test func `何度聞かれても、ディスクを見るのは5秒に一度まで`() async throws {
    let disk = Disk(0)
    let gauge = DiskGauge { disk.look() }
    for _ in 0..<100 { #expect(gauge.isShort(now: 1_000)) }
    disk.set(DiskGauge.reserve)
    #expect(gauge.isShort(now: 1_004) && disk.looks == 1)
    #expect(!gauge.isShort(now: 1_005) && disk.looks == 2)
    #expect(!gauge.isShort(now: 900) && disk.looks == 3, "時計が戻っても、いつまでも前の答えを言わない")
  }

  @Test func `本物のフォルダーの空きが分かり、ない場所では分からない`() throws {
    let free = try #require(DiskGauge.free(in: FileManager.default.temporaryDirectory))
    #expect(free > 0)
    #expect(DiskGauge.free(in: URL(filePath: "/nai/kaku")) == nil)
  }

  @Test func `書き込みがディスクいっぱいで失敗すると503になり、次に書けたら戻る`() async throws {
    let town = try await Town.open(freeSpace: { nil })
    let stranger = town.stranger()
    let database = town.office.database
    try await database.write { try limit($0, extra: 0) }
    await #expect(throws: (any Error).self) { try await database.write { try fill($0) } }
    #expect(try await stranger.get("/health").status == 503)
    try await database.settle()
    #expect(try await stranger.get("/health").status == 503, "何も書かない確定は、書けたことにならない")
    try await database.write { try limit($0, extra: 10_000) }
    try await database.write { try fill($0) }
    #expect(try await stranger.get("/health").status == 200)
  }

  /// SQLite then says what it says on a full disk.
  private func limit(_ writing: Writing, extra: Int) throws {
    let pages = try writing.first("SELECT page_count FROM pragma_page_count") { $0.int(0) } ?? 0
    _ = try writing.rows("PRAGMA max_page_count = \(raw: String(pages + extra))") { $0.int(0) }
  }

  private func fill(_ writing: Writing) throws {
    try writing.run(
      """
      INSERT INTO draft (staff_id, form, subject, title, fields, saved_at)
      VALUES (1, '架空', '', '架空', \(String(repeating: "架空", count: 200_000)), 1)
      """)
  }
}
