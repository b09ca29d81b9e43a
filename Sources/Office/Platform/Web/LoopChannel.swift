import HummingbirdCore
import Logging
import NIOCore

/// Answers each connection on the event loop that reads it (「接続の担当」).
///
/// A request then changes threads only for the database. In measurement the hop to the common pool and back cost as much as
/// making a short page.
struct LoopChannel: ServerChildChannel {
  let inner: HTTP1Channel

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> { inner.setup(channel: channel, logger: logger) }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) { await inner.handle(value: value, logger: logger) }
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
    try await withTaskExecutorPreference(globalConcurrentExecutor, operation: work)
  }
}
