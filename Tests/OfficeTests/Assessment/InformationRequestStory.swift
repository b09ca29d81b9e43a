import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 情報提供の依頼: asked, answered on one plain page, taken over into the sheet.
@Suite struct InformationRequestStory {
  @Test func `依頼された機関は一枚の画面で答え、回答は機関名と日付つきで用紙に写せる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let asked = try await world.signedIn("kodomo")
    let children = try await world.town.agency(of: "kodomo").number
    let id = try await world.ask(children)
    #expect(try await asked.get("/information-requests").contains("/information-requests/\(id)\""))
    let page = try await asked.get("/information-requests/\(id)")
    for words in ["架空 ハル", "最近の様子を知りたい", "令和8年11月28日", "本人の同意（令和8年11月21日）", "通院先・主治医"] { #expect(page.contains(words), "\(words)") }
    for words in ["息子が十年家にいる。", "回覧板が止まっている。", "架空町", "架空 実"] { #expect(!page.contains(words), "\(words)") }
    #expect(try await asked.get("/cases/\(world.caseFile)").status == 404)
    let answer = [("version", "1"), ("health", "treated"), ("medical", "架空医院に月一回"), ("words", "朝は電話に出ません")]
    #expect(try await asked.post("/information-requests/\(id)/answer", answer).status == 303)

    let sheet = try await coordinator.get("/coordinations/\(world.id)/assessment")
    #expect(sheet.contains("見本市こども家庭センターから（R8.11.21）") && sheet.contains("架空医院に月一回") && sheet.contains("この回答を写す"))
    #expect(try await coordinator.post("/information-requests/\(id)/adoption", [("field", "medical")]).status == 303)
    let answers = try await world.town.text("SELECT answers FROM assessment")
    #expect(answers?.contains("架空医院に月一回") == true && answers?.contains("treated") == false)
    #expect(try await world.town.text("SELECT sources FROM assessment")?.contains("見本市こども家庭センター") == true)
    #expect(try await asked.get("/information-requests/\(id)").contains("朝は電話に出ません"))
  }

  @Test func `書いてあることを黙って消さず、書きかけの用紙にも写せる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let children = try await world.town.agency(of: "kodomo").number
    let id = try await world.ask(children, questions: ["medical"])
    let asked = try await world.signedIn("kodomo")
    #expect(try await asked.post("/information-requests/\(id)/answer", [("version", "1"), ("medical", "架空医院")]).status == 303)
    let path = "/coordinations/\(world.id)/assessment/edit"
    let typed = [("sheet", "3"), ("version", "0"), ("medical", "薬は三種類"), ("assets", "打ちかけの資産")]
    let taken = try await coordinator.post(path, typed + [("take", "\(id):medical")])
    #expect(taken.status == 200 && taken.contains("薬は三種類\n架空医院") && taken.contains("打ちかけの資産"))
    #expect(taken.contains("name=\"source.medical\" value=\"\(id)\""))
    #expect(try await world.town.number("SELECT count(*) FROM assessment") == 0)
    let saved = try await coordinator.post(
      path, [("sheet", "3"), ("version", "0"), ("medical", "薬は三種類\n架空医院"), ("source.medical", String(id))])
    #expect(saved.status == 303, "\(saved.text)")
    #expect(try await coordinator.get("/coordinations/\(world.id)/assessment").contains("見本市こども家庭センターから（R8.11.21）"))
  }

  @Test func `回答できないときは理由を返し、電話の回答は代わりに記録できる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    let asked = try await world.signedIn("kodomo")
    let id = try await world.ask(try await world.town.agency(of: "kodomo").number)
    let empty = try await asked.post("/information-requests/\(id)/answer", [("version", "1")])
    #expect(empty.status == 422 && empty.contains("回答が書かれていません。"))
    #expect(try await asked.post("/information-requests/\(id)/refusal", [("version", "1")]).status == 422)
    #expect(try await asked.post("/information-requests/\(id)/refusal", [("version", "1"), ("reason", "関わりがない")]).status == 303)
    #expect(try await coordinator.get("/information-requests/\(id)").contains("関わりがない"))
    let unnamed = try await coordinator.post("/information-requests/\(id)/answer", [("version", "2"), ("words", "電話で聞いた")])
    #expect(unnamed.status == 422 && unnamed.contains("だれの回答か"))
    let stale = try await coordinator.post(
      "/information-requests/\(id)/answer", [("version", "1"), ("words", "電話で聞いた"), ("answered_by", "架空 三奈")])
    #expect(stale.status == 409 && stale.contains("電話で聞いた"))
    let spoken = [("version", "2"), ("words", "電話で聞いた"), ("answered_by", "架空 三奈")]
    #expect(try await coordinator.post("/information-requests/\(id)/answer", spoken).status == 303)
    #expect(try await world.town.number("SELECT on_behalf FROM information_request WHERE id = \(id)") == 1)
    #expect(try await asked.post("/information-requests/\(id)/answer", [("version", "3"), ("words", "もう一度")]).status == 422)
  }

  @Test func `取り下げた依頼は、依頼された機関には取下げとだけ見える`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let asked = try await world.signedIn("kodomo")
    let id = try await world.ask(try await world.town.agency(of: "kodomo").number)
    #expect(try await asked.post("/information-requests/\(id)/withdrawal", [("version", "1")]).status == 404)
    #expect(
      try await (try await world.signedIn("takikan")).post("/information-requests/\(id)/withdrawal", [("version", "1")]).status == 303)
    let page = try await asked.get("/information-requests/\(id)")
    #expect(page.contains("取り下げられました") && !page.contains("架空 ハル") && !page.contains("最近の様子を知りたい"))
    #expect(!(try await asked.get("/information-requests").contains("架空 ハル")))
  }

  @Test func `期限が過ぎた依頼は、双方の一覧で期限切れになり、次の予定日に出る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    _ = try await world.ask(try await world.town.agency(of: "kodomo").number)
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == "2026-11-28")
    world.town.pass(days: 8)
    for (name, path) in [("kodomo", "/information-requests"), ("takikan", "/coordinations/\(world.id)/assessment")] {
      #expect(try await (try await world.signedIn(name)).get(path).contains("期限切れ"), "\(name)")
    }
  }

  @Test func `同意が及ぶ機関だけに、同じことをまとめて依頼できる`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let children = try await world.town.agency(of: "kodomo").number
    let disability = try await world.town.agency(of: "shougai").number
    let livelihood = try await world.town.agency(of: "konkyuu").number
    let form = world.consentForm(
      ["scope": "team", "apply_now": "1"], [("excluded", String(livelihood))])
    #expect(try await coordinator.post("/cases/\(world.caseFile)/consents", form).status == 303)
    let path = "/coordinations/\(world.id)/information-requests"
    #expect(try await coordinator.get("\(path)/new").contains("選べない機関：見本自立相談支援センター"))
    let refused = try await coordinator.post(path, world.requestForm([children, livelihood]))
    #expect(refused.status == 422 && refused.contains("見本自立相談支援センターに及んでいません。") && refused.contains("支援会議に諮って"))
    #expect(try await coordinator.post(path, world.requestForm([children, disability])).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM information_request WHERE state = 'asked'") == 2)
    let nothing = try await coordinator.post(path, world.requestForm([children], questions: [], asked: ""))
    #expect(nothing.status == 422 && nothing.contains("聞きたいことがありません。"))
  }
}
