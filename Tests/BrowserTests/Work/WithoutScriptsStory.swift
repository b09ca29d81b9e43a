import Testing

extension BrowserStories {
  /// A browser whose scripts are switched off.
  @Suite struct WithoutScriptsStory {
    @Test func `スクリプトを止めたブラウザでも、受付・書きかけ・つなぎができる`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          try await browser.scripts(areOn: false)
          try await browser.open("/sign-in")
          try await browser.signIn("houkatsu")
          let job = Job(browser: browser)
          try await job.fillReception()
          try await browser.click(button: "行を増やす")
          let _ = try await browser.find("[name='household.8.name']")
          try await browser.click(button: "書きかけとして保存する")
          try await browser.waitFor(path: "/drafts")
          try await browser.click(link: "相談受付・申込票（様式1-1）　架空 ハル")
          try await browser.waitFor(path: "/consultations/new")
          #expect(try await browser.value(of: "[name='household.1.note']") == "仕事をしていない")
          #expect(try await browser.isChecked("[name='concerns.main'][value='13']"))
          try await job.record()
          let number = try await connect(browser, job)
          try await acceptInPart(browser, number)
        }
      }
    }

    /// First with something missing: what was typed comes back with what is wrong.
    private func connect(_ browser: Browser, _ job: Job) async throws -> Int {
      try await job.fillReferral(to: MihonTown.disability, reason: "息子さんの相談先が必要なため", asking: "")
      try await browser.click(button: "依頼する")
      try await browser.waitFor(text: "入力内容に誤りがあります")
      #expect(try await browser.status == 422)
      #expect(try await browser.value(of: "[name=referral_reason]") == "息子さんの相談先が必要なため")
      try await browser.type("話を聞く場を一緒に考えてほしい。", labelled: "依頼すること")
      return try await job.request()
    }

    private func acceptInPart(_ browser: Browser, _ number: Int) async throws {
      try await browser.signIn("shougai")
      try await Job(browser: browser).openReferral(number)
      try await browser.click(link: "一部受理する")
      try await browser.type("息子さんの面談", labelled: "引き受けること")
      try await browser.click(button: "一部受理する")
      try await browser.waitFor(text: "入力内容に誤りがあります")
      #expect(try await browser.value(of: "[name=taken]") == "息子さんの面談")
      try await browser.type("お母さんの介護の相談", labelled: "引き受けないこと")
      try await browser.click(button: "一部受理する")
      try await browser.waitFor(text: "一部受理しました")
      #expect(try await browser.pageText.contains("両方（一部受理のため"))
    }
  }
}
