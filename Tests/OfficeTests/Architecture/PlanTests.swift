import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 問い合わせの計画: what the hot pages ask of the database, and how it answers.
struct PlanTests {
  /// The pages that are opened all day long. A door that is not there yet is left out.
  private static let hot = [
    "/", "/cases", "/cases/:id", "/referrals", "/referrals/:id", "/consultations", "/search?q=訪問", "/section", "/audit",
  ]

  @Test func `よく開く画面の問い合わせ計画は、控えと同じで、表をなめない`() async throws {
    let world = try await AccessWorld.open()
    let town = world.town
    let counsellor = try await town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let supervisor = try await town.signedIn(AccessVisitor.staff(.own, .sectionSupervisor).signInName)
    let auditor = try await town.signedIn(AccessVisitor.staff(.own, .auditor).signInName)
    var text = ""
    var seen = try await statements(town)
    for page in Self.hot {
      let path = try #require(world.filled(page, for: .own))
      guard town.catalogue.contains(where: { $0.hasPrefix("GET \(page.prefix { $0 != "?" }) ") }) else { continue }
      let visitor = page == "/audit" ? auditor : page == "/section" ? supervisor : counsellor
      let reply = try await visitor.get(path)
      #expect(reply.status == 200, "\(page)")
      let asked = try await statements(town).subtracting(seen)
      seen.formUnion(asked)
      text += "# \(page)\n"
      for statement in asked.sorted() { text += try await plan(statement, town) }
    }
    text += "# /search, the other ways\n"
    for statement in try await otherWays(town) { text += try await plan(statement, town) }
    try Golden.compare(text, "Tests/OfficeTests/Golden/plans.txt")
    for line in text.split(separator: "\n") where line.hasPrefix("  ") {
      let isWhole = line.contains("SCAN ") && !Self.harmless.contains { line.contains($0) } && !Self.known.contains(String(line))
      #expect(!isWhole && !line.contains("AUTOMATIC"), "表を端から読んでいます：\(line)")
    }
  }

  /// A walk over a search index, a list in the statement itself, a subquery's rows, the few agencies and staff of an office.
  private static let harmless = ["VIRTUAL TABLE", "CONSTANT ROW", "SCAN f", "(subquery", "SCAN office"]

  /// The audit log from its newest entry, no further than a page; the staff of the office, to choose from; the hits of one page of a search;
  /// the protections in force, of which an office has a handful.
  private static let known: Set<String> = [
    "  SCAN e", "  SCAN s USING INDEX staff_of_agency", "  SCAN hit", "  SCAN p USING INDEX one_protection",
  ]

  /// What a search asks, further pages included.
  private func otherWays(_ town: Town) async throws -> [String] {
    let now = town.now
    return try await town.office.database.write { writing in
      let staff = try #require(try writing.first("SELECT min(id) FROM staff") { $0.id(0) as StaffID })
      let scope = try town.office.seat(writing, staff: staff, act: .search, at: now).scope
      return [
        SearchQueries.notesSQL(scope, "", before: NoteID(1)).text,
        SearchQueries.peopleSQL(scope, "", page: 1).text,
        CaseSearchQueries.sql(scope, "").text,
      ]
    }
  }

  /// The statements the reading connection keeps. Requests one after the other always meet the same one.
  private func statements(_ town: Town) async throws -> Set<String> {
    Set(try await town.office.database.read { try $0.rows("SELECT sql FROM sqlite_stmt") { $0.text(0) } })
      .filter { $0.hasPrefix("SELECT") && !$0.contains("sqlite_stmt") && !$0.contains("'main'.") }
  }

  private func plan(_ statement: String, _ town: Town) async throws -> String {
    let values = [Value](repeating: .null, count: statement.filter { $0 == "?" }.count)
    let lines = try await town.office.database.read { try $0.explain(SQL(text: statement, values: values)) }
    let words = statement.split { $0.isWhitespace }.joined(separator: " ")
    let from = words.range(of: " FROM ").map { words[$0.lowerBound...] } ?? words[...]
    return "\(words.prefix(24))…\(from.prefix(120))\n" + lines.map { "  \($0)\n" }.joined()
  }
}
