/// 「読み取り」 Questions to one snapshot of the database.
public struct Reading {
  @usableFromInline let connection: Connection

  /// 「全行」 Every row, decoded in order.
  @inlinable
  public func rows<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> [T] {
    var found: [T] = []
    try connection.each(sql) { row in
      found.append(try decode(row))
      return true
    }
    return found
  }

  /// 「最初の行」 The first row, or nil when there is none.
  @inlinable
  public func first<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> T? {
    var found: T?
    try connection.each(sql) { row in
      found = try decode(row)
      return false
    }
    return found
  }

  /// 「有無」 Whether there is at least one row.
  public func exists(_ sql: SQL) throws -> Bool {
    try first(sql) { _ in true } ?? false
  }

  /// 「件数」 The number in the first column of the first row, as in `SELECT count(*) …`; 0 when there is no row.
  public func count(_ sql: SQL) throws -> Int {
    try first(sql) { $0.optionalInt(0) ?? 0 } ?? 0
  }

  /// 「実行計画」 The lines of EXPLAIN QUERY PLAN.
  public func explain(_ sql: SQL) throws -> [String] {
    try rows(SQL(text: "EXPLAIN QUERY PLAN " + sql.text, values: sql.values)) { $0.text(3) }
  }
}
