import Foundation
internal import GRDB

/// 「データベース」 One SQLite file: one writer, several readers, each on a thread of its own.
///
/// Only `async` calls: nothing here ever blocks a thread of Swift's cooperative pool. Cancelling a task does not reach the database:
/// what was asked is done, and the answer comes back. Other processes may write to the same file.
public final class Database: Sendable {
  private let file: DatabaseFile
  private let readers: Readers
  private let writer: Writer

  /// 「開く」 Opens or creates the file and applies the migrations it lacks. Blocks: call it at start-up.
  ///
  /// - Parameters:
  ///   - path: the file; "-wal" and "-shm" appear beside it while it is open.
  ///   - readers: questions answered at the same time, at least 1.
  ///   - migrations: all of them, in rising order.
  /// - Throws: `MigrationRefusal`, or GRDB's `DatabaseError`.
  public convenience init(path: String, readers: Int = 4, migrations: [Migration]) throws {
    try self.init(file: DatabaseFile(path: path), readers: readers, migrations: migrations)
  }

  private init(file: DatabaseFile, readers: Int, migrations: [Migration]) throws {
    self.file = file
    let writing = try file.openForWriting()
    try writing.inDatabase { db in
      let connection = Connection(db)
      defer { connection.forget() }
      try connection.migrate(migrations)
    }
    let reading = try (0..<max(1, readers)).map { _ in try file.openForReading() }
    writer = Writer(writing, keepAlive: file)
    self.readers = Readers(reading, keepAlive: file)
  }

  deinit {
    readers.close()
    writer.close()
  }

  /// 「一時データベース」 A fresh file in the temporary folder, removed when the database is closed or forgotten.
  ///
  /// - Throws: as `init(path:readers:migrations:)`.
  public static func temporary(migrations: [Migration]) throws -> Database {
    try Database(file: DatabaseFile(temporary: ()), readers: 4, migrations: migrations)
  }

  /// 「読む」 Answers questions from one snapshot; writers are not held up.
  ///
  /// - Throws: what `body` throws, or GRDB's `DatabaseError`.
  public func read<T: Sendable>(_ body: @Sendable @escaping (Reading) throws -> T) async throws -> T {
    try await withUnsafeThrowingContinuation { continuation in
      let accepted = readers.submit { connection in
        continuation.resume(with: Result { try connection.snapshot(body) })
      }
      if !accepted { continuation.resume(throwing: Self.closed) }
    }
  }

  /// 「読んで控える」 Reads as ``read(_:)`` does, then writes something about it, and returns when that is on disk.
  ///
  /// For pages that may be sent only when it is recorded that they were read. One hand-over from the reading to the writing thread
  /// instead of two hops through the caller. What `note` throws is thrown, and the value is not returned.
  public func read<T: Sendable>(
    _ body: @Sendable @escaping (Reading) throws -> T, noting note: @Sendable @escaping (Writing, T) throws -> Void
  ) async throws -> T {
    let writer = writer
    return try await withUnsafeThrowingContinuation { continuation in
      let accepted = readers.submit { connection in
        do {
          let value = try connection.snapshot(body)
          let job = Writer.Job(
            run: { writing in
              do {
                try note(writing, value)
                return .done { continuation.resume(returning: value) }
              } catch {
                return .failed(error)
              }
            },
            refuse: { continuation.resume(throwing: $0) })
          if !writer.submit(job) { continuation.resume(throwing: Self.closed) }
        } catch {
          continuation.resume(throwing: error)
        }
      }
      if !accepted { continuation.resume(throwing: Self.closed) }
    }
  }

  /// 「書く」 Saves all that `body` does, or nothing; returns when it is on disk.
  ///
  /// Jobs waiting at the same moment share one COMMIT; one that throws is undone alone. `body` may run a second time when SQLite gave up
  /// the shared transaction because of another job, so it must change nothing but the database.
  ///
  /// - Throws: what `body` throws, `ConstraintViolation`, or GRDB's `DatabaseError` (SQLITE_BUSY after 5 s of another process's write).
  @discardableResult
  public func write<T: Sendable>(_ body: @Sendable @escaping (Writing) throws -> T) async throws -> T {
    try await withUnsafeThrowingContinuation { continuation in
      let job = Writer.Job(
        run: { writing in
          do {
            let value = try body(writing)
            return .done { continuation.resume(returning: value) }
          } catch {
            return .failed(error)
          }
        },
        refuse: { continuation.resume(throwing: $0) })
      if !writer.submit(job) { continuation.resume(throwing: Self.closed) }
    }
  }

  /// 「確定の回数」 COMMITs so far, for tests and measurements.
  public var commits: Int { writer.commits }

  /// 「閉じる」 Finishes what was asked, then closes the file. Later calls throw; closing twice is harmless.
  public func close() async throws {
    await readers.end()
    await writer.end()
  }

  /// 「控えを取る」 Copies the database as it is now to a new file, while readers and the writer go on.
  ///
  /// The copy appears under its name only when it is complete; an older file of that name is replaced.
  ///
  /// - Throws: GRDB's `DatabaseError`, or Foundation's when the file cannot be put in place.
  public func backup(to path: String) async throws {
    try await withCheckedThrowingContinuation { continuation in
      let file = file
      Thread.detachNewThread {
        continuation.resume(with: Result { try file.copy(to: path) })
      }
    }
  }

  private static var closed: DatabaseError { DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed") }
}
