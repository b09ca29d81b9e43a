/// 「書き込み」 One job of the one writer: all of it is saved, or nothing.
public struct Writing {
  let connection: Connection

  /// 「読み取り」 Sees what this job wrote.
  public var reading: Reading { Reading(connection: connection) }

  /// 「実行」 Runs a statement to its end.
  ///
  /// - Returns: rows inserted, updated or deleted by the statement itself (not by its triggers).
  /// - Throws: `ConstraintViolation`, or GRDB's `DatabaseError`.
  @discardableResult
  public func run(_ sql: SQL) throws -> Int {
    try connection.run(sql)
    return connection.changes
  }

  /// 「追加」 Runs an INSERT and gives the rowid of the new row.
  ///
  /// - Throws: `ConstraintViolation`, or GRDB's `DatabaseError`.
  @discardableResult
  public func insert(_ sql: SQL) throws -> Int64 {
    try connection.run(sql)
    return connection.lastRowID
  }

  /// 「全行」 See `Reading.rows`; also for RETURNING.
  public func rows<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> [T] { try reading.rows(sql, decode) }

  /// 「最初の行」 See `Reading.first`.
  public func first<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> T? { try reading.first(sql, decode) }

  /// 「有無」 See `Reading.exists`.
  public func exists(_ sql: SQL) throws -> Bool { try reading.exists(sql) }

  /// 「件数」 See `Reading.count`.
  public func count(_ sql: SQL) throws -> Int { try reading.count(sql) }

  /// 「実行計画」 See `Reading.explain`.
  public func explain(_ sql: SQL) throws -> [String] { try reading.explain(sql) }
}
