import Casework
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議資料: who sees what is tabled, where it never turns up, and the one way by which it gets into the case.
@Suite struct PaperStory {
  private static let canary = "カナリア架空資料五"

  /// 支援会議 of the first case, with 多機関協働 called for its item; a text on the table.
  private func tabled(_ words: String = canary) async throws -> (world: GuestWorld, paper: String, coordinator: Visitor) {
    let world = try await GuestWorld.open()
    let multi = try await world.world.member(world.meeting, ReferralWorld.multi)
    try await world.prepare(world.item, points: "架空の決めたいこと", members: [multi])
    let path = "/meetings/\(world.meeting)/items/\(world.item)/papers"
    let reply = try await world.section.post(path, [("kind", "text"), ("title", "架空の経過"), ("words", words), ("copies", "１２")])
    try #require(reply.status == 303, "\(reply.text)")
    return (world, "\(path)/\(try await world.town.number("SELECT max(id) FROM meeting_paper"))", world.world.coordinator)
  }

  @Test func `資料は、招集者と、守秘を確認したその議題の構成員だけに、開催の30日後まで見える`() async throws {
    let (world, paper, coordinator) = try await tabled()
    let page = try await world.section.get(paper)
    #expect(page.contains(Self.canary) && page.contains("会議後に回収する・12部") && page.contains("罰則をもって禁じられて") && !page.hasEscapedMarkup)
    #expect(try await coordinator.get(paper).location == "/meetings/\(world.meeting)")
    _ = try await coordinator.post("/meetings/\(world.meeting)/pledge", [("confirmed", "1")])
    #expect(try await coordinator.get(paper).contains(Self.canary))
    #expect(try await coordinator.get("/meetings/\(world.meeting)/items/\(world.item)").contains("架空の経過"))
    for name in ["houkatsu", "shougai", "kodomo", "kanri", "kansa"] {
      let other = try await world.world.world.signedIn(name)
      for path in [paper, "\(paper)/file", "\(paper)/release"] {
        let reply = try await other.get(path)
        #expect(reply.status == 404 && !reply.contains("カナリア"), "\(name) \(path)")
      }
      #expect(try await other.post("\(paper)/withdrawal").status == 404, "\(name)")
    }
    let foreign = paper.replacing("/items/\(world.item)/", with: "/items/\(world.foreign)/")
    #expect(try await world.section.get(foreign).status == 404)
    try await world.world.hold(world.meeting, ["見本市 地域福祉課", ReferralWorld.multi], as: world.section)
    #expect(try await coordinator.get(paper).status == 200)
    world.town.pass(days: 31)
    #expect(try await world.world.world.signedIn("takikan").get(paper).status == 404)
    #expect(try await world.world.world.signedIn("shi").get(paper).contains(Self.canary))
    let seen = try await world.town.number(
      "SELECT count(*) FROM audit_entry WHERE act = 'seePaper' AND outcome = 'done' AND case_file_id IS NOT NULL")
    #expect(seen == 4)
  }

  @Test func `議題から外れた構成員と、下げた資料は、その時から見えない`() async throws {
    let (world, paper, coordinator) = try await tabled()
    _ = try await coordinator.post("/meetings/\(world.meeting)/pledge", [("confirmed", "1")])
    let path = "/meetings/\(world.meeting)/items/\(world.item)"
    let own = try await coordinator.post("\(path)/papers", [("kind", "text"), ("title", "架空の機関の資料"), ("words", "架空の本文")])
    #expect(own.status == 303)
    let second = "\(path)/papers/\(try await world.town.number("SELECT max(id) FROM meeting_paper"))"
    #expect(try await coordinator.post("\(paper)/withdrawal").status == 404)
    #expect(try await coordinator.post("\(second)/withdrawal").status == 303)
    #expect(try await world.section.get(second).status == 404)
    let removal = try await world.section.post("\(path)/removal")
    #expect(removal.status == 422 && removal.contains("議題から外せません"))
    try await world.prepare(world.item, points: "架空", members: [])
    #expect(try await coordinator.get(paper).status == 404)
    #expect(try await world.section.post("\(paper)/withdrawal").status == 303)
    #expect(try await world.section.post("\(path)/removal").status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM meeting_paper") == 0)
  }

  @Test func `足りない資料は欄の横で断り、書いたものを残す。ファイルは添付と同じ決まりで受け取る`() async throws {
    let (world, _, _) = try await tabled()
    let path = "/meetings/\(world.meeting)/items/\(world.item)/papers"
    #expect(try await world.section.get("\(path)/new").contains("multipart/form-data"))
    for (fields, words) in [
      ([("title", "架空")], "資料の種類が選ばれていません"), ([("kind", "text"), ("title", "架空の題")], "資料の文章が入っていません"),
      ([("kind", "note")], "出す記録が選ばれていません"), ([("kind", "file")], "ファイルを選んでください"),
      ([("kind", "text"), ("words", "架空の文"), ("title", "架空"), ("copies", "たくさん")], "配布部数は"),
      ([("kind", "note"), ("note", "1")], "その記録は出せません"),
    ] {
      let reply = try await world.section.post(path, fields)
      #expect(reply.status == 422 && reply.contains(words), "\(words)")
    }
    let bad = try await world.section.upload(path, [("kind", "file")], file: ("file", "架空.pdf", Array("<html>".utf8)))
    #expect(bad.status == 422 && bad.contains("id=\"f-file-problem\""))
    let good = try await world.section.upload(path, [("kind", "file")], file: ("file", "架空.pdf", Array("%PDF-1.7".utf8)))
    #expect(good.status == 303)
    let paper = "\(path)/\(try await world.town.number("SELECT max(id) FROM meeting_paper"))"
    let file = try await world.section.get("\(paper)/file")
    #expect(file.bytes == Array("%PDF-1.7".utf8) && file.headers[.contentType] == "application/pdf")
    #expect(try await world.town.number("SELECT count(*) FROM attachment") == 0)
    _ = try await world.world.decide(world.meeting, world.item, .approved, [("holds", "1")], as: world.section)
    let late = try await world.section.post(path, [("kind", "text"), ("title", "架空"), ("words", "架空")])
    #expect(late.status == 422 && late.contains("次の会議の議題に出してください"))
  }

  @Test func `会議構成員の記録は自機関だけが読み、資料に出したときだけ、その議題の構成員も読む`() async throws {
    let (world, _, coordinator) = try await tabled("架空の本文")
    _ = try await coordinator.post("/meetings/\(world.meeting)/pledge", [("confirmed", "1")])
    let (file, fold) = (world.world.world.caseFile, Self.canary)
    let note = try await world.world.world.at("takikan", .writeNote) { desk in
      try ReferralWorld.note(desk, try desk.open(file), fold, fold, .meeting)
    }
    #expect(try await coordinator.get("/cases/\(file)").contains(fold))
    for name in ["houkatsu", "shi"] {
      let other = try await world.world.world.signedIn(name)
      for path in ["/cases/\(file)", "/search?q=\(Answer.percentEncoded("カナリア"))&part=notes", "/tasks?view=section"] {
        #expect(!(try await other.get(path)).contains(fold), "\(name) \(path)")
      }
    }
    let path = "/meetings/\(world.meeting)/items/\(world.item)"
    #expect(try await coordinator.get("\(path)/papers/new").contains(fold))
    #expect(!(try await world.section.get("\(path)/papers/new")).contains(fold))
    #expect(try await world.section.post("\(path)/papers", [("kind", "note"), ("note", "\(note)")]).status == 422)
    #expect(try await coordinator.post("\(path)/papers", [("kind", "note"), ("note", "\(note)")]).status == 303)
    let paper = "\(path)/papers/\(try await world.town.number("SELECT max(id) FROM meeting_paper"))"
    #expect(try await world.section.get(paper).contains(fold))
    #expect(!(try await world.section.get("/cases/\(file)")).contains(fold))
    try await world.world.world.at("takikan", .correctNote) { desk in
      _ = try ReferralWorld.note(desk, try desk.open(file), "架空の訂正", "直した架空の文", .ownAgency, replaces: note)
    }
    let taken = try await world.section.get(paper)
    #expect(!taken.contains(fold) && !taken.contains("直した架空の文") && taken.contains("提出した機関が公開範囲を変えた"))
    let form = try await coordinator.get("/cases/\(file)/notes/new")
    #expect(form.contains("会議の議題に資料として出したときだけ、その議題の構成員も読みます"))
  }
}
