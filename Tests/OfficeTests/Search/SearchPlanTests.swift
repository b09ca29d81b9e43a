import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 検索の二つの道: both ways through the index find exactly what LIKE finds, in the same order.
struct SearchPlanTests {
  private static let words = ["架空", "渡邊", "ワタナベ", "高", "髙", "A", "ａ", "\"", "%", "家賃", "訪問", " ", "　", "ー", "𠮷", "ﾊﾟ", "林"]

  /// 60 cases in reach of one agency or the other, 600 notes, 120 people.
  private func filled() async throws -> AccessWorld {
    let world = try await AccessWorld.open()
    try await world.town.office.database.write { writing in
      var state: UInt64 = 20_261_121
      func dice(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
      }
      func text(_ count: Int) -> String { (0..<count).map { _ in Self.words[dice(Self.words.count)] }.joined() }
      let agencies = try writing.rows("SELECT id FROM agency WHERE name LIKE '架空機関%' ORDER BY id") { $0.int(0) }
      let staff = try writing.first("SELECT min(id) FROM staff") { $0.int(0) } ?? 0
      for number in 1...60 {
        var people: [Int] = []
        for _ in 0..<2 {
          let name = text(2)
          let person = Int(try writing.insert("INSERT INTO resident (name) VALUES (\(name))"))
          try writing.run("INSERT INTO resident_text (rowid, words) VALUES (\(person), \(ResidentRecords.words(name: name, kana: "")))")
          people.append(person)
        }
        let household = Int(try writing.insert("INSERT INTO household (label) VALUES ('')"))
        for person in people {
          try writing.run("INSERT INTO household_member (household_id, resident_id, recorded_at) VALUES (\(household), \(person), 0)")
        }
        let agency = agencies[dice(agencies.count)]
        let caseFile = Int(
          try writing.insert(
            """
            INSERT INTO case_file (number, resident_id, household_id, label, stage, opened_on, opened_by)
            VALUES (\("R8-8\(number)"), \(people[0]), \(household), '架空', 'ongoing', '2026-11-01', \(agency))
            """))
        for ground in 0...dice(2) {
          try writing.run(
            """
            INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at, until)
            VALUES (\(caseFile), \(ground == 0 ? agency : agencies[dice(agencies.count)]), 'ownRecord',
              \(dice(3) == 0 ? "handedOver" : "team"), 0, \(dice(1_000)), \(dice(5) == 0 ? 1 : nil))
            """)
        }
        for _ in 0..<10 {
          let facts = text(4)
          try writing.run(
            """
            INSERT INTO note (case_file_id, agency_id, staff_id, held_on, facts, visibility, recorded_at)
            VALUES (\(caseFile), \(agencies[dice(agencies.count)]), \(staff), '2026-11-01', \(facts), \(dice(2) == 0 ? "team" : "ownAgency"), 0)
            """)
        }
      }
    }
    return world
  }

  @Test func `記録の検索は、範囲の中の部分一致と同じ`() async throws {
    let world = try await filled()
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
        for term in Self.words + ["架空渡辺", "高高", "わた", "%\"", "a 家"] {
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
    let world = try await filled()
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

  @Test func `人の検索は、どちらの道でも、範囲の中の部分一致と同じ`() async throws {
    let world = try await filled()
    let office = world.town.office
    let now = world.town.now
    let hits = try await office.database.write { writing in
      var hits = 0
      for standing in Standing.allCases {
        let name = AccessVisitor.staff(standing, .consultStaff).signInName
        let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = \(name)") { $0.id(0) as StaffID })
        let scope = try office.seat(writing, staff: staff, act: .search, at: now).scope
        for term in Self.words + ["架 空", "高 渡邊", "訪問 高"] {
          guard let phrase = JapaneseText.nameQuery(term) else { continue }
          let folded = [term, JapaneseText.withoutBlanks(term)].filter { !$0.isEmpty }.map(JapaneseText.folded)
          let expected = try inReach(writing, scope).filter { line in folded.contains { line.name.contains($0) } }.map(\.key)
          for collected in [false, true] {
            var found: [String] = []
            for page in 0..<10 {
              found += Array(
                try writing.rows(SearchQueries.peopleSQL(scope, phrase, page: page, collected: collected)) { "\($0.int(0)) \($0.text(3))" }
                  .prefix(SearchQueries.perPage))
            }
            #expect(found.sorted() == expected.sorted(), "\(standing) \(term) \(collected)")
            hits += found.count
          }
        }
      }
      return hits
    }
    #expect(hits > 200)
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
      ("\(row.int(0)) \(row.text(1))", ResidentRecords.words(name: row.text(1), kana: row.text(3), otherName: row.text(4)))
    }
  }
}
