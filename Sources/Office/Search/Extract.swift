import Store

/// The place in a text where a word stands, with a little around it (「抜き書き」).
struct Extract: Sendable, Equatable {
  let before: String
  /// As it is written in the text, which may differ from what was typed; empty when the place cannot be shown.
  let hit: String
  let after: String

  /// Characters shown before and after the hit.
  static let margin = 40

  /// - Parameters:
  ///   - term: folded, not empty.
  ///   - typed: as it was typed. Where the text is written the same way, nothing needs folding.
  init(of text: String, around term: String, typed: String = "") {
    guard let range = Extract.written(typed, in: text) ?? Extract.place(of: term, in: text) else {
      before = ""
      hit = ""
      after = Extract.head(text[...], 2 * Extract.margin)
      return
    }
    before = Extract.tail(text[..<range.lowerBound], Extract.margin)
    hit = String(text[range])
    after = Extract.head(text[range.upperBound...], Extract.margin)
  }

  private static func head(_ text: Substring, _ count: Int) -> String {
    let cut = text.prefix(count)
    return cut.endIndex == text.endIndex ? String(cut) : "\(cut)…"
  }

  private static func tail(_ text: Substring, _ count: Int) -> String {
    let cut = text.suffix(count)
    return cut.startIndex == text.startIndex ? String(cut) : "…\(cut)"
  }

  /// Where the text is written exactly as it was typed.
  private static func written(_ typed: String, in text: String) -> Range<String.Index>? {
    guard !typed.isEmpty, let found = bytes(of: typed, in: text) else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: found.lowerBound)
    let end = text.utf8.index(start, offsetBy: found.count)
    // Not between a character and the selector of its variant.
    guard start.samePosition(in: text) != nil, end.samePosition(in: text) != nil else { return nil }
    return start..<end
  }

  /// Where the folded term stands in the text as written.
  private static func place(of term: String, in text: String) -> Range<String.Index>? {
    let folded = JapaneseText.folded(text)
    guard let found = bytes(of: term, in: folded) else { return nil }
    // Folding never makes a plain character longer, so equal lengths mean that every character kept its place.
    if folded.utf8.count == text.utf8.count {
      let start = text.utf8.index(text.startIndex, offsetBy: found.lowerBound)
      let end = text.utf8.index(text.startIndex, offsetBy: found.upperBound)
      if start.samePosition(in: text.unicodeScalars) != nil, end.samePosition(in: text.unicodeScalars) != nil,
        JapaneseText.folded(String(text[start..<end])) == term
      {
        return start..<end
      }
    }
    return walk(term, text)
  }

  /// Folds one character after the other and keeps count of where each begins.
  private static func walk(_ term: String, _ text: String) -> Range<String.Index>? {
    var folded = ""
    var starts: [(offset: Int, index: String.Index)] = []
    for index in text.indices {
      starts.append((folded.utf8.count, index))
      let piece = JapaneseText.folded(String(text[index]))
      folded += piece == " " && folded.hasSuffix(" ") ? "" : piece
    }
    starts.append((folded.utf8.count, text.endIndex))
    guard let found = bytes(of: term, in: folded), let start = starts.last(where: { $0.offset <= found.lowerBound }),
      let end = starts.first(where: { $0.offset >= found.upperBound })
    else { return nil }
    return start.index..<end.index
  }

  private static func bytes(of term: String, in text: String) -> Range<Int>? {
    var (needle, hay) = (term, text)
    return needle.withUTF8 { needle in
      hay.withUTF8 { hay in
        guard let first = needle.first, needle.count <= hay.count else { return nil }
        return (0...(hay.count - needle.count)).first { start in
          hay[start] == first && hay[start..<(start + needle.count)].elementsEqual(needle)
        }.map { $0..<($0 + needle.count) }
      }
    }
  }
}
