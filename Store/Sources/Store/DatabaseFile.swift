import Foundation
internal import GRDB

/// Where the database is, and how its connections are opened.
final class DatabaseFile: Sendable {
  let path: String
  private let isTemporary: Bool

  init(path: String) {
    self.path = path
    isTemporary = false
  }

  init(temporary: Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("temporary.sqlite").path
    isTemporary = true
  }

  deinit {
    // The last connection is closed by now; what stays behind in a temporary folder harms nobody.
    if isTemporary { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
  }

  func openForWriting() throws -> DatabaseQueue {
    var configuration = Self.configuration
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA journal_size_limit = 67108864;
          PRAGMA secure_delete = ON;
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  func openForReading() throws -> DatabaseQueue {
    var configuration = Self.configuration
    configuration.readonly = true
    configuration.prepareDatabase { db in
      // Not for the writer: SQLite 3.40 then refuses triggers that keep an FTS5 index. The file is mapped (up to 4 GiB): since mere
      // reads make no COMMIT, the map stays for long, and a page costs neither a call of the system nor memory of our own.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 4294967296")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Copies everything committed so far in one snapshot.
  func copy(to destination: String) throws {
    let partial = destination + ".partial"
    // Left over from a copy that was interrupted, or not there at all.
    try? FileManager.default.removeItem(atPath: partial)
    let source = try openForReading()
    let target = try DatabaseQueue(path: partial, configuration: Self.configuration)
    try source.backup(to: target)
    try target.close()
    try source.close()
    guard rename(partial, destination) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: destination])
    }
  }

  /// Writes the whole file anew, so that nothing of what was deleted is left between the rows. Others cannot save meanwhile.
  func vacuum() throws {
    let queue = try openForWriting()
    try queue.vacuum()
    try queue.close()
  }

  /// Takes the write-ahead log over into the file and cuts it to nothing: the old pages in it are gone.
  ///
  /// - Returns: false when somebody was reading an older state all the while.
  func emptyLog() throws -> Bool {
    let queue = try openForWriting()
    let busy = try queue.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    return busy == 0
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      db.add(tokenizer: BigramTokenizer.self)
      FoldingFunction.add(to: db)
      // 6 MB of cache a connection: the system's cache does the rest.
      try db.execute(
        sql: """
          PRAGMA cache_size = -6000;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }
}
