import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議録とふり返り: after the meeting.
struct MinutesStory {
  /// A meeting that was held and decided, with a role and its last day.
  private func decided() async throws -> (world: MeetingWorld, meeting: Int, item: Int) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    try await world.holdWithBoth(meeting)
    let item = try await world.item(meeting)
    let east = try await world.world.agency(MeetingWorld.east)
    let reply = try await world.decide(
      meeting, item, .approved,
      [
        ("discussion", "架空の検討"), ("role_agency_1", "\(east)"), ("role_what_1", "架空の訪問"), ("role_due_1", "R8.12.1"), ("gaps", "架空の足りない居場所"),
      ])
    try #require(reply.status == 303, "\(reply.text)")
    return (world, meeting, item)
  }

  @Test func `会議録は記録した結論から下書きされ、直して確定すると変えられない`() async throws {
    let (world, meeting, item) = try await decided()
    let path = "/meetings/\(meeting)/minutes"
    let draft = try await world.coordinator.get(path)
    for word in ["下書き", "架空の検討", "結論：了承", "架空の訪問", "R8.12.1まで", "架空の足りない居場所", "架空 議長"] { #expect(draft.contains(word), "\(word)") }
    let saved = try await world.coordinator.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空の会議録")])
    #expect(saved.status == 303, "\(saved.text)")
    let late = try await world.coordinator.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空の別の会議録")])
    #expect(late.status == 409 && late.contains("架空の会議録") && late.contains("架空の別の会議録"))
    let empty = try await world.coordinator.post("\(path)/text", [("version", "1"), ("words_\(item)", "")])
    #expect(empty.status == 422)
    let fixed = try await world.coordinator.post("\(path)/confirmation", [("version", "1"), ("words_\(item)", "架空の会議録（確定）")])
    #expect(fixed.status == 303, "\(fixed.text)")
    let after = try await world.coordinator.post("\(path)/text", [("version", "2"), ("words_\(item)", "架空の書き直し")])
    #expect(after.status == 422 && after.contains("確定しているため"))
    #expect(try await world.section.get(path).contains("架空の会議録（確定）"))
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { try $0.run("UPDATE meeting_minutes_part SET words = 'x'") }
    }
    await #expect(throws: ConstraintViolation.self) {
      try await world.town.office.database.write { try $0.run("DELETE FROM meeting_minutes_part") }
    }
  }

  @Test func `結論のない議題があるうちは確定できない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    let path = "/meetings/\(meeting)/minutes"
    let early = try await world.coordinator.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空")])
    #expect(early.status == 422 && early.contains("開催済みにする"))
    try await world.holdWithBoth(meeting)
    let reply = try await world.coordinator.post("\(path)/confirmation", [("version", "0"), ("words_\(item)", "架空")])
    #expect(reply.status == 422 && reply.contains("議題1の結論"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting_minutes") == 0)
  }

  @Test func `会議録は、招集した機関と市だけが読み、招集した機関だけが書く`() async throws {
    let (world, meeting, item) = try await decided()
    let path = "/meetings/\(meeting)/minutes"
    for name in ["houkatsu", "shougai", "houkatsu-nishi", "kansa"] {
      let visitor = try await world.world.signedIn(name)
      #expect(try await visitor.get(path).status == 404, "\(name)")
      #expect(try await visitor.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空")]).status == 404, "\(name)")
    }
    #expect(try await world.section.get(path).status == 200)
    #expect(try await world.section.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空")]).status == 404)
  }

  @Test func `ふり返りは一人一度で、三人そろうまでまとめを見せない`() async throws {
    let (world, meeting, _) = try await decided()
    let path = "/meetings/\(meeting)/questionnaire"
    func answer(_ mark: Int, _ words: String) -> [(String, String)] {
      MeetingQuestion.allCases.map { ($0.rawValue, "\(mark)") } + [("words", words)]
    }
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.get(path).contains("二分で終わります"))
    let half = try await east.post(path, [("heard", "5")])
    #expect(half.status == 422 && half.contains("選ばれていません"))
    #expect(try await east.post(path, answer(5, "架空のよかったこと")).status == 303)
    let again = try await east.post(path, answer(1, "架空の二度目"))
    #expect(again.status == 422)
    #expect(try await world.section.post(path, answer(4, "")).status == 303)
    let two = try await world.coordinator.get(path)
    #expect(two.contains("3人分そろうまで表示しません") && !two.contains("架空のよかったこと"))
    #expect(try await world.coordinator.post(path, answer(4, "")).status == 303)
    let three = try await world.coordinator.get(path)
    #expect(three.contains("3人の回答です") && three.contains("4.3") && three.contains("架空のよかったこと"))
    #expect(!(try await east.get(path)).contains("架空のよかったこと"))
    for name in ["shougai", "kansa"] { #expect(try await world.world.signedIn(name).get(path).status == 404, "\(name)") }
  }

  @Test func `会議の前には、ふり返りに答えられない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let reply = try await world.coordinator.post(
      "/meetings/\(meeting)/questionnaire", MeetingQuestion.allCases.map { ($0.rawValue, "3") })
    #expect(reply.status == 422 && reply.contains("いまは答えられません"))
  }
}
