import Drawing
import Foundation
import PDF
import Paper
import Testing

@Suite("PDFの書き出し")
struct PDFTests {
  @Test func `書かれた文字とその位置は、控えと同じ`() throws {
    let pdf = try PDF(Invented.document(Invented.application))
    try compare(pdf.transcript, withGolden: "application.txt")
    #expect(pdf.pages == 1)
    #expect(pdf.missing.isEmpty)
  }

  @Test func `手書き用の控えと同じ`() throws {
    try compare(try PDF(Invented.document(Invented.application, isBlank: true)).transcript, withGolden: "application-blank.txt")
  }

  @Test func `書体はすべて埋め込まれ、文字に戻せる`() throws {
    let pdf = try PDF(Invented.document(Invented.application + Invented.ruled))
    let fonts = try withFile(pdf.bytes, "pdf") { try run("/usr/bin/pdffonts", [$0]) }.split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 3)
    for font in fonts {
      let words = font.split(separator: " ")
      #expect(words.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)")
    }
  }

  @Test func `PDFから文字を取り出すと、外字もしるしも元のとおり`() throws {
    let pdf = try PDF(Invented.document(Invented.application))
    let text = try withFile(pdf.bytes, "pdf") { try run("/usr/bin/pdftotext", ["-layout", $0, "-"]) }
    for word in ["架空 花子", "𠮷野町", "髙橋", "山﨑", "café", "鷗", "葛󠄀城市", "☑ 女性", "□ 男性", "○ 住まい", "◎ 家族", "福祉課", "1／1", "取扱注意"] {
      #expect(text.contains(word), "\(word)が取り出せません")
    }
  }

  @Test func `題名と言語と日時が入り、人の名前は入らない`() throws {
    let pdf = try PDF(Invented.document(Invented.application))
    let info = try withFile(pdf.bytes, "pdf") { try run("/usr/bin/pdfinfo", ["-isodates", $0]) }
    #expect(info.contains("試しの紙"))
    #expect(info.contains("2026-09-21T"))
    #expect(!info.contains("花子"))
    let raw = String(decoding: pdf.bytes, as: UTF8.self)
    #expect(raw.contains("/Lang (ja)"))
    #expect(raw.contains("/DisplayDocTitle true"))
  }

  @Test func `同じ書類からは同じバイト列ができ、並んで刷っても混ざらない`() async throws {
    let document = Invented.document(Invented.application + Invented.ruled)
    let press = Press(threads: 2)
    let first = try await press.print(document)
    let others = try await withThrowingTaskGroup(of: PDF.self) { group in
      for _ in 0..<8 { group.addTask { try await press.print(document) } }
      return try await group.reduce(into: [PDF]()) { $0.append($1) }
    }
    for other in others {
      #expect(other.bytes == first.bytes)
      #expect(other.text == first.text)
    }
  }

  @Test func `書体にない文字は〓になり、黙って消えない`() throws {
    let pdf = try PDF(Invented.document([.paragraph("外字\u{E000}と絵文字🦒と\u{E000}")]))
    #expect(pdf.missing == ["\u{E000}", "🦒"])
    #expect(pdf.text.contains { $0.text == "外字〓と絵文字〓と〓" })
    #expect(pdf.substituted.isEmpty)
  }

  @Test func `書体にない異体字は、ふつうの字形で刷って知らせる`() throws {
    let pdf = try PDF(Invented.document([.paragraph("葛󠄀と一\u{E01EF}")]))
    #expect(pdf.substituted == ["一\u{E01EF}"])
    #expect(pdf.missing.isEmpty)
  }

  @Test func `見えない制御文字と、読む向きを変える文字は刷らない`() throws {
    let pdf = try PDF(Invented.document([.paragraph("あ\u{202E}い\u{00}う\r\nえ\u{2028}お")]))
    #expect(pdf.text.map(\.text).filter { "あえお".contains($0.prefix(1)) } == ["あいう", "え", "お"])
  }

  @Test func `空の書類も1ページになる`() throws {
    let pdf = try PDF(Document(title: "空", made: Invented.made, sections: [Section("空", [])]))
    #expect(pdf.pages == 1)
    #expect(try PDF(Document(title: "空", made: Invented.made, sections: [])).pages == 1)
    #expect(try PDF(Invented.document([.table(Table(widths: [], rows: [[]])), .columns([]), .items([]), .checks([])])).pages == 1)
  }

  @Test func `横向きの部とページ番号の改め`() throws {
    var one = Section("一", [.paragraph("一"), .pageBreak, .paragraph("一の二")])
    var two = Section("二", [.paragraph("二")], isLandscape: true, restartsNumbering: true)
    var document = Document(title: "束", made: Invented.made, sections: [one, two])
    #expect(try PDF(document).text.map(\.text) == ["一", "1／2", "一の二", "2／2", "二", "1／1"])
    two.restartsNumbering = false
    one.headLeft = "欄外"
    document.sections = [one, two]
    let pdf = try PDF(document)
    #expect(pdf.text.filter { $0.text.contains("／") }.map(\.text) == ["1／3", "2／3", "3／3"])
    #expect(pdf.text.first { $0.text == "3／3" }.map { $0.x > 140 && $0.y > 195 && $0.y < 210 } == true)
    let outline = String(decoding: pdf.bytes, as: UTF8.self)
    #expect(outline.contains("/Outlines"))
  }
}
