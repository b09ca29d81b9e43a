internal import GRDB
private import GRDBSQLite

/// FTS5's view of a text: every pair of neighbouring characters, and for documents the last character alone.
///
/// The whole text is one run, spaces and punctuation included, so a phrase of pairs finds exactly what LIKE '%term%' finds, and the
/// last single character lets `"林"*` find every text that has 林. Feed it `JapaneseText.folded` text. Bytes only: no String is made.
final class BigramTokenizer: FTS5CustomTokenizer {
  static let name = "bigram"

  init(db: GRDB.Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?,
    tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?,
    nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let text = pText, nText > 0 else { return SQLITE_OK }
    let count = Int(nText)
    var first = 0
    var second = Self.next(text, 0, count)
    let isAlone = second == count
    while second < count {
      let end = Self.next(text, second, count)
      let code = tokenCallback(context, 0, text + first, CInt(end - first), CInt(first), CInt(end))
      guard code == SQLITE_OK else { return code }
      first = second
      second = end
    }
    guard isAlone || tokenization.contains(.document) else { return SQLITE_OK }
    return tokenCallback(context, 0, text + first, CInt(count - first), CInt(first), CInt(count))
  }

  /// The start of the next UTF-8 character.
  private static func next(_ text: UnsafePointer<CChar>, _ index: Int, _ count: Int) -> Int {
    var index = index + 1
    while index < count, UInt8(bitPattern: text[index]) & 0xC0 == 0x80 { index += 1 }
    return index
  }
}
