import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議のふり返り: answered once, summed only when nothing more can come, so that nobody's answer can be told from the sum.
struct QuestionnaireStory {
  /// A meeting that 多機関協働, the town and 包括東 were called to, held today.
  private func held() async throws -> (world: MeetingWorld, path: String) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    try await world.holdWithBoth(meeting)
    return (world, "/meetings/\(meeting)/questionnaire")
  }

  private func answer(_ mark: Int, _ words: String = "") -> [(String, String)] {
    MeetingQuestion.allCases.map { ($0.rawValue, "\(mark)") } + [("words", words)]
  }

  @Test func `一人一度だけ答え、招かれた機関がそろうまでまとめを見せず、そろえば締め切る`() async throws {
    let (world, path) = try await held()
    let east = try await world.world.signedIn("houkatsu")
    let page = try await east.get(path)
    #expect(page.contains("二分で終わります") && page.contains("締切は令和8年11月28日です"))
    let half = try await east.post(path, [("heard", "5")])
    #expect(half.status == 422 && half.contains("選ばれていません"))
    #expect(try await east.post(path, answer(5, "架空のよかったこと")).status == 303)
    let again = try await east.post(path, answer(1, "架空の二度目"))
    #expect(again.status == 422 && again.contains("もう答えています"))
    #expect(try await world.section.post(path, answer(4)).status == 303)
    let two = try await world.coordinator.get(path)
    #expect(two.contains("締切の令和8年11月28日を過ぎるか") && !two.contains("架空のよかったこと"))
    #expect(try await world.coordinator.post(path, answer(4)).status == 303)
    let three = try await world.coordinator.get(path)
    #expect(three.contains("3人の回答です") && three.contains("4.3") && three.contains("架空のよかったこと"))
    #expect(!(try await east.get(path)).contains("架空のよかったこと"))
    let late = try await world.world.signedIn("kakari").post(path, answer(1))
    #expect(late.status == 422 && late.contains("締め切りました") && late.contains("直接伝えてください"))
    #expect(try await world.coordinator.get(path).contains("3人の回答です"))
    for name in ["shougai", "kansa"] { #expect(try await world.world.signedIn(name).get(path).status == 404, "\(name)") }
  }

  @Test func `締切の日まではまとめを見せず、過ぎれば見せて、もう受け付けない`() async throws {
    let (world, path) = try await held()
    for (name, mark) in [("houkatsu", 5), ("kakari", 5), ("shi", 2)] {
      #expect(try await world.world.signedIn(name).post(path, answer(mark)).status == 303, "\(name)")
    }
    #expect(!(try await world.coordinator.get(path)).contains("人の回答です"), "三人いても、まだ動くまとめは見せない")
    world.town.pass(days: 7)
    #expect(!(try await world.world.signedIn("takikan").get(path)).contains("人の回答です"))
    world.town.pass(days: 1)
    let coordinator = try await world.world.signedIn("takikan")
    let closed = try await coordinator.get(path)
    #expect(closed.contains("3人の回答です") && closed.contains("令和8年11月28日に締め切りました"))
    let late = try await coordinator.post(path, answer(1))
    #expect(late.status == 422 && late.contains("これからの回答は受け付けません"))
    #expect(try await world.town.number("SELECT count(*) FROM questionnaire_answer") == 3)
  }

  @Test func `三人に満たないまま締め切ったふり返りは、まとめを見せない`() async throws {
    let (world, path) = try await held()
    for name in ["houkatsu", "shi"] { _ = try await world.world.signedIn(name).post(path, answer(3, "架空の一言")) }
    world.town.pass(days: 8)
    let page = try await world.world.signedIn("takikan").get(path)
    #expect(page.contains("3人に満たなかったため") && !page.contains("架空の一言"))
  }

  @Test func `一度決まった締切は延ばせず、閉じたふり返りは開かない`() async throws {
    let (world, path) = try await held()
    _ = try await world.section.post(path, answer(3))
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { try $0.run("UPDATE questionnaire SET closes_on = '2027-01-01'") }
    }
  }

  @Test func `会議の前には、ふり返りに答えられない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let reply = try await world.coordinator.post("/meetings/\(meeting)/questionnaire", answer(3))
    #expect(reply.status == 422 && reply.contains("いまは答えられません"))
  }
}
