import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 世帯: who lives with whom, from when, until when; nothing is ever deleted.
@Suite struct HouseholdStory {
  private static let son: [(String, String)] = [
    ("name", "架空 息男"), ("kana", "かくう いきお"), ("birth", "53歳"), ("sex", "male"), ("relation", "05"), ("relation_note", "長男"),
    ("lives", "together"), ("from", "昭和48年"), ("note", "日中は自室"),
  ]

  @Test func `世帯に加えると、本人とあわせて表に載る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.post("/cases/\(id)/household/members", Self.son).status == 303)
    let page = try await counsellor.get("/cases/\(id)/household")
    #expect(page.contains("架空 息男") && page.contains("長男") && page.contains("53歳") && page.contains("日中は自室"))
    #expect(try await counsellor.get("/cases/\(id)").contains("架空 息男"))
    #expect(try await town.number("SELECT count(*) FROM household_member") == 2)
  }

  @Test func `離れた方は、日付を入れて残る。二度は離れられない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/\(id)/household/members", Self.son)
    let member = try await town.number("SELECT max(id) FROM household_member")
    let path = "/cases/\(id)/household/departures"
    #expect(try await counsellor.post(path, [("left", "\(member)"), ("left_on", "R9.1.1")]).contains("今日より先の日付です"))
    #expect(try await counsellor.post(path, [("left", "\(member)"), ("left_on", "S40.1.1")]).contains("より前の日付です"))
    #expect(try await counsellor.post(path, [("left", "99999"), ("left_on", "R8.11.1")]).status == 422)
    #expect(try await counsellor.post(path, [("left", "\(member)"), ("left_on", "R8.11.1")]).status == 303)
    #expect(try await counsellor.post(path, [("left", "\(member)"), ("left_on", "R8.11.2")]).status == 409)
    let page = try await counsellor.get("/cases/\(id)/household")
    #expect(page.contains("架空 息男") && page.contains("令和8年11月1日(2026-11-01)まで"))
    #expect(try await town.text("SELECT until_on FROM household_member WHERE id = \(member)") == "2026-11-01")
  }

  @Test func `同じ人がいれば先に聞き、選べばその人が世帯に入る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let other = try await town.openCase(name: "架空 息男", kana: "かくう いきお")
    let known = try await town.number("SELECT resident_id FROM case_file WHERE id = \(other)")
    let counsellor = try await town.signedIn("houkatsu")
    let before = try await town.number("SELECT count(*) FROM resident")
    let form = Self.son.map { $0.0 == "birth" ? ("birth", "S19.3.5") : $0 }
    let asked = try await counsellor.post("/cases/\(id)/household/members", form)
    #expect(asked.status == 200 && asked.contains("同じ人の確認") && asked.contains("value=\"\(known)\""))
    #expect(try await counsellor.post("/cases/\(id)/household/members", form + [("same", "\(known)")]).status == 303)
    #expect(try await town.number("SELECT count(*) FROM resident") == before)
    #expect(try await counsellor.post("/cases/\(id)/household/members", form + [("same", "\(known)")]).contains("すでに世帯に入っています"))
  }

  @Test func `見られない人は候補にも出ず、番号を当てても選べない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let hidden = try await town.openCase(by: "shougai", name: "架空 息男", kana: "かくう いきお")
    let resident = try await town.number("SELECT resident_id FROM case_file WHERE id = \(hidden)")
    let counsellor = try await town.signedIn("houkatsu")
    let form = Self.son.map { $0.0 == "birth" ? ("birth", "S19.3.5") : $0 }
    #expect(try await counsellor.post("/cases/\(id)/household/members", form + [("same", "\(resident)")]).status == 404)
    #expect(try await counsellor.post("/cases/\(id)/household/members", form).status == 303)
    #expect(try await town.number("SELECT count(*) FROM household_member WHERE resident_id = \(resident)") == 0)
  }

  @Test func `家族の関係を記録し、終わりも記録できる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/\(id)/household/members", Self.son)
    let one = try await town.number("SELECT min(resident_id) FROM household_member")
    let other = try await town.number("SELECT max(resident_id) FROM household_member")
    let path = "/cases/\(id)/household/relations"
    #expect(try await counsellor.post(path, [("one", "\(one)"), ("other", "\(one)"), ("tie", "05")]).status == 422)
    #expect(try await counsellor.post(path, [("one", "\(one)"), ("other", "\(other)"), ("tie", "01")]).status == 422)
    #expect(
      try await counsellor.post(path, [("one", "\(one)"), ("other", "\(other)"), ("tie", "05"), ("tie_from", "S48.4.1")]).status == 303)
    #expect(try await counsellor.get("/cases/\(id)/household").contains("昭和48年4月1日"))
    let ending = "/cases/\(id)/household/endings"
    let relation = try await town.number("SELECT max(id) FROM relationship")
    #expect(try await counsellor.post(ending, [("ended", "\(relation)"), ("ended_on", "")]).status == 422)
    #expect(try await counsellor.post(ending, [("ended", "\(relation)"), ("ended_on", "不詳")]).status == 303)
    #expect(try await counsellor.post(ending, [("ended", "\(relation)"), ("ended_on", "不詳")]).status == 409)
    #expect(try await counsellor.get("/cases/\(id)/household").contains("時期不詳"))
  }

  @Test func `続柄がないと断り、書いたことは残る。ほかの機関は触れない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let reply = try await town.signedIn("houkatsu").post("/cases/\(id)/household/members", [("name", "架空 のこる")])
    #expect(reply.status == 422 && reply.contains("続柄を選んでください") && reply.contains("架空 のこる"))
    let other = try await town.signedIn("shougai")
    #expect(try await other.get("/cases/\(id)/household").status == 404)
    try await town.grant(id, to: "shougai", reach: .handedOver)
    #expect(try await other.get("/cases/\(id)/household").status == 404)
    #expect(try await other.post("/cases/\(id)/household/members", Self.son).status == 404)
    #expect(try await town.number("SELECT count(*) FROM household_member") == 0)
  }

  @Test func `相談からの世帯は、いまの世帯に足し、同じ人を二度入れない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let principal = ResidentID(try await town.number("SELECT resident_id FROM case_file WHERE id = \(id)"))
    let households = try await town.work(as: "houkatsu") { desk in
      let son = try ResidentRecords.register(desk.writing, .init(PersonFacts(name: PersonName(written: "架空 息男"))), by: nil)
      let stays = [HouseholdRecords.Stay(resident: son, relation: "05", relationNote: "長男")]
      let first = try HouseholdRecords.addFromConsultation(desk, to: nil, principal: principal, stays)
      return [first, try HouseholdRecords.addFromConsultation(desk, to: first, principal: principal, stays)]
    }
    #expect(households[0] == households[1])
    #expect(try await town.number("SELECT count(*) FROM household_member") == 2)
  }
}
