import HTML
import Testing

@Suite("でたらめな文字列を差し込む")
struct HTMLFuzzTests {
  private static let pieces = [
    "&", "<", ">", "\"", "'", "`", "=", "/", "\\", ":", "#", "?", " ", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{B}", "\u{7F}", "-->", "]]>",
    "</p>", "</script>", "<!--", "&quot;", "&#34;", "&lt", "javascript", "java", "script", "data", "http", "tel", "onerror", "山", "髙", "ガ",
    "\u{3099}", "\u{200B}", "\u{FEFF}", "\u{E0100}", "👨‍👩‍👧", "\u{FF1C}", "a", "0",
  ]

  private static let samples: [String] = {
    var random = Randomness(seed: 20_261_121)
    return (0..<4_000).map { _ in random.text(from: pieces, upTo: 12) }
  }()

  /// What a browser reads where the escaped text stands. Works on bytes: a combining mark must not hide what stands before it.
  private func unescaped(_ text: String) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    let bytes = references.reduce(Array(text.utf8)) { $0.replacing(Array($1.0.utf8), with: Array($1.1.utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { ($0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)) || $0.value == 0x7F ? "\u{FFFD}" : $0 }
  }

  /// The part between a known start and the first end mark after it, as a browser cuts it; nil if it does not end where it should.
  private func cut(_ piece: HTML, from start: String, to end: String, mark: UInt8) -> String? {
    let bytes = piece.bytes.dropFirst(start.utf8.count)
    guard let stop = bytes.firstIndex(of: mark), Array(bytes[stop...]) == Array(end.utf8) else { return nil }
    return String(decoding: bytes[..<stop], as: UTF8.self)
  }

  @Test("本文からも属性からも抜け出さず、元の文字に戻る")
  func staysInside() throws {
    for sample in Self.samples {
      let text = try #require(cut("<p>\(sample)</p>", from: "<p>", to: "</p>", mark: UInt8(ascii: "<")))
      let double = try #require(cut("<p title=\"\(sample)\">", from: "<p title=\"", to: "\">", mark: UInt8(ascii: "\"")))
      let single = try #require(cut("<p title='\(sample)'>", from: "<p title='", to: "'>", mark: UInt8(ascii: "'")))
      let named = try #require(cut("<p\(attribute: "title", sample)>", from: "<p title=\"", to: "\">", mark: UInt8(ascii: "\"")))
      for result in [text, double, single, named] {
        #expect(!result.utf8.contains { "<>\"'".utf8.contains($0) })
        #expect(Array(unescaped(result).unicodeScalars) == visible(sample))
      }
    }
  }

  @Test("改行つきの差し込みも、br のほかに要素を作らない")
  func linesMakeOnlyBreaks() {
    for sample in Self.samples {
      let piece: HTML = "\(lines: sample)"
      let rest = piece.bytes.replacing(Array("<br>".utf8), with: [])
      #expect(!rest.contains { "<>\"'\r\n".utf8.contains($0) })
    }
  }

  @Test("行き先は、ブラウザの読み方でも許したスキームだけになる")
  func addressesStaySafe() throws {
    for sample in Self.samples {
      let piece: HTML = "<a href=\"\(href: sample)\">"
      let value = unescaped(try #require(cut(piece, from: "<a href=\"", to: "\">", mark: UInt8(ascii: "\""))))
      let read = value.unicodeScalars.filter { !"\t\n\r".unicodeScalars.contains($0) }.drop { $0.value <= 0x20 }
      let address = String(String.UnicodeScalarView(read))
      if let match = address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) {
        #expect(["http:", "https:", "mailto:", "tel:"].contains(address[match.range].lowercased()), "\(sample.debugDescription)")
      }
      #expect(address.prefixMatch(of: /[\/\\][\/\\]/) == nil)
    }
  }
}
