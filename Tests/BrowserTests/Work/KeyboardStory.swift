import Testing

extension BrowserStories {
  /// The first thread again, without a mouse: Tab, Enter, Space, arrows and typing.
  @Suite struct KeyboardStory {
    @Test func `主な仕事はキーボードだけで終わりまでできる`() async throws {
      try await TestServer.use { server in
        try await Browser.use(server.base) { browser in
          let keys = Keyboard(browser: browser)
          try await keys.skipLink()
          try await keys.signIn("houkatsu")
          try await keys.takeIn()
          let caseLink = try await browser.text(of: "main .actions a.button:not(.outline)").replacing(" を開く", with: "")
          let disability = try await keys.connect(typing: MihonTown.disability)
          try await keys.go(link: caseLink)
          let multi = try await keys.connect(typing: MihonTown.multi)
          try await keys.signOut()
          try await keys.signIn("shougai")
          try await keys.openReferral(disability)
          try await keys.press(button: "受理する")
          try await browser.waitFor(text: "受理しました")
          try await keys.signOut()
          try await keys.signIn("takikan")
          try await keys.openReferral(multi)
          try await keys.handBack()
          try await keys.signOut()
          try await keys.signIn("houkatsu")
          try await keys.openReferral(multi, sent: true)
          try await keys.press(button: "結果を確認する")
          try await browser.waitFor(text: "結果を確認しました")
        }
      }
    }
  }
}

/// A person at a keyboard.
private struct Keyboard {
  let browser: Browser

  func skipLink() async throws {
    try await browser.open("/sign-in")
    try await browser.press(.tab)
    #expect(try await browser.focus.name == "本文へ移動")
    try await expectVisibleFocus()
    try await browser.press(.enter)
    #expect(try await browser.focus.tag == "main")
    try await browser.press(.tab)
    #expect(try await browser.focus.name == "サインイン名")
  }

  func signIn(_ name: String) async throws {
    if try await browser.focus.name != "サインイン名" { try await browser.tab(to: "サインイン名") }
    try await expectVisibleFocus()
    try await browser.type(name)
    try await fill("パスワード", MihonTown.password)
    try await browser.press(.enter)
    try await browser.waitFor(text: "ホーム")
  }

  func signOut() async throws {
    try await press(button: "サインアウト")
    try await browser.waitFor(path: "/sign-in")
  }

  func takeIn() async throws {
    try await go(link: "相談を受ける")
    let day = try await browser.value(of: "[name=received_on]")
    try await fill("相談経路", "本人（来所）")
    try await fill("ふりがな", "かくう はる")
    try await fill("氏名", "架空 ハル")
    try await browser.tab(to: "男性")
    try await browser.press(.down)
    #expect(try await browser.focus.name == "女性")
    try await fill("生年月日", "S19.3.5")
    try await fill("来談者と本人の関係", "本人")
    try await markConcerns()
    try await fill("具体的な内容・希望", "53歳の息子が十年ほど家から出ない。")
    try await fill("1行目の氏名", "架空 実")
    try await fill("1行目の生年月日・年齢", "S48.2")
    try await fill("1行目の続柄", "子")
    try await fill("1行目の備考", "仕事をしていない")
    try await fill("同意日", day)
    try await check("署名")
    try await fill("説明した人", "架空 花子")
    try await press(button: "記録する")
    try await browser.waitFor(text: "◎ いちばん困っていること：ひきこもり・不登校")
    let page = try await browser.pageText
    for words in ["女性", "○ 介護", "本人（来所）", "本人同意あり", "架空 実・昭和48年2月(1973年2月)・子・同居・仕事をしていない"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  /// ◎ comes right after the ○ of its row, once that is ticked; rows without ○ offer none. Another ◎ takes the place of the first.
  private func markConcerns() async throws {
    try await check("○ 病気・健康・障害")
    try await browser.press(.tab)
    #expect(try await browser.focus.name == "◎ いちばん困っているのは病気・健康・障害")
    try await browser.press(.space)
    try await browser.press(.tab, holding: .shift)
    try await browser.press(.space)
    try await check("○ ひきこもり・不登校")
    try await browser.press(.tab)
    #expect(try await browser.focus.name == "◎ いちばん困っているのはひきこもり・不登校")
    try await browser.press(.space)
    try await browser.press(.tab, holding: .shift)
    try await browser.press(.tab, holding: .shift)
    #expect(try await browser.focus.name == "○ 介護")
    try await browser.press(.space)
  }

  func openReferral(_ number: String, sent: Bool = false) async throws {
    try await go(link: "つなぎ")
    if sent { try await go(link: "送ったつなぎ") }
    try await go(link: number)
    #expect(try await browser.text(of: "h1 small") == number)
  }

  /// The number of the つなぎ as people call it.
  func connect(typing target: String) async throws -> String {
    try await go(link: "つなぐ")
    try await fill("つなぎ先", target)
    try await fill("つなぐ理由", "息子さんの相談先が必要なため")
    try await fill("依頼すること", "話を聞く場を一緒に考えてほしい。")
    try await fill("連絡した日", try await Job(browser: browser).today())
    try await fill("連絡した相手", "相談員の方")
    try await check("本人が納得している")
    try await fill("説明した日", try await Job(browser: browser).today())
    try await fill("説明した職員", "架空 花子")
    try await press(button: "依頼する")
    try await browser.waitFor(text: "つなぎを依頼しました")
    #expect(try await browser.pageText.contains(target))
    return try await browser.text(of: "h1 small")
  }

  func handBack() async throws {
    try await go(link: "差し戻す")
    try await fill("差戻しの理由", "通常の連携で対応できる")
    try await fill("理由の説明", "いまは二つの機関の連携で進められると考えます。")
    try await fill("話した日", try await Job(browser: browser).today())
    try await fill("話した相手", "架空 花子")
    try await fill("方法", "電話")
    try await press(button: "差し戻す")
    try await browser.waitFor(text: "差し戻しました")
  }

  /// Tabs to a field and types; in a list, typing chooses.
  private func fill(_ label: String, _ text: String) async throws {
    try await browser.tab(to: label)
    try await browser.type(text)
  }

  private func check(_ label: String) async throws {
    try await browser.tab(to: label)
    try await expectVisibleFocus()
    try await browser.press(.space)
  }

  func go(link: String) async throws {
    let before = try await browser.currentPath
    try await browser.tab(to: link)
    try await expectVisibleFocus()
    try await browser.press(.enter)
    let _: Bool = try await browser.waitUntil("a page behind 「\(link)」") { try await browser.currentPath != before ? true : nil }
  }

  func press(button: String) async throws {
    let focus = try await browser.tab(to: button)
    #expect(focus.role == "button")
    try await expectVisibleFocus()
    try await browser.press(.enter)
  }

  /// What has the focus is on the screen, and has a ring that can be seen.
  private func expectVisibleFocus(at place: SourceLocation = #_sourceLocation) async throws {
    let facts = try await browser.execute(
      """
      const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
      return [style.outlineStyle, String(parseFloat(style.outlineWidth)),
        String(box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1 && box.width > 1)];
      """
    ).array.compactMap(\.string)
    let focus = try await browser.focus
    #expect(facts == ["solid", "4", "true"], "\(focus)", sourceLocation: place)
  }
}
