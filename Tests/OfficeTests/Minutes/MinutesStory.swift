import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議録: after the meeting.
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

  @Test func `書きかけの会議録は自動で保存され、続きから書け、保存すれば消える`() async throws {
    let (world, meeting, item) = try await decided()
    let path = "/meetings/\(meeting)/minutes"
    let page = try await world.coordinator.get(path)
    #expect(page.contains("data-draft=\"/drafts/auto\"") && page.contains("書きかけとして保存する"))
    let form = try SentForm(page, to: "\(path)/text").typing(["words_\(item)": "架空の書きかけの会議録"])
    #expect(try await world.coordinator.post("/drafts/auto", form.fields).status == 200)
    let draft = try await world.town.number("SELECT id FROM draft")
    let resumed = try await world.coordinator.get("/drafts/\(draft)")
    #expect(resumed.location == "\(path)?draft=\(draft)")
    #expect(!(try await world.coordinator.get(path)).contains("架空の書きかけの会議録"))
    let again = try await world.coordinator.get(resumed.location)
    #expect(again.contains("架空の書きかけの会議録"))
    #expect(try await world.world.signedIn("shi").get(resumed.location).status == 404, "ほかの人の書きかけは存在しない")
    let sent = try SentForm(again, to: "\(path)/text")
    #expect(sent["version"] == "0" && sent["draft"] == "\(draft)")
    #expect(try await world.coordinator.post("\(path)/text", sent.fields).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM draft") == 0)
    #expect(try await world.coordinator.get(path).contains("架空の書きかけの会議録"))
  }

  @Test func `書きかけのあいだに同じ機関の人が保存すると、両方の文が並び、続けて保存できる`() async throws {
    let (world, meeting, item) = try await decided()
    let path = "/meetings/\(meeting)/minutes"
    let form = try SentForm(try await world.coordinator.get(path), to: "\(path)/text").typing(["words_\(item)": "架空の書きかけ"])
    _ = try await world.coordinator.post("/drafts/auto", form.fields)
    _ = try await world.coordinator.post("\(path)/text", [("version", "0"), ("words_\(item)", "架空の先に保存した文")])
    let draft = try await world.town.number("SELECT id FROM draft")
    let again = try await world.coordinator.get("\(path)?draft=\(draft)")
    let late = try await world.coordinator.post("\(path)/text", try SentForm(again, to: "\(path)/text").fields)
    #expect(late.status == 409 && late.contains("架空の先に保存した文") && late.contains("架空の書きかけ"))
    let merged = try SentForm(late, to: "\(path)/text").typing(["words_\(item)": "架空の両方の文"])
    #expect(merged["draft"] == "\(draft)")
    #expect(try await world.coordinator.post("\(path)/text", merged.fields).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM draft") == 0)
  }
}
