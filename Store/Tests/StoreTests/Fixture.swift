import Foundation

@testable import Store

/// The same script as in StoreCrash, which opens the same files.
let lineTable = Migration(1, "line", "CREATE TABLE line (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")

let noteTables = Migration(
  2, "note",
  """
  CREATE TABLE agency (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('a', 'b'))) STRICT;
  CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    agency INTEGER NOT NULL REFERENCES agency (id),
    later INTEGER REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL,
    search_text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX note_agency ON note (agency);
  CREATE VIRTUAL TABLE note_search USING fts5(search_text, content='note', content_rowid='id', tokenize='bigram');
  CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_search (rowid, search_text) VALUES (new.id, new.search_text);
  END;
  CREATE TRIGGER note_kept BEFORE DELETE ON note BEGIN
    SELECT RAISE(ABORT, 'notes stay');
  END;
  CREATE TRIGGER note_fixed BEFORE UPDATE OF id ON note BEGIN
    SELECT RAISE(ROLLBACK, 'ids stay');
  END;
  """)

/// A number that looks random and is the same on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// A file in a folder of its own, removed afterwards.
func withFile<T>(_ body: (String) async throws -> T) async throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.appendingPathComponent("file.sqlite").path)
}

extension Writing {
  func line(_ body: String) throws -> Int64 {
    try insert("INSERT INTO line (body) VALUES (\(body))")
  }
}

extension Database {
  func lines() async throws -> [String] {
    try await read { try $0.rows("SELECT body FROM line ORDER BY id") { $0.text(0) } }
  }
}
