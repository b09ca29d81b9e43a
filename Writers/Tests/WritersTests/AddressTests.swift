import HTML
import Testing

@Suite("リンクの行き先")
struct AddressTests {
  @Test(
    "サイト内のパスと http・https・mailto・tel はそのまま使える",
    arguments: [
      "/cases/12", "cases?name=山田:太郎", "#top", "", "?a=b", "./a:b", "https://example.jp/a", "HTTP://example.jp", "mailto:a@example.jp",
      "tel:000-0000-0001",
    ])
  func allowed(_ address: String) {
    let piece: HTML = "\(href: address)"
    #expect(piece.string == address)
  }

  @Test(
    "ほかのスキームや、別のサイトに向かうパスは # になる",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)",
      "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.jp/", "/\\example.jp", "\\\\example.jp",
      "/\t/example.jp", ":x", "blob:x", "\u{FEFF}javascript:x", "/a\r\nb",
    ])
  func refused(_ address: String) {
    let piece: HTML = "\(href: address)"
    #expect(piece.string == "#")
  }

  @Test("使える行き先も属性の中で安全な形に置き換わる")
  func escaped() {
    let piece: HTML = "<a href=\"\(href: "/a?b=1&c=\"><script>")\">"
    #expect(piece.string == "<a href=\"/a?b=1&amp;c=&quot;&gt;&lt;script&gt;\">")
  }
}
