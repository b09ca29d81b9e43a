import Testing

@testable import Store

/// 読んで控える: what was read is handed over only when the note about it is on disk.
struct NotingTests {
  private struct Refused: Error {}

  @Test func `控えが残ってはじめて、読んだものが渡る`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    let before = database.commits
    let count = try await database.read(
      { try $0.count("SELECT count(*) FROM line") }, noting: { writing, count in _ = try writing.line("\(count)件を見た") })
    #expect(count == 0)
    #expect(try await database.lines() == ["0件を見た"])
    #expect(database.commits == before + 1)
    try await database.close()
  }

  @Test func `控えられなければ、読んだものは渡らない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    await #expect(throws: Refused.self) {
      _ = try await database.read(
        { _ in 1 },
        noting: { writing, _ in
          _ = try writing.line("半端な控え")
          throw Refused()
        })
    }
    #expect(try await database.lines().isEmpty)
    try await database.close()
  }

  @Test func `読めなければ、何も控えない`() async throws {
    let database = try Database.temporary(migrations: [lineTable])
    await #expect(throws: Refused.self) {
      _ = try await database.read({ _ -> Int in throw Refused() }, noting: { writing, _ in _ = try writing.line("控え") })
    }
    #expect(try await database.lines().isEmpty)
    try await database.close()
    await #expect(throws: (any Error).self) { _ = try await database.read({ _ in 1 }, noting: { _, _ in }) }
  }
}
