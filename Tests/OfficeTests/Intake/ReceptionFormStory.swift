import Store
import Testing

@testable import Office

/// What was typed is never lost, and never changed.
@Suite struct ReceptionFormStory {
  @Test func `誤りがあると、すべて残したまま直し方を示す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let broken = Typed.mother.with("birth_date", "昭和150年").with("concern_text", "<script>夜も</script>").with("household.1.age", "たぶん80")
      .with("caller_relation", "")
    let reply = try await counsellor.post("/consultations", broken)
    #expect(reply.status == 422)
    #expect(reply.contains("エラー："))
    #expect(reply.contains("value=\"昭和150年\""))
    #expect(reply.contains("&lt;script&gt;夜も&lt;/script&gt;"))
    #expect(reply.contains("value=\"たぶん80\""))
    #expect(reply.contains("href=\"#f-household.1.age\""))
    #expect(reply.contains("どなたからの相談かが入っていません"))
    #expect(reply.contains("value=\"架空 ウメ\""))
    #expect(try await town.number("SELECT count(*) FROM consultation") == 0)
    #expect(try await town.number("SELECT count(*) FROM resident") == 0)
  }

  @Test func `◎が二つの受付は断る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let two = try await counsellor.post("/consultations", Typed.mother + [("concerns.main", "12")])
    #expect(two.status == 422)
    #expect(two.contains("◎が2つ以上あります"))
    let none = try await counsellor.post("/consultations", Typed.mother.filter { $0.0 != "concerns.main" })
    #expect(none.status == 422)
    #expect(none.contains("◎がありません"))
    let unknown = try await counsellor.post("/consultations", Typed.mother.with("concerns.main", "77"))
    #expect(unknown.status == 422)
    #expect(try await town.number("SELECT count(*) FROM consultation_concern") == 0)
  }

  @Test(arguments: ["123456789018", "１２３４ ５６７８ ９０１８"])
  func `マイナンバーらしい番号は消すよう求め、保存しない`(_ number: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for (field, value) in [("concern_text", "番号は\(number)です"), ("household.1.note", number), ("channel.other", number)] {
      let reply = try await counsellor.post("/consultations", Typed.mother.with(field, value))
      #expect(reply.status == 422)
      #expect(reply.contains("マイナンバー（個人番号）とみられる12けたの番号があります"))
    }
    #expect(try await town.number("SELECT count(*) FROM consultation") == 0)
  }

  @Test func `外字と異体字を1バイトも変えずに残す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let name = "葛\u{E0100}城 神\u{FA19} ｶﾞ が"
    let id = try await counsellor.record(Typed.person(name, birth: "S40.1.1"))
    let page = try await counsellor.get("/consultations/\(id)")
    #expect(page.bytes.firstRange(of: Array(name.utf8)) != nil)
    let stored = try await town.office.database.read { try $0.rows("SELECT name FROM resident") { Array($0.text(0).utf8) } }
    #expect(stored == [Array(name.utf8)])
    let label = try await town.office.database.read { try $0.rows("SELECT label FROM case_file WHERE id = 2") { Array($0.text(0).utf8) } }
    #expect(label == [Array(name.utf8)])
    let edit = try await counsellor.get("/consultations/\(id)/edit")
    #expect(edit.bytes.firstRange(of: Array("value=\"\(name)\"".utf8)) != nil)
  }

  @Test func `様式を切り替えても、行を増やしても、入力は残る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let switched = try await counsellor.post("/consultations/new", Typed.mother + [("switch", "consultation-no-consent")])
    #expect(switched.status == 200)
    #expect(switched.contains("同意が得られない理由"))
    #expect(switched.contains("value=\"架空 太郎\""))
    #expect(switched.contains("name=\"form\" value=\"consultation-no-consent\""))
    let more = try await counsellor.post("/consultations/new", Typed.mother + [("more", "household")])
    #expect(more.contains("name=\"household.8.name\""))
    #expect(!more.contains("name=\"household.9.name\""))
    #expect(more.contains("value=\"要介護1\""))
    let absurd = try await counsellor.post("/consultations/new", Typed.mother.with("household.rows", "99999999") + [("more", "household")])
    #expect(absurd.contains("name=\"household.30.name\""))
    #expect(!absurd.contains("name=\"household.31.name\""))
    #expect(try await counsellor.post("/consultations/new", Typed.mother + [("switch", "nothing")]).status == 200)
    #expect(try await counsellor.get("/consultations/new?form=nothing").status == 404)
    #expect(try await town.number("SELECT count(*) FROM consultation") == 0)
  }

  @Test func `入力の途中で、聞いておきたいことを理由とともに見られる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let page = try await counsellor.post("/consultations/new", Typed.mother + [("show", "prompts")])
    #expect(page.contains("聞いておきたいこと"))
    #expect(page.contains("（8050）"))
    let none = try await counsellor.post("/consultations/new", [("form", "consultation"), ("show", "prompts")])
    #expect(none.contains("いまの入力からは、特にありません"))
  }

  @Test func `聞いた問いかけは画面から消え、ほかの機関は印を付けられない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let id = try await counsellor.record(Typed.mother)
    #expect(try await counsellor.post("/consultations/\(id)/prompts", [("rule", "H-12")]).status == 303)
    #expect(!(try await counsellor.get("/consultations/\(id)").contains("（8050）")))
    #expect(try await counsellor.post("/consultations/\(id)/prompts", [("rule", "X")]).status == 404)
    #expect(try await town.signedIn("shougai").post("/consultations/\(id)/prompts", [("rule", "H-12")]).status == 404)
  }

  @Test func `書きかけは何も埋まっていなくても残り、ほかの人には開けない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let auto = try await counsellor.post(
      "/drafts/auto",
      [("form", "tsunagu-sheet"), ("name", "架空 途中"), ("draft_form", "相談受付"), ("draft_path", "/consultations/new?form=consultation")])
    #expect(auto.status == 200)
    let resumed = try await counsellor.get("/drafts/1")
    #expect(resumed.location == "/consultations/new?form=consultation&draft=1")
    let page = try await counsellor.get(resumed.location)
    #expect(page.contains("value=\"架空 途中\""))
    #expect(page.contains("name=\"form\" value=\"tsunagu-sheet\""))
    for other in ["kakari", "shougai"] {
      let colleague = try await town.signedIn(other)
      #expect(try await colleague.get("/drafts/1").status == 404)
      #expect(try await colleague.get("/consultations/new?draft=1").status == 404)
    }
    _ = try await counsellor.record(Typed.least + [("draft", "1")])
    #expect(try await town.number("SELECT count(*) FROM draft") == 0)
  }

  @Test func `席を外している間に切れても、入力は次のサインインのあとに続けられる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    town.pass(minutes: 31)
    let reply = try await counsellor.post("/consultations", Typed.mother)
    #expect(reply.status == 422)
    #expect(reply.contains("しばらく操作がなかったため"))
    #expect(reply.contains("name=\"held.concern_text\" value=\"息子が家から出ない。自分の介護も心配。\""))
    #expect(reply.contains("name=\"next\" value=\"/consultations\""))
    #expect(try await town.number("SELECT count(*) FROM consultation") == 0)
  }
}
