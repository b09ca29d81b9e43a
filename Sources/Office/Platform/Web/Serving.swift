import CMalloc
import Hummingbird
import Logging
import Store

extension Office {
  /// Serves until SIGTERM or SIGINT: no new connections then, requests in flight are answered, the database is closed.
  public func serve(onStart: @escaping @Sendable () async -> Void) async throws {
    keepFreedPages()
    try await endExpiredConsents()
    try await applyDueTransfers()
    try await resumePacks()
    let watch = Task { await watchConsents() }
    let patterns = Task { await watchAccessPatterns() }
    let packs = Task { await watchPacks() }
    defer {
      packs.cancel()
      watch.cancel()
      patterns.cancel()
    }
    try await application(onStart: onStart).runService()
    try await close()
  }

  /// Looks every few minutes whether the last day of a consent has passed or the day of a transfer has come, until it is cancelled.
  private func watchConsents() async {
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: .seconds(300))
        try await endExpiredConsents()
        try await applyDueTransfers()
        try await removeOldPacks()
      } catch is CancellationError {
        return
      } catch {
        log.error("what a new day brings", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Goes through what is new in the audit log, now and every hour, until it is cancelled.
  private func watchAccessPatterns() async {
    while !Task.isCancelled {
      do {
        try await findAccessPatterns()
        try await Task.sleep(for: .seconds(3_600))
      } catch is CancellationError {
        return
      } catch {
        log.error("access patterns", metadata: ["error": "\(error)"])
        do { try await Task.sleep(for: .seconds(3_600)) } catch { return }
      }
    }
  }

  /// Pages come and go with every request, because SQLite forgets its caches at every commit. Giving them back to the system each time cost
  /// 8 % of the CPU of a page in measurement (docs/decisions/0012).
  private func keepFreedPages() {
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
  }

  /// Finishes what was asked of the database and closes it.
  public func close() async throws { try await database.close() }
}
