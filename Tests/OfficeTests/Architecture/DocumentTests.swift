import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 文書と実物: what is written down about the office is what it is.
struct DocumentTests {
  @Test func `スキーマの文書は、移行をすべて当てた結果と同じ`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    try Golden.compare(try await database.schema(), "docs/schema.sql")
    try await database.close()
  }

  @Test func `扉の一覧は、実際の扉と同じ`() async throws {
    let town = try await Town.open()
    try Golden.compare(town.catalogue.sorted().joined(separator: "\n") + "\n", "docs/routes.txt")
    #expect(Set(town.catalogue).count == town.catalogue.count, "同じ扉が二度登録されています")
  }

  @Test func `どの扉も行為を名乗る`() async throws {
    let town = try await Town.open()
    for door in town.catalogue {
      let words = door.split(separator: " ")
      #expect(words.count == 3, "\(door)")
      if words[2] == "(open)" { continue }
      let isGuest = GuestAct(rawValue: String(words[2])) != nil
      #expect(isGuest || Act(rawValue: String(words[2])) != nil, "\(door)の行為がありません")
      // Members from outside come through their own doors, and through no other.
      #expect(isGuest == words[1].hasPrefix("/guest/"), "\(door)")
    }
    let open = town.catalogue.filter { $0.hasSuffix("(open)") }.map { $0.split(separator: " ")[1] }
    // Signing in, what the sign-in page needs, the health check, and a calculation that knows nothing.
    #expect(
      Set(open) == ["/sign-in", "/sign-in/code", "/sign-in/provider", "/sign-in/provider/return", "/assets/:file", "/health", "/dates"],
      "サインインなしで開く扉：\(open)")
  }

  @Test func `公開された型の名前は、すべて用語集にある`() throws {
    let place = SourceTree.root.appending(path: "docs/glossary.md")
    try #require(FileManager.default.fileExists(atPath: place.path), "docs/glossary.mdがありません")
    let words = Set(try String(contentsOf: place, encoding: .utf8).split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    for file in try SourceTree.files(["Casework/Sources", SourceTree.office]) {
      let types = try SourceFile.matches(
        "(?m)^public (?:final |indirect )?(?:struct|enum|class|actor|protocol) (\\w+)", in: file.code)
      for type in types where !words.contains(Substring(type)) { Issue.record("用語集に\(type)がありません（\(file.path)）") }
    }
  }
}
