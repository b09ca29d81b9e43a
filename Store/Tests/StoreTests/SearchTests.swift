import Foundation
import Testing

@testable import Store

struct SearchTests {
  private static let tables = Migration(
    1, "text",
    """
    CREATE TABLE text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE text_search USING fts5(folded, content='text', content_rowid='id', tokenize='bigram');
    """)

  private static let letters: [String] =
    "あいうカガパー林山田佐藤渡邊辺髙﨑々〆ヶゞAbc019 　\n、。・「」()（）\"'%_*:^-~〜～?+AND\\𠮷🍀".map { String($0) }
    + ["渡󠄁", "辺󠄀", "か\u{3099}", "ﾊﾟ", "㈱", "👨‍👩‍👧", "e\u{301}", "\u{0}", "﷽"]

  @Test func `索引の検索結果は部分一致と必ず同じになる`() async throws {
    var dice = Dice(state: 3)
    let texts = (0..<300).map { _ in random(0...12, &dice) }
    let database = try Database.temporary(migrations: [Self.tables])
    try await database.write { writing in
      for text in texts {
        let id = try writing.insert("INSERT INTO text (folded) VALUES (\(JapaneseText.folded(text)))")
        try writing.run("INSERT INTO text_search (rowid, folded) SELECT id, folded FROM text WHERE id = \(id)")
      }
    }
    var terms = (0..<500).map { _ in random(0...3, &dice) }
    terms += texts.compactMap { text in piece(of: JapaneseText.folded(text), &dice) }
    let checked = terms
    let hits = try await database.read { reading in
      var hits = 0
      for term in checked {
        let found = try bySearch(term, reading)
        #expect(found == (try byLike(term, reading)), "\(term.debugDescription)")
        hits += found.count
      }
      return hits
    }
    #expect(hits > 1000)
    try await database.close()
  }

  @Test(arguments: ["\"", "\"\"", "a\" OR \"b", "林* OR 山", "folded:林", "^林", "NEAR(林 山)", "-林", "林 AND 山", "{林}", "'", ")", "*"])
  func `検索語の記号は式として働かない`(term: String) async throws {
    let database = try Database.temporary(migrations: [Self.tables])
    try await database.write { writing in
      for text in ["林 山 b", "前\(term)後"] {
        let id = try writing.insert("INSERT INTO text (folded) VALUES (\(JapaneseText.folded(text)))")
        try writing.run("INSERT INTO text_search (rowid, folded) SELECT id, folded FROM text WHERE id = \(id)")
      }
    }
    let found = try await database.read { try bySearch(term, $0) }
    #expect(found == [2])
    try await database.close()
  }

  @Test func `読む側ごとの索引では、その側の文だけが部分一致で見つかり、消した文は残らない`() async throws {
    var dice = Dice(state: 11)
    let texts = (0..<300).map { _ in JapaneseText.folded(random(0...12, &dice)) }
    let readers = (0..<300).map { _ in [1, 3, 13, 31].filter { _ in Int.random(in: 0...1, using: &dice) == 0 } }
    let gone = (0..<300).map { _ in Int.random(in: 0...3, using: &dice) == 0 }
    let terms = (0..<300).map { _ in random(1...2, &dice) } + texts.compactMap { piece(of: $0, &dice) } + ["1", "3", "\u{1}"]
    let tables = Migration(2, "readers", "CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='bigram reader');")
    let database = try Database.temporary(migrations: [Self.tables, tables])
    let hits = try await database.write { writing in
      for (row, text) in texts.enumerated() {
        for reader in readers[row] {
          try writing.run("INSERT INTO texts (rowid, words) VALUES (\(reader << 32 | row), \(reader) || char(1) || folded(\(text)))")
        }
        guard gone[row], let first = readers[row].first else { continue }
        try writing.run(
          "INSERT INTO texts (texts, rowid, words) VALUES ('delete', \(first << 32 | row), \(first) || char(1) || folded(\(text)))")
      }
      var hits = 0
      for term in terms {
        let folded = JapaneseText.folded(term)
        for reader in [1, 3, 13, 31, 2] {
          guard let query = JapaneseText.bigramQuery(term, reader: reader) else { continue }
          let expected = texts.indices.filter { row in
            readers[row].contains(reader) && !(gone[row] && readers[row].first == reader)
              && texts[row].unicodeScalars.contains(folded.unicodeScalars)
          }
          let found = try writing.rows("SELECT rowid FROM texts WHERE texts MATCH \(query) ORDER BY rowid") { $0.int(0) }
          #expect(found == expected.map { reader << 32 | $0 }, "\(term.debugDescription) \(reader)")
          hits += found.count
        }
      }
      return hits
    }
    #expect(hits > 1000)
    try await database.close()
  }

  @Test func `氏名は、空白を入れても入れなくても、行のどこからでも見つかる`() async throws {
    let tables = Migration(2, "names", "CREATE VIRTUAL TABLE names USING fts5(words, content='', tokenize='bigram reader');")
    let database = try Database.temporary(migrations: [Self.tables, tables])
    let lines = "渡邊　髙子\nワタナベ タカコ\n仮の名"
    try await database.write { writing in
      for reader in [2, 21] {
        try writing.run("INSERT INTO names (rowid, words) VALUES (\(reader), \(reader) || char(1) || folded_names(\(lines)))")
      }
    }
    for term in ["渡辺", "高", "渡辺高子", "渡辺 高", "辺高", "わたなべたかこ", "ナベ　タ", "仮の", "名"] {
      let query = try #require(JapaneseText.nameQuery(term, reader: 2))
      #expect(try await database.read { try $0.rows("SELECT rowid FROM names WHERE names MATCH \(query)") { $0.int(0) } } == [2], "\(term)")
    }
    for term in ["高渡", "子わ", "仮名", "渡辺\u{1}"] {
      guard let query = JapaneseText.nameQuery(term, reader: 1) else { continue }
      #expect(try await database.read { try $0.rows("SELECT rowid FROM names WHERE names MATCH \(query)") { $0.int(0) } } == [], "\(term)")
    }
    #expect(JapaneseText.nameQuery(" \u{FE00}", reader: 2) != nil)
    #expect(JapaneseText.nameQuery("\u{FE00}", reader: 2) == nil)
    try await database.close()
  }

  @Test func `何も残らない検索語では検索しない`() {
    #expect(JapaneseText.bigramQuery("") == nil)
    #expect(JapaneseText.bigramQuery("\u{FE00}\u{200B}\u{0}") == nil)
  }

  private func bySearch(_ term: String, _ reading: Reading) throws -> [Int] {
    guard let query = JapaneseText.bigramQuery(term) else { return [] }
    return try reading.rows("SELECT rowid FROM text_search WHERE text_search MATCH \(query) ORDER BY rowid") { $0.int(0) }
  }

  private func byLike(_ term: String, _ reading: Reading) throws -> [Int] {
    let folded = JapaneseText.folded(term)
    guard !folded.isEmpty else { return [] }
    let escaped = folded.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    return try reading.rows("SELECT id FROM text WHERE folded LIKE \("%" + escaped + "%") ESCAPE '\\' ORDER BY id") { $0.int(0) }
  }

  private func random(_ length: ClosedRange<Int>, _ dice: inout Dice) -> String {
    (0..<Int.random(in: length, using: &dice)).map { _ in Self.letters.randomElement(using: &dice) ?? "" }.joined()
  }

  private func piece(of text: String, _ dice: inout Dice) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return nil }
    let start = Int.random(in: scalars.indices, using: &dice)
    let end = Int.random(in: start...min(start + 5, scalars.count - 1), using: &dice)
    return String(String.UnicodeScalarView(scalars[start...end]))
  }
}
