import CSV
import Testing

@Suite("CSVの書き出し")
struct CSVWriterTests {
  private func written(_ rows: [[String]], _ encoding: TextEncoding, forHumans: Bool = false) -> [UInt8] {
    var writer = CSVWriter(encoding: encoding, forHumans: forHumans)
    for row in rows { writer.row(row) }
    return writer.bytes
  }

  @Test("CRLF で区切り、必要なセルだけを引用符で囲む")
  func quoting() {
    let bytes = written([["名称", "備考"], ["あ,い", "\"う\""], ["え\nお", "か\r\n"], [""], ["", ""]], .utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == "名称,備考\r\n\"あ,い\",\"\"\"う\"\"\"\r\n\"え\nお\",\"か\r\n\"\r\n\"\"\r\n,\r\n")
  }

  @Test("機械用の UTF-8 に目印はなく、人用にはある")
  func mark() {
    #expect(written([["a"]], .utf8) == Array("a\r\n".utf8))
    #expect(written([["a"]], .utf8, forHumans: true) == [0xEF, 0xBB, 0xBF] + Array("a\r\n".utf8))
    #expect(written([["あ"]], .cp932, forHumans: true) == [0x82, 0xA0, 0x0D, 0x0A])
    #expect(written([["a"]], .utf16LE) == [0xFF, 0xFE, 0x61, 0, 0x0D, 0, 0x0A, 0])
    #expect(written([["a"]], .utf16BE) == [0xFE, 0xFF, 0, 0x61, 0, 0x0D, 0, 0x0A])
  }

  @Test("CP932 で書けない文字を知らせる")
  func lost() {
    var writer = CSVWriter(encoding: .cp932, forHumans: true)
    writer.row(["氏名"])
    writer.row(["𠮷田（架空）"])
    writer.row(["𠮷野（架空）", "鷗"])
    #expect(writer.lost == ["𠮷", "鷗"])
    #expect(decodeText(writer.bytes).text == "氏名\r\n〓田（架空）\r\n〓野（架空）,〓\r\n")
  }

  @Test(
    "式になるセルには、人用のときだけ先頭に ' を付ける",
    arguments: [
      "=1+1", "+SUM(A1)", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋A", "－A", "＠A", "\u{200B}=1", "\u{FEFF}=1",
      "\u{A0}=1", "\u{2060}\u{200D}@x", " =1", "　＝1", "\u{0}=1", "--", "+", "=", "-5a", "=\u{301}1", "-５",
    ])
  func neutralising(_ cell: String) {
    let human = parseCSV(decodeText(written([["列"], [cell]], .utf8, forHumans: true)).text).table
    #expect(human.rows.map(\.cells) == [["'" + cell]])
    let machine = parseCSV(decodeText(written([["列"], [cell]], .utf8)).text).table
    #expect(machine.rows.map(\.cells) == [[cell]])
  }

  @Test(
    "「-」・数・電話番号とふつうの文字は、人用でもそのまま往復する",
    arguments: [
      "-", "－", "-5", "+81-00-0000", "-1,234.5", "+1 (000) 000-0001", "000-0000-0001", "(047)000-0000", "", "山田 太郎（架空）", " 前の空白", "ー",
      "a=b",
      "'=1", "\u{A0}x", "5-3", "―",
    ])
  func untouched(_ cell: String) {
    for encoding in [TextEncoding.utf8, .utf8WithBOM, .utf16LE, .utf16BE] {
      let table = parseCSV(decodeText(written([["列"], [cell]], encoding, forHumans: true)).text).table
      #expect(table.rows.map { $0.cells.map { Array($0.unicodeScalars) } } == [[Array(cell.unicodeScalars)]])
    }
  }

  @Test("でたらめなセルも、機械用の書き出しから読み戻すと同じになる", arguments: TextEncoding.allCases)
  func roundTrip(_ encoding: TextEncoding) {
    var random = Randomness(seed: 7)
    let pieces = ["\"", ",", "\r\n", "\n", "\r", "\t", " ", "'", "=", "あ", "髙", "ﾊﾞ", "～", "a", "1", "-"]
    let header = ["一", "二", "三"]
    let rows = (0..<300).map { _ in (0..<3).map { _ in random.text(from: pieces, upTo: 6) } }
    let (table, faults) = parseCSV(decodeText(written([header] + rows, encoding)).text)
    #expect(table.header == header)
    #expect(table.rows.map { $0.cells.map { Array($0.unicodeScalars) } } == rows.map { $0.map { Array($0.unicodeScalars) } })
    #expect(faults.allSatisfy { $0.kind == .blank })
  }
}
