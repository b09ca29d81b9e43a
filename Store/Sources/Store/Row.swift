private import GRDBSQLite

/// 「行」 One result row, read by column index (from 0).
///
/// Valid only inside the closure it was given to. A wrong index, or a NULL read as if it could not be one,
/// stops a debug build and reads as 0 or "" in release.
public struct Row {
  let statement: OpaquePointer

  /// 「空か」 Whether the column is NULL.
  public func isNull(_ index: Int) -> Bool {
    sqlite3_column_type(statement, column(index)) == SQLITE_NULL
  }

  /// 「整数」 INTEGER.
  public func int(_ index: Int) -> Int { Int(int64(index)) }

  /// 「整数」 INTEGER, 64 bits.
  public func int64(_ index: Int) -> Int64 { sqlite3_column_int64(statement, filled(index)) }

  /// 「実数」 REAL.
  public func double(_ index: Int) -> Double { sqlite3_column_double(statement, filled(index)) }

  /// 「真偽」 INTEGER, true unless 0.
  public func bool(_ index: Int) -> Bool { sqlite3_column_int64(statement, filled(index)) != 0 }

  /// 「文字列」 TEXT.
  public func text(_ index: Int) -> String {
    let index = filled(index)
    guard let start = sqlite3_column_text(statement, index) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// 「バイト列」 BLOB; NULL and an empty BLOB both read as empty.
  public func bytes(_ index: Int) -> [UInt8] {
    let index = column(index)
    guard let start = sqlite3_column_blob(statement, index) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
  }

  /// 「整数または空」 INTEGER or NULL.
  public func optionalInt(_ index: Int) -> Int? { isNull(index) ? nil : int(index) }

  /// 「整数または空」 INTEGER, 64 bits, or NULL.
  public func optionalInt64(_ index: Int) -> Int64? { isNull(index) ? nil : int64(index) }

  /// 「実数または空」 REAL or NULL.
  public func optionalDouble(_ index: Int) -> Double? { isNull(index) ? nil : double(index) }

  /// 「真偽または空」 INTEGER or NULL.
  public func optionalBool(_ index: Int) -> Bool? { isNull(index) ? nil : bool(index) }

  /// 「文字列または空」 TEXT or NULL.
  public func optionalText(_ index: Int) -> String? { isNull(index) ? nil : text(index) }

  /// 「値」 The column as SQLite holds it.
  public func value(_ index: Int) -> Value {
    switch sqlite3_column_type(statement, column(index)) {
    case SQLITE_INTEGER: .integer(int64(index))
    case SQLITE_FLOAT: .real(double(index))
    case SQLITE_TEXT: .text(text(index))
    case SQLITE_BLOB: .blob(bytes(index))
    default: .null
    }
  }

  private func column(_ index: Int) -> Int32 {
    assert(
      index >= 0 && index < sqlite3_column_count(statement),
      "no column \(index) in: \(sqlite3_sql(statement).map { String(cString: $0) } ?? "")")
    return Int32(truncatingIfNeeded: index)
  }

  private func filled(_ index: Int) -> Int32 {
    assert(!isNull(index), "column \(index) is NULL in: \(sqlite3_sql(statement).map { String(cString: $0) } ?? "")")
    return column(index)
  }
}
