internal import GRDB
private import GRDBSQLite

/// `folded(text)` in SQL: what ``JapaneseText/folded(_:)`` makes of a text, for triggers that keep a search index.
enum FoldingFunction {
  static func add(to db: GRDB.Database) {
    // As innocuous as lower(): it reads its argument and nothing else.
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let code = sqlite3_create_function_v2(
      db.sqliteConnection, "folded", 1, flags, nil,
      { context, _, arguments in
        guard let text = arguments?[0], let bytes = sqlite3_value_text(text) else { return sqlite3_result_null(context) }
        let count = Int(sqlite3_value_bytes(text))
        var folded = FoldingTable.shared.fold(UnsafeBufferPointer(start: bytes, count: count))
        // SQLite makes its copy before this returns.
        folded.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_result_text(context, $0.baseAddress, CInt($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
          }
        }
      }, nil, nil, nil)
    precondition(code == SQLITE_OK, "SQLite takes no function: \(code)")
  }
}
