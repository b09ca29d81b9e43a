import Casework
import Testing

/// 匿名化: what goes to a 事例検討会 tells nobody who it is about.
struct AnonymisationTests {
  private let day = CivilDate(year: 2026, month: 11, day: 21) ?? .latest

  private var people: [(label: String, person: RedactedPerson)] {
    [("Aさん", "架空 花子", "かくう はなこ"), ("Bさん", "架空 太郎", "かくう たろう"), ("Cさん", "仮名 桃", "かめい もも")].map { label, name, kana in
      var person = RedactedPerson()
      person.names = [name]
      person.readings = [kana]
      person.addresses = ["見本市東町1-1"]
      person.numbers = ["000-0000-0001"]
      return (label, person)
    }
  }

  private func made(_ text: String, shift: Int = 14) -> (text: String, replaced: [Anonymisation.Replaced]) {
    var anonymisation = Anonymisation(Anonymisation.rules(for: people, family: "A家"), shiftedBy: shift)
    let made = anonymisation.apply(text, on: day)
    return (made, anonymisation.replaced)
  }

  @Test func `名前は、空白やかなの違いがあっても、人ごとの文字に変わる`() {
    #expect(made("架空花子と架空　太郎、かくうたろう").text == "AさんとBさん、Bさん")
    #expect(made("太郎さんから電話").text.hasPrefix("Bさん"))
  }

  @Test func `何人もが名のる姓は家の呼び名に、一人だけの姓はその人に変わる`() {
    #expect(made("架空さん宅、仮名さん").text == "A家さん宅、Cさんさん" || made("架空さん宅、仮名さん").text.hasPrefix("A家"))
    #expect(!made("架空さん宅、仮名さん").text.contains("架空"))
    #expect(!made("架空さん宅、仮名さん").text.contains("仮名"))
  }

  @Test func `住所と電話は残らない`() {
    let text = made("見本市東町1-1に訪問。000-0000-0001、00000000001に電話").text
    #expect(!text.contains("東町") && !text.contains("0000"))
  }

  @Test func `日付は、書き方を変えずに同じ日数だけずれる`() {
    #expect(made("令和8年11月21日、R8.11.22、2026-11-23、11月24日").text == "令和8年12月5日、R8.12.6、2026-12-07、12月8日")
    #expect(made("1月3日の集まり").text == "1月17日の集まり", "年のない日は、近いほうの年と読む")
    #expect(made("令和8年11月に退院", shift: 30).text == "令和8年12月に退院")
    #expect(made("3か月、2回、70代").text == "3か月、2回、70代")
  }

  @Test func `置き換えたものを、何回かとともに言う`() {
    let replaced = made("架空 花子、架空 花子、11月21日").replaced.map { "\($0.from)→\($0.to) \($0.count)回" }
    #expect(Set(replaced) == ["架空 花子→Aさん 2回", "11月21日→12月5日 1回"])
  }

  @Test func `知らせてはならない人は、置き換えても一覧に出ない`() {
    var anonymisation = Anonymisation([.init(Redaction(words: ["秘密 桜"]), to: "関係者", isSilent: true)], shiftedBy: 0)
    #expect(anonymisation.apply("秘密桜の家", on: day) == "関係者の家")
    #expect(anonymisation.replaced.isEmpty && anonymisation.known(in: "秘密桜").isEmpty)
  }

  @Test func `場所・施設・番号・呼び名らしいものは、目で確かめるところとして挙がる`() {
    let found = Anonymisation.suspicious(in: "架空小学校の山本先生、12345678、東町")
    #expect(found.contains("架空小学校") && found.contains("12345678") && found.contains { $0.hasSuffix("先生") } && found.contains("東町"))
    #expect(Anonymisation.suspicious(in: "日中は家で過ごす").isEmpty)
  }
}
