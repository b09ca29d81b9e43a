import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 人の検索: finds whom the rule lets find, by any part of any name.
struct SearchPeopleTests {
  @Test func `人の検索は、範囲の中の部分一致と同じ`() async throws {
    let world = try await SearchWorld.filled()
    let office = world.town.office
    let now = world.town.now
    let hits = try await office.database.write { writing in
      var hits = 0
      for standing in Standing.allCases {
        let name = AccessVisitor.staff(standing, .consultStaff).signInName
        let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(name)") { $0.id(0) as StaffID })
        let scope = try office.seat(writing, staff: staff, act: .search, at: now).scope
        for term in SearchWorld.words + ["架 空", "高 渡邊", "訪問 高"] {
          guard let phrase = scope.namePhrase(term) else { continue }
          let folded = [term, JapaneseText.withoutBlanks(term)].filter { !$0.isEmpty }.map(JapaneseText.folded)
          let expected = try inReach(writing, scope).filter { line in folded.contains { line.name.contains($0) } }.map(\.key)
          var found: [String] = []
          for page in 0..<10 {
            let rows = try writing.rows(SearchQueries.peopleSQL(scope, phrase, page: page)) { "\($0.int(0)) \($0.text(3))" }
            found += rows.prefix(SearchQueries.perPage)
          }
          #expect(found.sorted() == expected.sorted(), "\(standing) \(term)")
          hits += found.count
        }
      }
      return hits
    }
    #expect(hits > 100)
  }

  /// The people of the cases in reach: the person of the case on any ground, the household where everything may be seen.
  private func inReach(_ writing: Writing, _ scope: Scope) throws -> [(key: String, name: String)] {
    try writing.rows(
      """
      SELECT DISTINCT c.id, r.name, r.id, r.name_kana, r.other_name FROM case_ground g JOIN case_file c ON c.id = g.case_file_id JOIN resident r
      WHERE \(sql: scope.grounds) AND (r.id = c.resident_id OR (g.reach = 'team' AND r.id IN (
        SELECT m.resident_id FROM household_member m WHERE m.household_id = c.household_id AND m.until_on IS NULL)))
      """
    ) { row in
      ("\(row.int(0)) \(row.text(1))", JapaneseText.foldedNames((3...4).reduce(row.text(1)) { "\($0)\n\(row.text($1))" }))
    }
  }

  @Test func `氏名の索引は、根拠・世帯・氏名がどう変わっても規則と同じ`() async throws {
    #expect(try await strays(without: nil) == 0)
  }

  @Test func `索引を保つ引き金が一つでも欠けると、規則とのずれが見つかる`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    let triggers = try await database.read {
      try $0.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'resident\\_%' ESCAPE '\\'") { $0.text(0) }
    }
    try await database.close()
    #expect(triggers.count == 10)
    for trigger in triggers { #expect(try await strays(without: trigger) > 0, "\(trigger)がなくても、ずれませんでした") }
  }

  private func strays(without trigger: String?) async throws -> Int {
    let world = try await SearchWorld.filled()
    return try await world.town.office.database.write { writing in
      if let trigger { try writing.run("DROP TRIGGER \(raw: trigger)") }
      try writing.run("CREATE VIRTUAL TABLE temp.kept USING fts5vocab(main, resident_text, instance)")
      var found = 0
      for step in 0..<600 where found == 0 {
        try change(writing, step)
        if step % 20 == 19 { found += try strays(writing) }
      }
      return found
    }
  }

  /// One change of every kind that can make somebody findable or not.
  private func change(_ writing: Writing, _ step: Int) throws {
    let ground = 1 + step * 37 % 113
    let file = 2 + step * 17 % 59
    let member = 2 + step * 53 % 113
    switch step % 12 {
    case 0: try writing.run("UPDATE case_ground SET until = \(step) WHERE id = \(ground) AND id % 3 > 0")
    case 1: try writing.run("UPDATE case_ground SET until = NULL WHERE id IN (\(ground), \(ground + 1))")
    case 2: try writing.run("UPDATE case_ground SET reach = CASE reach WHEN 'team' THEN 'handedOver' ELSE 'team' END WHERE id = \(ground)")
    case 3: try writing.run("UPDATE case_file SET resident_id = (SELECT min(id) + \(member) FROM resident) WHERE id = \(file)")
    case 4: try writing.run("UPDATE case_file SET resident_id = NULL WHERE id = \(file) AND id % 5 = 0")
    case 5: try writing.run("UPDATE case_file SET household_id = (SELECT min(id) + \(step % 60) FROM household) WHERE id = \(file)")
    case 6: try writing.run("UPDATE household_member SET until_on = CASE WHEN until_on IS NULL THEN '2026-11-01' END WHERE id = \(member)")
    case 7:
      try writing.run(
        """
        INSERT INTO household_member (household_id, resident_id, recorded_at)
        SELECT h.id, r.id, 0 FROM household h, resident r WHERE h.id = \(file) AND r.id = \(member)
        """)
    case 8:
      try writing.run(
        """
        UPDATE resident SET name = \(SearchWorld.words[step % 17] + " " + SearchWorld.words[step % 5]), other_name = name WHERE id = \(member)
        """)
    case 9: try writing.run("DELETE FROM household_member WHERE id = \(member + 60)")
    case 10:
      try writing.run(
        """
        INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
        SELECT id, opened_by, 'acceptedReferral', 'team', 0, 0 FROM case_file WHERE id = \(file)
        """)
    default: try writing.run("DELETE FROM case_ground WHERE id = \(ground) AND id % 4 = 0 AND until IS NULL")
    }
  }

  /// Readers that the rule does not have, or the other way round; and pairs of letters that an index made anew does not have, or the other way
  /// round.
  private func strays(_ writing: Writing) throws -> Int {
    let rule: SQL = """
      SELECT DISTINCT g.agency_id, r.id FROM resident r JOIN case_file c JOIN case_ground g ON g.case_file_id = c.id AND g.until IS NULL
      WHERE r.id = c.resident_id OR (g.reach = 'team' AND EXISTS (
        SELECT 1 FROM household_member m WHERE m.household_id = c.household_id AND m.resident_id = r.id AND m.until_on IS NULL))
      """
    let readers: SQL = "SELECT agency_id, resident_id FROM resident_reader"
    try writing.run("CREATE VIRTUAL TABLE temp.anew USING fts5(words, content='', tokenize='bigram reader')")
    try writing.run(
      """
      INSERT INTO temp.anew (rowid, words) SELECT v.agency << 32 | r.id,
        v.agency || char(1) || folded_names(r.name || char(10) || r.name_kana || char(10) || r.other_name)
      FROM (SELECT 0 AS agency, 0 AS person WHERE 0 UNION ALL \(sql: rule)) v JOIN resident r ON r.id = v.person
      """)
    try writing.run("CREATE VIRTUAL TABLE temp.fresh USING fts5vocab(temp, anew, instance)")
    let (kept, fresh): (SQL, SQL) = ("SELECT term, doc, offset FROM temp.kept", "SELECT term, doc, offset FROM temp.fresh")
    #expect(try writing.count("SELECT count(*) FROM temp.fresh") > 200)
    let sum = try [(rule, readers), (readers, rule), (kept, fresh), (fresh, kept)].reduce(0) { sum, pair in
      sum + (try writing.count("SELECT count(*) FROM (SELECT * FROM (\(sql: pair.0)) EXCEPT SELECT * FROM (\(sql: pair.1)))"))
    }
    for table in ["fresh", "anew"] { try writing.run("DROP TABLE temp.\(raw: table)") }
    return sum
  }
}
