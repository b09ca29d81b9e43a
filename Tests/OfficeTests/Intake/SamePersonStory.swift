import Casework
import Store
import Testing

@testable import Office

/// Search before create: the same person is offered, whatever the spelling, and nobody out of reach is shown.
@Suite struct SamePersonStory {
  static let spellings: [(String, String, String, String)] = [
    ("斎藤 花子", "さいとう はなこ", "齋藤 花子", "サイトウ　ハナコ"), ("斉藤 花子", "さいとう はなこ", "ｻｲﾄｳ ﾊﾅｺ", ""),
    ("髙橋 次郎", "たかはし じろう", "高橋 次郎", ""), ("渡邉 三郎", "わたなべ さぶろう", "渡辺 三郎", "ワタナヘ サフロウ"),
    ("架空 がく", "かくう がく", "架空 かく", "かくう かく"),
  ]

  @Test(arguments: spellings)
  func `読みや字体が違っても、同じ人かもしれない人を示す`(_ name: String, _ kana: String, _ typed: String, _ typedKana: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.person(name, kana: kana, birth: "S20.5.5"))
    let asked = Typed.person(typed, kana: typedKana, birth: "S20.5.5")
    let search = try await counsellor.post("/consultations/candidates", asked)
    #expect(search.status == 200)
    #expect(search.contains("同じ人かもしれません"))
    #expect(search.contains(name))
    #expect(search.contains("/cases/2"))

    let question = try await counsellor.post("/consultations", asked)
    #expect(question.status == 422)
    #expect(question.contains("まだ記録していません"))
    #expect(question.contains("value=\"\(typed)\""))
    #expect(try await town.number("SELECT count(*) FROM consultation") == 1)
    let decided = try #require(question.field("same_for"))
    _ = try await counsellor.record(asked + [("same_for", decided), ("same", "new")])
    #expect(try await town.number("SELECT count(*) FROM resident") == 2)
    _ = try await counsellor.record(asked + [("same_for", decided), ("same", "resident:1")])
    #expect(try await town.number("SELECT count(*) FROM resident") == 2)
    #expect(try await town.number("SELECT count(*) FROM case_file WHERE resident_id = 1") == 2)
    _ = try await counsellor.record(asked + [("same_for", decided), ("same", "case:2")])
    #expect(try await town.number("SELECT count(*) FROM consultation WHERE case_file_id = 2") == 2)
  }

  @Test func `年齢で聞いた人の年齢を、二度は言わない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.person("架空 五十三", birth: "53歳"))
    let search = try await counsellor.post("/consultations/candidates", Typed.person("架空 五十三", birth: "53歳"))
    #expect(search.contains("53歳(令和8年11月21日現在)") && !search.contains("（53歳）"))
  }

  @Test func `選んだあとで別の人の名前に変えると、もう一度確かめる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.person("架空 一郎", birth: "S20.5.5"))
    _ = try await counsellor.record(Typed.person("架空 二郎", birth: "S21.6.6"))
    let decided = try #require(
      try await counsellor.post("/consultations", Typed.person("架空 一郎", birth: "S20.5.5")).field("same_for"))
    let changed = Typed.person("架空 二郎", birth: "S21.6.6") + [("same_for", decided), ("same", "resident:1")]
    #expect(try await counsellor.post("/consultations", changed).status == 422)
    #expect(try await town.number("SELECT count(*) FROM consultation") == 2)
  }

  @Test func `見られない人を番号で選んでも、あるともないとも言わない`() async throws {
    let town = try await Town.open()
    _ = try await town.signedIn("houkatsu-nishi").record(Typed.person("架空 秘", birth: "S20.5.5"))
    let counsellor = try await town.signedIn("houkatsu")
    let same = ("same_for", "架空 一郎")
    let hidden = try await counsellor.post("/consultations", Typed.least + [same, ("same", "resident:1")])
    let absent = try await counsellor.post("/consultations", Typed.least + [same, ("same", "resident:999")])
    #expect(hidden.status == 404)
    #expect(hidden.bytes == absent.bytes)
  }

  @Test func `同じ人の確認は、探した言葉とともに監査に残る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/consultations/candidates", Typed.person("架空 探", kana: "かくう さがす", birth: "S20"))
    #expect(try await town.text("SELECT detail FROM audit_entry WHERE act = 'findResident'") == "同じ人の確認：架空 探／かくう さがす／1945")
    #expect(try await AuditChain.verify(town.office.database) != .broken(at: 1, why: ""))
  }

  @Test func `世帯の方も、その世帯を見られる人には示す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.record(Typed.mother)
    let search = try await counsellor.post("/consultations/candidates", Typed.person("架空 ウメ", birth: "82歳"))
    #expect(search.contains("見られる事例の世帯の方です"))
    let other = try await town.signedIn("shougai").post("/consultations/candidates", Typed.person("架空 ウメ", birth: "82歳"))
    #expect(other.contains("見つかりませんでした"))
  }
}
