import Logging
import Store

extension Office {
  /// Makes what is ordered, now and whenever the bell rings, until it is cancelled.
  func watchPacks() async {
    packBell.ring()
    for await _ in packBell.rings {
      do { try await makeQueuedPacks() } catch { log.error("packs", metadata: ["error": "\(error)"]) }
    }
  }

  /// Makes every pack in the queue.
  func makeQueuedPacks() async throws {
    let clock = clock
    while !Task.isCancelled, let job = try await database.write({ try PackRecords.take($0, at: clock()) }) {
      do {
        try await make(job)
      } catch {
        // The server is going down: the pack stays in hand, and the next start takes it up again.
        if Task.isCancelled { return }
        log.error("pack", metadata: ["pack": "\(job.id)", "error": "\(error)"])
        try await database.write { try PackRecords.fail($0, job.id, at: clock()) }
      }
    }
  }
}
