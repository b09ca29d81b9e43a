import Foundation

/// 「日本語の照合」 Spellings that mean the same made alike, for searching only: never store the result as a name.
public enum JapaneseText {
  /// 「検索用の形」 Width, kana, case, old kanji forms, hyphens and spaces made alike.
  public static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { FoldingTable.shared.fold($0) }
  }

  /// 「空白なし」 「仮定 涼」 → 「仮定涼」: names are typed either way.
  public static func withoutBlanks(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  /// 「人名の検索式」 Finds the term as typed or without its blanks; nil when nothing is left to look for.
  public static func nameQuery(_ term: String) -> String? {
    let joined = withoutBlanks(term)
    return [bigramQuery(term), joined == term ? nil : bigramQuery(joined)].compactMap(\.self).reduce(nil as String?) { found, next in
      found.map { "\($0) OR \(next)" } ?? next
    }
  }

  /// 「検索式」 The FTS5 MATCH string that finds what a user typed, as a literal substring; nil when nothing is left to look for.
  public static func bigramQuery(_ term: String) -> String? {
    let folded = folded(term)
    guard let first = folded.unicodeScalars.first else { return nil }
    if folded.unicodeScalars.count == 1 { return first == "\"" ? "\"\"\"\"*" : "\"\(folded)\"*" }
    return "\"" + folded.replacing("\"", with: "\"\"") + "\""
  }

  /// 「読む側ごとの検索式」 The same for an index made with `tokenize='bigram reader'`: finds the texts of this reader alone.
  public static func bigramQuery(_ term: String, reader: Int) -> String? {
    bigramQuery(term).map { "\"\(reader)\u{1}\($0.dropFirst())" }
  }

  /// What stands between the reader and the text in such an index: U+0001, which no folded text has. Also in SQL as `char(1)`.
  static let stop: UInt8 = 1
}
