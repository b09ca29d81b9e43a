import Foundation
import Testing

@testable import Store

struct DeletedTests {
  private static let tables = Migration(
    1, "text",
    """
    CREATE TABLE text (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    """)

  @Test func `消した行は、ファイルにも書き込みの控えにも残らない`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "deleted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.sqlite").path
    let secret = String(repeating: "秘密のことば", count: 2_000)
    let database = try Database(path: path, migrations: [Self.tables])
    try await database.write { try $0.run("INSERT INTO text (words) VALUES (\(secret)), ('残す')") }
    func holds(_ words: String) throws -> Bool {
      try ["", "-wal"].contains { ending in
        let file = path + ending
        guard FileManager.default.fileExists(atPath: file) else { return false }
        return try Data(contentsOf: URL(filePath: file)).range(of: Data(words.utf8)) != nil
      }
    }
    #expect(try holds("秘密のことば"))
    try await database.write { try $0.run("DELETE FROM text WHERE id = 1") }
    #expect(try await database.emptyLog())
    #expect(try !holds("秘密のことば") && holds("残す"))
    try await database.vacuum()
    #expect(try await database.read { try $0.count("SELECT count(*) FROM text") } == 1)
    try await database.close()
  }
}
