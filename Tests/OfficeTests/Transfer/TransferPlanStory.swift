import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 異動を登録する: who may plan what, what each sees of it, and what the forms say.
@Suite struct TransferPlanStory {
  @Test func `管理者には事例の番号だけが見え、名前も記録も見えない`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    let number = try #require(try await town.text("SELECT number FROM case_file WHERE id = \(world.cases[2])"))
    let administrator = try await town.signedIn("kanri")
    try await world.choose("shinko", ["to-charge-\(world.cases[2])": "kakari"])
    let plan = try await administrator.get(world.path)
    #expect(plan.contains(number) && plan.contains("担当の事例 12件、やること 3件"))
    world.passToApril()
    try await town.office.applyDueTransfers()
    let result = try await town.signedIn("kanri").get(world.path)
    #expect(result.contains("実施済み") && result.contains(number))
    for page in [plan, result] {
      for words in ["架空 事例", "架空の約束", "見本町の高齢のご夫婦", "回覧板"] { #expect(!page.contains(words)) }
    }
    #expect(try await town.signedIn("kanri").get("/handovers").status == 404)
  }

  @Test func `責任者は自分の機関の人だけを、新しい権利は管理者が確認してから`() async throws {
    let world = try await TransferWorld.open(planned: false)
    let town = world.town
    let supervisor = try await town.signedIn("kakari")
    #expect(try await world.move("shougai", by: "kakari").status == 422, "よその機関の人")
    #expect(try await supervisor.post("\(world.path)/arrivals", [("new_name", "架空")]).status == 404)
    #expect(try await world.move("houkatsu", by: "kakari", template: "cityManager").status == 303)
    #expect(try await world.move("houkatsu", by: "kakari").status == 422, "二度は加えられない")
    let mover = try await world.mover("houkatsu")
    #expect(try await supervisor.post("\(world.path)/movers/\(mover)/confirmation").status == 404)
    #expect(try await supervisor.get(world.path).contains("新しい権利は未確認"))
    world.passToApril()
    try await town.office.applyDueTransfers()
    #expect(try await town.signedIn("houkatsu").get("/").location.hasPrefix("/sign-in"), "確認がなければ、古い権利だけが終わる")
    #expect(try await town.number("SELECT count(*) FROM staff_role WHERE role = 'cityManager'") == 1, "見本のまちの課長だけ")
    #expect(try await town.signedIn("kanri").get(world.path).contains("システム管理者が確認していなかった"))
  }

  @Test func `最後のシステム管理者は異動に入れられず、自分の異動は自分で確認できない`() async throws {
    let world = try await TransferWorld.open(planned: false)
    let town = world.town
    let own = try await town.staff("kanri")
    let leaving = [("staff", "\(own)"), ("kind", "leaves")]
    let administrator = try await town.signedIn("kanri")
    let refused = try await administrator.post("\(world.path)/movers", leaving)
    #expect(refused.status == 422 && refused.contains("システム管理者がいなくなる"))
    let other = try await town.secondAdministrator()
    #expect(try await world.move("kanri", by: "kanri", template: "cityManager").status == 303)
    let mover = try await world.mover("kanri")
    let alone = try await administrator.post("\(world.path)/movers/\(mover)/confirmation")
    #expect(alone.status == 422 && alone.contains("ほかのシステム管理者に確認を依頼"))
    #expect(try await town.signedIn("kanri2").post("\(world.path)/movers/\(mover)/confirmation").status == 303)
    // The other one is gone by then: nobody else could administer.
    _ = try await town.office.database.write { try $0.run("UPDATE staff SET active_until = '2027-01-31' WHERE id = \(other)") }
    world.passToApril()
    try await town.office.applyDueTransfers()
    let still = try await town.signedIn("kanri").get(world.path)
    #expect(still.status == 200 && still.contains("システム管理者がいなくなるため、この人の権利は変えていません"))
  }

  @Test func `引き継げるのは同じ機関の合う役割の人だけで、二人の編集は両方を見せる`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    let offered = try await town.signedIn("kakari").get(world.path)
    #expect(offered.contains(">架空 責任</option>") && !offered.contains(">架空 次郎</option>") && !offered.contains(">架空 花子</option>"))
    #expect(try await world.choose("shougai").status == 422)
    let version = try await town.number("SELECT version FROM mover WHERE id = \(try await world.mover("houkatsu"))")
    #expect(try await world.choose("kakari", version: version).status == 303)
    let stale = try await world.choose("shinko", by: "kanri", version: version)
    #expect(stale.status == 409 && stale.contains("ほかの人が先に保存しました"))
    #expect(stale.contains("<td>架空 責任</td><td>架空 新子（異動で着任）</td>"))
    let again = try await town.signedIn("kanri").send(
      SentForm(stale, to: "\(world.path)/movers/\(try await world.mover("houkatsu"))/successors"))
    #expect(again.status == 200)
    #expect(try await town.number("SELECT successor FROM mover WHERE kind = 'moves'") == town.staff("shinko"))
  }

  @Test func `異動の日は変えられ、読めない入力は残したまま示す`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    let administrator = try await town.signedIn("kanri")
    for wrong in ["いつか", "R8.11.1", "R12.4.1"] {
      let reply = try await administrator.post(world.path, [("effective_on", wrong), ("version", "1")])
      #expect(reply.status == 422 && reply.contains("value=\"\(wrong)\"") && reply.contains("ください"))
    }
    #expect(try await administrator.post(world.path, [("effective_on", "R9.3.1"), ("version", "1")]).status == 303)
    #expect(try await administrator.post(world.path, [("effective_on", "R9.3.2"), ("version", "1")]).status == 409)
    #expect(try await town.text("SELECT active_from FROM staff WHERE sign_in_name = 'shinko'") == "2027-03-01")
    let empty = try await administrator.post("\(world.path)/arrivals", [("new_name", "<b>"), ("new_sign_in", "houkatsu")])
    #expect(empty.status == 422 && empty.contains("＊行き先の機関を選んでください") && !empty.contains("<b>"))
  }

  @Test func `ほかの係と相談員には、異動が無いのと同じに見える`() async throws {
    let world = try await TransferWorld.open()
    for name in ["houkatsu", "houkatsu-nishi", "shi", "kansa"] {
      let visitor = try await world.town.signedIn(name)
      for path in ["/transfers", world.path] { #expect(try await visitor.get(path).status == 404) }
      for path in ["", "/application", "/cancellation", "/movers", "/arrivals"] {
        #expect(try await visitor.post(world.path + path).status == 404)
      }
    }
    _ = try await world.town.office.database.write { writing in
      try writing.run(
        """
        INSERT INTO staff_role (staff_id, role, from_on)
        SELECT id, 'sectionSupervisor', '2026-04-01' FROM staff WHERE sign_in_name IN ('houkatsu-nishi', 'shougai')
        """)
    }
    #expect(try await world.town.signedIn("houkatsu-nishi").get(world.path).status == 404)
    #expect(!(try await world.town.signedIn("houkatsu-nishi").get("/transfers")).contains(world.path))
    let receiving = try await world.town.signedIn("shougai").get(world.path)
    #expect(receiving.status == 200 && receiving.contains("架空 花子") && !receiving.contains("架空 新子") && !receiving.contains("12件"))
  }

  @Test func `様式のすべての欄に名前があり、番号は重ならない`() async throws {
    let world = try await TransferWorld.open()
    let page = try await world.town.signedIn("kanri").get(world.path).text
    let ids = page.matches(of: /<(?:select|input|textarea)[^>]* id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count && ids.count > 20)
    for match in page.matches(of: /<(?:select|textarea|input class="field[^"]*")([^>]*)>/) {
      let attributes = String(match.output.1)
      let id = attributes.firstMatch(of: /\sid="([^"]+)"/).map { String($0.output.1) } ?? ""
      #expect(attributes.contains("aria-label=") || page.contains("<label for=\"\(id)\""), "名前のない欄：\(id)")
    }
    #expect(!page.contains("tabindex=\"1\""))
    // Read from top to bottom: the people, then the forms that add to them, then what ends the plan.
    let places = ["異動する人", "すべてを引き継ぐ人", "人を加える", "新しく来る人</h3>", "この異動全体", "この異動を取りやめる"].map { page.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }
}
