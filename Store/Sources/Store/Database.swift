import Foundation
internal import GRDB
import Synchronization

/// 「データベース」 One SQLite file: one writer, several readers, each on a thread of its own.
///
/// Only `async` calls: nothing here ever blocks a thread of Swift's cooperative pool. Cancelling a task does not reach the database:
/// what was asked is done, and the answer comes back. Other processes may write to the same file.
public final class Database: Sendable {
  private let file: DatabaseFile
  private let readers: Readers
  private let writer: Writer
  private let seats = Mutex<[ReadingSeat]>([])
  private let asking = SeatCount()

  /// 「開く」 Opens or creates the file and applies the migrations it lacks. Blocks: call it at start-up.
  ///
  /// - Parameters:
  ///   - path: the file; "-wal" and "-shm" appear beside it while it is open.
  ///   - readers: questions answered at the same time, at least 1.
  ///   - migrations: all of them, in rising order.
  ///   - journal: what the lines of ``read(_:recording:)`` mean; they stand in a file beside the database ("-lines") until the next COMMIT.
  /// - Throws: `MigrationRefusal`, `JournalRefusal`, or GRDB's `DatabaseError`.
  public convenience init(path: String, readers: Int = 4, migrations: [Migration], journal: JournalRules? = nil) throws {
    try self.init(file: DatabaseFile(path: path), readers: readers, migrations: migrations, journal: journal)
  }

  private init(file: DatabaseFile, readers: Int, migrations: [Migration], journal rules: JournalRules?) throws {
    self.file = file
    let writing = try file.openForWriting()
    let journal = try rules.map { try Journal(path: file.path + "-lines", rules: $0) }
    try writing.inDatabase { db in
      let connection = Connection(db)
      defer { connection.forget() }
      try connection.migrate(migrations)
      try journal?.recover(Reading(connection: connection))
    }
    let reading = try (0..<max(1, readers)).map { _ in try file.openForReading() }
    let writer = Writer(writing, journal: journal, keepAlive: file)
    self.writer = writer
    self.readers = Readers(reading, onQuiet: { writer.hurry() }, keepAlive: file)
  }

  deinit {
    closeSeats()
    readers.close()
    writer.close()
  }

  /// 「席を設ける」 Opens a reading connection for a thread that asks its own questions. Blocks for about a millisecond.
  ///
  /// - Parameter later: runs something on that thread.
  /// - Throws: GRDB's `DatabaseError`.
  public func seat(later: @escaping ReadingSeat.Later) throws -> ReadingSeat {
    let seat = try ReadingSeat(file, later: later)
    seats.withLock { $0.append(seat) }
    return seat
  }

  private func closeSeats() {
    let seats = seats.withLock { seats in
      defer { seats = [] }
      return seats
    }
    for seat in seats { seat.close() }
  }

  /// The seat from which this is asked, if it is one of this database.
  private var seat: ReadingSeat? { ReadingSeat.current.flatMap { $0.file === file ? $0 : nil } }

  /// 「一時データベース」 A fresh file in the temporary folder, removed when the database is closed or forgotten.
  ///
  /// - Throws: as `init(path:readers:migrations:)`.
  public static func temporary(migrations: [Migration]) throws -> Database {
    try Database(file: DatabaseFile(temporary: ()), readers: 4, migrations: migrations, journal: nil)
  }

  /// 「読む」 Answers questions from one snapshot; writers are not held up.
  ///
  /// - Throws: what `body` throws, or GRDB's `DatabaseError`.
  public func read<T: Sendable>(_ body: @Sendable @escaping (Reading) throws -> T) async throws -> T {
    if let seat { return try seat.ask(body) }
    return try await withUnsafeThrowingContinuation { continuation in
      let accepted = readers.submit { connection in
        continuation.resume(with: Result { try connection.snapshot(body) })
      }
      if !accepted { continuation.resume(throwing: Self.closed) }
    }
  }

  /// 「読んで控える」 Reads as ``read(_:)`` does, then records something about it, and returns when that is on disk.
  ///
  /// For pages that may be sent only when it is recorded that they were read. One hand-over from the reading to the writing thread
  /// instead of two hops through the caller. What the record throws is thrown, and the value is not returned.
  public func read<T: Sendable>(
    _ body: @Sendable @escaping (Reading) throws -> T, recording record: @Sendable @escaping (T) -> Record
  ) async throws -> T {
    let writer = writer
    if let seat {
      seat.announce(asking) { writer.hurry() }
      let value = try seat.ask(body)
      return try await withUnsafeThrowingContinuation { continuation in
        let job = Self.job(record(value), continuation) { value }
        guard writer.submit(job, isPatient: true) else { return continuation.resume(throwing: Self.closed) }
        if !seat.isAsking { writer.hurry() }
      }
    }
    return try await withUnsafeThrowingContinuation { continuation in
      let accepted = readers.submit { connection in
        do {
          let value = try connection.snapshot(body)
          let job = Self.job(record(value), continuation) { value }
          if !writer.submit(job, isPatient: true) { continuation.resume(throwing: Self.closed) }
        } catch {
          continuation.resume(throwing: error)
        }
      }
      if !accepted { continuation.resume(throwing: Self.closed) }
    }
  }

  /// 「読んで控える」 As ``read(_:recording:)``, for records that only a transaction can make.
  public func read<T: Sendable>(
    _ body: @Sendable @escaping (Reading) throws -> T, noting note: @Sendable @escaping (Writing, T) throws -> Void
  ) async throws -> T {
    try await read(body) { value in Record { try note($0, value) } }
  }

  /// 「控える」 Records a line, and returns when it is on disk.
  public func record(_ record: Record) async throws {
    try await withUnsafeThrowingContinuation { continuation in
      if !writer.submit(Self.job(record, continuation) {}) { continuation.resume(throwing: Self.closed) }
    }
  }

  private static func job<T: Sendable>(
    _ record: Record, _ continuation: UnsafeContinuation<T, any Error>, _ value: @escaping @Sendable () -> T
  ) -> Writer.Job {
    let acknowledge: @Sendable () -> Void = { continuation.resume(returning: value()) }
    return Writer.Job(
      run: { writing in
        do {
          try record.write(writing)
          return .done(acknowledge: acknowledge)
        } catch {
          return .failed(error)
        }
      },
      refuse: { continuation.resume(throwing: $0) }, draft: record.draft.map { Writer.Draft(bytes: $0, acknowledge: acknowledge) })
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

  /// 「追記帳を移す」 Returns when everything recorded so far stands in its table.
  public func settle() async throws { try await write { _ in } }

  /// 「ディスクがいっぱい」 The last attempt to write found the disk full, and nothing has been written since.
  public var isFull: Bool { writer.isFull }

  /// 「確定の回数」 COMMITs so far, for tests and measurements.
  public var commits: Int { writer.commits }

  /// 「閉じる」 Finishes what was asked, then closes the file. Later calls throw; closing twice is harmless.
  public func close() async throws {
    await readers.end()
    closeSeats()
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

  /// 「詰め直す」 Rewrites the file without what was deleted from it. Saves of others wait, or fail after 5 s: for quiet hours.
  ///
  /// - Throws: GRDB's `DatabaseError`.
  public func vacuum() async throws { try await aside { try $0.vacuum() } }

  /// 「書き込みの控えを空にする」 Leaves nothing in "-wal" that the database file has overwritten or zeroed.
  ///
  /// What is deleted is overwritten with zeros in the file (`secure_delete`); this does the same for the log.
  ///
  /// - Returns: false when a long read stood in the way; the next call does it.
  public func emptyLog() async throws -> Bool { try await aside { try $0.emptyLog() } }

  private func aside<T: Sendable>(_ work: @escaping @Sendable (DatabaseFile) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      let file = file
      Thread.detachNewThread { continuation.resume(with: Result { try work(file) }) }
    }
  }

  private static var closed: DatabaseError { DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed") }
}

/// 「控え」 What has to be on disk before something that was read may be shown.
public struct Record: Sendable {
  let draft: [UInt8]?
  let write: @Sendable (Writing) throws -> Void

  /// 「控え」 A record.
  ///
  /// - Parameters:
  ///   - draft: the same as a line of the journal, where a line does as well.
  ///   - write: makes the record within a transaction. May run twice, as in ``Database/write(_:)``.
  public init(draft: [UInt8]? = nil, write: @escaping @Sendable (Writing) throws -> Void) {
    self.draft = draft
    self.write = write
  }
}
