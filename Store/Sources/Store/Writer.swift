import Dispatch
import Foundation
internal import GRDB
import Synchronization

/// The writing connection, its thread, and the jobs that wait for it.
///
/// All jobs waiting share one transaction and one fsync (group commit). Each is acknowledged after the COMMIT is on disk.
final class Writer: Sendable {
  /// How a job went inside the transaction; `acknowledge` is for after the COMMIT.
  enum Outcome {
    case done(acknowledge: @Sendable () -> Void)
    case failed(any Error)
  }

  /// A job, and how to tell who waits for it that nothing was saved.
  struct Job: Sendable {
    let run: @Sendable (Writing) -> Outcome
    let refuse: @Sendable (any Error) -> Void
    /// Set when a line in the journal does as well as running the job.
    var draft: Draft?
  }

  /// A line for the journal; `acknowledge` is for when it is on disk.
  struct Draft: Sendable {
    let bytes: [UInt8]
    let acknowledge: @Sendable () -> Void
  }

  private struct State {
    var jobs: [Job] = []
    /// When the first of the jobs came that woke nobody.
    var since: DispatchTime?
    var isAsleep = false
    var isClosed = false
    var isOver = false
    var ends: [CheckedContinuation<Void, Never>] = []
  }

  /// Jobs that arrive while a group runs still join it, up to this many.
  private static let groupLimit = 128
  /// Jobs that can wait for company wait for no more than this many, and no longer than this.
  private static let patience = (jobs: 16, nanoseconds: UInt64(1_000_000))

  private let state = Mutex(State())
  private let parking = DispatchSemaphore(value: 0)
  private let commitCount = Atomic<Int>(0)
  private let full = Atomic<Bool>(false)
  private let journal: Journal?

  /// The last attempt to write found no room on the disk. A transaction that changed something ends it.
  var isFull: Bool { full.load(ordering: .relaxed) }

  var commits: Int { commitCount.load(ordering: .relaxed) }

  init(_ queue: DatabaseQueue, journal: Journal?, keepAlive: (any Sendable)?) {
    self.journal = journal
    let thread = Thread { [self] in
      queue.serve { connection in
        while let jobs = next() { save(jobs, connection) }
        if let journal, !journal.isEmpty { commit([], connection) }
      }
      withExtendedLifetime(keepAlive) { ended() }
    }
    thread.name = "store-write"
    thread.start()
  }

  /// - Parameter isPatient: others are about to come, and somebody calls ``hurry()`` when they have: one fsync for all of them.
  /// - Returns: false when the writer is closed; the job is then not kept.
  func submit(_ job: Job, isPatient: Bool = false) -> Bool {
    let (accepted, wake) = state.withLock { state -> (Bool, Bool) in
      guard !state.isClosed else { return (false, false) }
      state.jobs.append(job)
      if isPatient, state.jobs.count < Self.patience.jobs {
        let now = DispatchTime.now()
        guard let since = state.since else {
          state.since = now
          return (true, false)
        }
        if now.uptimeNanoseconds &- since.uptimeNanoseconds < Self.patience.nanoseconds { return (true, false) }
      }
      defer { state.isAsleep = false }
      return (true, state.isAsleep)
    }
    if wake { parking.signal() }
    return accepted
  }

  /// Nobody else is about to come: what waits for company waits no longer.
  func hurry() {
    let wake = state.withLock { state in
      guard !state.jobs.isEmpty else { return false }
      defer { state.isAsleep = false }
      return state.isAsleep
    }
    if wake { parking.signal() }
  }

  /// Lets the thread finish what is queued and end.
  func close() {
    let wake = state.withLock { state in
      state.isClosed = true
      defer { state.isAsleep = false }
      return state.isAsleep
    }
    if wake { parking.signal() }
  }

  /// Returns when everything queued is on disk and the connection is closed.
  func end() async {
    close()
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if !state.isOver { state.ends.append(continuation) }
        return state.isOver
      }
      if isOver { continuation.resume() }
    }
  }

  /// - Returns: what waits; nothing when it is time to take the journal over; nil at the end.
  private func next() -> [Job]? {
    while true {
      let (jobs, isClosed) = state.withLock { state in
        state.isAsleep = state.jobs.isEmpty && !state.isClosed
        return (Self.taken(&state), state.isClosed)
      }
      if !jobs.isEmpty { return jobs }
      if isClosed { return nil }
      if let journal, !journal.isEmpty {
        if parking.wait(timeout: .now() + journal.rest) == .timedOut { return [] }
      } else {
        parking.wait()
      }
    }
  }

  /// Jobs that came meanwhile.
  private func latecomers() -> [Job] { state.withLock { Self.taken(&$0) } }

  private static func taken(_ state: inout State) -> [Job] {
    defer {
      state.jobs = []
      state.since = nil
    }
    return state.jobs
  }

  /// Lines go into the journal; as soon as anything else is to be saved, everything goes into one transaction.
  private func save(_ jobs: [Job], _ connection: Connection) {
    let drafts = jobs.compactMap(\.draft)
    guard let journal, !drafts.isEmpty, drafts.count == jobs.count, journal.isUsable, jot(drafts, journal, connection) else {
      return commit(jobs, connection)
    }
    for draft in drafts { draft.acknowledge() }
    if journal.isFull { takeOver(journal, connection) }
  }

  /// Lines put into their table between two looks at the queue.
  private static let foldStep = 64

  /// Takes the journal over in one transaction but in small steps: who comes meanwhile with a line only is served in between.
  private func takeOver(_ journal: Journal, _ connection: Connection) {
    var held: [Job] = []
    do {
      if connection.isInTransaction { try connection.control(.rollback) }
      try connection.control(.beginImmediate)
      while try journal.foldSome(Writing(connection: connection), upTo: Self.foldStep) {
        if !held.isEmpty { continue }
        let arrived = latecomers()
        let drafts = arrived.compactMap(\.draft)
        guard drafts.count == arrived.count else {
          held = arrived
          continue
        }
        if drafts.isEmpty { continue }
        do {
          try journal.append(drafts.map(\.bytes), Reading(connection: connection))
          for draft in drafts { draft.acknowledge() }
        } catch {
          held = arrived
        }
      }
      try connection.control(.commit)
      journal.settle()
      commitCount.add(1, ordering: .relaxed)
      full.store(false, ordering: .relaxed)
    } catch {
      remember(error)
      // The lines stay on disk in the journal; the next transaction takes them over and has the error to tell if there still is one.
      if connection.isInTransaction { try? connection.control(.rollback) }
      journal.unfold()
    }
    if !held.isEmpty { save(held, connection) }
  }

  /// The write lock keeps other processes from continuing the same sequence; nothing is changed under it, so no reader forgets its pages.
  ///
  /// - Returns: false when the lines may not be on disk; a transaction then has to do it, and has the error to tell.
  private func jot(_ drafts: [Draft], _ journal: Journal, _ connection: Connection) -> Bool {
    do {
      if connection.isInTransaction { try connection.control(.rollback) }
      try connection.control(.beginImmediate)
      let result = Result { try journal.append(drafts.map(\.bytes), Reading(connection: connection)) }
      try connection.control(.rollback)
      try result.get()
      return true
    } catch {
      remember(error)
      return false
    }
  }

  private func remember(_ error: any Error) {
    if (error as? DatabaseError)?.resultCode == .SQLITE_FULL || (error as? POSIXError)?.code == .ENOSPC {
      full.store(true, ordering: .relaxed)
    }
  }

  private func ended() {
    let ends = state.withLock { state in
      state.isOver = true
      defer { state.ends = [] }
      return state.ends
    }
    for end in ends { end.resume() }
  }

  /// Runs the jobs until each is saved or has failed.
  ///
  /// A savepoint for each job would make FTS5 write its index for each job instead of once, which doubles the cost of a note. So the
  /// first attempt has none, and is repeated with them when a job failed after it had changed something.
  private func commit(_ jobs: [Job], _ connection: Connection) {
    var waiting = jobs
    var isGuarded = false
    repeat {
      do {
        waiting = try attempt(&waiting, isGuarded: isGuarded, connection)
        isGuarded = true
      } catch {
        for job in waiting { job.refuse(error) }
        return
      }
    } while !waiting.isEmpty
  }

  /// One transaction over all of `jobs`, joined by those that arrive meanwhile.
  ///
  /// - Returns: jobs to run again with savepoints; none of them is saved yet.
  /// - Throws: when nothing could be saved.
  private func attempt(_ jobs: inout [Job], isGuarded: Bool, _ connection: Connection) throws -> [Job] {
    if connection.isInTransaction { try connection.control(.rollback) }
    try connection.control(.beginImmediate)
    let start = connection.changeMark
    var outcomes: [Outcome] = []
    do {
      try journal?.fold(Writing(connection: connection))
      while outcomes.count < jobs.count {
        let before = connection.changeMark
        let outcome = try run(jobs[outcomes.count], isGuarded: isGuarded, connection)
        if case .failed(let error) = outcome {
          remember(error)
          let isLost = !connection.isInTransaction
          if isLost || (!isGuarded && connection.changeMark != before) {
            if !isLost { try connection.control(.rollback) }
            // The first one failed all by itself; one that lost the transaction would lose it again.
            if isLost || outcomes.isEmpty { jobs.remove(at: outcomes.count).refuse(error) }
            return jobs
          }
        }
        outcomes.append(outcome)
        if outcomes.count == jobs.count, jobs.count < Self.groupLimit { jobs += latecomers() }
      }
      try connection.control(.commit)
    } catch {
      remember(error)
      // The first error is the one to report; a rollback that fails is tried again before the next group.
      if connection.isInTransaction { try? connection.control(.rollback) }
      throw error
    }
    journal?.settle()
    commitCount.add(1, ordering: .relaxed)
    if connection.changeMark != start { full.store(false, ordering: .relaxed) }
    for (job, outcome) in zip(jobs, outcomes) {
      switch outcome {
      case .done(let acknowledge): acknowledge()
      case .failed(let error): job.refuse(error)
      }
    }
    return []
  }

  private func run(_ job: Job, isGuarded: Bool, _ connection: Connection) throws -> Outcome {
    if isGuarded { try connection.control(.savepoint) }
    var outcome = job.run(Writing(connection: connection))
    guard connection.isInTransaction else {
      if case .failed = outcome { return outcome }
      return .failed(DatabaseError(resultCode: .SQLITE_ABORT_ROLLBACK, message: "the transaction was rolled back"))
    }
    if case .done = outcome, connection.hasBrokenForeignKey { outcome = .failed(ConstraintViolation.foreignKey) }
    if isGuarded {
      if case .failed = outcome { try connection.control(.rollbackToSavepoint) }
      try connection.control(.release)
    }
    return outcome
  }
}
