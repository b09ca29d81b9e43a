import Testing

extension BrowserStories {
  /// Two people at two computers have the same record open.
  @Suite struct ConflictStory {
    @Test func `二人が同じ本人の情報を直すと、後の人に両方の内容が見える`() async throws {
      try await twoAtOnce { town, first, second in
        let path = "/cases/\(town.caseFile)/resident/edit"
        try await first.open(path)
        try await second.open(path)
        try await first.type("000-0000-0009", labelled: "電話（自宅）")
        try await first.click(button: "保存する")
        try await first.waitFor(path: "/cases/\(town.caseFile)")
        try await second.type("000-0000-0008", labelled: "電話（自宅）")
        try await second.click(button: "保存する")
        try await second.waitFor(text: "ほかの人が先に保存しました")
        #expect(try await second.status == 409)
        let page = try await second.pageText
        #expect(page.contains("000-0000-0009") && page.contains("000-0000-0008"))
        #expect(try await second.value(of: "[name=phone_home]") == "000-0000-0008")
        try await second.look("conflict-resident", mayFail: true)
        try await second.click(button: "保存する")
        try await second.waitFor(path: "/cases/\(town.caseFile)")
        try await second.waitFor(text: "000-0000-0008")
      }
    }

    @Test func `二人が同じ相談受付を訂正すると、後の人に両方の文章が見える`() async throws {
      try await twoAtOnce { town, first, second in
        let path = "/consultations/\(town.consultation)/edit"
        try await first.open(path)
        try await second.open(path)
        try await correct(first, "最初の人の聞き取り。")
        try await first.waitFor(text: "訂正の履歴")
        try await correct(second, "次の人の聞き取り。")
        try await second.waitFor(text: "ほかの人が先に訂正しました")
        #expect(try await second.status == 409)
        let table = try await second.text(of: ".banner table")
        #expect(table.contains("最初の人の聞き取り。") && table.contains("次の人の聞き取り。"))
        #expect(try await second.value(of: "[name=concern_text]").hasPrefix("次の人の聞き取り。"))
        try await second.look("conflict-consultation", mayFail: true)
        try await second.click(button: "訂正する")
        try await second.waitFor(path: "/consultations/\(town.consultation)")
        let history = try await second.text(of: "section[aria-labelledby=corrections]")
        #expect(history.contains("最初の人の聞き取り。"))
      }
    }

    private func correct(_ browser: Browser, _ words: String) async throws {
      try await browser.type("聞き直したため", labelled: "訂正の理由")
      try await browser.type(words, labelled: "具体的な内容・希望")
      try await browser.click(button: "訂正する")
    }

    private func twoAtOnce(_ body: (TownAtWork, Browser, Browser) async throws -> Void) async throws {
      try await TownAtWork.use { town in
        try await Browser.use(town.server.base) { first in
          try await Browser.use(town.server.base) { second in
            try await first.open("/sign-in")
            try await first.signIn("houkatsu")
            try await second.open("/sign-in")
            try await second.signIn("kakari")
            try await body(town, first, second)
          }
        }
      }
    }
  }
}
