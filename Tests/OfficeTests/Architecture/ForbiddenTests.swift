import Casework
import Foundation
import Store
import Testing

@testable import Office

/// してはならないこと: found by name in the code.
struct ForbiddenTests {
  /// Time, randomness and environment come with the visit, so that a rule can be tested on any day.
  @Test func `時刻・乱数・環境は、来訪とともに渡される`() throws {
    let words = [
      "\\b(Date\\(\\))", "\\b(Date\\.now)", "\\b(UUID\\(\\))", "\\b(Calendar\\.current)", "\\b(ProcessInfo)\\b", "\\b(TimeZone\\.current)",
    ]
    for file in try SourceTree.files([
      SourceTree.office, "Sources/SampleTown", "Sources/Municipalities", "Casework/Sources", "Writers/Sources",
    ]) {
      guard !file.isBelow("Sources/Office/Platform"), file.path != "Sources/Office/Office.swift" else { continue }
      for word in try words.flatMap({ try SourceFile.matches($0, in: file.code) }) { Issue.record("\(file.path)で\(word)は使えません") }
    }
  }

  @Test func `失敗を黙って捨てない`() throws {
    for file in try SourceTree.files(["Sources", "Casework/Sources", "Writers/Sources"]) where file.code.contains("try?") {
      Issue.record("\(file.path)にtry?があります。失敗を受け止めるか、上へ渡してください")
    }
    // Cleaning up after a failure that is already being reported; each place says so.
    for file in try SourceTree.files(["Store/Sources"]) where file.code.contains("try?") {
      for (index, line) in file.lines.enumerated() where line.contains("try?") && !line.contains("//") {
        #expect(file.lines[max(0, index - 1)].contains("//"), "\(file.path)の\(index + 1)行目のtry?に理由がありません")
      }
    }
  }

  @Test func `力ずくの取り出しには理由を書く`() throws {
    for file in try SourceTree.files(SourceTree.product) {
      for word in ["try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)"] where file.code.contains(word) {
        for (index, line) in file.lines.enumerated() where line.contains(word) {
          #expect(file.lines[max(0, index - 1)].contains("//"), "\(file.path)の\(index + 1)行目の\(word)に理由がありません")
        }
      }
    }
  }

  @Test func `この計算機だけの場所を書かない`() throws {
    let places = try ["\\.swift", "\\.md", "\\.json", "\\.sql", "\\.txt", "\\.js", "\\.css"].flatMap { ending in
      try SourceTree.files(
        ["Sources", "Casework/Sources", "Writers/Sources", "Store/Sources", "docs"], ending: ending.replacing("\\", with: ""))
    }
    #expect(places.count > 50)
    for file in places {
      for place in try SourceFile.matches("((?:/work/|/home/|/root/|/Users/)\\w+)", in: file.text) {
        Issue.record("\(file.path)に\(place)があります")
      }
    }
  }

  @Test func `マイナンバーを入れる欄を作らない`() async throws {
    let database = try Database.temporary(migrations: Schema.migrations)
    let schema = try await database.schema().lowercased()
    for word in ["my_number", "mynumber", "individual_number", "kojin_bango", "マイナンバー", "個人番号"] {
      #expect(!schema.contains(word), "スキーマに\(word)があります")
    }
    try await database.close()
    for file in try SourceTree.files(["Sources/Municipalities"], ending: ".json") {
      for label in try SourceFile.matches("\"(?:id|label)\"\\s*:\\s*\"([^\"]*(?:マイナンバー|個人番号|mynumber|my_number)[^\"]*)\"", in: file.text) {
        Issue.record("\(file.path)に「\(label)」の欄があります")
      }
    }
  }
}
