import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 外部の構成員と会議の準備: the four questions through the link, beside the answers of the agencies.
@Suite struct GuestPreparationStory {
  private func answer(_ item: Int, _ household: String = "架空の学校からの見立て") -> [(String, String)] {
    [("household_\(item)", household), ("doing_\(item)", "架空の家庭訪問"), ("wanted_\(item)", "架空の学校医"), ("asks_\(item)", "架空のお願い")]
  }

  @Test func `招かれた先生は、自分の議題の四つの問いだけに答え、所属の名で並べて読まれる`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    #expect(try await guest.get("/agenda").contains("\(guest.link)/preparation"))
    let page = try await guest.get("/preparation")
    for words in ["議題1", "架空 ハルさん", "この世帯をどう見ていますか", "ほかの機関にお願いしたいこと", "見本中学校 担任"] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("架空の決めたいこと") && !page.contains(GuestWorld.canary) && !page.contains("架空事例1") && !page.hasEscapedMarkup)
    #expect(!page.contains("_\(world.foreign)\"") && !page.contains("/cases") && !page.contains("/meetings"))
    let sent = try await guest.post("/preparation", answer(world.item) + answer(world.foreign, GuestWorld.canary))
    #expect(sent.location == "\(guest.link)/preparation?sent=1")
    #expect(try await guest.get("/preparation?sent=1").contains("回答を受け付けました"))
    #expect(try await guest.get("/preparation").contains("架空の家庭訪問</textarea>"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_preparation WHERE item_id = \(world.foreign)") == 0)
    let answers = try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)/answers")
    #expect(answers.contains("<th scope=\"col\">見本中学校 担任</th>") && answers.contains("架空の学校からの見立て"))
    #expect(!(try await world.section.get("/meetings/\(world.meeting)/items/\(world.foreign)/answers")).contains("見本中学校"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting_item WHERE id = \(world.item)") == 1)
    let removal = try await world.section.post("/meetings/\(world.meeting)/items/\(world.item)/removal")
    #expect(removal.status == 422 && removal.contains("準備の回答"))
  }

  @Test func `直した回答が生き、同じ回答は二度書かれず、前の回答も消えない`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    for words in ["架空の一つめ", "架空の一つめ", "架空の二つめ"] {
      #expect(try await guest.post("/preparation", answer(world.item, words)).status == 303)
    }
    #expect(try await world.town.number("SELECT count(*) FROM guest_preparation") == 2)
    let answers = try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)/answers")
    #expect(answers.contains("架空の二つめ") && !answers.contains("架空の一つめ"))
    #expect(try await guest.post("/preparation", [("not_involved_\(world.item)", "1")]).status == 303)
    #expect(
      try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)/answers").contains("関わっていないと答えた機関：見本中学校 担任"))
    for sql in ["UPDATE guest_preparation SET household = 'x'", "DELETE FROM guest_preparation"] as [SQL] {
      await #expect(throws: ConstraintViolation.self) { try await world.town.office.database.write { try $0.run(sql) } }
    }
  }

  @Test func `守秘の確認の前には問いも見えず、答えられもしない`() async throws {
    let world = try await GuestWorld.open()
    var (guest, code) = try await world.invite()
    #expect(try await guest.get("/preparation").location == guest.link)
    _ = try await guest.enter(code)
    let page = try await guest.get("/preparation")
    #expect(page.status == 303 && page.location == "\(guest.link)/agenda")
    let early = try await guest.post("/preparation", answer(world.item))
    #expect(!early.contains("架空 ハル"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_preparation") == 0)
  }

  @Test func `書かれていない回答と長すぎる回答は、書いたものを残して断る`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    let empty = try await guest.post("/preparation", [])
    #expect(empty.status == 422 && empty.contains("回答が書かれていません"))
    let long = try await guest.post("/preparation", answer(world.item, String(repeating: "長", count: 601)))
    #expect(long.status == 422 && long.contains("601字") && long.contains("架空の家庭訪問</textarea>"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_preparation") == 0)
  }

  @Test func `会議が開かれたあとは、準備の受け付けが終わっている`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    let held = try await world.section.post("/meetings/\(world.meeting)/attendance", [("chair", "架空 議長")])
    try #require(held.status == 303, "\(held.text)")
    #expect(!(try await guest.get("/agenda")).contains("/preparation"))
    let late = try await guest.post("/preparation", answer(world.item))
    #expect(late.status == 422 && late.contains("受け付けは終わりました"))
    #expect(try await world.town.number("SELECT count(*) FROM guest_preparation") == 0)
  }

  @Test func `番号を聞き直されても、準備に書いたものは準備の画面に戻ってくる`() async throws {
    let world = try await GuestWorld.open()
    var (guest, code) = try await world.invite()
    _ = try await guest.enter(code)
    _ = try await guest.post("/pledge", [("confirmed", "1")])
    world.town.pass(minutes: 31)
    let typed = answer(world.item, "長く書いた架空の見立て") + [("page", "preparation")]
    let late = try await guest.post("/preparation", typed)
    #expect(late.status == 422 && late.contains("長く書いた架空の見立て"))
    let back = try await guest.enter(code, typed.map { ("held.\($0.0)", $0.1) })
    #expect(back.contains("会議の準備に答える") && back.contains("長く書いた架空の見立て</textarea>") && back.contains("まだ送られていません"))
  }

  @Test func `取り消したリンクでは、準備の画面も開かない`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    let member = MeetingMemberID(try await world.member())
    try await world.world.world.at("shi", .inviteGuest) { desk in try GuestRecords.revoke(desk, member) }
    #expect(try await guest.get("/preparation").status == 404)
    #expect(try await guest.post("/preparation", answer(world.item)).status == 404)
  }
}
