import HTML
import Testing

@Suite("画面の断片")
struct HTMLTests {
  private let danger = "<b title=\"x\" id='y'>&amp;</b>"
  private let escaped = "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;"

  @Test("差し込んだ文字は、型によらず記号が置き換わる")
  func textIsEscaped() {
    let optional: String? = danger
    let piece: HTML = "<p>\(danger)|\(danger[...])|\(optional)</p>"
    #expect(piece.string == "<p>\(escaped)|\(escaped)|\(escaped)</p>")
  }

  @Test("差し込みの中に書いた文字リテラルも文字として扱う", arguments: [true])
  func literalInsideIsText(_ isOn: Bool) {
    let none: String? = nil
    let piece: HTML = "\("<b>")|\(isOn ? "<i>" : "")|\(isOn ? "<u>" : nil)|\("<" + danger)|\(none ?? "<s>")"
    #expect(piece.string == "&lt;b&gt;|&lt;i&gt;|&lt;u&gt;|&lt;\(escaped)|&lt;s&gt;")
  }

  @Test("断片は二重に置き換わらない")
  func piecesAreNotEscapedAgain() {
    let inner: HTML = "<b>\("&")</b>"
    let none: HTML? = nil
    let piece: HTML = "\(inner)|\(Optional(inner))|\(none)|\([inner, inner])|\(raw: "<hr>")|\(raw: "…")"
    let one = "<b>&amp;</b>"
    #expect(piece.string == "\(one)|\(one)||\(one)\(one)|<hr>|…")
  }

  @Test("値のない文字と属性は何も書かない")
  func nothingForNil() {
    let none: String? = nil
    let piece: HTML = "<input\(attribute: "value", none)\(flag: "checked", false)>\(none)"
    #expect(piece.string == "<input>")
  }

  @Test("属性は値を引用符で囲み、有無だけの属性は名前を書く")
  func attributes() {
    let piece: HTML = "<input\(attribute: "value", danger)\(attribute: "title", "")\(flag: "checked", true)>"
    #expect(piece.string == "<input value=\"\(escaped)\" title=\"\" checked>")
  }

  @Test("数は桁区切りなしで書く", arguments: [0, 9, 10, -1, 1_234_567, Int.min, Int.max])
  func numbers(_ number: Int) {
    let piece: HTML = "\(number)"
    #expect(piece.string == String(number))
  }

  @Test("改行は CRLF・LF・CR とも1つの br になる")
  func lineBreaks() {
    let piece: HTML = "\(lines: "一行目\r\n<二行目>\n\r三\n")"
    #expect(piece.string == "一行目<br>&lt;二行目&gt;<br><br>三<br>")
  }

  @Test("HTML に置けない制御文字は U+FFFD になり、タブと改行は残る")
  func controlCharacters() {
    let all = String(String.UnicodeScalarView((0...0x1F).compactMap(Unicode.Scalar.init) + ["\u{7F}"]))
    let piece: HTML = "\(all)"
    let mark = { (count: Int) in String(repeating: "\u{FFFD}", count: count) }
    #expect(Array(piece.string.unicodeScalars) == Array("\(mark(9))\t\n\(mark(2))\r\(mark(19))".unicodeScalars))
  }

  @Test("つなぐ・繰り返す・条件で置く")
  func composing() {
    var piece: HTML = "<ul>"
    piece += HTML.each(["あ", "<"]) { "<li>\($0)</li>" }
    piece.append("</ul>")
    let joined = [HTML("1"), HTML(), "3"].joined(separator: ", ")
    #expect(piece.string == "<ul><li>あ</li><li>&lt;</li></ul>")
    #expect((joined + "." + .empty).string == "1, , 3.")
    #expect([HTML]().joined(separator: ",").bytes.isEmpty)
    var made = 0
    func make() -> HTML {
      made += 1
      return "x"
    }
    #expect((HTML.when(true, make()) + HTML.when(false, make())).string == "x")
    #expect(made == 1)
  }
}
