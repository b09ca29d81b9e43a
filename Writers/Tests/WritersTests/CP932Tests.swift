import CSV
import Testing

@Suite("CP932")
struct CP932Tests {
  @Test("2バイトの文字は9,604あり、書ける文字はすべて読み戻すと同じ文字になる")
  func roundTrip() throws {
    var twoByte = 0
    for lead in UInt8(0x81)...0xFC where !(0xA0...0xDF).contains(lead) {
      for trail in UInt8(0x40)...0xFC where trail != 0x7F {
        let decoded = decodeText([lead, trail], as: .cp932)
        guard decoded.faults.isEmpty else { continue }
        twoByte += 1
        let encoded = encodeCP932(decoded.text)
        #expect(encoded.lost.isEmpty)
        #expect(Array(decodeText(encoded.bytes, as: .cp932).text.unicodeScalars) == Array(decoded.text.unicodeScalars))
      }
    }
    #expect(twoByte == 9_604)
  }

  @Test("書けるのは読める文字と、別の符号位置をもつ10文字だけ")
  func onlyVariantsChange() {
    var encodable = 0
    var changed: [Unicode.Scalar] = []
    for scalar in (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init) {
      let encoded = encodeCP932(String(scalar))
      guard encoded.lost.isEmpty else { continue }
      encodable += 1
      let back = decodeText(encoded.bytes, as: .cp932)
      #expect(back.faults.isEmpty)
      if Array(back.text.unicodeScalars) != [scalar] { changed.append(scalar) }
    }
    #expect(Set(changed) == variants)
    #expect(encodable > 9_000)
  }

  private let variants: Set<Unicode.Scalar> = ["〜", "‖", "−", "¢", "£", "¬", "—", "¦", "¥", "‾"]

  @Test(
    "Windows と同じ符号で書く",
    arguments: [
      ("髙", [0xFB, 0xFC]), ("﨑", [0xFA, 0xB1]), ("①", [0x87, 0x40]), ("㈱", [0x87, 0x8A]), ("Ⅰ", [0x87, 0x54]), ("ⅰ", [0xFA, 0x40]),
      ("∵", [0x81, 0xE6]), ("≒", [0x81, 0xE0]), ("￢", [0x81, 0xCA]), ("～", [0x81, 0x60]), ("〜", [0x81, 0x60]), ("－", [0x81, 0x7C]),
      ("−", [0x81, 0x7C]), ("∥", [0x81, 0x61]), ("‖", [0x81, 0x61]), ("―", [0x81, 0x5C]), ("—", [0x81, 0x5C]), ("￠", [0x81, 0x91]),
      ("¢", [0x81, 0x91]), ("¥", [0x81, 0x8F]), ("\\", [0x5C]), ("~", [0x7E]), ("ｱ", [0xB1]), ("ﾊﾞ", [0xCA, 0xDE]), ("\r\n", [0x0D, 0x0A]),
      ("\u{0}", [0x00]), ("が", [0x82, 0xAA]), ("\u{304B}\u{3099}", [0x82, 0xAA]), ("神", [0x90, 0x5F]), ("\u{FA19}", [0xFB, 0x7E]),
    ] as [(String, [UInt8])])
  func knownCodes(_ text: String, _ bytes: [UInt8]) {
    let encoded = encodeCP932(text)
    #expect(encoded.bytes == bytes)
    #expect(encoded.lost.isEmpty)
  }

  @Test("0x8160 は全角チルダとして読む")
  func waveDash() {
    #expect(Array(decodeText([0x81, 0x60], as: .cp932).text.unicodeScalars) == ["\u{FF5E}"])
  }

  @Test("書けない文字は〓になり、1度ずつ知らせる")
  func lostCharacters() {
    let encoded = encodeCP932("𠮷田と森鷗外と𠮷野、é👨‍👩‍👧")
    #expect(encoded.lost == ["𠮷", "鷗", "é", "👨‍👩‍👧"])
    #expect(decodeText(encoded.bytes).text == "〓田と森〓外と〓野、〓〓")
  }

  @Test("字形の指定と異体字は、ふつうの字形で書き、知らせる")
  func variationSelector() {
    let encoded = encodeCP932("葛\u{E0100}飾区、\u{FA43}")
    #expect(Array(decodeText(encoded.bytes, as: .cp932).text.unicodeScalars) == Array("葛飾区、\u{6691}".unicodeScalars))
    #expect(encoded.lost.map(String.init).joined().unicodeScalars.map(\.value) == [0x845B, 0xE0100, 0xFA43])
  }
}
