internal import GRDB

/// 「移行」 One frozen step of the schema: never edited after release.
public struct Migration: Sendable {
  /// 「番号」 Its place in the order, from 1.
  public let number: Int
  /// 「名前」 What it brings, in a few words.
  public let name: String
  /// 「SQL」 The script, of any number of statements.
  public let sql: String

  /// 「移行」 A step; numbers must rise from one migration to the next.
  public init(_ number: Int, _ name: String, _ sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
  }

  /// FNV-1a of the script, to notice a released step that was edited.
  var fingerprint: Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }
}

/// 「移行の拒否」 Why a file is not opened; nothing in it was changed.
public enum MigrationRefusal: Error, Hashable, Sendable {
  /// 「新しい版のファイル」 The file has a step this program does not know.
  case newerFile(found: Int, known: Int)
  /// 「書き換えられた移行」 A step that was applied differs from the one in this program.
  case edited(number: Int)
  /// 「番号の誤り」 The numbers given do not rise from 1 upwards.
  case disordered
  /// 「参照の破れ」 A step would leave rows that point at nothing, in this table.
  case brokenReference(table: String)
}

extension Connection {
  /// Applies what the file lacks, each step in a transaction of its own.
  func migrate(_ migrations: [Migration]) throws {
    let numbers = migrations.map(\.number)
    guard numbers.first ?? 1 >= 1, zip(numbers, numbers.dropFirst()).allSatisfy(<) else { throw MigrationRefusal.disordered }
    // A step that rebuilds a table needs this; each is checked as a whole before it is committed.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    try createRecord()
    for migration in migrations { try apply(migration, known: numbers.last ?? 0) }
    try refuseNewer(than: numbers.last ?? 0)
    try db.execute(sql: "PRAGMA foreign_keys = ON")
  }

  private func createRecord() throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS schema_version (
          number INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          fingerprint INTEGER NOT NULL,
          applied_at TEXT NOT NULL
        ) STRICT
        """)
  }

  private func apply(_ migration: Migration, known: Int) throws {
    // Within the transaction: another process may be starting too.
    try control(.beginImmediate)
    do {
      try refuseNewer(than: known)
      if let applied = try fingerprint(migration.number) {
        guard applied == migration.fingerprint else { throw MigrationRefusal.edited(number: migration.number) }
      } else {
        try db.execute(sql: migration.sql)
        if let table = try Reading(connection: self).first("PRAGMA foreign_key_check", { $0.text(0) }) {
          throw MigrationRefusal.brokenReference(table: table)
        }
        try run(
          """
          INSERT INTO schema_version (number, name, fingerprint, applied_at)
          VALUES (\(migration.number), \(migration.name), \(migration.fingerprint), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
          """)
      }
      try control(.commit)
    } catch {
      if isInTransaction { try control(.rollback) }
      throw error
    }
  }

  private func fingerprint(_ number: Int) throws -> Int64? {
    try Reading(connection: self).first("SELECT fingerprint FROM schema_version WHERE number = \(number)") { $0.int64(0) }
  }

  private func refuseNewer(than known: Int) throws {
    let found = try Reading(connection: self).count("SELECT max(number) FROM schema_version")
    guard found <= known else { throw MigrationRefusal.newerFile(found: found, known: known) }
  }
}
