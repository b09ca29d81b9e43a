import Testing

extension BrowserStories {
  /// Somebody is protected, and somebody from outside is invited: in a real browser, as the people who do it.
  @Suite struct SecrecyStory {
    @Test func `隠した家族は、知らされていない機関のどの画面にも図にも出ない`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          try await browser.signIn("houkatsu")
          try await browser.open("/cases/2/sight")
          try await browser.look("sight")
          try await browser.open("/protections/new?case=2&resident=2")
          try await browser.look("protection-form")
          try await browser.select(option: "配偶者などからの暴力（DV）", in: "[name=kind]")
          try await browser.click(button: "登録する")
          try await browser.waitFor(text: "根拠が書かれていません")
          try await browser.type("架空の支援措置", into: "[name=basis]")
          try await browser.click(button: "登録する")
          try await browser.waitFor(text: "続いています")
          // The refusal before it was a 422, which the console tells of.
          try await browser.look("protection", mayFail: true)
          try await browser.open("/cases/2")
          #expect(try await browser.pageText.contains("仮定 和代"))
          try await browser.signIn("outreach")
          for path in [
            "/cases/2", "/cases/2/genogram", "/cases/2/ecomap", "/cases/2/family-timeline", "/cases/2/household", "/cases/2/print",
          ] {
            try await browser.open(path)
            #expect(try await browser.status == 200, "\(path)")
            #expect(!(try await browser.pageText.contains("和代")), "\(path)")
            #expect(!(try await browser.pageText.contains("家族（母）")), "\(path)")
          }
          try await browser.open("/cases/2/genogram")
          try await browser.look("genogram")
          try await browser.open("/cases/2/print")
          try await browser.look("papers")
        }
      }
    }

    @Test func `外部の構成員は、電話で聞いた番号と守秘の確認のあとで、自分の議題だけを見る`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          try await browser.signIn("shi")
          try await browser.open("/meetings/2")
          try await browser.click(link: "リンクで招く・代わりに記録する")
          try await browser.waitFor(text: "見せる議題")
          try await browser.click(button: "リンクと番号を作る")
          try await browser.waitFor(text: "番号（電話で伝えます。印刷されません）")
          let told = try await browser.pageText
          let code = try #require(told.firstMatch(of: /[0-9]{4} [0-9]{4}/)).output
          let link = try #require(told.firstMatch(of: /\/guest\/[0-9a-f]{64}/)).output
          try await browser.look("guest-letter")
          try await browser.signOut()
          try await browser.forgetCookies()
          try await browser.phone()
          try await browser.open(String(link))
          #expect(!(try await browser.pageText.contains("雛形")))
          try await browser.type(String(code), into: "[name=code]")
          try await browser.click(button: "進む")
          try await browser.waitFor(text: "1年以下の拘禁刑")
          #expect(!(try await browser.pageText.contains("雛形")))
          try await browser.click("[name=confirmed]")
          try await browser.click(button: "確認して議題を見る")
          try await browser.waitFor(text: "決めたいこと")
          try await browser.look("guest-agenda")
          try await browser.click(link: "会議の準備（四つの問い）に答える")
          try await browser.waitFor(text: "いま、していること・できること")
          try await browser.click(button: "送る")
          try await browser.waitFor(text: "回答が書かれていません")
          try await browser.type("手紙を届けている（架空）", labelled: "いま、していること・できること")
          try await browser.click(button: "送る")
          try await browser.waitFor(text: "回答を受け付けました")
          try await browser.look("guest-preparation", mayFail: true)
          try await browser.open("/cases/13")
          #expect(!(try await browser.pageText.contains("雛形")))
        }
      }
    }
  }
}
