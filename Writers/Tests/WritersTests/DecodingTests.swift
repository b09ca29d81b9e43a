import CSV
import Testing

@Suite("文字の読み取り")
struct DecodingTests {
  private let sample = "全国地方公共団体コード,名称\r\n122033,山田　太郎（架空）\r\n"

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test("文字コードを見分け、目印のバイトは本文に残さない")
  func detection() {
    let cases: [([UInt8], TextEncoding)] = [
      (Array(sample.utf8), .utf8),
      ([0xEF, 0xBB, 0xBF] + Array(sample.utf8), .utf8WithBOM),
      (encodeCP932(sample).bytes, .cp932),
      ([0xFF, 0xFE] + utf16(sample, bigEndian: false), .utf16LE),
      (utf16(sample, bigEndian: false), .utf16LE),
      ([0xFE, 0xFF] + utf16(sample, bigEndian: true), .utf16BE),
      (utf16(sample, bigEndian: true), .utf16BE),
    ]
    for (bytes, encoding) in cases {
      let decoded = decodeText(bytes)
      #expect(decoded.encoding == encoding)
      #expect(decoded.text == sample)
      #expect(decoded.faults.isEmpty)
    }
  }

  @Test("英数字だけの UTF-16 も、目印なしで見分ける")
  func asciiInUTF16() {
    #expect(decodeText(utf16("a,b\n1,2\n", bigEndian: false)).encoding == .utf16LE)
    #expect(decodeText(utf16("a,b\n1,2\n", bigEndian: true)).text == "a,b\n1,2\n")
  }

  @Test("空のファイルは空の本文になる", arguments: [nil] + TextEncoding.allCases.map(Optional.some))
  func empty(_ encoding: TextEncoding?) {
    let decoded = decodeText([], as: encoding)
    #expect(decoded.text.isEmpty && decoded.faults.isEmpty && decoded.encoding == encoding ?? .utf8)
  }

  @Test("実際の公開データの文字コードを見分ける")
  func realFiles() throws {
    let expected: [(String, TextEncoding)] = [
      ("122033_public_facility", .cp932), ("222127_preschool", .utf8), ("352039_hospital", .cp932), ("352071_event", .utf8),
      ("382019_evacuation_space", .utf8WithBOM),
    ]
    for (name, encoding) in expected {
      let bytes = try fixture(name)
      let decoded = decodeText(bytes)
      #expect(decoded.encoding == encoding)
      #expect(decoded.faults.isEmpty)
      if encoding == .cp932 { #expect(encodeCP932(decoded.text).bytes == bytes) }
    }
  }

  @Test("CP932 の壊れた箇所を、行と桁とバイトで知らせる")
  func brokenCP932() {
    let bytes: [UInt8] = Array("ab\r\n".utf8) + [0x82, 0xA0, 0x82, 0xA2, 0x85, 0x40, 0x2C, 0xA0, 0xEF, 0xFC, 0x0A, 0x81, 0x2C, 0x81]
    let decoded = decodeText(bytes, as: .cp932)
    #expect(decoded.text == "ab\r\nあい〓@,〓〓\n〓,〓")
    #expect(
      decoded.faults == [
        TextFault(line: 2, column: 3, offset: 8, bytes: [0x85]), TextFault(line: 2, column: 6, offset: 11, bytes: [0xA0]),
        TextFault(line: 2, column: 7, offset: 12, bytes: [0xEF, 0xFC]), TextFault(line: 3, column: 1, offset: 15, bytes: [0x81]),
        TextFault(line: 3, column: 3, offset: 17, bytes: [0x81]),
      ])
  }

  @Test("UTF-8 の壊れた箇所を、行と桁とバイトで知らせる")
  func brokenUTF8() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("あ\rか\u{3099}".utf8) + [0xE3, 0x81] + Array("い\n".utf8) + [0xFF]
    let decoded = decodeText(bytes)
    #expect(decoded.text == "あ\rか\u{3099}〓い\n〓")
    #expect(
      decoded.faults == [
        TextFault(line: 2, column: 2, offset: 13, bytes: [0xE3, 0x81]), TextFault(line: 3, column: 1, offset: 19, bytes: [0xFF]),
      ])
  }

  @Test("一部だけ壊れた UTF-8 を CP932 と取り違えない")
  func mostlyUTF8() {
    let decoded = decodeText(Array(sample.utf8) + [0xFF] + Array(sample.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.faults.count == 1)
  }

  @Test("UTF-16 の片割れと端数のバイトを知らせ、組になった文字は読む")
  func brokenUTF16() {
    let bytes = utf16("𠮷\n", bigEndian: false) + [0x00, 0xD8] + utf16("a", bigEndian: false) + [0x00, 0xDC, 0x41]
    let decoded = decodeText(bytes, as: .utf16LE)
    #expect(decoded.text == "𠮷\n〓a〓〓")
    #expect(decoded.faults.map(\.offset) == [6, 10, 12])
    #expect(decoded.faults.map(\.column) == [1, 3, 4])
    #expect(decoded.faults.map(\.bytes) == [[0x00, 0xD8], [0x00, 0xDC], [0x41]])
  }

  @Test("文字でないファイルでも、知らせる数に上限がある")
  func faultLimit() {
    let decoded = decodeText([UInt8](repeating: 0xFF, count: 3_000))
    #expect(decoded.faults.count == DecodedText.faultLimit)
    #expect(decoded.text == String(repeating: "〓", count: 3_000))
  }
}
