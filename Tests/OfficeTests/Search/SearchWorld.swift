import Store

@testable import Office

/// An office with names and notes made of the same few words, for tests of the search.
enum SearchWorld {
  static let words = ["架空", "渡邊", "ワタナベ", "高", "髙", "A", "ａ", "\"", "%", "家賃", "訪問", " ", "　", "ー", "𠮷", "ﾊﾟ", "林"]

  /// 60 cases in reach of one agency or the other, 600 notes, 120 people.
  static func filled() async throws -> AccessWorld {
    let world = try await AccessWorld.open()
    try await world.town.office.database.write { writing in
      var state: UInt64 = 20_261_121
      func dice(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
      }
      func text(_ count: Int) -> String { (0..<count).map { _ in words[dice(words.count)] }.joined() }
      let agencies = try writing.rows("SELECT id FROM agency WHERE name LIKE '架空機関%' ORDER BY id") { $0.int(0) }
      let staff = try writing.first("SELECT min(id) FROM staff") { $0.int(0) } ?? 0
      for number in 1...60 {
        var people: [Int] = []
        for _ in 0..<2 {
          let name = text(2)
          let person = Int(try writing.insert("INSERT INTO resident (name) VALUES (\(name))"))
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
}
