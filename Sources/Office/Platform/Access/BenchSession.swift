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

  /// The statement with which a member of staff searches the notes, and the phrase for an index of bare words beside which it is measured.
  @_spi(Bench)
  public func benchSearch(_ term: String, staff: StaffID) async throws -> (scoped: SQL, phrase: String)? {
    guard let bare = JapaneseText.bigramQuery(term) else { return nil }
    let now = clock()
    return try await database.write { writing in
      let scope = try self.seat(writing, staff: staff, act: .search, at: now).scope
      return (SearchQueries.notesSQL(scope, scope.phrase(term) ?? "", before: nil), bare)
    }
  }
}
