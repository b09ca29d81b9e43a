import Foundation
import PDF
import Paper
import Testing

@Suite("ページの流れ")
struct FlowTests {
  private func body(_ pdf: PDF) -> [PlacedText] {
    pdf.text.filter { $0.y > 18 && $0.y < 280 }
  }

  @Test func `19行8列のますと長い文章は、すべて順に刷られる`() throws {
    let pdf = try PDF(Invented.document(Invented.ruled))
    let words = pdf.text.map(\.text)
    for row in 1...19 { for column in 1...8 { #expect(words.filter { $0 == "\(row)の\(column)" }.count == 1) } }
    let text = body(pdf).map(\.text).joined()
    #expect(text.contains(String(repeating: Invented.story, count: 6)))
  }

  @Test func `一覧は見出しの行を各ページにくり返し、行を途中で切らない`() throws {
    let rows: [[Cell]] = (1...90).map { ["番号\($0)", .value(Text("行\($0)の上\n行\($0)の下"))] }
    let pdf = try PDF(Invented.document([.table(Table(columns: [.init("番号"), .init("中身", width: 3)], rows: rows))]))
    #expect(pdf.pages > 1)
    #expect(pdf.text.filter { $0.text == "番号" }.map(\.page) == Array(1...pdf.pages))
    for row in 1...90 {
      let pages = Set(pdf.text.filter { $0.text == "番号\(row)" || $0.text.hasPrefix("行\(row)の") }.map(\.page))
      #expect(pages.count == 1, "行\(row)が\(pages)に分かれました")
    }
    #expect(!pdf.text.contains { $0.text.contains("続き") })
  }

  @Test func `3,000字のますはページをまたいで流れ、字は一つも失われず、見出しに（続き）が付く`() throws {
    let long = (1...300).map { "第\(String(format: "%03d", $0))文です。あい" }.joined()
    #expect(long.count == 3000)
    let table = Table(
      widths: [1, 5], rows: [[.label("前"), .value("短い")], [.label("経緯"), .long(Text(long))], [.label("後"), .value("短い")]])
    let pdf = try PDF(Invented.document([.title("長い紙"), .table(table)], style: Style(size: 14)))
    #expect(pdf.pages >= 3)
    #expect(body(pdf).filter { $0.x > 45 }.map(\.text).joined().contains(long))
    #expect(pdf.text.filter { $0.text == "（続き）" }.map(\.page) == Array(2...pdf.pages))
    #expect(pdf.text.filter { $0.text == "経緯" }.map(\.page) == Array(1...pdf.pages))
    #expect(pdf.text.allSatisfy { $0.y < 290 })
  }

  @Test func `収まらない行は丸ごと次のページへ送られ、流してよい行はその場から始まる`() throws {
    let filler = Block.gap(215)
    let lines = Text((1...12).map { "\($0)行目" }.joined(separator: "\n"))
    let whole = try PDF(
      Invented.document([.paragraph("前"), filler, .table(Table(widths: [1, 4], rows: [[.label("箱"), .value(lines)]]))]))
    #expect(Set(whole.text.filter { $0.text.hasSuffix("行目") }.map(\.page)) == [2])
    let flowing = try PDF(
      Invented.document([.paragraph("前"), filler, .table(Table(widths: [1, 4], rows: [[.label("箱"), .long(lines)]]))]))
    #expect(Set(flowing.text.filter { $0.text.hasSuffix("行目") }.map(\.page)) == [1, 2])
  }

  @Test func `縦につながる行は一緒に送られ、ページより高ければ見出しをくり返して分かれる`() throws {
    let rows: [Row] = (1...4).map { row in
      row == 1 ? [.label("まとまり", rows: 4), Cell.value("その1").tall(12)] : [Cell.value("その\(row)").tall(12)]
    }
    let pdf = try PDF(Invented.document([.paragraph("前"), .gap(215), .table(Table(widths: [1, 4], rows: rows))]))
    #expect(Set(pdf.text.filter { $0.text.hasPrefix("その") }.map(\.page)) == [2])
    let many: [Row] = (1...60).map { row in
      row == 1 ? [.label("まとまり", rows: 60), Cell.value("その1").tall(12)] : [Cell.value("その\(row)").tall(12)]
    }
    let long = try PDF(Invented.document([.table(Table(widths: [1, 4], rows: many))]))
    #expect(long.text.filter { $0.text.hasPrefix("その") }.count == 60)
    #expect(long.text.filter { $0.text == "まとまり" }.map(\.page) == Array(1...long.pages))
    #expect(long.text.filter { $0.text == "（続き）" }.map(\.page) == Array(2...long.pages))
  }

  @Test func `見出しだけがページの終わりに残らない`() throws {
    let pdf = try PDF(
      Invented.document([
        .paragraph("前"), .gap(238), .heading("見出し"), .table(Table(widths: [1], rows: [[Cell.value("箱").tall(20)]])),
      ]))
    #expect(pdf.text.first { $0.text == "見出し" }?.page == 2)
    #expect(pdf.text.first { $0.text == "箱" }?.page == 2)
  }

  @Test func `横に並べた部分は同じ高さから始まり、ページより高ければ縦に並ぶ`() throws {
    let tall = Block.paragraph(Text((1...80).map { "行\($0)" }.joined(separator: "\n")))
    let side = try PDF(Invented.document([.columns([.init([.paragraph("左")]), .init([.paragraph("右")])])]))
    let (left, right) = (side.text.first { $0.text == "左" }, side.text.first { $0.text == "右" })
    #expect(left?.y == right?.y && (left?.x ?? 0) + 80 < (right?.x ?? 0))
    let stacked = try PDF(Invented.document([.columns([.init([tall]), .init([.paragraph("右")])])]))
    #expect(stacked.text.filter { $0.text.hasPrefix("行") }.count == 80)
    #expect(stacked.text.contains { $0.text == "右" && $0.page == 2 })
  }

  @Test func `半ページを超える見出しの行はくり返さず、紙より高い見出しでも終わる`() throws {
    let head: [Row] = [[.label(Text((1...120).map { "頭\($0)" }.joined(separator: "\n"))), .label("二")]]
    let pdf = try PDF(Invented.document([.table(Table(widths: [1, 1], head: head, rows: [["一", "二の二"]]))]))
    for line in 1...120 { #expect(pdf.text.contains { $0.text == "頭\(line)" }) }
    #expect(pdf.text.contains { $0.text == "二の二" })
  }

  @Test func `でたらめな表でも、字は失われず、紙からはみ出さない`() throws {
    var random = Randomness(seed: 5)
    for round in 1...25 {
      let columns = Int.random(in: 1...5, using: &random)
      var words: [String] = []
      let rows = (0..<Int.random(in: 1...30, using: &random)).map { row in
        Row(
          (0..<Int.random(in: 1...columns, using: &random)).map { column in
            let word = "＜\(round)の\(row)の\(column)＞"
            words.append(word)
            let filling = random.text(from: ["あ", "い。", "\n", "漢字"], upTo: Int.random(in: 1...20, using: &random) == 1 ? 1500 : 20)
            return Cell(
              .value, .text(Text(word + filling)), span: Int.random(in: 0...2, using: &random), rows: Int.random(in: 1...3, using: &random),
              height: Double.random(in: 0...30, using: &random), flows: Bool.random(using: &random))
          })
      }
      let pdf = try PDF(Invented.document([.table(Table(widths: Array(repeating: 1, count: columns), rows: rows))]))
      // Narrow cells break the words, so the characters are counted.
      let shown = pdf.text.map(\.text).joined().filter { $0 == "＞" }.count
      #expect(shown == words.count, "\(round)回目：\(words.count)個のうち\(shown)個")
      for text in pdf.text { #expect(text.x >= 19.9 && text.x < 196 && text.y > 10 && text.y < 290, "\(round)回目：\(text)") }
    }
  }
}
