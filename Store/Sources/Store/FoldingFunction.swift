internal import GRDB
private import GRDBSQLite

/// `folded(text)` and `folded_names(lines)` in SQL: what ``JapaneseText/folded(_:)`` and ``JapaneseText/foldedNames(_:)`` make of a text, for
/// triggers that keep a search index.
enum FoldingFunction {
  static func add(to db: GRDB.Database) {
    add("folded", to: db) { context, _, arguments in
      FoldingFunction.answer(context, arguments) { FoldingTable.shared.fold($0) }
    }
    add("folded_names", to: db) { context, _, arguments in
      FoldingFunction.answer(context, arguments) { JapaneseText.foldedNames(String(decoding: $0, as: UTF8.self)) }
    }
  }

  private typealias Body = @convention(c) (OpaquePointer?, CInt, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  private static func add(_ name: String, to db: GRDB.Database, _ body: @escaping Body) {
    // As innocuous as lower(): it reads its argument and nothing else.
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let code = sqlite3_create_function_v2(db.sqliteConnection, name, 1, flags, nil, body, nil, nil, nil)
    precondition(code == SQLITE_OK, "SQLite takes no function: \(code)")
  }

  private static func answer(
    _ context: OpaquePointer?, _ arguments: UnsafeMutablePointer<OpaquePointer?>?, _ fold: (UnsafeBufferPointer<UInt8>) -> String
  ) {
    guard let text = arguments?[0], let bytes = sqlite3_value_text(text) else { return sqlite3_result_null(context) }
    var folded = fold(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(text))))
    // SQLite makes its copy before this returns.
    folded.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_result_text(context, $0.baseAddress, CInt($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }
    }
  }
}
