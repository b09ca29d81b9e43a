import Testing

@testable import Casework

@Suite struct `マイナンバーの見張り` {
  /// An invented number: eleven digits with the check digit computed here, apart from the code under test.
  private func invented(_ eleven: String) -> String {
    let digits = eleven.compactMap(\.wholeNumberValue)
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let remainder = zip(digits, weights).map(*).reduce(0, +) % 11
    return eleven + String(remainder <= 1 ? 0 : 11 - remainder)
  }

  @Test func `検査数字の合う12けたを見つける`() throws {
    for eleven in ["12345678901", "00000000001", "98765432109", "11111111111"] {
      let number = invented(eleven)
      let text = "番号は\(number)とのこと。"
      let finding = try #require(MyNumberGuard.findings(in: text).first)
      #expect(text[finding.range] == number && finding.offset == 3 && finding.length == 12)
    }
  }

  @Test func `検査数字の合わない12けたは見過ごす`() {
    let number = invented("12345678901")
    let last = number.last?.wholeNumberValue ?? 0
    for other in 0...9 where other != last {
      #expect(MyNumberGuard.findings(in: number.dropLast() + String(other)).isEmpty)
    }
  }

  @Test func `全角・空白・ハイフンで区切っても見つける`() {
    let number = invented("12345678901")
    let groups = [number.prefix(4), number.dropFirst(4).prefix(4), number.suffix(4)].map(String.init)
    let wide = String(String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    for text in [
      groups.joined(separator: " "), groups.joined(separator: "-"), groups.joined(separator: "　"), groups.joined(separator: "－"), wide,
    ] {
      #expect(MyNumberGuard.findings(in: "（\(text)）").count == 1, "\(text)")
    }
  }

  @Test func `電話番号と日時は見つけない`() {
    for text in ["000-0000-0001", "00000000001", "2026-11-21 09:30", "2026-11-21 0930", "1234 5678 9012 3456", "1234567890123", ""] {
      #expect(MyNumberGuard.findings(in: text).isEmpty, "\(text)")
    }
  }

  @Test func `二つあれば二つ見つけ、知らせは直し方を言う`() {
    let number = invented("12345678901")
    #expect(MyNumberGuard.findings(in: "\(number)、\(invented("98765432109"))").count == 2)
    expectHelpful(MyNumberGuard.warning)
  }
}
