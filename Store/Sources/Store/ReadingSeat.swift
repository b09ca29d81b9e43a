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
  private let later: Later
  private let isBusy = Atomic<Bool>(false)
  // Touched within the connection's own queue only, so never by two threads at once; GRDB's types cannot say so.
  nonisolated(unsafe) private var connection: Connection?
  // As above.
  nonisolated(unsafe) private var isClosed = false

  /// 「あとで」 Runs work on the seat's thread after so many microseconds; after 0 as soon as that has done what waits for it now.
  public typealias Later = @Sendable (_ microseconds: Int, _ work: @escaping @Sendable () -> Void) -> Void

  init(_ file: DatabaseFile, later: @escaping Later) throws {
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

  /// How long the records of this seat wait for those of another one that is just asking, in microseconds.
  private static let patience = 300

  /// Says that this thread has a question, before it asks. When it has answered all it was asked, and no other seat is asking any more,
  /// `quiet` is called, so that one COMMIT or line serves them all; if the others take long, a little later all the same.
  func announce(_ busy: SeatCount, quiet: @escaping @Sendable () -> Void) {
    guard !isBusy.exchange(true, ordering: .relaxed) else { return }
    busy.enter()
    later(0) { [self] in
      isBusy.store(false, ordering: .sequentiallyConsistent)
      if busy.leave() { quiet() } else { later(Self.patience, quiet) }
    }
  }

  /// Its thread has not come to the end of what it was asked; ``announce(_:quiet:)`` will call then.
  var isAsking: Bool { isBusy.load(ordering: .sequentiallyConsistent) }

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

/// The seats that are asking just now.
final class SeatCount: Sendable {
  private let count = Atomic<Int>(0)

  func enter() { count.add(1, ordering: .relaxed) }

  /// - Returns: whether that was the last one.
  func leave() -> Bool { count.subtract(1, ordering: .relaxed).newValue == 0 }
}
