import Foundation
import Testing

@testable import Casework

@Suite struct `氏名` {
  @Test func `外字と異体字は一字も変えずに持つ`() throws {
    // 葛 with a variation selector, a compatibility ideograph, a private-use character, half-width kana.
    for written in ["葛\u{E0100}城 太郎", "\u{FA19}谷", "\u{E000}田", "ｻﾄｳ", "Ｊｏｈｎ　Smith", "渡\u{9089} \u{2000B}"] {
      let name = PersonName(written: written, kana: "ｶﾅ")
      let back = try JSONDecoder().decode(PersonName.self, from: JSONEncoder().encode(name))
      #expect(Array(back.written.utf8) == Array(written.utf8) && back == name)
    }
  }

  @Test func `見た目が同じでも符号が違えば別の表記である`() {
    #expect(PersonName(written: "\u{FA19}") != PersonName(written: "神"))
    #expect(PersonName(written: "が") != PersonName(written: "か\u{3099}"))
    #expect(PersonName(written: "神", kana: nil) != PersonName(written: "神", kana: ""))
    #expect(Set([PersonName(written: "\u{FA19}"), PersonName(written: "神")]).count == 2)
  }

  @Test func `長さは見える文字で数える`() {
    #expect(PersonName(written: "葛\u{E0100}城").length == 2)
    #expect(PersonName(written: "𠮷野").length == 2)
  }

  @Test(arguments: [
    ("さとう はなこ", "サトウ　ハナコ"), ("ｻﾄｳ ｼﾞﾛｳ", "サトウ　ジロウ"), ("ﾊﾟｸ", "パク"), ("か\u{3099}", "ガ"), ("サトウ　ハナコ", "サトウ　ハナコ"), (" さとう  ", "サトウ"),
    ("John スミス", "John　スミス"),
    ("ゔぁん", "ヴァン"), ("ｱ･ｲ", "ア・イ"), ("ーﾞ", "ー゛"),
  ])
  func `ふりがなは全角カタカナに揃える`(_ typed: String, _ folded: String) {
    #expect(KanaReading.fold(typed) == folded)
    #expect(KanaReading.fold(folded) == folded)
  }

  @Test func `ふりがな欄の漢字と数字は見分ける`() {
    #expect(KanaReading.isReading("さとう　ﾊﾅｺ") && KanaReading.isReading("John・スミス"))
    #expect(!KanaReading.isReading("佐藤") && !KanaReading.isReading("さとう3"))
  }

  @Test(arguments: [
    ["斎藤", "斉藤", "齋藤", "齊藤", "斎　藤"], ["渡辺", "渡邉", "渡邊", "渡邊\u{E0101}"], ["髙橋", "高橋", "高\u{FE00}橋"], ["山崎", "山﨑"], ["浜田", "濱田", "濵田"],
    ["沢田", "澤田"],
    ["広瀬", "廣瀬", "廣瀨"], ["島", "嶋", "嶌"], ["神谷", "\u{FA19}谷"], ["吉田", "𠮷田"], ["ジョン・スミス", "ジョンスミス", "ｼﾞｮﾝ ｽﾐｽ", "じょん すみす"],
    ["JOHN SMITH", "john smith", "Ｊｏｈｎ　Ｓｍｉｔｈ"],
    ["さと子", "サト子"],
  ])
  func `字体や幅の違う同じ名前は同じ鍵になる`(_ names: [String]) {
    #expect(Set(names.map(NameKey.of)).count == 1, "\(names.map(NameKey.of))")
  }

  @Test(arguments: [["佐藤", "斎藤"], ["渡辺", "渡部"], ["高橋", "高梨"], ["大田", "太田"], ["島田", "鳥田"], ["坂本", "阪本"]])
  func `別の姓は別の鍵になる`(_ names: [String]) {
    #expect(Set(names.map(NameKey.of)).count == names.count)
  }

  @Test(arguments: [
    ["さとう", "サトウ", "ｻﾄｳ", "サトー", "サト", "さどう"], ["はっとり", "ハツトリ", "ばっとり"], ["おおの", "オーノ", "おの"], ["ゆうこ", "ユーコ", "ユコ"], ["けいこ", "ケーコ"],
    ["しずこ", "シヅコ", "ｼﾂｺ"],
    ["かじ", "カヂ", "かち"], ["ぱく", "ばく", "はく"], ["きょうこ", "キヨウコ", "ｷｮｳｺ"], ["かとう うめこ", "カトウウメコ", "かとー・うめこ"], ["ヴァン", "バン"], ["かをり", "カオリ"],
  ])
  func `濁点と小書きと長音の違う読みは同じ鍵になる`(_ readings: [String]) {
    #expect(Set(readings.map(NameKey.ofKana)).count == 1, "\(readings.map(NameKey.ofKana))")
  }

  @Test(arguments: [["さとう", "かとう"], ["すずき", "すぎき"], ["たなか", "なかた"], ["いとう", "えとう"]])
  func `別の読みは別の鍵になる`(_ readings: [String]) {
    #expect(Set(readings.map(NameKey.ofKana)).count == readings.count)
  }

  @Test func `異体字の表の代表はほかの組に出てこない`() {
    for (old, modern) in KanjiVariants.modern {
      #expect(old != modern && KanjiVariants.modern[modern] == nil, "\(old) → \(modern)")
    }
    #expect(KanjiVariants.modern.count > 200)
  }

  @Test func `性別は国の様式の番号をもつ`() {
    #expect(Sex.allCases.map(\.label) == ["男性", "女性", "その他", "回答しない", "不明"])
    #expect(Sex.allCases.map(\.nationalCode) == ["1", "2", "3", nil, nil])
  }
}
