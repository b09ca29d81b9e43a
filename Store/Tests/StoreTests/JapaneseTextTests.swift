import Foundation
import Testing

@testable import Store

struct JapaneseTextTests {
  @Test(arguments: [
    ("髙橋", "高橋"), ("﨑山 碕山 嵜山", "崎山 崎山 崎山"), ("渡邊 渡邉 渡辺", "渡辺 渡辺 渡辺"), ("齋藤 齊藤 斎藤 斉藤", "斉藤 斉藤 斉藤 斉藤"),
    ("澤 濱 濵 廣 嶋 嶌 櫻 國", "沢 浜 浜 広 島 島 桜 国"), ("惠 德 瀨 眞 藏 龍 壽 榮", "恵 徳 瀬 真 蔵 竜 寿 栄"),
    ("圓 條 與 學 實 萬 冨 𠮷", "円 条 与 学 実 万 富 吉"), ("渡\u{845B}\u{E0100}城", "渡葛城"), ("辻\u{E0101}\u{FE00}", "辻"),
    ("サトウ ｻﾄｳ さとう", "さとう さとう さとう"), ("ｶﾞｷﾞ ﾊﾟ か゛", "がぎ ぱ が"), ("ヴァイオリン", "ゔぁいおりん"),
    ("ＡＢＣ abc ＸＹＺ１２", "abc abc xyz12"), ("ÉÀ éà", "éà éà"), ("コーヒー ｺｰﾋｰ", "こ-ひ- こ-ひ-"), ("ー―‐−-－–—", "--------"),
    ("〜～~", "~~~"), ("あ 　\t\nい", "あ い"), ("㈱①㌢", "(株)1せんち"), ("a\u{200B}b\u{0}c\u{1}d", "abcd"), ("", ""), ("🍀𩸽", "🍀𩸽"),
  ])
  func `表記の違いは検索用の形で同じになる`(text: String, folded: String) {
    #expect(JapaneseText.folded(text) == folded)
  }

  @Test func `検索用の形は二度かけても変わらない`() {
    for code in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(code), scalar.properties.generalCategory != .unassigned else { continue }
      let once = JapaneseText.folded("山" + String(scalar) + "a")
      let twice = JapaneseText.folded(once)
      if !twice.unicodeScalars.elementsEqual(once.unicodeScalars) { Issue.record("U+\(String(code, radix: 16)): \(once) → \(twice)") }
    }
  }

  @Test func `速い道と正規化の道は同じ答えになる`() {
    for code in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(code), scalar.properties.generalCategory != .unassigned else { continue }
      // A ligature forces the whole text through NFKC.
      let fast = JapaneseText.folded("山" + String(scalar) + "a")
      let slow = JapaneseText.folded("山" + String(scalar) + "aﬁ")
      if !slow.unicodeScalars.elementsEqual((fast + "fi").unicodeScalars) {
        Issue.record("U+\(String(code, radix: 16)): \(fast) ≠ \(slow)")
      }
    }
  }

  @Test func `字体の対応表の各字は一つの形に行き着く`() {
    var seen: Set<Unicode.Scalar> = []
    for group in KanjiForms.groups.split(whereSeparator: \.isWhitespace) {
      #expect(group.unicodeScalars.count >= 2)
      for form in group.unicodeScalars { #expect(seen.insert(form).inserted, "\(form)") }
    }
  }

  @Test(arguments: [
    ("ガッコウ", "かつこう"), ("かっこー", "かつこ"), ("パク・ジョン", "はくしよん"), ("山田　太郎", "山田太郎"), ("ヴォーリズ", "うおりす"),
    ("佐々木", "佐佐木"), ("みすゞ", "みすす"), ("ヨシヱ", "よしえ"), ("キョウコ", "きようこ"), ("ジョン＝スミス", "しよんすみす"),
  ])
  func `氏名の照合キーは読みの揺れを消す`(name: String, key: String) {
    #expect(JapaneseText.nameKey(name) == key)
    #expect(JapaneseText.nameKey(key) == key)
  }
}
