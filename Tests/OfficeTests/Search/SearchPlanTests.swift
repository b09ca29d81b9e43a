import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 記録の検索: finds exactly what LIKE finds, in the same order.
struct SearchPlanTests {
  @Test func `記録の検索は、範囲の中の部分一致と同じ`() async throws {
    let world = try await SearchWorld.filled()
    let office = world.town.office
    let now = world.town.now
    let hits = try await office.database.write { writing in
      var hits = 0
      for standing in Standing.allCases {
        let name = AccessVisitor.staff(standing, .consultStaff).signInName
        let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(name)") { $0.id(0) as StaffID })
        let scope = try office.seat(writing, staff: staff, act: .search, at: now).scope
        let texts = try writing.rows(
          "SELECT n.id, n.title, n.facts, n.opinion, n.next_action FROM note n WHERE \(sql: scope.readableNotes) ORDER BY n.id DESC"
        ) {
          ($0.int(0), JapaneseText.folded((1...4).map($0.text).joined(separator: "\n")))
        }
        for term in SearchWorld.words + ["架空渡辺", "高高", "わた", "%\"", "a 家"] {
          guard let phrase = scope.phrase(term) else { continue }
          let expected = texts.filter { $0.1.contains(JapaneseText.folded(term)) }.map(\.0).prefix(SearchQueries.perPage + 1)
          let found = try writing.rows(SearchQueries.notesSQL(scope, phrase, before: nil)) { $0.int(0) }
          #expect(found == Array(expected), "\(standing) \(term)")
          hits += found.count
        }
      }
      return hits
    }
    #expect(hits > 500)
  }

  @Test func `検索が使う読める人の表は、根拠や公開範囲がどう変わっても規則と同じ`() async throws {
    let world = try await SearchWorld.filled()
    let differences = try await world.town.office.database.write { writing in
      var found: [Int] = []
      try writing.run("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, note_text, instance)")
      for step in 0..<400 {
        let ground = 1 + step * 37 % 120
        switch step % 4 {
        case 0: try writing.run("UPDATE case_ground SET until = \(step) WHERE id = \(ground) AND until IS NULL")
        case 1: try writing.run("UPDATE case_ground SET until = NULL WHERE id = \(ground)")
        case 2:
          try writing.run("UPDATE case_ground SET reach = CASE reach WHEN 'team' THEN 'handedOver' ELSE 'team' END WHERE id = \(ground)")
        default: try writing.run("UPDATE note SET visibility = 'ownAgency' WHERE id = \(1 + step * 53 % 600)")
        }
        guard step % 20 == 19 else { continue }
        let rule: SQL = """
          SELECT g.agency_id, n.id FROM case_ground g JOIN note n ON n.case_file_id = g.case_file_id
          WHERE g.is_open = 1 AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team'))
          """
        found.append(
          try writing.count(
            """
            SELECT (SELECT count(*) FROM (SELECT agency_id, note_id FROM note_reader EXCEPT \(sql: rule)))
              + (SELECT count(*) FROM (\(sql: rule) EXCEPT SELECT agency_id, note_id FROM note_reader))
            """))
        // The words of each reader, and no others, stand in the index.
        let indexed: SQL = """
          SELECT DISTINCT CAST(substr(term, 1, instr(term, char(1)) - 1) AS INTEGER), doc & 4294967295, doc >> 32 FROM temp.word
          """
        let readers: SQL = "SELECT agency_id, note_id, agency_id FROM note_reader"
        found.append(
          try writing.count(
            """
            SELECT (SELECT count(*) FROM (\(sql: indexed) EXCEPT \(sql: readers)))
              + (SELECT count(*) FROM (\(sql: readers) EXCEPT \(sql: indexed)))
            """))
      }
      return found
    }
    #expect(differences == Array(repeating: 0, count: 40))
  }
}
