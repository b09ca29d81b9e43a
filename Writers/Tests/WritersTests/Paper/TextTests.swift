import PDF
import Paper
import Testing

@Suite("紙の文字")
struct TextTests {
  @Test func `ふりがなの書き方を読み、組にならない印はそのまま残す`() {
    let text = Text(ruby: "｜相談《そうだん》の｜計画《けいかく》です")
    #expect(text.runs.map(\.text) == ["相談", "の", "計画", "です"])
    #expect(text.runs.map(\.ruby) == ["そうだん", nil, "けいかく", nil])
    for plain in ["｜だけ", "《だけ》", "｜《》", "a｜b《c"] { #expect(Text(ruby: plain) == Text(plain), "\(plain)") }
    #expect(Text(ruby: "｜｜漢《かん》").string == "｜漢")
  }

  @Test func `ふりがなは字の真上に置かれ、長ければ字を広げる`() throws {
    let pdf = try PDF(Invented.document([.paragraph(Text(ruby: "｜志《こころざし》を｜同《おな》じくする｜計画《けいかく》"))], style: .large))
    let base = try #require(pdf.text.first { $0.text.hasPrefix("志を") })
    let ruby = ["こころざし", "おな", "けいかく"].compactMap { word in pdf.text.first { $0.text == word } }
    #expect(ruby.count == 3)
    #expect(ruby.allSatisfy { $0.page == base.page && $0.y < base.y - 4 && $0.y > base.y - 7 })
    // Five small characters are as wide as 2.5 large ones of 5.6 mm: the ruby begins where the line begins.
    #expect(abs(ruby[0].x - base.x) < 0.5)
    #expect(ruby[1].x > ruby[0].x + 14)
  }

  @Test func `日付は途中で折れず、狭ければ小さくなる`() throws {
    let pdf = try PDF(
      Invented.document([.table(Table(widths: [3, 15], rows: [[.day("令和8年10月11日", year: 2026, month: 10, day: 11), .value("中")]]))]))
    #expect(pdf.text.contains { $0.text == "令和8年10月11日" })
  }

  @Test func `手書き用には、書いた値もしるしも名前も出ず、選択肢は残る`() throws {
    let pdf = try PDF(Invented.document(Invented.application, isBlank: true))
    let text = pdf.transcript
    for word in ["花子", "000-0000", "85,000", "𠮷野町", "昭和55", "☑", "◎", "○", "福祉課"] { #expect(!text.contains(word), "\(word)が出ています") }
    for word in ["氏名", "□男性", "□女性", "□住まい", "□家族", "本人氏名", "図の説明", "年　　月　　日"] { #expect(text.contains(word), "\(word)がありません") }
  }

  @Test func `大きな文字の写しは16ポイントで刷られる`() throws {
    let text = Text(String(repeating: "あ", count: 100))
    let (form, large) = (try PDF(Invented.document([.paragraph(text)])), try PDF(Invented.document([.paragraph(text)], style: .large)))
    let lines = { (pdf: PDF) in pdf.text.filter { $0.text.hasPrefix("ああ") } }
    #expect(lines(form).count == 2)
    // 175 mm hold 31 characters of 16 points.
    #expect(lines(large).count == 4)
    #expect(lines(large)[0].text.count == 31)
  }
}
