import Drawing
import HTML
import PDF
import Testing

@Suite("図の書き出し")
struct DrawingTests {
  @Test func `SVGは題とあらましを持ち、字は安全に書かれる`() {
    var drawing = Invented.drawing
    drawing.title = "<題> & \"図\""
    drawing.shapes.append(.text(Point(1, 2), "</text><script>"))
    let svg = drawing.svg(id: "map").string
    #expect(svg.contains("<title id=\"map-title\">&lt;題&gt; &amp; &quot;図&quot;</title>"))
    #expect(svg.contains("aria-labelledby=\"map-title map-summary\""))
    #expect(svg.contains("&lt;/text&gt;&lt;script&gt;"))
    #expect(!svg.contains("<script>"))
    #expect(!svg.contains("style="))
  }

  @Test func `形は位置と線のとおりに書かれる`() {
    let drawing = Drawing(
      size: Size(width: 100, height: 50.5), title: "図",
      shapes: [
        .line(Point(0, 0), Point(10, 0), stroke: .dashed, arrows: .both),
        .rect(Point(1, 2), Size(width: 3, height: 4), corner: 1, fill: .grey(0.5)),
        .circle(Point(5, 5), radius: 1.255), .polyline([Point(0, 0), Point(1, 1), Point(2, 0)], isClosed: true, stroke: nil, fill: .black),
        .group(label: "機関", link: "javascript:alert(1)", [.text(Point(-0.5, 1e-9), "字", align: .end, isBold: true)]),
      ])
    let svg = drawing.svg(id: "a").string
    #expect(svg.contains("viewBox=\"0 0 100 50.5\""))
    #expect(
      svg.contains(
        "<line x1=\"0\" y1=\"0\" x2=\"10\" y2=\"0\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.25\" stroke-dasharray=\"1.6 1.2\"/>"))
    #expect(svg.contains("M10,0L"))
    #expect(svg.contains("rx=\"1\" fill=\"#7f7f7f\""))
    #expect(svg.contains("M0,0L1,1L2,0Z\" fill=\"#000000\"/>"))
    #expect(svg.contains("<a href=\"#\" aria-label=\"機関\"><text x=\"-0.5\" y=\"0\""))
    #expect(svg.contains("text-anchor=\"end\" font-weight=\"bold\">字</text>"))
  }

  @Test func `同じ図がPDFにも同じ位置で載る`() throws {
    let pdf = try PDF(Invented.document([.drawing(Invented.drawing)]))
    let (person, agency) = (try #require(pdf.text.first { $0.text == "本人" }), try #require(pdf.text.first { $0.text == "福祉課" }))
    // The centres of the words are 41 mm apart, their left ends so much less half a character.
    #expect(abs(agency.x - person.x - (41 - 1.6)) < 0.3)
    #expect(person.y == agency.y)
  }

  @Test func `大きすぎる図は、紙に収まるまで小さくなる`() throws {
    let drawing = Drawing(
      size: Size(width: 400, height: 900), title: "大きな図", shapes: [.text(Point(0, 890), "下"), .text(Point(399, 5), "右", align: .end)])
    let pdf = try PDF(Invented.document([.drawing(drawing, caption: "説明")]))
    #expect(pdf.pages == 1)
    for text in pdf.text { #expect(text.x > 15 && text.x < 200 && text.y < 290, "\(text)") }
  }

  @Test(arguments: [
    "架空 花子", "ｶｸｳ ﾀﾛｳ", "R8-0001", "WWW", "MMM", "mwmw", "@%&", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789",
    "（82歳）", "𠮷田", "é―…",
  ])
  func `文字の幅の見込みは、刷った幅より狭くない`(words: String) throws {
    let drawing = Drawing(size: Size(width: 175, height: 20), title: "幅", shapes: [.text(Point(170, 10), words, size: 5, align: .end)])
    let text = try #require(try PDF(Invented.document([.drawing(drawing)])).text.first { $0.text == words })
    #expect(Drawing.width(of: words, size: 5) >= 190 - text.x - 0.1)
  }

  @Test func `ぎざぎざの線は端から端まで届き、端ではまっすぐになる`() {
    let points = Drawing.zigzag(from: Point(0, 0), to: Point(20, 0))
    #expect(points.first == Point(0, 0) && points.last == Point(20, 0))
    #expect(points[1].y == 0 && points[points.count - 2].y == 0)
    #expect(points.contains { $0.y == 1 } && points.contains { $0.y == -1 })
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(Drawing.zigzag(from: Point(0, 0), to: Point(1, 0)).count == 2)
  }
}
