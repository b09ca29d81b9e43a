import Store
import Testing

@testable import Office

/// 抜き書き: the hit is shown as it is written.
struct ExtractTests {
  private func extract(_ text: String, _ term: String) -> Extract { Extract(of: text, around: JapaneseText.folded(term)) }

  @Test func `見つかった所の前後40文字を示す`() {
    let text = String(repeating: "前", count: 60) + "訪問" + String(repeating: "後", count: 60)
    let found = extract(text, "訪問")
    #expect(found.hit == "訪問")
    #expect(found.before == "…" + String(repeating: "前", count: 40))
    #expect(found.after == String(repeating: "後", count: 40) + "…")
    #expect(extract("訪問", "訪問") == extract("訪問", "訪問"))
    #expect(extract("訪問", "訪問").before.isEmpty)
  }

  @Test(arguments: [
    ("ＡＢＣ　　マンション", "c マン", "Ｃ　　マン"), ("渡邊さんと髙橋さん", "高橋", "髙橋"), ("ﾜﾀﾅﾍﾞ様", "わたなべ", "ﾜﾀﾅﾍﾞ"), ("葛󠄀城市", "葛城", "葛󠄀城"),
    ("か\u{3099}っこう", "がっ", "か\u{3099}っ"), ("㈱架空", "(株)", "㈱"), ("x\n\ny", "x y", "x\n\ny"),
  ])
  func `書き方が違っても、書かれたとおりの所を示す`(_ text: String, _ term: String, _ hit: String) {
    #expect(extract(text, term).hit == hit)
  }

  @Test func `示せないときは、はじめの部分だけを示す`() {
    let found = extract(String(repeating: "あ", count: 200), "い")
    #expect(found.hit.isEmpty)
    #expect(found.after == String(repeating: "あ", count: 80) + "…")
  }
}
