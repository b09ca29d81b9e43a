import Store
import Testing

@testable import Office

/// A counsellor opens a case of the own agency and writes what happened.
@Suite struct NoteStory {
  @Test func `自機関の事例を開いて支援経過を書くと、一番上に載る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let list = try await counsellor.get("/cases")
    #expect(list.status == 200)
    #expect(list.contains("見本町の高齢のご夫婦"))

    let page = try await counsellor.get("/cases/1/notes/new")
    #expect(page.status == 200)
    #expect(page.contains("この情報を見られる理由"))

    let saved = try await counsellor.post("/cases/1/notes", NoteStory.good)
    #expect(saved.status == 303)
    #expect(saved.location == "/cases/1")
    let file = try await counsellor.get("/cases/1")
    #expect(file.contains("玄関先で話を聞いた"))
    #expect(file.contains("見立て・所感"))
  }

  @Test func `事実が空だと、入力を残したまま直し方を示す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let reply = try await counsellor.post(
      "/cases/1/notes", [("held_on", "R8.11.21"), ("method", "01"), ("counterpart", "person"), ("title", "<b>電話</b>"), ("opinion", "心配")])
    #expect(reply.status == 422)
    #expect(reply.contains("&lt;b&gt;電話&lt;/b&gt;"))
    #expect(reply.contains("＊内容（事実）が入っていません"))
    #expect(try await town.number("SELECT count(*) FROM note") == 1)
  }

  @Test(arguments: [("visibility", "zz"), ("method", "phone"), ("opinion", String(repeating: "あ", count: 20_001))])
  func `知らない公開範囲や対応方法、長すぎる文は、直し方を示して断る`(_ field: String, _ value: String) async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let reply = try await counsellor.post("/cases/1/notes", NoteStory.good.filter { $0.0 != field } + [(field, value)])
    #expect(reply.status == 422)
    #expect(reply.contains("f-\(field)-problem") || reply.contains("href=\"#f-\(field)\""))
    #expect(try await town.number("SELECT count(*) FROM note") == 1)
  }

  @Test func `月と日だけの日付は過ぎた一番近い日に、所要時間は分を付けても読める`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for (typed, stored) in [("11/20", "2026-11-20"), ("１２月３日", "2025-12-03")] {
      let form = NoteStory.good.filter { !["held_on", "minutes"].contains($0.0) } + [("held_on", typed), ("minutes", "４５分")]
      #expect(try await counsellor.post("/cases/1/notes", form).status == 303, "\(typed)")
      #expect(try await town.number("SELECT count(*) FROM note WHERE held_on = \(stored) AND minutes = 45") == 1, "\(typed)")
    }
    #expect(try await counsellor.get("/dates?text=11/20&past=1").contains("令和8年11月20日"))
    #expect(try await counsellor.get("/dates?text=11/20").contains("元号が分かりません"))
  }

  @Test func `ほかの機関の事例は、あるともないとも言わない`() async throws {
    let town = try await Town.open()
    let other = try await town.signedIn("shougai")
    let hidden = try await other.get("/cases/1")
    let absent = try await other.get("/cases/999999")
    #expect(hidden.status == 404)
    #expect(hidden.bytes == absent.bytes)
    #expect(try await other.post("/cases/1/notes", NoteStory.good).status == 404)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") == 3)
  }

  @Test func `番号でない行き先も、サインインを確かめてから断り、記録に残す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for path in ["/cases/abc", "/cases/-1", "/referrals/x", "/consultations/1e9", "/cases/99999999999999999999"] {
      #expect(try await counsellor.get(path).status == 404, "\(path)")
      #expect(try await town.stranger().get(path).location.hasPrefix("/sign-in"), "\(path)")
    }
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") == 5)
  }

  @Test func `同じ送信が二度届いても記録は一つ`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let form = NoteStory.good + [("submission", "abc123")]
    #expect(try await counsellor.post("/cases/1/notes", form).status == 303)
    #expect(try await counsellor.post("/cases/1/notes", form).status == 303)
    #expect(try await town.number("SELECT count(*) FROM note") == 2)
  }

  @Test func `合言葉のない送信は受け付けず、記録に残る`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.post("/cases/1/notes", NoteStory.good, csrf: "wrong").status == 422)
    #expect(try await town.number("SELECT count(*) FROM note") == 1)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'refused'") == 1)
  }

  @Test func `席を離れてサインアウトしても、書いた文章は戻ってくる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    town.pass(minutes: 31)
    let reply = try await counsellor.post("/cases/1/notes", NoteStory.good)
    #expect(reply.status == 422)
    #expect(reply.contains("玄関先で話を聞いた"))
    #expect(try await town.number("SELECT count(*) FROM note") == 1)
  }

  @Test func `書きかけは自動で残り、続きから書ける。ほかの人には見えない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let saved = try await counsellor.post(
      "/drafts/auto", [("draft_form", "支援経過"), ("draft_path", "/cases/1/notes/new"), ("draft_title", "支援経過"), ("facts", "途中まで書いた")])
    #expect(saved.contains("書きかけとして自動保存しました"))
    let resumed = try await counsellor.get("/drafts/1")
    #expect(resumed.location == "/cases/1/notes/new?draft=1")
    #expect(try await counsellor.get("/cases/1/notes/new?draft=1").contains("途中まで書いた"))
    let colleague = try await town.signedIn("kakari")
    #expect(try await colleague.get("/drafts/1").status == 404)
    #expect(try await colleague.get("/cases/1/notes/new?draft=1").status == 404)
  }

  static let good: [(String, String)] = [
    ("held_on", "R8.11.21"), ("held_at", "14:05"), ("method", "04"), ("counterpart", "person"), ("met", "met"), ("title", "訪問"),
    ("facts", "玄関先で話を聞いた。"), ("opinion", "少し疲れている様子。"), ("visibility", "team"),
  ]
}
