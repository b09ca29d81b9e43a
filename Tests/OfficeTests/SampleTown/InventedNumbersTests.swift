import Casework
import Store
import Testing

@testable import Office

/// Nothing in the sample town can be taken for somebody: every text in the database is read.
@Suite struct InventedNumbersTests {
  /// A place and what stands there.
  private struct Text: Sendable {
    let place: String
    let words: String

    var isPhone: Bool { ["phone_home", "phone_mobile", "caller_phone"].contains { place.hasSuffix(".\($0)") } }
  }

  @Test func `電話番号はどれも000で始まり、マイナンバーとみられる番号はない`() async throws {
    let texts = try await everyText(try await SampleTownStory.furnished())
    #expect(texts.count > 2_000)
    #expect(texts.contains { $0.words.contains("000-0000-1003") })
    for text in texts {
      #expect(Self.realPhones(in: text.words).isEmpty, "\(text.place): \(text.words)")
      #expect(MyNumberGuard.findings(in: text.words).isEmpty, "\(text.place): \(text.words)")
      if text.isPhone { #expect(text.words.wholeMatch(of: /000-0000-[0-9]{4}/) != nil, "\(text.place): \(text.words)") }
    }
  }

  @Test(arguments: [
    ("03-1234-5678", 1), ("０９０１２３４５６７８", 1), ("電話03（1234）5678まで", 1), ("000-0000-1003", 0), ("2026-11-21", 0), ("7番3-105", 0),
  ])
  func `電話番号らしさの見分け`(_ words: String, _ found: Int) {
    #expect(Self.realPhones(in: words).count == found)
  }

  @Test func `名前はどれも、作りものと分かる`() async throws {
    let town = try await SampleTownStory.furnished()
    let marks = ["例", "見本", "仮", "架空", "模擬", "試作", "雛形", "SAMPLE"]
    let names = try await town.office.database.read { reading in
      try reading.rows("SELECT name FROM resident WHERE name <> '' UNION SELECT name FROM staff") { $0.text(0) }
    }
    #expect(names.count > 30)
    for name in names { #expect(marks.contains { name.contains($0) }, "\(name)") }
  }

  /// Runs of ten or eleven digits that begin with 0, in one piece or parted by hyphens or brackets, other than 000-….
  private static func realPhones(in words: String) -> [String] {
    var runs: [String] = []
    var run = ""
    for scalar in words.unicodeScalars {
      let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      if (0x30...0x39).contains(value) {
        run.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
      } else if !run.isEmpty, !run.hasSuffix("-"), scalar.properties.isDash || "ー()（）".unicodeScalars.contains(scalar) {
        run += "-"
      } else if !run.isEmpty {
        runs.append(run)
        run = ""
      }
    }
    return (runs + [run]).filter { run in
      let digits = run.filter(\.isNumber).count
      return run.hasPrefix("0") && (digits == 10 || digits == 11) && !run.hasPrefix("000-")
    }
  }

  /// Every TEXT value of every table but the salted hashes of passwords, which say nothing.
  private func everyText(_ town: Town) async throws -> [Text] {
    try await town.office.database.read { reading in
      let columns = try reading.rows(
        """
        SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.name <> 'password_hash'
        """
      ) { ($0.text(0), $0.text(1)) }
      return try columns.flatMap { table, column in
        try reading.rows("SELECT \(raw: column) FROM \(raw: table) WHERE typeof(\(raw: column)) = 'text' AND \(raw: column) <> ''") {
          Text(place: "\(table).\(column)", words: $0.text(0))
        }
      }
    }
  }
}
