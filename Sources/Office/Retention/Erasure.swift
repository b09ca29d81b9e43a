import Casework
import Store

/// Which table hangs on which, as the database itself says it (「消す順」): a table that is new to the schema is covered from its first day.
struct ErasureMap: Sendable {
  struct Link: Sendable {
    let child: String
    let column: String
    let parent: String
    let key: String
  }

  let links: [Link]

  init(_ reading: Reading) throws {
    links = try reading.rows(
      """
      SELECT m.name, f."from", f."table", coalesce(f."to", 'id') FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' ORDER BY m.name, f.id
      """
    ) { Link(child: $0.text(0), column: $0.text(1), parent: $0.text(2), key: $0.text(3)) }
  }

  /// The table and everything that hangs on it.
  func tables(from root: String) -> Set<String> {
    var found: Set<String> = [root]
    var waiting = [root]
    while let table = waiting.popLast() {
      for link in links where link.parent == table && found.insert(link.child).inserted { waiting.append(link.child) }
    }
    return found
  }

  /// A name from the schema, as SQL.
  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}

/// Deletes rows and everything that hangs on them, and counts what went (「消去」). Runs within a disposal only: the guards of the tables refuse
/// it otherwise.
struct Erasure {
  let desk: WritingDesk
  let map: ErasureMap
  /// Rows deleted, by table.
  private(set) var counts: [String: Int] = [:]

  init(desk: WritingDesk) throws {
    self.desk = desk
    map = try ErasureMap(desk.reading)
  }

  /// The rows that hang on these first, then these.
  ///
  /// - Parameter path: the tables above, so that two tables that point at each other end.
  mutating func rows(of table: String, where condition: SQL, below path: [String] = []) throws {
    let name = ErasureMap.quoted(table)
    guard !path.contains(table), try desk.reading.exists("SELECT 1 FROM \(raw: name) WHERE \(sql: condition)") else { return }
    for link in map.links where link.parent == table && link.child != table {
      let above: SQL = "SELECT \(raw: ErasureMap.quoted(link.key)) FROM \(raw: name) WHERE \(sql: condition)"
      try rows(of: link.child, where: "\(raw: ErasureMap.quoted(link.column)) IN (\(sql: above))", below: path + [table])
    }
    counts[table, default: 0] += try desk.writing.run("DELETE FROM \(raw: name) WHERE \(sql: condition)")
  }

  mutating func count(_ kind: String, _ number: Int) { if number > 0 { counts[kind, default: 0] += number } }

  /// A row of this table in the way of a person or a household: everything that points at it, but for these tables.
  func isUsed(_ table: String, _ id: Int, but spared: Set<String>) throws -> Bool {
    for link in map.links where link.parent == table && !spared.contains(link.child) {
      let column = ErasureMap.quoted(link.column)
      if try desk.reading.exists("SELECT 1 FROM \(raw: ErasureMap.quoted(link.child)) WHERE \(raw: column) = \(id)") { return true }
    }
    return false
  }
}
