import Casework
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 係の記録: the supervisor reads what the section wrote, comments, confirms.
@Suite struct SectionStory {
  @Test func `責任者が確認すると一覧から消え、書いた人の事例に確認とコメントが載る`() async throws {
    let town = try await Town.open()
    let supervisor = try await town.signedIn("kakari")
    let list = try await supervisor.get("/section")
    #expect(list.status == 200 && list.contains("回覧板が止まっている"))
    let comment = try await supervisor.post("/section/notes/1/reviews", [("comment-1", "次は二人で訪問を"), ("act", "comment")])
    #expect(comment.status == 303)
    #expect(try await supervisor.get("/section").contains("次は二人で訪問を"))
    #expect(try await supervisor.post("/section/notes/1/reviews", [("comment-1", ""), ("act", "confirm")]).status == 303)
    #expect(try await supervisor.get("/section").contains("確認を待っている記録はありません"))
    let page = try await town.signedIn("houkatsu").get("/cases/1")
    #expect(page.contains("次は二人で訪問を") && page.contains("確認済み") && page.contains("架空 責任"))
  }

  @Test func `二度の確認は一つになり、空のコメントは断る`() async throws {
    let town = try await Town.open()
    let supervisor = try await town.signedIn("kakari")
    #expect(try await supervisor.post("/section/notes/1/reviews", [("comment-1", "　"), ("act", "comment")]).status == 422)
    for _ in 0..<2 { #expect(try await supervisor.post("/section/notes/1/reviews", [("act", "confirm")]).status == 303) }
    #expect(try await town.number("SELECT count(*) FROM note_review") == 1)
    _ = try await supervisor.post("/section/notes/1/reviews", [("comment-1", "あとから一言"), ("act", "confirm")])
    #expect(try await town.number("SELECT count(*) FROM note_review WHERE confirms = 1") == 1)
    #expect(try await town.number("SELECT count(*) FROM note_review") == 2)
  }

  @Test func `二つの記録に書いて一つを送っても、もう一つのコメントは欄に残る`() async throws {
    let town = try await Town.open()
    let two = try await town.addNote(CaseFileID(1), by: "houkatsu", "二つ目")
    let three = try await town.addNote(CaseFileID(1), by: "houkatsu", "三つ目")
    let supervisor = try await town.signedIn("kakari")
    let list = try SentForm(try await supervisor.get("/section"), to: "/drafts")
    let typed = list.typing(["comment-1": "一つ目へ", "comment-\(two)": "二つ目へ", "comment-\(three)": "三つ目へ"]).fields
    let sent = try await supervisor.post("/section/notes/1/reviews", typed + [("act", "comment")])
    #expect(sent.status == 303 && sent.location.hasPrefix("/section?draft="))
    let after = try SentForm(try await supervisor.get(sent.location), to: "/drafts")
    #expect([after["comment-1"], after["comment-\(two)"], after["comment-\(three)"]] == ["", "二つ目へ", "三つ目へ"])
    let next = try await supervisor.post("/section/notes/\(two)/reviews", after.fields + [("act", "confirm")])
    let last = try SentForm(try await supervisor.get(next.location), to: "/drafts")
    #expect(last["comment-\(three)"] == "三つ目へ")
    let end = try await supervisor.post("/section/notes/\(three)/reviews", last.fields + [("act", "confirm")])
    #expect(end.location == "/section")
    #expect(try await town.number("SELECT count(*) FROM note_review") == 3)
    #expect(try await town.number("SELECT count(*) FROM draft") == 0)
    let refused = try await supervisor.post("/section/notes/1/reviews", [("comment-1", " "), ("comment-9", "残る"), ("act", "comment")])
    #expect(refused.status == 422 && refused.contains("value=\"残る\""))
  }

  @Test func `コメントは、書いた人のホームに出て、その人が開くと消える`() async throws {
    let town = try await Town.open()
    let (writer, supervisor) = (try await town.signedIn("houkatsu"), try await town.signedIn("kakari"))
    let home = try await writer.get("/")
    #expect(!home.contains("記録へのコメント"))
    _ = try await supervisor.post("/section/notes/1/reviews", [("act", "confirm")])
    #expect(try await !writer.get("/").contains("記録へのコメント"), "確認だけのときは知らせない")
    _ = try await supervisor.post("/section/notes/1/reviews", [("comment-1", "次は二人で訪問を"), ("act", "comment")])
    let card = try await writer.get("/").card("comments")
    #expect(card.contains("href=\"/notes/1/comments\"") && card.contains("架空 責任から") && !card.contains("次は二人で"))
    for other in ["kakari", "shougai"] {
      let stranger = try await town.signedIn(other)
      #expect(try await !stranger.get("/").contains("/notes/1/comments"))
      #expect(try await stranger.get("/notes/1/comments").status == 404)
    }
    #expect(try await writer.get("/").contains("/notes/1/comments"), "ほかの人が開いても消えない")
    let opened = try await writer.get("/notes/1/comments")
    #expect(opened.status == 303 && opened.location == "/cases/1#note-1")
    #expect(try await writer.get("/cases/1").contains("次は二人で訪問を"))
    #expect(try await !writer.get("/").contains("記録へのコメント"))
    #expect(try await town.number("SELECT count(*) FROM note_review WHERE read_at IS NOT NULL") == 2)
    #expect(try await town.text("SELECT subject FROM audit_entry WHERE act = 'readComment' AND outcome = 'done'") == "case 1 note 1")
  }

  @Test func `記録を訂正しても、読んでいないコメントは、開くまでホームに残る`() async throws {
    let town = try await Town.open()
    let (writer, supervisor) = (try await town.signedIn("houkatsu"), try await town.signedIn("kakari"))
    _ = try await supervisor.post("/section/notes/1/reviews", [("comment-1", "日時を確かめて"), ("act", "comment")])
    let form = NoteStory.good + [("correction_reason", "書き直し")]
    #expect(try await writer.post("/cases/1/notes/1/correct", form).status == 303)
    #expect(try await writer.get("/").contains("/notes/1/comments"))
    var elsewhere = HTTPFields()
    elsewhere[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
    #expect(try await writer.send(.get, "/notes/1/comments", body: nil, type: nil, headers: elsewhere).status == 303)
    #expect(try await writer.get("/").contains("/notes/1/comments"), "よその画面のリンクでは消えない")
    // What is said to words that were corrected meanwhile goes to the new ones, and confirms nothing that was not seen.
    let count = try await town.number("SELECT count(*) FROM note_review")
    _ = try await supervisor.post("/section/notes/1/reviews", [("comment-1", "時刻も書いて"), ("act", "confirm")])
    #expect(try await town.number("SELECT count(*) FROM note_review") == count + 1)
    #expect(
      try await town.number(
        "SELECT count(*) FROM note_review v JOIN note n ON n.id = v.note_id WHERE n.replaces = 1 AND v.comment = '時刻も書いて' AND v.confirms = 0"
      ) == 1)
    #expect(try await writer.get("/notes/1/comments").status == 303)
    #expect(try await !writer.get("/").contains("/notes/1/comments"))
  }

  @Test func `古い記録へのコメントは、その記録のある頁で開く`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let old = try await town.addNote(id, by: "houkatsu", "いちばん古い記録")
    for number in 1...35 { _ = try await town.addNote(id, by: "houkatsu", "あとの記録\(number)") }
    let (writer, supervisor) = (try await town.signedIn("houkatsu"), try await town.signedIn("kakari"))
    _ = try await supervisor.post("/section/notes/\(old)/reviews", [("comment-\(old)", "古い記録のこと"), ("act", "comment")])
    #expect(!(try await writer.get("/cases/\(id)").contains("古い記録のこと")))
    let opened = try await writer.get("/notes/\(old)/comments").location
    #expect(opened.contains("before=") && opened.hasSuffix("#note-\(old)"))
    #expect(try await writer.get(String(opened.prefix { $0 != "#" })).contains("古い記録のこと"))
  }

  @Test func `コメントは、同じ事例を見るほかの機関には見えない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let note = try await town.addNote(id, by: "houkatsu", "共有の記録")
    try await town.grant(id, to: "shougai", reach: .team)
    let supervisor = try await town.signedIn("kakari")
    _ = try await supervisor.post("/section/notes/\(note)/reviews", [("comment-\(note)", "係の中だけの話"), ("act", "comment")])
    let other = try await town.signedIn("shougai").get("/cases/\(id)")
    #expect(other.contains("共有の記録") && !other.contains("係の中だけの話"))
  }

  @Test func `相談員は一覧を開けず、責任者もよその機関や自分の記録は確認できない`() async throws {
    let town = try await Town.open()
    #expect(try await town.signedIn("houkatsu").get("/section").status == 404)
    #expect(try await town.signedIn("houkatsu").post("/section/notes/1/reviews", [("act", "confirm")]).status == 404)
    let id = try await town.openCase(by: "shougai")
    let foreign = try await town.addNote(id, by: "shougai", "よその機関の記録")
    try await town.grant(id, to: "kakari", reach: .team)
    let own = try await town.addNote(CaseFileID(1), by: "kakari", "責任者の記録")
    let supervisor = try await town.signedIn("kakari")
    let list = try await supervisor.get("/section")
    #expect(!list.contains("よその機関の記録") && !list.contains("責任者の記録"))
    for note in [foreign, own, NoteID(9_999)] {
      #expect(try await supervisor.post("/section/notes/\(note)/reviews", [("act", "confirm")]).status == 404)
    }
    #expect(try await town.number("SELECT count(*) FROM note_review") == 0)
  }

  @Test func `書いた職員でしぼれ、三十件ずつめくれ、訂正された元の記録は出ない`() async throws {
    let town = try await Town.open()
    for index in 0..<40 { _ = try await town.addNote(CaseFileID(1), by: "houkatsu", "係の記録その\(index)終") }
    let supervisor = try await town.signedIn("kakari")
    let counsellor = try await town.staff("houkatsu")
    let other = try await town.staff("kakari")
    #expect(try await supervisor.get("/section?staff=\(other)").contains("確認を待っている記録はありません"))
    let first = try await supervisor.get("/section?staff=\(counsellor)")
    #expect(first.text.matches(of: /係の記録その\d+終/).count == 30)
    let before = try #require(first.text.firstMatch(of: /before=(\d+)/)).output.1
    let second = try await supervisor.get("/section?staff=\(counsellor)&before=\(before)")
    #expect(second.text.matches(of: /係の記録その\d+終/).count == 10)
    let form = NoteStory.good + [("correction_reason", "書き直し")]
    #expect(try await town.signedIn("houkatsu").post("/cases/1/notes/1/correct", form).status == 303)
    #expect(!(try await supervisor.get("/section?before=\(before)")).contains("回覧板が止まっている"))
  }

  @Test func `係の一覧は、機関の索引を新しい方から読む`() async throws {
    let town = try await Town.open()
    let plan = try await town.work(as: "kakari") { desk in
      try desk.reading.explain(SectionQueries.statement(desk, desk.scope, staff: nil, before: nil))
    }
    #expect(plan.contains { $0.contains("note_of_agency") }, "\(plan)")
    #expect(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(plan)")
  }
}
