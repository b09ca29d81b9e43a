import Dispatch
import Foundation
internal import GRDB
import Synchronization

/// The reading connections, one thread each, and the questions that wait for them.
///
/// A question goes to the thread that became idle last (its caches are warm), so a slow question holds one thread and the others go on.
final class Readers: Sendable {
  typealias Job = @Sendable (Connection) -> Void

  private struct State {
    var jobs = Fifo<Job>()
    var idle: [Int] = []
    /// A thread was woken and has not looked at the queue yet: no need to wake another for the same job.
    var isWaking = false
    var isClosed = false
    var running: Int
    var ends: [CheckedContinuation<Void, Never>] = []
  }

  private enum Step {
    case work(Job, wake: Int?)
    case rest(isQuiet: Bool)
    case end
  }

  /// How long a thread without work believes that the others are about to finish.
  private static let patience = DispatchTimeInterval.microseconds(300)

  private let state: Mutex<State>
  private let parking: [DispatchSemaphore]
  private let onQuiet: @Sendable () -> Void

  /// - Parameters:
  ///   - onQuiet: called when no question waits and none is being answered, or those that are take long.
  ///   - keepAlive: released when the last thread has closed its connection.
  init(_ queues: [DatabaseQueue], onQuiet: @escaping @Sendable () -> Void, keepAlive: (any Sendable)?) {
    self.onQuiet = onQuiet
    state = Mutex(State(running: queues.count))
    parking = queues.map { _ in DispatchSemaphore(value: 0) }
    for (index, queue) in queues.enumerated() {
      let thread = Thread { [self] in
        queue.serve { connection in
          while let job = next(index) { job(connection) }
        }
        withExtendedLifetime(keepAlive) { ended() }
      }
      thread.name = "store-read-\(index)"
      thread.start()
    }
  }

  /// - Returns: false when the readers are closed; the job is then not kept.
  func submit(_ job: @escaping Job) -> Bool {
    let (accepted, wake) = state.withLock { state -> (Bool, Int?) in
      guard !state.isClosed else { return (false, nil) }
      state.jobs.append(job)
      return (true, Self.sleeper(&state))
    }
    if let wake { parking[wake].signal() }
    return accepted
  }

  /// Lets the threads finish what is queued and end.
  func close() {
    let sleepers = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for sleeper in sleepers { parking[sleeper].signal() }
  }

  /// Returns when every connection is closed.
  func end() async {
    close()
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if state.running > 0 { state.ends.append(continuation) }
        return state.running == 0
      }
      if isOver { continuation.resume() }
    }
  }

  private func next(_ index: Int) -> Job? {
    var wasWoken = false
    while true {
      let step = state.withLock { state -> Step in
        if wasWoken { state.isWaking = false }
        if let job = state.jobs.popFirst() {
          return .work(job, wake: state.jobs.isEmpty ? nil : Self.sleeper(&state))
        }
        if state.isClosed { return .end }
        state.idle.append(index)
        return .rest(isQuiet: state.idle.count == state.running)
      }
      switch step {
      case .work(let job, let wake):
        if let wake { parking[wake].signal() }
        return job
      case .rest(let isQuiet):
        if isQuiet || parking[index].wait(timeout: .now() + Self.patience) == .timedOut {
          onQuiet()
          parking[index].wait()
        }
        wasWoken = true
      case .end:
        return nil
      }
    }
  }

  private static func sleeper(_ state: inout State) -> Int? {
    guard !state.isWaking, let sleeper = state.idle.popLast() else { return nil }
    state.isWaking = true
    return sleeper
  }

  private func ended() {
    let ends = state.withLock { state in
      state.running -= 1
      guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.ends = [] }
      return state.ends
    }
    for end in ends { end.resume() }
  }
}

/// A first-in first-out queue that does not shift its elements.
struct Fifo<Element> {
  private var elements: [Element?] = []
  private var head = 0

  var isEmpty: Bool { head == elements.count }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head]
    elements[head] = nil
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: elements.count < 1024)
      head = 0
    }
    return element
  }
}

extension DatabaseQueue {
  /// Gives the calling thread this connection until `body` returns, then closes it.
  ///
  /// The thread stays inside GRDB's queue for good, so GRDB knows whose connection it is and no call pays for a hop.
  func serve(_ body: (Connection) -> Void) {
    inDatabase { db in
      let connection = Connection(db)
      body(connection)
      connection.forget()
    }
    do {
      try close()
    } catch {
      // Nothing is lost: everything acknowledged is in the file, and the connection goes with the object.
      assertionFailure("closing a connection: \(error)")
    }
  }
}
