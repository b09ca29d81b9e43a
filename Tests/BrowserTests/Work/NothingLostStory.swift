import Foundation
import Testing

extension BrowserStories {
  /// What was acknowledged is there, and what was typed comes back.
  @Suite struct NothingLostStory {
    @Test func `保存の最中に電源が落ちても、保存できたと答えた記録は一つも失われない`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          try await browser.open("/sign-in")
          try await browser.signIn("houkatsu")
          let session = try await Session.shared(with: browser, server)
          var sent: [Sending] = []
          for round in 1...4 {
            sent += try await saveUntilKilled(server, session, round: round)
            try await server.resume()
          }
          #expect(sent.count { $0.isAcknowledged } > 20)
          // What was not acknowledged is sent again, as a person would: nothing stands twice.
          for sending in sent where !sending.isAcknowledged { try await session.record("/cases/1/notes", sending.fields) }
          let kept = try await titles(session)
          for sending in sent { #expect(kept.count { $0 == sending.title } == 1, "\(sending.title) \(sending.isAcknowledged)") }
          try await browser.open("/cases/1")
          try await browser.waitFor(text: try #require(sent.last).title)
        }
        let outcome = try await Tsunagi.run(["audit", "verify", "--data", server.data.path])
        #expect(outcome.status == 0, "\(outcome.printed)")
      }
    }

    @Test func `サインインが切れても、入力した文章は消えない`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          try await browser.open("/sign-in")
          try await browser.signIn("houkatsu")
          try await browser.open("/cases/1/notes/new")
          let caseNumber = try await browser.text(of: "h1 small")
          try await browser.type("二階の窓が開いていた。", labelled: "内容（事実）")
          try await browser.waitFor(text: "書きかけとして自動保存しました。")
          try await browser.type("午後の電話", labelled: "件名")
          // The same person signs out elsewhere: every session of theirs ends.
          _ = try await Session.signIn(server, as: "houkatsu").post("/sign-out", [])
          try await browser.click(button: "記録する")
          try await browser.waitFor(text: "入力した内容から続けられます")
          try await browser.signIn("houkatsu", landingOn: "入力の続き")
          try await browser.click(button: "この内容で続ける")
          try await browser.waitFor(text: "入力内容に誤りがあります")
          #expect(try await browser.value(of: "[name=title]") == "午後の電話")
          #expect(try await browser.value(of: "[name=facts]").hasPrefix("二階の窓が開いていた。"))
          // What came back is saved by itself again.
          try await browser.waitFor(text: "書きかけとして自動保存しました。")
          try await browser.look("note-wrong", mayFail: true)
          try await resumeDraft(browser, "支援経過（\(caseNumber)）")
        }
      }
    }

    /// Everything is forgotten but the draft that was saved by itself.
    private func resumeDraft(_ browser: Browser, _ draft: String) async throws {
      try await browser.forgetCookies()
      try await browser.open("/")
      try await browser.signIn("houkatsu")
      try await browser.waitFor(text: "書きかけ")
      try await browser.look("home-drafts")
      try await browser.click(link: draft)
      try await browser.waitFor(path: "/cases/1/notes/new")
      #expect(try await browser.value(of: "[name=facts]").hasPrefix("二階の窓が開いていた。"))
      try await browser.select(option: "電話相談・連絡", in: "[name=method]")
      try await browser.choose("本人", in: "相手")
      try await browser.type("午後の電話", labelled: "件名")
      try await browser.click(button: "記録する")
      try await browser.waitFor(path: "/cases/1")
      try await browser.waitFor(text: "午後の電話")
      try await browser.open("/drafts")
      try await browser.waitFor(text: "書いた本人だけに見えます")
      #expect(try await !browser.pageText.contains(draft))
    }

    private struct Sending: Sendable {
      let title: String
      let fields: [(String, String)]
      var isAcknowledged = false

      init(_ title: String) {
        self.title = title
        fields = TownAtWork.note(title).filter { !$0.0.hasPrefix("next") } + [("submission", UUID().uuidString)]
      }
    }

    /// Four people save note after note; after a while the power goes.
    private func saveUntilKilled(_ server: TestServer, _ session: Session, round: Int) async throws -> [Sending] {
      try await withThrowingTaskGroup(of: [Sending].self) { group in
        for writer in 1...4 {
          group.addTask {
            var sent: [Sending] = []
            while true {
              var sending = Sending("停電の試験 \(round)-\(writer)-\(sent.count + 1)番")
              // A broken connection is what this is about; the sending then counts as not acknowledged.
              let reply = try? await session.post("/cases/1/notes", sending.fields)
              sending.isAcknowledged = reply?.status == 303
              sent.append(sending)
              if reply == nil { return sent }
            }
          }
        }
        try await Task.sleep(for: .milliseconds(300 + 170 * round))
        server.kill()
        return try await group.reduce(into: []) { $0 += $1 }
      }
    }

    /// The titles of all notes of the case, page after page.
    private func titles(_ session: Session) async throws -> [String] {
      var titles: [String] = []
      var next: String? = "/cases/1"
      while let path = next {
        let page = try await session.get(path).text
        titles += page.split(separator: "</h3>").compactMap { $0.split(separator: "　").last.map(String.init) }
        next = page.range(of: "<p class=\"pager\"><a href=\"").map {
          String(page[$0.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
      }
      return titles
    }
  }
}
