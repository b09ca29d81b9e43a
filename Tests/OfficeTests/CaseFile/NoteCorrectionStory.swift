import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 支援経過の訂正: the old words stay, struck through, with the reason.
@Suite struct NoteCorrectionStory {
  private static func form(_ facts: String, reason: String = "日付の誤り", visibility: String = "team") -> [(String, String)] {
    NoteStory.good.filter { !["facts", "visibility"].contains($0.0) }
      + [("facts", facts), ("correction_reason", reason), ("visibility", visibility)]
  }

  @Test func `訂正すると、元の記録は取り消し線と理由つきで残る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "まちがった内容")
    let counsellor = try await town.signedIn("houkatsu")
    let form = try await counsellor.get("/cases/\(id)/notes/\(note)/correct")
    #expect(form.status == 200 && form.contains("まちがった内容") && form.contains("訂正の理由"))
    let saved = try await counsellor.post("/cases/\(id)/notes/\(note)/correct", Self.form("正しい内容"))
    #expect(saved.status == 303)
    let page = try await counsellor.get("/cases/\(id)")
    #expect(page.contains("<del><p>まちがった内容</p></del>") && page.contains("理由：日付の誤り") && page.contains("正しい内容"))
    #expect(try await town.number("SELECT count(*) FROM note WHERE case_file_id = \(id)") == 2)
  }

  @Test func `理由がなければ訂正できず、書いた内容は残る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "もとの内容")
    let reply = try await town.signedIn("houkatsu").post("/cases/\(id)/notes/\(note)/correct", Self.form("書き直した内容", reason: " "))
    #expect(reply.status == 422 && reply.contains("訂正の理由が入っていません") && reply.contains("書き直した内容"))
  }

  @Test func `先に訂正された記録をもう一度訂正しようとすると、両方を並べて見せる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "もとの内容")
    let first = try await town.signedIn("houkatsu")
    let second = try await town.signedIn("kakari")
    #expect(try await first.post("/cases/\(id)/notes/\(note)/correct", Self.form("先の訂正")).status == 303)
    let late = try await second.post("/cases/\(id)/notes/\(note)/correct", Self.form("後の訂正"))
    #expect(late.status == 409 && late.contains("先の訂正") && late.contains("後の訂正"))
    let current = try await town.number("SELECT max(id) FROM note")
    #expect(late.contains("/cases/\(id)/notes/\(current)/correct"))
    #expect(try await second.get("/cases/\(id)/notes/\(note)/correct").location == "/cases/\(id)/notes/\(current)/correct")
    #expect(try await second.post("/cases/\(id)/notes/\(current)/correct", Self.form("後の訂正")).status == 303)
  }

  @Test func `ほかの機関の記録や、別の事例の記録は訂正できない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "もとの内容")
    try await town.grant(id, to: "shougai", reach: .team)
    let other = try await town.signedIn("shougai")
    #expect(!(try await other.get("/cases/\(id)")).contains("この記録を訂正する"))
    #expect(try await other.get("/cases/\(id)/notes/\(note)/correct").status == 404)
    #expect(try await other.post("/cases/\(id)/notes/\(note)/correct", Self.form("のっとり")).status == 404)
    let own = try await town.signedIn("houkatsu")
    #expect(try await own.post("/cases/1/notes/\(note)/correct", Self.form("別の事例から")).status == 404)
    #expect(try await town.number("SELECT count(*) FROM note WHERE replaces IS NOT NULL") == 0)
  }

  @Test func `公開範囲を自機関に狭める訂正をすると、取り消した文もほかの機関から見えなくなる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "見せてはいけない内容")
    try await town.grant(id, to: "shougai", reach: .team)
    let own = try await town.signedIn("houkatsu")
    let middle = try await own.post("/cases/\(id)/notes/\(note)/correct", Self.form("途中の訂正"))
    #expect(middle.status == 303)
    let newer = try await town.number("SELECT max(id) FROM note")
    _ = try await own.post("/cases/\(id)/notes/\(newer)/correct", Self.form("内輪の内容", visibility: "ownAgency"))
    let seen = try await town.signedIn("shougai").get("/cases/\(id)")
    #expect(!seen.contains("見せてはいけない内容") && !seen.contains("途中の訂正") && !seen.contains("内輪の内容"))
    #expect(try await own.get("/cases/\(id)").contains("見せてはいけない内容"))
  }

  @Test func `記録の言葉はデータベースの上でも書き換えられない`() async throws {
    let town = try await Town.open()
    await #expect(throws: ConstraintViolation.self) {
      try await town.office.database.write { try $0.run("UPDATE note SET facts = 'x' WHERE id = 1") }
    }
    await #expect(throws: ConstraintViolation.self) { try await town.office.database.write { try $0.run("DELETE FROM note WHERE id = 1") } }
  }
}
