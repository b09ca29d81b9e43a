import Foundation
import Testing

extension BrowserStories {
  /// The first thread, with a mouse, at the window for the elderly, in the field of disability, and at the hub.
  @Suite struct MainJobStory {
    @Test func `窓口で受けた相談を障害と多機関協働につなぎ、受理と差戻しが返ってくる`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          let thread = Thread(browser: browser, job: Job(browser: browser))
          try await thread.takeIn()
          let numbers = try await thread.connect()
          try await thread.accept(numbers.disability)
          try await thread.handBack(numbers.multi)
          try await thread.seeBoth(numbers)
        }
        let outcome = try await Tsunagi.run(["audit", "verify", "--data", server.data.path])
        #expect(outcome.status == 0, "\(outcome.printed)")
        #expect(outcome.printed.contains("すべてつながっています"))
      }
    }

    /// One thread through three offices.
    private struct Thread {
      let browser: Browser
      let job: Job
      private let reason = "息子さんの体調と暮らしの相談先が必要なため"

      func takeIn() async throws {
        try await browser.open("/")
        try await browser.look("sign-in")
        try await browser.signIn("houkatsu")
        try await browser.look("home")
        try await job.fillReception()
        try await browser.click(button: "聞いておきたいことを見る")
        try await browser.waitFor(text: "お子さんのこれからについて、ご家族で話せる人や場所はありますか。")
        #expect(try await browser.value(of: "[name=birth_date]").hasPrefix("S19.3.5"))
        try await browser.look("reception-prompts")
        try await browser.click(button: "同じ人がいないか確かめる")
        try await browser.waitFor(text: "合う記録は見つかりませんでした")
        try await browser.look("reception-same-person")
        try await job.fillConsent()
        try await job.record()
        let page = try await browser.pageText
        #expect(page.contains("◎ いちばん困っていること：ひきこもり・不登校"))
        #expect(page.contains("昭和19年3月5日(1944-03-05)"))
        #expect(page.contains("本人同意あり"))
        #expect(page.contains("同居のご家族の日中の様子は、いかがですか。"))
        #expect(!(try await browser.title.contains("架空")))
        try await browser.look("consultation")
      }

      func connect() async throws -> (disability: Int, multi: Int) {
        try await browser.click("main .actions a.button:not(.outline)")
        try await browser.waitFor(path: "/cases/*")
        let path = try await browser.currentPath
        try await job.writeNote()
        try await browser.look("case")
        try await job.fillReferral(to: MihonTown.disability, reason: reason, asking: "息子さんの話を聞く場を一緒に考えてほしい。")
        try await browser.look("referral-form")
        let disability = try await job.request()
        try await browser.look("referral-requested")
        try await browser.open(path)
        try await job.fillReferral(to: MihonTown.multi, reason: "役割の整理が必要なため", asking: "支援の役割分担を整理してほしい。")
        return (disability, try await job.request())
      }

      func accept(_ number: Int) async throws {
        try await browser.signIn("shougai")
        try await job.openReferral(number)
        try await browser.waitFor(text: reason)
        #expect(try await browser.pageText.contains("受理するまで、事例の記録は見られません"))
        try await browser.look("referral-received")
        try await browser.type("来週、担当がうかがいます。", labelled: "つなぎ元への連絡")
        try await browser.click(button: "受理する")
        try await browser.waitFor(text: "受理しました")
        try await browser.look("referral-accepted")
        try await browser.click("main dl.facts a[href^='/cases/']")
        try await browser.waitFor(text: "架空 ハル")
      }

      func handBack(_ number: Int) async throws {
        try await browser.signIn("takikan")
        try await browser.look("home-coordinator")
        try await job.openReferral(number)
        try await job.fillHandBack(
          reason: "通常の連携で対応できる", words: "いまは二つの機関の連携で進められると考えます。", talkedWith: "架空 花子")
        try await browser.look("hand-back")
        try await browser.click(button: "差し戻す")
        try await browser.waitFor(text: "差し戻しました")
      }

      func seeBoth(_ numbers: (disability: Int, multi: Int)) async throws {
        try await browser.signIn("houkatsu")
        try await browser.look("home-answers")
        try await job.openReferral(numbers.multi, sent: true)
        try await browser.waitFor(text: "いまは二つの機関の連携で進められると考えます。")
        try await browser.look("referral-returned")
        try await browser.click(button: "結果を確認する")
        try await browser.waitFor(text: "結果を確認しました")
        try await job.openReferral(numbers.disability, sent: true)
        try await browser.waitFor(text: "来週、担当がうかがいます。")
      }
    }
  }
}
