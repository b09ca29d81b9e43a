import Testing

@testable import Casework

@Suite struct `同じ人の確認` {
  private func person(
    _ written: String? = nil, kana: String? = nil, birth: String = "", phone: String? = nil, address: String? = nil
  ) -> PersonFacts {
    PersonFacts(
      name: written.map { PersonName(written: $0, kana: kana) }, birth: PartialDate(stored: birth) ?? .unknown, address: address,
      phoneHome: phone)
  }

  private func degree(_ a: PersonFacts, _ b: PersonFacts) -> Likeness.Degree? {
    let (one, other) = (SamePerson.likeness(a, b), SamePerson.likeness(b, a))
    #expect(one?.degree == other?.degree, "not symmetric")
    return one?.degree
  }

  @Test func `氏名と生年月日が同じなら一致`() {
    #expect(degree(person("架空 花子", birth: "1944-03-05"), person("架空 花子", birth: "1944-03-05")) == .exact)
  }

  @Test func `字体が違っても生年月日が同じなら可能性が高い`() throws {
    let (a, b) = (person("渡邉 花子", birth: "1944-03-05"), person("渡辺 花子", birth: "1944-03-05"))
    #expect(degree(a, b) == .strong)
    #expect(try #require(SamePerson.likeness(a, b)).reasons == ["氏名の字体は違いますが、同じ名前と読めます", "生年月日が同じです"])
  }

  @Test func `生年月日の月日の入れ替わりと一字違いは可能性が高い`() throws {
    let base = person("架空 花子", birth: "1944-03-05")
    #expect(degree(base, person("架空 花子", birth: "1944-05-03")) == .strong)
    #expect(degree(base, person("架空 花子", birth: "1944-03-06")) == .strong)
    #expect(try #require(SamePerson.likeness(base, person("架空 花子", birth: "1944-05-03"))).reasons.contains("生年月日の月と日が入れ替わっています"))
  }

  @Test func `年代だけでも矛盾しなければ候補になる`() {
    #expect(degree(person("架空 花子", birth: "1944-03-05"), person("架空 花子", birth: "age:80-89@2026-11-21")) == .strong)
    #expect(degree(person("架空 花子", birth: "1944-03-05"), person("架空 花子", birth: "age:50-59@2026-11-21")) == nil)
  }

  @Test func `読みだけ同じなら、かもしれない`() {
    let (a, b) = (person("架空 花子", kana: "かくう はなこ"), person("家空 華子", kana: "カクー ハナコ"))
    #expect(degree(a, b) == .possible)
    #expect(degree(person("かくう はなこ"), person("架空 花子", kana: "カクウ ハナコ")) == .possible)
  }

  @Test func `電話や住所が同じなら強まる`() throws {
    let a = person("架空 花子", birth: "", phone: "000-0000-0001", address: "架空市１丁目２番地３")
    #expect(degree(a, person("架空 花子", birth: "")) == .possible)
    #expect(degree(a, person("架空 花子", phone: "00000000001")) == .strong)
    let moved = person("架空 花子", address: "架空市一丁目2-3")
    #expect(degree(a, moved) == .strong)
    #expect(try #require(SamePerson.likeness(a, moved)).reasons.contains("住所が同じです"))
  }

  @Test func `姓が変わっても生年月日と電話が同じなら候補になる`() {
    let (a, b) = (
      person("架空 花子", birth: "1980-03-05", phone: "000-0000-0001"), person("仮名 花子", birth: "1980-03-05", phone: "000-0000-0001")
    )
    #expect(degree(a, b) == .possible)
    #expect(degree(person("架空 花子", birth: "1980-03-05"), person("仮名 次郎", birth: "1980-03-05")) == nil)
  }

  @Test func `生年月日がはっきり違えば同姓同名の別人である`() {
    #expect(degree(person("架空 花子", birth: "1944-03-05"), person("架空 花子", birth: "1990-12-24")) == nil)
  }

  @Test func `同じ字でも読みがまるで違えば弱まる`() {
    let (a, b) = (person("架空 裕子", kana: "かくう ゆうこ", birth: "1980-01-01"), person("架空 裕子", kana: "かくう ひろこ", birth: "1980-01-01"))
    #expect(degree(a, b) == .possible)
  }

  @Test func `一字の打ち間違いは生年月日が同じときだけ候補になる`() {
    let (a, b) = (person("架空 花子", kana: "カクウ ハナコ", birth: "1944-03-05"), person("花子 架空", kana: "カクウ ハナヨ", birth: "1944-03-05"))
    #expect(degree(a, b) == .possible)
    #expect(degree(person("架空 花子", kana: "カクウ ハナコ"), person("花子 架空", kana: "カクウ ハナヨ")) == nil)
  }

  @Test func `何も知らない人どうしを結び付けない`() {
    #expect(degree(person(), person()) == nil)
    #expect(degree(person("架空 花子"), person()) == nil)
    #expect(degree(person("架空 花子"), person("仮名 次郎")) == nil)
  }

  @Test func `候補には理由が必ず付く`() {
    let people = [
      person("渡邉 花子", kana: "わたなべ はなこ", birth: "1944-03-05"), person("渡辺 花子", birth: "1944"), person("わたなべ はなこ", phone: "000-0000-0001"),
      person(nil, birth: "1944-03-05", phone: "000-0000-0001"), person("渡辺 華子", kana: "ワタナベ ハナコ", address: "架空市1-2-3"),
    ]
    for a in people {
      for b in people {
        guard let likeness = SamePerson.likeness(a, b) else { continue }
        #expect(
          !likeness.reasons.isEmpty
            && likeness.reasons.allSatisfy { $0.hasSuffix("です") || $0.hasSuffix("ます") || $0.hasSuffix("ません") || $0.hasSuffix("）") })
      }
    }
  }

  @Test func `一字違いは足し・抜け・取り違え・入れ替わりの一つだけ`() {
    #expect(EditDistance.isOneSlip("サトコ", "サト") == false)
    #expect(EditDistance.isOneSlip("サトコ", "サトエ") && EditDistance.isOneSlip("サトコ", "サトコエ") && EditDistance.isOneSlip("サトコ", "サコト"))
    #expect(!EditDistance.isOneSlip("サトコ", "サトコ") && !EditDistance.isOneSlip("サトコ", "コトサ") && !EditDistance.isOneSlip("サトコ", "カナコ"))
  }
}
