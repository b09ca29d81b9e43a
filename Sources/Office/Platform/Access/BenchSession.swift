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

  /// The statements with which a member of staff searches notes, people and cases, and the phrase for indexes of bare words beside which they
  /// are measured.
  @_spi(Bench)
  public func benchSearch(_ term: String, staff: StaffID) async throws -> (notes: SQL, people: SQL, cases: SQL, phrase: String)? {
    guard let bare = JapaneseText.bigramQuery(term) else { return nil }
    let now = clock()
    return try await database.write { writing in
      let scope = try self.seat(writing, staff: staff, act: .search, at: now).scope
      guard let phrase = scope.phrase(term), let name = scope.namePhrase(term) else { return nil }
      return (
        SearchQueries.notesSQL(scope, phrase, before: nil), SearchQueries.peopleSQL(scope, name, page: 0),
        CaseSearchQueries.sql(scope, JapaneseText.folded(term)), bare
      )
    }
  }
}
