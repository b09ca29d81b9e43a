import Foundation
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
    for code in ["12", "13"] { #expect(two.contains("name=\"concerns.main\" value=\"\(code)\" checked"), "どちらを外すか、見て決められる") }
    let none = try await counsellor.post("/consultations", Typed.mother.filter { $0.0 != "concerns.main" })
    #expect(none.status == 422)
    #expect(none.contains("◎がありません"))
    let unknown = try await counsellor.post("/consultations", Typed.mother.with("concerns.main", "77"))
    #expect(unknown.status == 422)
    #expect(try await town.number("SELECT count(*) FROM consultation_concern") == 0)
  }

  @Test(arguments: ["consultation", "consultation-no-consent", "tsunagu-sheet"])
  func `困りごとの◎はその行の○のすぐ次にあり、○のない行では出ない`(_ form: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let page = try await counsellor.get("/consultations/new?form=\(form)")
    let rows = page.text.split(separator: "<tr>").compactMap { $0.split(separator: "</tr>").first }.filter { $0.contains(".main\"") }
    #expect(rows.count > 5)
    for row in rows {
      let inputs = row.matches(of: /<input type="(\w+)" name="([a-z.]+)" value="(\w+)"/)
      #expect(inputs.map { String($0.1) } == ["checkbox", "checkbox"] && inputs[0].3 == inputs[1].3)
      #expect(inputs.map { $0.2.hasSuffix(".main") } == [false, true] && row.contains("<td class=\"main-mark\">"))
    }
    let style = try await counsellor.get(AssetRoutes.styleSheetPath).text
    #expect(style.contains(".concerns tr:not(:has(:checked)) .main-mark label { visibility: hidden; }"))
  }

  @Test(arguments: ["consultation", "consultation-no-consent", "tsunagu-sheet"])
  func `同じ人を確かめるボタンは氏名と生年月日のすぐ下にあり、押すと入力を残したまま候補が出る`(_ form: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let page = try await counsellor.get("/consultations/new?form=\(form)").text
    let button = "formaction=\"/consultations/candidates\""
    #expect(page.components(separatedBy: button).count == 2)
    let places = ["name=\"name\"", "name=\"birth_date\"", button, "name=\"address\""].map { page.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    let id = try await counsellor.record(Typed.mother)
    #expect(!(try await counsellor.get("/consultations/\(id)/edit").contains("同じ人がいないか確かめる")))
    let typed = try SentForm(try await counsellor.get("/consultations/new?form=\(form)"), to: "/consultations")
      .typing(["name": "架空 太郎", "birth_date": "S48.4.1", "address": "見本町九丁目"])
    let found = try await counsellor.post("/consultations/candidates", typed.fields)
    #expect(found.status == 200 && found.contains("同じ人かもしれません") && found.contains("value=\"見本町九丁目\""))
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

  @Test func `切り替えた様式にない欄の入力も運ばれ、書きかけにも残り、戻すとすべて出る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(!(try await counsellor.get("/consultations/new").contains("様式を戻すとまた出ます")), "何も運んでいないときは言わない")
    let full = Typed.mother + [("contact_note", "夜は不可"), ("consent_exclusions", "勤め先には知らせない")]
    let sheet = try await counsellor.post("/consultations/new", full + [("switch", "tsunagu-sheet")])
    #expect(sheet.contains("様式を戻すとまた出ます") && !sheet.contains("<textarea class=\"field\" id=\"f-concern_text\""))
    let typed = try SentForm(sheet, to: "/consultations").typing(["wish": "架空の願い"])
    #expect(typed.fields.filter { $0.0 == "concerns" }.map(\.1) == ["13", "12"])
    #expect(try await counsellor.post("/drafts/auto", typed.fields).status == 200)
    let resumed = try await counsellor.get((try await counsellor.get("/drafts/1")).location)
    let kept = try SentForm(resumed, to: "/consultations").fields
    let back = try await counsellor.post("/consultations/new", kept + [("switch", "consultation")])
    #expect(back.contains("息子が家から出ない。自分の介護も心配。</textarea>") && back.contains("夜は不可"))
    #expect(back.contains("勤め先には知らせない") && back.contains("name=\"concerns.main\" value=\"13\" checked"))
    let again = try SentForm(back, to: "/consultations")
    #expect(again["wish"] == "架空の願い", "行き来しても残る")
    for (name, value) in full where !value.isEmpty { #expect(again.fields.contains { $0 == (name, value) }, "\(name)") }
  }

  @Test func `記録した様式が尋ねない欄の入力は、記録に入らず、誤りにもならない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let unasked = [("info_source", "架空の近隣から聞いた"), ("no_consent_reason", "99"), ("disclosure_risk", "123456789018"), ("troubles", "なし")]
    let id = try await counsellor.record(Typed.mother + unasked)
    #expect(!(try await counsellor.get("/consultations/\(id)").contains("架空の近隣")))
    #expect(try await town.number("SELECT count(*) FROM consultation WHERE answers LIKE '%架空の近隣%' OR consent <> 'given'") == 0)
  }

  @Test func `欄でEnterを押しても記録されず、入力を残した同じ画面が出る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let page = try await counsellor.get("/consultations/new")
    let form = try #require(page.text.firstRange(of: "<form action=\"/consultations\""))
    let first = try #require(page.text[form.upperBound...].firstMatch(of: /<button[^>]*>/)).output
    #expect(first.contains("formaction=\"/consultations/new\"") && first.contains("formnovalidate"))
    let again = try await counsellor.post("/consultations/new", Typed.mother)
    #expect(again.status == 200 && again.contains("value=\"架空 太郎\"") && again.contains("息子が家から出ない"))
    #expect(try await town.number("SELECT count(*) FROM consultation") == 0)
  }

  @Test func `送り返された画面は、まだ保存されていない入力として始まる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(!(try await counsellor.get("/consultations/new").contains("data-unsaved")))
    #expect(try await counsellor.post("/consultations", Typed.mother.with("caller_relation", "")).contains("data-unsaved"))
    #expect(try await counsellor.post("/consultations/new", Typed.mother + [("more", "household")]).contains("data-unsaved"))
    #expect(try await counsellor.post("/drafts", Typed.mother + [("draft_path", "/consultations/new")]).status == 303)
    #expect(!(try await counsellor.get("/consultations/new?draft=1").contains("data-unsaved")))
  }

  @Test func `書きかけの一覧で、だれの相談かが分かる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let form = try SentForm(try await counsellor.get("/consultations/new"), to: "/consultations")
    _ = try await counsellor.post("/drafts/auto", form.typing(["name": "架空 途中"]).fields)
    _ = try await counsellor.post("/drafts/auto", form.typing(["description": "青い上着の人"]).fields)
    let list = try await counsellor.get("/drafts")
    #expect(list.contains("　架空 途中</a>") && list.contains("　青い上着の人</a>"))
    #expect(!(try await counsellor.get("/consultations/new?draft=1").contains("<title>架空")))
  }

  @Test func `世帯人数は、人や名を付けても、全角でも読める`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for (name, typed) in [("架空 一郎", "２人"), ("見本 花子", "2名"), ("例示 三", "２")] {
      let id = try await counsellor.record(Typed.least.with("household_size", typed).with("name", name))
      let answers = try await town.text("SELECT answers FROM consultation WHERE id = \(id)") ?? ""
      #expect(answers.contains("\"household_size\":{\"number\":2}"), "\(answers)")
    }
    #expect(try await counsellor.post("/consultations", Typed.mother.with("household_size", "数人")).status == 422)
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
