import Casework
import Store

extension Office {
  /// A living session for the benchmark's invented staff, so that load starts without a thousand sign-ins.
  @_spi(Bench)
  public static func benchSession(_ database: Database, staff: StaffID, at now: Int) async throws -> (cookie: String, formToken: String) {
    let token = SessionToken.random()
    try await database.write { writing in
      try SessionRecords.start(writing, tokenHash: token.hash, staff: staff, at: now, remote: "127.0.0.1", browser: "bench")
    }
    return (token.text, token.formToken)
  }
}
