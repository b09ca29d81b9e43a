extension Database {
  /// 「現在の構造」 The schema as it is now, in an order that does not depend on history, for docs/schema.sql.
  public func schema() async throws -> String {
    try await read { reading in
      // Shadow tables are SQLite's own business behind a search index.
      try reading.rows(
        """
        SELECT sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
        ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
        """
      ) { $0.text(0) + ";\n" }
    }.joined(separator: "\n")
  }

  /// 「整合性の検査」 Problems of the file, its references and its search indexes; empty when it is sound.
  ///
  /// Holds up the writer while the search indexes are compared.
  public func integrityCheck() async throws -> [String] {
    let problems = try await read { reading in
      try reading.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
        + reading.rows("PRAGMA foreign_key_check") { "\($0.text(0)): row \($0.optionalInt(1) ?? 0) points at a missing \($0.text(2))" }
    }
    let indexes = try await read { reading in
      try reading.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
      ) { $0.text(0) }
    }
    var broken: [String] = []
    for index in indexes {
      do {
        try await write { try $0.run("INSERT INTO \(raw: index)(\(raw: index), rank) VALUES ('integrity-check', 1)") }
      } catch {
        broken.append("\(index): \(error)")
      }
    }
    return problems + broken
  }
}
