import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議の準備: four questions, short answers, who has not answered yet.
struct PreparationStory {
  static let east = "見本地域包括支援センター東"

  /// A called 重層的支援会議 with one item, and 包括東 asked about it. Gives meeting, item and question.
  private func asked(_ words: String = "") async throws -> (world: MeetingWorld, meeting: Int, item: Int, id: Int) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let item = try await world.item(meeting)
    let agency = try await world.world.agency(Self.east)
    let reply = try await world.coordinator.post(
      "/meetings/\(meeting)/preparation", [("ask", "\(item):\(agency)"), ("due", "R8.11.21"), ("words", words)])
    try #require(reply.status == 303, "\(reply.text)")
    return (world, meeting, item, try await world.town.number("SELECT id FROM preparation WHERE agency_id = \(agency)"))
  }

  private let answer = [
    ("version", "1"), ("household", "架空の見立て"), ("doing", "架空の訪問"), ("wanted", "架空の民生委員"), ("asks", "架空のお願い"),
  ]

  @Test func `招集した機関が尋ね、尋ねられた機関が一枚の画面で答え、並べて読める`() async throws {
    let (world, meeting, item, id) = try await asked("架空の添え書き")
    let host = try await world.coordinator.get("/meetings/\(meeting)/preparation")
    #expect(host.contains("回答待ち") && host.contains("回答のないものが1件"))
    let east = try await world.world.signedIn("houkatsu")
    let list = try await east.get("/preparations")
    #expect(list.contains("/preparations/\(id)") && list.contains("架空 ハルさん") && list.contains("回答待ち"))
    let page = try await east.get("/preparations/\(id)")
    #expect(page.contains("架空の添え書き") && page.contains("この世帯をどう見ていますか") && page.contains("data-draft"))
    let reply = try await east.post("/preparations/\(id)", answer)
    #expect(reply.status == 303 && reply.location == "/preparations")
    #expect(try await east.get("/preparations").contains("回答あり"))
    #expect(try await east.get("/preparations/\(id)").contains("架空の見立て"))
    let now = try await world.coordinator.get("/meetings/\(meeting)/preparation")
    #expect(now.contains("回答あり") && now.contains("回答がそろいました"))
    for visitor in [world.coordinator, world.section, east] {
      let answers = try await visitor.get("/meetings/\(meeting)/items/\(item)/answers")
      #expect(answers.status == 200 && answers.contains("架空のお願い") && answers.contains(Self.east))
    }
  }

  @Test func `関わっていない機関は、それだけを答えれば足りる`() async throws {
    let (world, meeting, item, id) = try await asked()
    let east = try await world.world.signedIn("houkatsu")
    let empty = try await east.post("/preparations/\(id)", [("version", "1")])
    #expect(empty.status == 422 && empty.contains("回答が書かれていません"))
    #expect(try await east.post("/preparations/\(id)", [("version", "1"), ("not_involved", "1")]).status == 303)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/preparation").contains("関わりなし"))
    let answers = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)/answers")
    #expect(answers.contains("関わっていないと答えた機関：\(Self.east)"))
  }

  @Test func `電話やFAXの回答は、招集した機関が代わりに記録し、そうと分かる`() async throws {
    let (world, meeting, item, id) = try await asked()
    #expect(try await world.coordinator.get("/preparations/\(id)").contains("代わりに記録します"))
    let bare = try await world.coordinator.post("/preparations/\(id)", answer)
    #expect(bare.status == 422 && bare.contains("どう届いたか") && bare.contains("架空の見立て"))
    let reply = try await world.coordinator.post("/preparations/\(id)", answer + [("way", "phone"), ("told_by", "架空 次郎")])
    #expect(reply.location == "/meetings/\(meeting)/preparation")
    let answers = try await world.section.get("/meetings/\(meeting)/items/\(item)/answers")
    #expect(answers.contains("電話で聞き取り") && answers.contains("架空 次郎"))
    // The agency itself cannot pretend to be somebody's telephone.
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.post("/preparations/\(id)", [("version", "2"), ("asks", "架空の直し"), ("way", "fax")]).status == 303)
    #expect(try await world.town.text("SELECT way FROM preparation WHERE id = \(id)") == "screen")
  }

  @Test func `先に保存されていたら、両方を見せて上書きしない`() async throws {
    let (world, _, _, id) = try await asked()
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.post("/preparations/\(id)", answer).status == 303)
    let late = try await world.coordinator.post(
      "/preparations/\(id)", answer.map { ($0.0, $0.0 == "asks" ? "架空の別の願い" : $0.1) } + [("way", "fax")])
    #expect(late.status == 409 && late.contains("架空のお願い") && late.contains("架空の別の願い"))
    #expect(try await world.town.text("SELECT asks FROM preparation WHERE id = \(id)") == "架空のお願い")
  }

  @Test func `期限を過ぎても答えのない機関が分かり、促したことが残る`() async throws {
    let (world, meeting, _, id) = try await asked()
    world.town.pass(days: 1)
    let host = try await world.world.signedIn("takikan")
    let page = try await host.get("/meetings/\(meeting)/preparation")
    #expect(page.contains("期限が過ぎたもの1件") && page.contains("促したことを記録する"))
    #expect(try await host.post("/preparations/\(id)/reminder").location == "/meetings/\(meeting)/preparation")
    #expect(try await host.get("/meetings/\(meeting)/preparation").contains("R8.11.22"))
    #expect(try await world.town.number("SELECT count(*) FROM preparation_reminder") == 1)
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.get("/preparations").contains("期限が過ぎています"))
    #expect(try await east.post("/preparations/\(id)", answer).status == 303)
    #expect(try await host.post("/preparations/\(id)/reminder").status == 422)
  }

  @Test func `答えのある議題は外せず、答えのない問いかけは議題とともに消える`() async throws {
    let (world, meeting, item, id) = try await asked()
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.post("/preparations/\(id)", answer).status == 303)
    let kept = try await world.coordinator.post("/meetings/\(meeting)/items/\(item)/removal")
    #expect(kept.status == 422 && kept.contains("準備の回答"))
    let other = try await asked()
    #expect(try await other.world.coordinator.post("/meetings/\(other.meeting)/items/\(other.item)/removal").status == 303)
    #expect(try await other.world.town.number("SELECT count(*) FROM preparation") == 0)
  }

  @Test func `期限は今日から会議の日までで、根拠のない機関には尋ねられない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    let east = try await world.world.agency(Self.east)
    let path = "/meetings/\(meeting)/preparation"
    let late = try await world.coordinator.post(path, [("ask", "\(item):\(east)"), ("due", "R8.11.22")])
    #expect(late.status == 422 && late.contains("会議より後"))
    let none = try await world.coordinator.post(path, [("due", "R8.11.21")])
    #expect(none.status == 422 && none.contains("尋ねる機関が選ばれていません"))
    let stranger = try await world.world.agency("見本障害者相談支援センター")
    #expect(try await world.coordinator.post(path, [("ask", "\(item):\(stranger)"), ("due", "R8.11.21")]).status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM preparation") == 0)
  }
}
