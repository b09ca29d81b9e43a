import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 本人情報の訂正: byte for byte, and never over somebody else's change.
@Suite struct ResidentCorrectionStory {
  private static func form(_ name: String, version: Int, _ more: [(String, String)] = []) -> [(String, String)] {
    [("name", name), ("kana", "かくう たろう"), ("birth", "S19.3.5"), ("sex", "male"), ("version", "\(version)")] + more
  }

  @Test func `氏名は字形のまま残り、一覧の呼び名もついてくる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let form = try await counsellor.get("/cases/\(id)/resident/edit")
    #expect(form.contains("value=\"S19.3.5\"") && form.contains("000-0000-0001"))
    let name = "髙󠄁橋 神\u{FA19}太郎 葛\u{E0100}城"
    let saved = try await counsellor.post("/cases/\(id)/resident", Self.form(name, version: 1, [("phone_note", "夜は不可")]))
    #expect(saved.status == 303)
    let stored = try #require(
      try await town.text("SELECT r.name FROM resident r JOIN case_file c ON c.resident_id = r.id WHERE c.id = \(id)"))
    #expect(stored.utf8.elementsEqual(name.utf8))
    let page = try await counsellor.get("/cases/\(id)")
    #expect(page.contains("夜は不可") && page.contains("昭和19年3月5日"))
    #expect(try await counsellor.get("/cases").contains(name))
  }

  @Test func `二人で直すと、後の人に両方を見せて、どちらも失わない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let first = try await town.signedIn("houkatsu")
    let second = try await town.signedIn("kakari")
    #expect(try await first.post("/cases/\(id)/resident", Self.form("架空 先太郎", version: 1)).status == 303)
    let late = try await second.post("/cases/\(id)/resident", Self.form("架空 後太郎", version: 1))
    #expect(late.status == 409 && late.contains("架空 先太郎") && late.contains("架空 後太郎"))
    #expect(late.field("version") == "2")
    #expect(try await second.post("/cases/\(id)/resident", Self.form("架空 後太郎", version: 2)).status == 303)
  }

  @Test func `読めない日付は直し方を示し、入力を残す`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let reply = try await counsellor.post(
      "/cases/\(id)/resident", [("name", "架空 のこる"), ("birth", "昭和19年13月1日"), ("version", "1")])
    #expect(reply.status == 422 && reply.contains("13月はありません") && reply.contains("架空 のこる"))
    let future = try await counsellor.post("/cases/\(id)/resident", [("name", "架空 のこる"), ("birth", "R9.1.1"), ("version", "1")])
    #expect(future.status == 422)
  }

  @Test func `見られない機関と、渡された範囲だけの機関は直せない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let other = try await town.signedIn("shougai")
    #expect(try await other.get("/cases/\(id)/resident/edit").status == 404)
    try await town.grant(id, to: "shougai", reach: .handedOver)
    #expect(try await other.get("/cases/\(id)/resident/edit").status == 404)
    #expect(try await other.post("/cases/\(id)/resident", Self.form("架空 のっとり", version: 1)).status == 404)
    #expect(try await town.signedIn("houkatsu").get("/cases/1/resident/edit").status == 404)
  }

  @Test func `80代のまま保存しても、聞いた日は動かない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let resident = ResidentID(try await town.number("SELECT resident_id FROM case_file WHERE id = \(id)"))
    try await town.work(as: "houkatsu") { desk in
      var person = ResidentRecords.Registration(PersonFacts(name: PersonName(written: "架空 太郎")))
      person.facts.birth = PartialDate(stored: "age:80-89@2026-11-01") ?? .unknown
      _ = try ResidentRecords.change(desk.writing, resident, to: person, version: 1)
    }
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases/\(id)/resident/edit").contains("value=\"80代\""))
    #expect(try await counsellor.post("/cases/\(id)/resident", [("name", "架空 太郎"), ("birth", "80代"), ("version", "2")]).status == 303)
    #expect(try await town.text("SELECT birth FROM resident WHERE id = \(resident)") == "age:80-89@2026-11-01")
  }
}
