import Foundation
internal import GRDB
import Synchronization

/// 「読み手の席」 A reading connection for one thread, so that its questions need no other thread.
///
/// For event loops: the hand-over to a reading thread and back costs a page more than its questions do. A question holds its thread up, so
/// work that may take long leaves the seat: ``current`` is nothing there, and the question goes to the readers.
public final class ReadingSeat: Sendable {
  /// 「いまの席」 The seat of the task that runs; bound by whoever runs tasks on one thread.
  @TaskLocal public static var current: ReadingSeat?

  let file: DatabaseFile
  private let queue: DatabaseQueue
  private let later: @Sendable (@escaping @Sendable () -> Void) -> Void
  // Touched within the connection's own queue only, so never by two threads at once; GRDB's types cannot say so.
  nonisolated(unsafe) private var connection: Connection?
  nonisolated(unsafe) private var isClosed = false

  init(_ file: DatabaseFile, later: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) throws {
    self.file = file
    self.later = later
    queue = try file.openForReading()
  }

  /// Answers on the calling thread.
  ///
  /// - Throws: what `body` throws, or GRDB's `DatabaseError`, also when the seat is closed.
  func ask<T>(_ body: (Reading) throws -> T) throws -> T {
    try queue.inDatabase { db in
      guard !isClosed else { throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed") }
      let connection = connection ?? Connection(db)
      self.connection = connection
      return try connection.snapshot(body)
    }
  }

  /// Runs `work` on the seat's thread when that has done what waits for it now.
  func afterwards(_ work: @escaping @Sendable () -> Void) { later(work) }

  func close() {
    queue.inDatabase { _ in
      connection?.forget()
      connection = nil
      isClosed = true
    }
    do {
      try queue.close()
    } catch {
      // Nothing is lost: it only reads, and the connection goes with the object.
      assertionFailure("closing a seat: \(error)")
    }
  }
}
