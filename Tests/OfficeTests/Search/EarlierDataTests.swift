import Foundation
import Store
import Testing

@testable import Office

/// 前の版のデータ: what was recorded before the names of people were indexed for each agency is found without any ado.
struct EarlierDataTests {
  @Test func `前の版で記録した人も、開くだけで、見られる機関に見つかる`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "earlier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "tsunagi.sqlite").path
    let before = try Database(path: path, migrations: Array(Schema.migrations.prefix(17)))
    try await before.write { writing in
      for (table, columns, values) in Self.rows {
        try writing.run("INSERT INTO \(raw: table) (\(raw: columns)) VALUES \(raw: values)")
      }
      try writing.run("INSERT INTO resident_text (rowid, words) VALUES (1, \(JapaneseText.folded("架空　花子")))")
    }
    try await before.close()
    let now = try Database(path: path, migrations: Schema.migrations)
    for (name, agency, expected) in [
      ("花子", 1, [1]), ("架空花", 1, [1]), ("花子", 2, [1]), ("一郎", 1, [2]), ("一郎", 2, []), ("二郎", 1, []), ("花子", 3, []), ("台帳", 1, []),
    ] {
      let query = try #require(JapaneseText.nameQuery(name, reader: agency))
      let found = try await now.read {
        try $0.rows("SELECT rowid & 4294967295 FROM resident_text WHERE resident_text MATCH \(query)") { $0.int(0) }
      }
      #expect(found == expected, "\(name) \(agency)")
    }
    try await now.close()
  }

  /// 花子's case is open to agency 1 whole and to agency 2 in part; 一郎 lives with her, 二郎 did; 台帳 is a row of the extract.
  private static let rows = [
    ("agency", "id, name", "(1, '架空1'), (2, '架空2'), (3, '架空3')"),
    ("resident", "id, name, source", "(1, '架空　花子', ''), (2, '架空　一郎', ''), (3, '架空　二郎', ''), (4, '架空　台帳', 'resident-extract')"),
    ("household", "id", "(1)"),
    ("household_member", "household_id, resident_id, until_on, recorded_at", "(1, 1, NULL, 0), (1, 2, NULL, 0), (1, 3, '2026-01-01', 0)"),
    (
      "case_file", "id, number, resident_id, household_id, label, stage, opened_on, opened_by",
      "(1, 'R8-1', 1, 1, '架空', 'ongoing', '2026-11-01', 1)"
    ),
    (
      "case_ground", "case_file_id, agency_id, ground, reach, since, until, touched_at",
      "(1, 1, 'ownRecord', 'team', 0, NULL, 0), (1, 2, 'acceptedReferral', 'handedOver', 0, NULL, 0), (1, 3, 'acceptedReferral', 'team', 0, 9, 0)"
    ),
  ]
}
