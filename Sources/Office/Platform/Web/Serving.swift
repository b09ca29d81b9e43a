import Hummingbird
import Store

extension Office {
  /// Serves until SIGTERM or SIGINT: no new connections then, requests in flight are answered, the database is closed.
  public func serve(onStart: @escaping @Sendable () async -> Void) async throws {
    try await application(onStart: onStart).runService()
    try await close()
  }

  /// Finishes what was asked of the database and closes it.
  public func close() async throws { try await database.close() }
}
