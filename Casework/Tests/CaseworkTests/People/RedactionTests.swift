import Testing

@testable import Casework

@Suite struct `伏せ字` {
  private var son: RedactedPerson {
    var person = RedactedPerson()
    person.names = ["架空 実子", "見本 花"]
    person.readings = ["カクウ ミツコ"]
    person.addresses = ["見本市架空町1-2"]
    person.numbers = ["000-0000-0001"]
    person.emails = ["kakuu@example.invalid"]
    return person
  }

  private func masked(_ text: String) -> String { Redaction(people: [son]).applied(to: text) }

  @Test(arguments: ["架空 実子", "架空　実子", "架空実子", "架空 實子", "かくう みつこ", "カクウミツコ", "ｶｸｳ ﾐﾂｺ", "架空\n実子"])
  func `名前は、空白・かな・旧字・半角のどの書き方でも伏せる`(_ name: String) {
    #expect(masked("昨日、\(name)が来た。") == "昨日、■■■が来た。")
  }

  @Test(arguments: ["000-0000-0001", "00000000001", "０００－００００－０００１", "000 0000 0001", "000ー0000ー0001", "(000)0000-0001"])
  func `電話番号は、区切りや全角にかかわらず伏せる`(_ number: String) {
    let text = masked("電話は\(number)です。")
    #expect(!text.contains("0001") && !text.contains("０００１") && text.hasSuffix("です。"), "\(text)")
  }

  @Test func `長い番号の一部は、その人の番号ではない`() {
    #expect(masked("受付番号9000000000012") == "受付番号9000000000012")
  }

  @Test func `住所は、市の名を略しても、部屋番号が続いても伏せる`() {
    #expect(masked("見本市架空町1-2に住む") == "■■■に住む")
    #expect(masked("架空町１－２へ訪問") == "■■■へ訪問")
    #expect(masked("架空町1-2-305号") == "■■■号")
    #expect(masked("架空町1-23は別の家") == "架空町1-23は別の家")
  }

  @Test func `名だけ・姓だけでも伏せるが、長いことばの半分は伏せない`() {
    #expect(masked("長女実子さんは元気") == "長女■■■さんは元気")
    #expect(masked("実子が来た") == "■■■が来た")
    #expect(masked("小見本さんは別の人") == "小見本さんは別の人")
    #expect(masked("ミツコが来た。ミツコシへ行った。") == "■■■が来た。ミツコシへ行った。")
  }

  @Test func `一文字の名は、敬称が付くときだけ、敬称ごと伏せる`() {
    #expect(masked("花を植えた。花さんに会った。") == "花を植えた。■■■に会った。")
    #expect(masked("小花さんに会った。") == "小花さんに会った。")
  }

  @Test func `重なることばは、まとめて伏せ、どちらの半分も残さない`() {
    #expect(Redaction(words: ["花子", "子ども"]).applied(to: "花子ども会") == "■■■会")
    #expect(Redaction(words: ["架空 花", "架空 花子"]).applied(to: "架空花子です") == "■■■です")
    #expect(Redaction(words: ["花子", "太郎"]).applied(to: "花子太郎") == "■■■")
  }

  @Test func `伏せた長さからは、何文字だったか分からない`() {
    #expect(Redaction(words: ["あ"]).applied(to: "あ") == Redaction(words: ["架空の長い名前"]).applied(to: "架空の長い名前"))
  }

  @Test func `本人と同じ姓・住所・電話は、本人の情報として残る`() {
    var own = RedactedPerson()
    own.names = ["架空 ハル"]
    own.addresses = ["見本市架空町1-2"]
    own.numbers = ["00000000001"]
    let redaction = Redaction(people: [son], sparing: own)
    let text = "架空さん（見本市架空町1-2、000-0000-0001）の娘の架空実子さん"
    #expect(redaction.applied(to: text) == "架空さん（見本市架空町1-2、000-0000-0001）の娘の■■■さん")
  }

  @Test func `見つけたことばは、書かれたとおりに、一度ずつ返す`() {
    #expect(Redaction(people: [son]).found(in: "架空実子と架空 実子と架空実子") == ["架空実子", "架空 実子"])
    #expect(Redaction(people: [son]).found(in: "だれもいない").isEmpty)
  }

  @Test func `異体字や結合文字の途中では切らない`() {
    let text = "葛󠄀城と葛城"
    let pieces = Redaction(words: ["葛城"]).pieces(of: text)
    #expect(pieces == [.masked("葛󠄀城"), .open("と"), .masked("葛城")])
  }

  @Test func `空の語や空白だけの語は、何も伏せない`() {
    #expect(Redaction(words: ["", "　"]).applied(to: "そのまま") == "そのまま")
    #expect(Redaction(people: [RedactedPerson()]).isEmpty)
  }

  @Test func `どの語で伏せても、その語は結果に残らず、ほかの文字は変わらない`() {
    let words = ["架空", "空花", "花子", "子さ", "一"]
    let text = "架空花子さんは一人で架空町にいる"
    for first in words {
      for second in words {
        let redaction = Redaction(words: [first, second])
        let result = redaction.applied(to: text)
        #expect(!result.contains(first) && !result.contains(second), "\(first) \(second) → \(result)")
        let joined = redaction.pieces(of: text).map { piece in
          switch piece {
          case .open(let words), .masked(let words): words
          }
        }.joined()
        #expect(joined == text)
      }
    }
  }
}
