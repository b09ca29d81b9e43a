import Store
import Testing

@testable import Office

/// The directory of agencies: looked at by everyone who works with it, kept by administrators.
@Suite struct DirectoryStory {
  static let good = [
    ("name", "架空訪問看護ステーション"), ("name_kana", "かくうほうもんかんご"), ("kind", "33"), ("field", "08"), ("field", "01"), ("areas", "東部、西部"),
    ("phone", "000-000-0001"), ("how_to_ask", "主治医の指示書が要る。\nまず電話。"), ("takes_referrals", "1"),
  ]

  @Test func `相談員は名称・かな・分野・区域で機関を探せる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let all = try await counsellor.get("/agencies")
    #expect(all.status == 200 && all.contains("見本障害者相談支援センター"))
    #expect(!all.contains("機関を登録する"))
    let byKana = try await counsellor.get("/agencies?q=%E3%81%97%E3%82%87%E3%81%86%E3%81%8C%E3%81%84")
    #expect(byKana.contains("見本障害者相談支援センター") && !byKana.contains("見本市こども家庭センター"))
    let taking = try await counsellor.get("/agencies?referrals=1")
    #expect(!taking.contains("架空公共職業安定所"))
    let none = try await counsellor.get("/agencies?q=%3Cb%3E")
    #expect(none.contains("この条件に合う機関はありません") && none.contains("&lt;b&gt;"))
    #expect(try await counsellor.get("/agencies?page=99999999999999999999").status == 200)
  }

  @Test func `管理者が登録し、相談員が「いまも正しい」と確かめる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let saved = try await administrator.post("/agencies", Self.good + [("submission", "a1")])
    #expect(saved.status == 303)
    #expect(try await administrator.post("/agencies", Self.good + [("submission", "a1")]).location == saved.location)
    #expect(try await town.number("SELECT count(*) FROM agency WHERE name = '架空訪問看護ステーション'") == 1)

    let counsellor = try await town.signedIn("shougai")
    let page = try await counsellor.get(saved.location)
    #expect(page.contains("主治医の指示書が要る。<br>まず電話。") && page.contains("訪問看護") && page.contains("カクウホウモンカンゴ"))
    #expect(page.contains("まだ確認されていません") && !page.contains("内容を変更する"))
    #expect(try await counsellor.post("\(saved.location)/confirmation", []).status == 303)
    #expect(try await counsellor.get(saved.location).contains("最終確認：令和8年11月21日"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'seeAgencies' AND detail = 'confirmed'") == 1)
  }

  @Test func `相談員は機関を変えられない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for path in ["/agencies/new", "/agencies/1/edit"] { #expect(try await counsellor.get(path).status == 404) }
    for path in ["/agencies", "/agencies/1", "/agencies/1/programmes", "/agencies/1/programmes/ending"] {
      #expect(try await counsellor.post(path, Self.good).status == 404)
    }
    #expect(try await counsellor.get("/agencies/999999").status == 404)
    #expect(try await counsellor.post("/agencies/999999/confirmation", []).status == 404)
    let auditor = try await town.signedIn("kansa")
    #expect(try await auditor.get("/agencies").status == 404)
  }

  @Test func `終わった日が先の機関は、その日まで選べる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let path = try await administrator.post("/agencies", Self.good + [("ended_on", "R9.3.31")]).location
    let code = "value=\"\(path.dropFirst("/agencies/".count))\""
    #expect(try await administrator.get("/staff/new").contains(code))
    let offered = try await town.work(as: "houkatsu") { try ConsultationQueries.agencies($0).map(\.label) }
    #expect(offered.contains("架空訪問看護ステーション"))
    town.pass(days: 131)
    #expect(try await !town.signedIn("kanri").get("/staff/new").contains(code))
    let later = try await town.work(as: "houkatsu") { try ConsultationQueries.agencies($0).map(\.label) }
    #expect(!later.contains("架空訪問看護ステーション"))
  }

  @Test func `終わった機関の職員の画面でも、いまの機関は選ばれたまま`() async throws {
    let town = try await Town.open()
    let agency = try await town.agency(of: "shougai")
    _ = try await town.office.database.write { try $0.run("UPDATE agency SET ended_on = '2026-10-31' WHERE id = \(agency)") }
    let administrator = try await town.signedIn("kanri")
    let id = try await town.staff("shougai")
    let form = try await administrator.get("/staff/\(id)/edit")
    #expect(form.contains("value=\"\(agency)\" selected"))
    let fields = [
      ("agency", "\(agency)"), ("sign_in_name", "shougai"), ("name", "架空 次郎"), ("job_title", "主任"), ("active_from", "R8.4.1"),
      ("version", form.field("version") ?? ""),
    ]
    #expect(try await administrator.post("/staff/\(id)", fields).status == 303)
  }

  @Test func `同じ名称の登録と、まだ人や仕事のある機関の終わりは、一度たずねてから保存する`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let first = try await administrator.post("/agencies", Self.good)
    let known = try await administrator.post("/agencies", Self.good)
    #expect(known.status == 200 && known.contains("という名称の機関が、すでにあります") && known.contains("このまま保存する"))
    #expect(try await town.number("SELECT count(*) FROM agency WHERE name = '架空訪問看護ステーション'") == 1)
    #expect(try await administrator.post("/agencies", Self.good + [("confirmed", "1")]).status == 303)
    #expect(try await town.number("SELECT count(*) FROM agency WHERE name = '架空訪問看護ステーション'") == 2)

    let empty = Self.good + [("version", try await administrator.get("\(first.location)/edit").field("version") ?? "")]
    #expect(try await administrator.post(first.location, empty + [("ended_on", "R8.12.31")]).status == 303, "何も残っていなければたずねない")
    _ = try await town.openCase(name: "架空 終わらない事例")
    let path = "/agencies/\(try await town.agency(of: "houkatsu"))"
    let form = try SentForm(try await administrator.get("\(path)/edit"), to: path).typing(["ended_on": "R8.12.31"])
    let asked = try await administrator.post(path, form.fields)
    #expect(asked.status == 200 && asked.contains("使える職員2人") && asked.contains("終わっていない事例"))
    #expect(try await town.number("SELECT count(*) FROM agency WHERE ended_on IS NOT NULL") == 1)
    #expect(try await administrator.post(path, try SentForm(asked, to: path).fields).status == 303)
    #expect(try await town.number("SELECT count(*) FROM agency WHERE ended_on IS NOT NULL") == 2)
  }

  @Test func `誤りのある入力は、残したまま直し方を示す`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let reply = try await administrator.post(
      "/agencies", [("name", ""), ("name_kana", "<i>"), ("corporation_number", "3.04E+12"), ("ended_on", "いつか"), ("field", "01")])
    #expect(reply.status == 422)
    #expect(reply.contains("＊名称を入力してください。") && reply.contains("＊法人番号は13けた") && reply.contains("＊終わった日："))
    #expect(reply.contains("いつか") && reply.contains("value=\"01\" checked") && !reply.contains("<i>"))
  }

  @Test func `二人が同時に変えると、後の人に両方を見せて、どちらも失わない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let path = try await administrator.post("/agencies", Self.good).location
    let version = try #require(try await administrator.get("\(path)/edit").field("version"))
    let first = Self.good.map { $0.0 == "phone" ? ("phone", "000-000-0002") : $0 } + [("version", version)]
    #expect(try await administrator.post(path, first).status == 303)
    let second = Self.good.map { $0.0 == "phone" ? ("phone", "000-000-0003") : $0 } + [("version", version)]
    let conflict = try await administrator.post(path, second)
    #expect(conflict.status == 409)
    #expect(conflict.contains("<td>000-000-0002</td><td>000-000-0003</td>") && conflict.contains("value=\"000-000-0003\""))
    let again = try #require(conflict.field("version"))
    #expect(try await administrator.post(path, second.filter { $0.0 != "version" } + [("version", again)]).status == 303)
    #expect(try await administrator.get(path).contains("000-000-0003"))
  }

  @Test func `令和7年度からの多機関協働の委託は、理由があれば登録できる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let path = try await administrator.post("/agencies", Self.good).location
    let multi = [("programme", "multi"), ("delivery", "entrusted"), ("from", "R7.4.1")]
    let asked = try await administrator.post("\(path)/programmes", multi)
    #expect(asked.status == 422 && asked.contains("原則として委託できません"))
    #expect(asked.contains("value=\"R7.4.1\""))
    #expect(try await administrator.post("\(path)/programmes", multi + [("reason", "架空の理由")]).status == 303)
    let page = try await administrator.get(path)
    #expect(page.contains("多機関協働事業") && page.contains("委託") && page.contains("R7.4.1") && page.contains("架空の理由"))
    let number = try await town.number("SELECT max(id) FROM agency_programme")
    #expect(try await administrator.post("\(path)/programmes/ending", [("programme_id", "\(number)"), ("until", "R7.3.1")]).status == 422)
    #expect(
      try await administrator.post("/agencies/1/programmes/ending", [("programme_id", "\(number)"), ("until", "R8.3.31")]).status == 422)
    #expect(try await administrator.post("\(path)/programmes/ending", [("programme_id", "\(number)"), ("until", "R8.3.31")]).status == 303)
    #expect(try await administrator.get(path).contains("R8.3.31まで"))
  }
}
