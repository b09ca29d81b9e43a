import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// つなぎもどし: who sees what of it.
@Suite struct HandBackStory {
  @Test func `主担当が別の機関なら、主担当にもつなぎ元にも渡る`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let lead = try await world.agency("見本自立相談支援センター")
    #expect(try await world.review(.close, ["lead_agency": String(lead), "needs_follow_up": "0"]).status == 303)
    try await world.meet(.close, .mayClose)
    #expect(try await (try await world.signedIn("takikan")).post("/plans/\(try await world.plan())/closure", []).status == 303)
    #expect(try await world.stage() == "closed")
    #expect(try await world.town.number("SELECT count(*) FROM hand_back_item") == 2)
    #expect(try await world.town.number("SELECT is_lead FROM hand_back_item WHERE to_agency = \(lead)") == 1)
    let newcomer = try await world.signedIn("konkyuu")
    let item = try await world.town.number("SELECT id FROM hand_back_item WHERE to_agency = \(lead)")
    #expect(try await newcomer.get("/hand-backs/\(item)").contains("架空の現在"))
    #expect(try await newcomer.get("/cases/\(world.caseFile)").status == 200)
    let other = try await world.town.number("SELECT id FROM hand_back_item WHERE to_agency <> \(lead)")
    #expect(try await newcomer.get("/hand-backs/\(other)").status == 404)
  }

  @Test func `事例を見られない機関には、渡されたことばだけが見える`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let agency = try await world.agency("見本障害者相談支援センター")
    let maker = try await world.staff("takikan")
    let (coordination, now) = (world.id, world.town.now)
    let item = try await world.town.office.database.write { writing in
      Int(
        try writing.insert(
          """
          INSERT INTO hand_back_item (coordination_id, round, to_agency, words, is_lead, made_by, made_at)
          VALUES (\(coordination), 1, \(agency), '架空のことづて', 0, \(maker), \(now))
          """))
    }
    let receiver = try await world.signedIn("shougai")
    let page = try await receiver.get("/hand-backs/\(item)")
    #expect(page.status == 200)
    #expect(page.contains("架空のことづて"))
    for words in ["架空 ハル", "架空の現在", "架空の長期目標", "/cases/"] { #expect(!page.contains(words), "\(words)") }
    let list = try await receiver.get("/hand-backs")
    #expect(list.contains("/hand-backs/\(item)") && !list.contains("架空 ハル"))
    #expect(try await receiver.post("/hand-backs/\(item)/acknowledgement", []).status == 303)
  }

  @Test func `関係のない機関・管理者・監査には、つなぎもどしもフォローアップも無い`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.close()
    let item = try await world.town.number("SELECT id FROM hand_back_item")
    let followUp = try await world.town.number("SELECT id FROM follow_up")
    for name in ["kodomo", "kanri", "kansa"] {
      let other = try await world.signedIn(name)
      let absent = try await other.get("/hand-backs/999999")
      #expect(absent.status == 404)
      #expect(try await other.get("/hand-backs/\(item)").bytes == absent.bytes)
      #expect(try await other.get("/follow-ups/\(followUp)").status == 404)
      #expect(try await other.post("/hand-backs/\(item)/acknowledgement", []).status == 404)
      #expect(try await other.post("/follow-ups/\(followUp)", [("words", "x")]).status == 404)
      #expect(try await other.post("/follow-ups/\(followUp)/reopening", [("words", "x")]).status == 404)
      #expect(!(try await other.get("/hand-backs")).contains("R8-K"))
    }
    #expect(try await world.town.number("SELECT count(*) FROM hand_back_item WHERE taken_at IS NOT NULL") == 0)
    #expect(try await world.stage() == "followUp")
  }
}
