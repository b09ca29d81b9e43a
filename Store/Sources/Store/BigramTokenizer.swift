internal import GRDB
private import GRDBSQLite

/// FTS5's view of a text: every pair of neighbouring characters, and for documents the last character alone.
///
/// The whole text is one run, spaces and punctuation included, so a phrase of pairs finds exactly what LIKE '%term%' finds, and the
/// last single character lets `"林"*` find every text that has 林. Feed it `JapaneseText.folded` text. Bytes only: no String is made.
///
/// With the argument `reader`, every text and every phrase begins with whose it is and a stop (``JapaneseText/stop``); both go in front of
/// each pair. Then the words of each reader lie apart in the index, and a search passes over nobody else's.
final class BigramTokenizer: FTS5CustomTokenizer {
  static let name = "bigram"

  private let hasReader: Bool

  init(db: GRDB.Database, arguments: [String]) throws {
    hasReader = arguments.contains("reader")
  }

  func tokenize(
    context: UnsafeMutableRawPointer?,
    tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?,
    nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let text = pText, nText > 0 else { return SQLITE_OK }
    guard hasReader else {
      return pairs(text, Int(nText), tokenization) { tokenCallback(context, 0, $0, CInt($1), $2, $3) }
    }
    guard let stop = (0..<Int(nText)).first(where: { UInt8(bitPattern: text[$0]) == JapaneseText.stop }) else { return SQLITE_ERROR }
    let reader = stop + 1
    // Two characters have at most eight bytes.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: reader + 8) { token in
      guard let start = token.baseAddress else { return SQLITE_NOMEM }
      start.update(from: text, count: reader)
      return pairs(text + reader, Int(nText) - reader, tokenization) { pair, length, first, end in
        (start + reader).update(from: pair, count: length)
        return tokenCallback(context, 0, start, CInt(reader + length), first + CInt(reader), end + CInt(reader))
      }
    }
  }

  /// Hands on each pair, its length, and where it begins and ends.
  private func pairs(
    _ text: UnsafePointer<CChar>, _ count: Int, _ tokenization: FTS5Tokenization,
    _ found: (_ pair: UnsafePointer<CChar>, _ length: Int, _ first: CInt, _ end: CInt) -> CInt
  ) -> CInt {
    guard count > 0 else { return SQLITE_OK }
    var first = 0
    var second = Self.next(text, 0, count)
    let isAlone = second == count
    while second < count {
      let end = Self.next(text, second, count)
      let code = found(text + first, end - first, CInt(first), CInt(end))
      guard code == SQLITE_OK else { return code }
      first = second
      second = end
    }
    guard isAlone || tokenization.contains(.document) else { return SQLITE_OK }
    return found(text + first, count - first, CInt(first), CInt(count))
  }

  /// The start of the next UTF-8 character.
  private static func next(_ text: UnsafePointer<CChar>, _ index: Int, _ count: Int) -> Int {
    var index = index + 1
    while index < count, UInt8(bitPattern: text[index]) & 0xC0 == 0x80 { index += 1 }
    return index
  }
}
