import Casework
import Store
import Testing

@testable import Office

/// 漏えい等の記録: from the first word to the closing, nothing of it rewritten.
struct IncidentStory {
  private func opened() async throws -> (AccessWorld, Visitor) {
    let world = try await AccessWorld.open()
    return (world, try await world.town.signedIn(AccessVisitor.staff(.programme, .cityManager).signInName))
  }

  private let first = [
    ("known_on", "R8.11.20"), ("outline", "架空の紙を窓口に置き忘れた"), ("persons", "1"), ("is_sensitive", "1"), ("case_numbers", "ｒ８－90001"),
  ]
  private let rest = [("items", "氏名、障害の有無"), ("cause", "確認もれ"), ("handling", "電話で説明"), ("prevention", "鍵のかかる箱に入れる")]

  @Test func `一人でも要配慮個人情報なら、報告の要否と期限をその場で示す`() async throws {
    let (world, manager) = try await opened()
    let sent = try await manager.post("/incidents", first)
    #expect(sent.status == 303)
    let page = try await manager.get(sent.location)
    for words in ["I8-00001", "報告が必要", "要配慮個人情報を含む（1人から）", "令和8年11月24日まで", "令和8年12月19日まで", "できるだけ令和8年11月22日までに", "R8-90001"] {
      #expect(page.contains(words), "\(words)")
    }
    world.town.pass(days: 4)
    let later = try await world.town.signedIn(AccessVisitor.staff(.programme, .cityManager).signInName)
    #expect(try await later.get(sent.location).contains("期限を過ぎています（令和8年11月24日まで）"))
    #expect(try await later.get("/incidents").contains("chip late"))
    let style = try await later.get(AssetRoutes.styleSheetPath)
    #expect(style.contains("@media (max-width: 48rem) { .chip { white-space: normal;"), "長い札は、細い画面では折り返す")
    #expect(try await world.town.text("SELECT subject FROM audit_entry WHERE act = 'recordIncident' LIMIT 1") == "incident \(sent.number)")
  }

  @Test func `要るものがそろうまで終結できず、終結したら変えられない`() async throws {
    let (world, manager) = try await opened()
    let path = try await manager.post("/incidents", first).location
    let early = try await manager.post("\(path)/closure")
    #expect(early.status == 422 && early.contains("まだ終結できません") && early.contains("個人情報保護委員会への速報（行った日か、行わない理由）"))
    #expect(try await manager.post(path, first + rest + [("version", "1")]).status == 303)
    let waived = try await manager.post("\(path)/steps", [("step", "notice"), ("done", "waived")])
    #expect(waived.status == 422 && waived.contains("その理由を書いてください"))
    for step in ["quickReport", "finalReport"] {
      #expect(try await manager.post("\(path)/steps", [("step", step), ("done", "done"), ("on", "R8.11.21")]).status == 303)
    }
    #expect(try await manager.post("\(path)/closure").status == 422)
    #expect(try await manager.post("\(path)/steps", [("step", "notice"), ("done", "waived"), ("words", "公表で代えた")]).status == 303)
    #expect(try await manager.post("\(path)/closure").status == 303)
    let page = try await manager.get(path)
    #expect(page.contains("終結しました") && page.contains("公表で代えた") && !page.contains("内容を直す"))
    #expect(try await manager.post(path, first + rest + [("version", "2"), ("items", "別")]).status == 422)
    #expect(try await manager.post("\(path)/steps", [("step", "publication")]).status == 422)
    #expect(try await world.town.number("SELECT closed_at IS NOT NULL FROM incident WHERE number = 'I8-00001'") == 1)
  }

  @Test func `直す前の内容は残り、書き換えも削除もできない`() async throws {
    let (world, manager) = try await opened()
    let path = try await manager.post("/incidents", first).location
    #expect(try await manager.post(path, first + [("outline2", ""), ("version", "1"), ("cause", "置き場所が決まっていない")]).status == 303)
    let page = try await manager.get(path)
    #expect(page.contains("これまでの内容（2版）") && page.contains("第1版"))
    for sql in [
      "UPDATE incident_version SET content = ''", "DELETE FROM incident_version", "DELETE FROM incident", "DELETE FROM incident_step",
    ] {
      if sql.contains("incident_step") { _ = try await manager.post("\(path)/steps", [("step", "quickReport"), ("done", "done")]) }
      await #expect(throws: (any Error).self, "\(sql)") { try await world.town.office.database.write { try $0.run("\(raw: sql)") } }
    }
  }

  @Test func `二人が同時に直すと、両方の内容を並べて示す`() async throws {
    let (world, manager) = try await opened()
    let path = try await manager.post("/incidents", first).location
    let other = try await world.town.signedIn(AccessVisitor.staff(.programme, .cityStaff).signInName)
    #expect(try await other.post(path, first + [("version", "1"), ("cause", "架空の原因その一")]).status == 303)
    let conflict = try await manager.post(path, first + [("version", "1"), ("cause", "架空の原因その二")])
    #expect(conflict.status == 409 && conflict.contains("架空の原因その一") && conflict.contains("架空の原因その二"))
    #expect(conflict.field("version") == "2")
    #expect(try await manager.post(path, first + [("version", "2"), ("cause", "架空の原因その二")]).status == 303)
  }

  @Test func `誤った入力は、残したまま直し方を言う`() async throws {
    let (world, manager) = try await opened()
    let reply = try await manager.post(
      "/incidents", [("known_on", "R8.11.30"), ("persons", "たくさん"), ("case_numbers", "R8-99999"), ("cause", "123456789018")])
    #expect(reply.status == 422)
    for words in ["今日より先の日付です", "概要が入っていません", "人数は数字で", "次の番号の事例はありません：R8-99999", "たくさん", "マイナンバー"] {
      #expect(reply.contains(words), "\(words)")
    }
    #expect(try await world.town.number("SELECT count(*) FROM incident WHERE number >= 'I8'") == 0)
  }

  @Test func `監査担当や管理者も登録でき、書きかけは自動で残る`() async throws {
    let (world, _) = try await opened()
    for role in [Role.auditor, .systemAdministrator, .cityStaff] {
      let visitor = try await world.town.signedIn(AccessVisitor.staff(.unrelated, role).signInName)
      #expect(try await visitor.get("/incidents/new").contains("data-draft"))
      let saved = try await visitor.post(
        "/drafts/auto", [("draft_form", "漏えい等の記録"), ("draft_path", "/incidents/new"), ("outline", "架空の書きかけ")])
      #expect(saved.status == 200, "\(role)")
      let id = saved.text.split(separator: " ")[1]
      #expect(try await visitor.get(try await visitor.get("/drafts/\(id)").location).contains("架空の書きかけ"))
      #expect(try await visitor.post("/incidents", first + [("draft", String(id))]).status == 303)
    }
    #expect(try await world.town.number("SELECT count(*) FROM draft WHERE form = '漏えい等の記録'") == 0)
  }

  @Test(arguments: Role.allCases.filter { !Act.seeIncidents.roles.contains($0) })
  func `ほかの役割には、漏えい等の記録の扉がない`(_ role: Role) async throws {
    let (world, manager) = try await opened()
    let path = try await manager.post("/incidents", first).location
    let other = try await world.town.signedIn(AccessVisitor.staff(.own, role).signInName)
    let absent = try await other.get("/incidents/999999")
    for place in ["/incidents", "/incidents/new", path, "\(path)/edit"] {
      let reply = try await other.get(place)
      #expect(reply.status == 404 && reply.bytes == absent.bytes, "\(place)")
    }
    for place in ["/incidents", path, "\(path)/steps", "\(path)/closure"] {
      #expect(try await other.post(place, first).status == 404, "\(place)")
    }
  }
}
