import Foundation

/// 「作業用の糸」 A few plain threads for work that computes for long or waits inside C.
///
/// Never the cooperative threads of Swift: with two of them, two papers being printed would stop the whole server. A thread keeps what C
/// libraries keep for each thread (Pango's fonts), so the second paper is faster than the first.
package final class ThreadPool: Sendable {
  private let queue: WorkQueue

  /// 「糸をより合わせる」 Starts the threads; they end with the pool, after the work that was handed in.
  package init(threads: Int, name: String) {
    let queue = WorkQueue()
    self.queue = queue
    for number in 1...max(1, threads) {
      let thread = Thread {
        while let work = queue.next() { work() }
      }
      thread.name = "\(name)-\(number)"
      // Deep layouts of Pango on a thread with the usual 512 KiB have not failed, but nothing warns when they do.
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  deinit {
    queue.close()
  }

  /// 「糸に任せる」 Runs the work on one of the threads, in the order of arrival.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.add { continuation.resume(with: Result { try work() }) }
    }
  }
}

// Every access to `waiting` and `isOpen` is under the condition's lock.
private final class WorkQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [@Sendable () -> Void] = []
  private var isOpen = true

  func add(_ work: @escaping @Sendable () -> Void) {
    condition.lock()
    waiting.append(work)
    condition.signal()
    condition.unlock()
  }

  func next() -> (@Sendable () -> Void)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty && isOpen { condition.wait() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  func close() {
    condition.lock()
    isOpen = false
    condition.broadcast()
    condition.unlock()
  }
}
