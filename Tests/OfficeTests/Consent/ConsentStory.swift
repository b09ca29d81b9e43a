import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 本人同意 through its doors: given, released, withdrawn, refused, per person.
@Suite struct ConsentStory {
  @Test func `同意と申込みを記録すると、段階が進み、多機関協働と市の見える範囲が広がる`() async throws {
    let world = try await CoordinationWorld.open(agrees: false)
    let coordinator = try await world.signedIn("takikan")
    #expect(try await coordinator.get("/cases/\(world.caseFile)/consents").contains("未確認"))
    #expect(!(try await coordinator.get("/cases/\(world.caseFile)").contains("回覧板が止まっている。")))
    // What was written in the same second as the consent counts as written with it.
    world.town.pass(minutes: 1)
    let reply = try await coordinator.post("/cases/\(world.caseFile)/consents", world.consentForm(["apply_now": "1"]))
    #expect(reply.status == 303, "\(reply.text)")
    #expect(try await world.stage() == "applied")
    for name in ["takikan", "shi"] { #expect(try await world.reach(of: name) == "team", "\(name)") }
    #expect(try await world.town.number("SELECT pre_consent FROM case_file WHERE id = \(world.caseFile)") == 0)
    let list = try await coordinator.get("/cases/\(world.caseFile)/consents")
    #expect(list.contains("同意あり") && list.contains("利用申込あり"))
    // what others wrote before stays theirs until it is released.
    #expect(try await coordinator.get("/cases/\(world.caseFile)").status == 200)
    #expect(!(try await coordinator.get("/cases/\(world.caseFile)").contains("回覧板が止まっている。")))
    let id = try await world.latestConsent()
    #expect(try await coordinator.post("/consents/\(id)/release").status == 303)
    #expect(try await coordinator.get("/cases/\(world.caseFile)").contains("回覧板が止まっている。"))
  }

  @Test func `「段階を進める」を外せば、記録だけして段階は進まない`() async throws {
    let world = try await CoordinationWorld.open(agrees: false)
    let coordinator = try await world.signedIn("takikan")
    #expect(try await coordinator.get("/cases/\(world.caseFile)/consents/new").contains("name=\"apply_now\" value=\"1\" checked"))
    #expect(try await coordinator.post("/cases/\(world.caseFile)/consents", world.consentForm()).status == 303)
    #expect(try await world.stage() == "accepted")
  }

  @Test func `窓口で受けた利用申込は、多機関協働のやることになる`() async throws {
    let world = try await CoordinationWorld.open()
    let window = try await world.signedIn("houkatsu")
    #expect(!(try await window.get("/cases/\(world.caseFile)/consents/new").contains("apply_now")))
    #expect(try await window.post("/cases/\(world.caseFile)/consents", world.consentForm(["apply_now": "1"])).status == 303)
    #expect(try await world.stage() == "accepted")
    #expect(try await (try await world.signedIn("takikan")).get("/tasks?view=section").contains("利用申込（様式1-1）が記録されました"))
    try await world.move(.apply)
  }

  @Test func `相談受付で聞いた同意は、もう一度打たなくてよい`() async throws {
    let world = try await CoordinationWorld.open()
    let consent = ConsentChoice.applied(
      ConsentApplication(
        consentTextVersion: "架空の版", on: CivilDate(iso: "2026-11-20"), how: .proxy(writer: "架空 実", reason: "手が不自由なため"),
        explainedBy: "架空 花子", exclusions: "勤め先には知らせない"))
    let facts = String(decoding: try JSONEncoder().encode(consent), as: UTF8.self)
    try await world.town.office.database.write {
      try $0.run("UPDATE consultation SET consent = 'given', consent_facts = \(facts) WHERE case_file_id = \(world.caseFile)")
    }
    let page = try await world.signedIn("houkatsu").get("/cases/\(world.caseFile)/consents/new")
    for words in ["R8.11.20", "架空 実", "手が不自由なため", "架空 花子", "勤め先には知らせない", "架空の版", "相談受付 架空-1 から写しました"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `足りないところは打ったものを残して尋ね、紙の画像も添えられる`() async throws {
    let world = try await CoordinationWorld.open()
    let window = try await world.signedIn("houkatsu")
    let path = "/cases/\(world.caseFile)/consents"
    let refused = try await window.post(path, world.consentForm(["how": "proxy", "proxy_writer": "架空 実", "rules_version": ""]))
    #expect(refused.status == 422)
    #expect(refused.contains("代筆の理由が入っていません。") && refused.contains("どの取扱規程で説明したか") && refused.contains("架空 実"))
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
    let kept = try await window.upload(path, world.consentForm(), file: ("file", "同意書.png", png))
    #expect(kept.status == 303, "\(kept.text)")
    let id = try await world.latestConsent()
    #expect(try await window.get("/consents/\(id)").contains("同意書.png"))
    let wrong = try await window.upload(path, world.consentForm(), file: ("file", "同意書.exe", Array("MZ".utf8)))
    #expect(wrong.status == 422)
  }

  @Test func `取り消すとその時から見える範囲が狭まり、プランは見直し、依頼は取り下げ、次へは進めない`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    try await world.carry(to: .planning)
    let plan = try await world.draftPlan()
    let east = try await world.agency("見本地域包括支援センター東")
    #expect(
      try await coordinator.post("/coordinations/\(world.id)/information-requests", world.requestForm([east])).status == 303)
    try await world.grantPlanRole(to: "kodomo")
    #expect(try await (try await world.signedIn("kodomo")).get("/cases/\(world.caseFile)").status == 200)

    let id = try await world.latestConsent()
    let reply = try await coordinator.post("/consents/\(id)/withdrawal", [("words", "架空の理由で取りやめたい")])
    #expect(reply.status == 303, "\(reply.text)")
    for name in ["takikan", "shi"] { #expect(try await world.reach(of: name) == "handedOver", "\(name)") }
    #expect(try await (try await world.signedIn("kodomo")).get("/cases/\(world.caseFile)").status == 404)
    #expect(try await world.town.text("SELECT review_wanted FROM plan WHERE id = \(plan)")?.contains("取り消されました") == true)
    #expect(try await world.town.text("SELECT state FROM information_request") == "withdrawn")
    #expect(try await coordinator.get("/tasks?view=section").contains("同意の取消し：プランを見直す"))
    #expect(try await coordinator.get("/cases/\(world.caseFile)/consents").contains("取消し"))

    let ask = try await coordinator.post("/coordinations/\(world.id)/information-requests", world.requestForm([east]))
    #expect(ask.status == 422 && ask.contains("支援会議に諮って"))
    await #expect(throws: FieldErrors.self) { try await world.move(.submitPlan) }
    let again = try await coordinator.post("/consents/\(id)/withdrawal")
    #expect(again.status == 422 && again.contains("いま有効ではない"))
    // A new agreement is another fact, and opens the case again.
    #expect(try await coordinator.post("/cases/\(world.caseFile)/consents", world.consentForm()).status == 303)
    #expect(try await world.reach(of: "takikan") == "team")
  }

  @Test func `同意は一人ずつで、家族の同意や返事は本人の同意に響かない`() async throws {
    let world = try await CoordinationWorld.open()
    let window = try await world.signedIn("houkatsu")
    let son = try await world.town.number("SELECT id FROM resident WHERE name = '架空 実'")
    let path = "/cases/\(world.caseFile)/consents"
    #expect(try await window.post(path, world.consentForm(["person": String(son), "is_application": ""])).status == 303)
    try await world.at("takikan", .seeCase) { desk in
      let file = try desk.open(world.caseFile)
      #expect(try ConsentStateQueries.ofPerson(desk, file).state == .notAsked)
      #expect(try ConsentStateQueries.of(desk, file, person: ResidentID(son)).state == .given)
    }
    #expect(try await window.post("\(path)/refused", [("person", String(son)), ("words", "やはり話したくない")]).status == 303)
    #expect(try await window.post("\(path)/asked", [("person", "")]).status == 303)
    let page = try await window.get(path)
    #expect(page.contains("同意しない") && page.contains("やはり話したくない") && page.contains("確認中"))
    #expect(try await window.post("\(path)/asked", [("person", "999999")]).status == 404)
  }

  @Test func `同意のあとに断られたときも、その時から共有は止まる`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    try await world.carry(to: .applied)
    #expect(try await coordinator.post("/cases/\(world.caseFile)/consents/refused", [("person", "")]).status == 303)
    #expect(try await world.reach(of: "takikan") == "handedOver")
    await #expect(throws: FieldErrors.self) { try await world.move(.beginAssessment) }
  }

  @Test func `期限の過ぎた同意では、アセスメントも情報提供の依頼もできない`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let form = world.consentForm(["apply_now": "1", "until_on": "R8.11.30"])
    #expect(try await coordinator.post("/cases/\(world.caseFile)/consents", form).status == 303)
    world.town.pass(days: 14)
    let later = try await world.signedIn("takikan")
    #expect(try await later.get("/cases/\(world.caseFile)/consents").contains("期限切れ"))
    let saved = try await later.post("/coordinations/\(world.id)/assessment/edit", world.firstSheet())
    #expect(saved.status == 422 && saved.contains("期限切れ"))
  }
}
