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

  /// 「人名の検索用の形」 What a person is found by: the lines, and those that have blanks once more without them. In SQL `folded_names(lines)`.
  public static func foldedNames(_ lines: String) -> String {
    let joined = lines.split(separator: "\n").filter { $0.contains(where: \.isWhitespace) }.map { withoutBlanks(String($0)) }
    return folded(([lines] + joined).joined(separator: "\n"))
  }

  /// 「人名の検索式」 Finds the term as typed or without its blanks, in an index with readers; nil when nothing is left to look for.
  public static func nameQuery(_ term: String, reader: Int) -> String? {
    let joined = withoutBlanks(term)
    let either = [bigramQuery(term, reader: reader), joined == term ? nil : bigramQuery(joined, reader: reader)].compactMap(\.self)
    return either.isEmpty ? nil : either.joined(separator: " OR ")
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
