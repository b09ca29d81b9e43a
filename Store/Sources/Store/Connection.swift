internal import GRDB
private import GRDBSQLite

/// One SQLite connection and its prepared statements, used by one thread only.
@usableFromInline
final class Connection {
  /// Dropped and rebuilt when full: `(?,?,?)` lists make a new text for each length.
  private static let cacheLimit = 400

  let db: GRDB.Database
  private var cache: [StatementText: Prepared] = [:]
  private var controls: [Control: Prepared] = [:]
  /// Runs of statements whose changes SQLite does not count, such as CREATE.
  private var uncounted: Int32 = 0

  init(_ db: GRDB.Database) {
    self.db = db
  }

  /// The statements that open and close transactions; jobs may not use them.
  enum Control: String {
    case begin = "BEGIN"
    case beginImmediate = "BEGIN IMMEDIATE"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case savepoint = "SAVEPOINT job"
    case release = "RELEASE job"
    case rollbackToSavepoint = "ROLLBACK TO job"
  }

  func control(_ control: Control) throws {
    let prepared = try controls[control] ?? Prepared(control.rawValue, db)
    controls[control] = prepared
    defer { prepared.release() }
    let code = sqlite3_step(prepared.statement)
    guard code == SQLITE_DONE else { throw failure(code, control.rawValue) }
  }

  /// Every statement of `body` sees the same state of the database.
  func snapshot<T>(_ body: (Reading) throws -> T) throws -> T {
    if isInTransaction { try control(.rollback) }
    try control(.begin)
    let result = Result { try body(Reading(connection: self)) }
    // After an I/O error SQLite may have ended the transaction by itself.
    if isInTransaction { try control(.commit) }
    return try result.get()
  }

  /// Runs a statement to its end, or until `body` returns false.
  @usableFromInline
  func each(_ sql: SQL, _ body: (Row) throws -> Bool) throws {
    let prepared = try take(sql.text)
    defer { prepared.release() }
    try prepared.bind(sql)
    if !prepared.isCounted { uncounted &+= 1 }
    while true {
      switch sqlite3_step(prepared.statement) {
      case SQLITE_ROW:
        guard try body(Row(statement: prepared.statement)) else { return }
      case SQLITE_DONE:
        return
      case let code:
        throw failure(code, sql.text)
      }
    }
  }

  func run(_ sql: SQL) throws {
    try each(sql) { _ in true }
  }

  var changes: Int { Int(sqlite3_changes(db.sqliteConnection)) }

  /// Changes since the connection opened: the same mark before and after means there is nothing to undo.
  var changeMark: ChangeMark { ChangeMark(counted: sqlite3_total_changes(db.sqliteConnection), uncounted: uncounted) }

  struct ChangeMark: Equatable {
    let counted: Int32
    let uncounted: Int32
  }

  var lastRowID: Int64 { sqlite3_last_insert_rowid(db.sqliteConnection) }

  var isInTransaction: Bool { sqlite3_get_autocommit(db.sqliteConnection) == 0 }

  /// Whether a deferred foreign key is broken just now, which would make the whole COMMIT fail.
  var hasBrokenForeignKey: Bool {
    var now: Int32 = 0
    var high: Int32 = 0
    sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &high, 0)
    return now != 0
  }

  /// Finalizes every statement; the connection cannot close before.
  func forget() {
    cache = [:]
    controls = [:]
  }

  private func take(_ text: String) throws -> Prepared {
    let key = StatementText(text: text)
    if let prepared = cache[key] {
      // Taken already when a row's closure asks the same question again.
      return prepared.isTaken ? try Prepared(forJob: text, db) : prepared.taken()
    }
    let prepared = try Prepared(forJob: text, db)
    if cache.count >= Self.cacheLimit { cache = cache.filter { $0.value.isTaken } }
    cache[key] = prepared
    return prepared
  }

  private func failure(_ code: Int32, _ text: String) -> any Error {
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
    let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: text)
    return ConstraintViolation(error) ?? error
  }
}

/// A statement's text as a key: a few samples tell statements apart well enough, and hashing 500 bytes a dozen times a page does not pay.
private struct StatementText: Hashable {
  let text: String

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { bytes in
      hasher.combine(bytes.count)
      guard bytes.count >= 8 else { return }
      let last = bytes.count - 8
      for part in 0...4 {
        hasher.combine(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: last * part / 4, as: UInt64.self))
      }
    }
  }
}

/// A compiled statement.
final class Prepared {
  let statement: OpaquePointer
  private let owner: GRDB.Statement
  private let parameters: Int32
  /// Whether SQLite counts what the statement changes.
  let isCounted: Bool
  private(set) var isTaken = true

  init(_ text: String, _ db: GRDB.Database, isCounted: Bool = true) throws {
    owner = try db.makeStatement(sql: text)
    statement = owner.sqliteStatement
    parameters = sqlite3_bind_parameter_count(statement)
    self.isCounted = isCounted
  }

  /// - Throws: SQLITE_MISUSE for a statement that would open or close a transaction: that is the business of `Database`.
  convenience init(forJob text: String, _ db: GRDB.Database) throws {
    let word = text.drop { !$0.isLetter }.prefix { $0.isLetter }.uppercased()
    guard !["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"].contains(word) else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "transactions belong to Database", sql: text)
    }
    let isCounted = ["SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "VALUES"].contains(word)
    try self.init(text, db, isCounted: isCounted)
  }

  func taken() -> Prepared {
    isTaken = true
    return self
  }

  func release() {
    sqlite3_reset(statement)
    if parameters > 0 { sqlite3_clear_bindings(statement) }
    isTaken = false
  }

  func bind(_ sql: SQL) throws {
    guard sql.values.count == Int(parameters) else {
      throw DatabaseError(
        resultCode: .SQLITE_MISUSE, message: "\(parameters) parameters, \(sql.values.count) values", sql: sql.text)
    }
    for (index, value) in sql.values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql.text) }
    }
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { chars in
          sqlite3_bind_text64(statement, index, chars.baseAddress, UInt64(chars.count), transient, UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
      return sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), transient)
    }
  }
}

/// SQLITE_TRANSIENT, which Swift cannot import: SQLite copies what it is given.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
