import HummingbirdCore
import Logging
import NIOCore
import Store
import Synchronization

/// Answers each connection on the event loop that reads it (「接続の担当」).
///
/// A request then changes threads only for the database. In measurement the hop to the common pool and back cost as much as
/// making a short page.
struct LoopChannel: ServerChildChannel {
  let inner: HTTP1Channel
  let seats: LoopSeats

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> { inner.setup(channel: channel, logger: logger) }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    let loop = value.channel.eventLoop
    await withTaskExecutorPreference(LoopExecutor(loop: loop)) {
      await ReadingSeat.$current.withValue(seats.seat(of: loop, logger)) { await inner.handle(value: value, logger: logger) }
    }
  }
}

/// One reading connection for each event loop, opened when the loop gets its first connection (「接続の担当の席」).
final class LoopSeats: Sendable {
  private let database: Database
  private let seats = Mutex<[ObjectIdentifier: ReadingSeat]>([:])

  init(_ database: Database) { self.database = database }

  /// Nothing when none can be opened: the common readers then answer.
  func seat(of loop: any EventLoop, _ logger: Logger) -> ReadingSeat? {
    seats.withLock { seats in
      if let seat = seats[ObjectIdentifier(loop)] { return seat }
      do {
        let seat = try database.seat { microseconds, work in
          if microseconds == 0 { loop.execute(work) } else { loop.scheduleTask(in: .microseconds(Int64(microseconds)), work) }
        }
        seats[ObjectIdentifier(loop)] = seat
        return seat
      } catch {
        logger.error("reading seat", metadata: ["error": "\(error)"])
        return nil
      }
    }
  }
}

/// Runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

extension Doors {
  /// Runs work that may take long off the event loop, so that the other connections of the loop do not wait for it.
  static func aside<T>(_ work: () async throws -> T) async rethrows -> T {
    try await ReadingSeat.$current.withValue(nil) { try await withTaskExecutorPreference(globalConcurrentExecutor, operation: work) }
  }
}
