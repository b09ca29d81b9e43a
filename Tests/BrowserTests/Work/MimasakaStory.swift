import Foundation
import Testing

extension BrowserStories {
  /// The first thread in an office of real agencies, from an empty folder.
  @Suite struct MimasakaStory {
    @Test func `美作市の事務所を開き、職員を登録し、相談をつないで答えを受け取る`() async throws {
      let data = try Places.fresh("mimasaka")
      let founding = try await Tsunagi.run(
        ["init", "--profile", "mimasaka", "--data", data.path, "--admin-sign-in", "kanri", "--admin-name", "架空 管理"],
        input: "\(Password.administrator)\n")
      #expect(founding.status == 0, "\(founding.printed)")
      try await TestServer.use("serve", data: data) { server in
        try await Browser.use(server.base) { browser in
          let office = NewOffice(browser: browser)
          let staff = try await office.appointAll()
          let numbers = try await office.takeInAndConnect(staff.counsellor)
          try await office.accept(numbers.nagomi, staff.disability)
          try await office.handBack(numbers.centre, staff.coordinator)
          try await browser.signIn(staff.counsellor.name, password: Password.own)
          try await browser.waitFor(text: "差戻し")
          try await browser.click("main a[href='/referrals/\(numbers.centre)']")
          try await browser.waitFor(text: "つなぎどうしで進められると考えます。")
          try await browser.click(button: "結果を確認する")
          try await browser.waitFor(text: "結果を確認しました")
        }
        let outcome = try await Tsunagi.run(["audit", "verify", "--data", server.data.path])
        #expect(outcome.status == 0, "\(outcome.printed)")
      }
    }
  }
}

private enum Password {
  static let administrator = "hiraku-hi-no-aikotoba"
  static let own = "jibun-de-kimeta-2026"
}

/// An office without anybody but its administrator.
private struct NewOffice {
  struct Account {
    let name: String
    let temporary: String
  }

  let browser: Browser

  func appointAll() async throws -> (counsellor: Account, disability: Account, coordinator: Account) {
    try await browser.open("/")
    #expect(try await !browser.pageText.contains("見本のまち"))
    try await browser.signIn("kanri", password: Password.administrator)
    return (
      try await appoint("houkatsu1", "架空 花子", at: "美作市地域包括支援センター", as: "相談員"),
      try await appoint("nagomi1", "架空 次郎", at: "障害者地域活動支援センターなごみ", as: "相談員"),
      try await appoint("centre1", "架空 結", at: "美作市総合相談支援センター", as: "多機関協働コーディネーター")
    )
  }

  private func appoint(_ signInName: String, _ name: String, at agency: String, as role: String) async throws -> Account {
    try await browser.click(link: "職員")
    try await browser.click(link: "職員を登録する")
    try await browser.select(option: agency, in: "[name=agency]")
    try await browser.type(name, labelled: "氏名")
    try await browser.type(signInName, labelled: "サインイン名")
    try await browser.choose(role, in: "役割")
    try await browser.click(button: "登録する")
    try await browser.waitFor(text: "もう一度表示することはできません")
    let password = try await browser.text(of: "main code")
    #expect(password.count >= 10)
    if signInName == "houkatsu1" { try await browser.look("temporary-password") }
    try await browser.click(link: "職員の画面へ")
    try await browser.waitFor(text: "仮パスワード（最初のサインインで変更します）")
    #expect(try await !browser.pageText.contains(password))
    return Account(name: signInName, temporary: password)
  }

  /// The first sign-in: nothing can be done before the password is one's own.
  private func enter(_ account: Account) async throws {
    try await browser.signIn(account.name, password: account.temporary)
    try await browser.open("/consultations/new")
    try await browser.changePassword(from: account.temporary, to: Password.own)
  }

  func takeInAndConnect(_ account: Account) async throws -> (nagomi: Int, centre: Int) {
    try await enter(account)
    try await browser.click(link: "相談を受ける")
    try await browser.type("架空 ハル", labelled: "氏名")
    try await browser.select(option: "本人", in: "[name=caller_relation]")
    try await browser.choose("○ ひきこもり・不登校")
    try await browser.choose("◎ いちばん困っているのはひきこもり・不登校")
    let job = Job(browser: browser)
    try await job.record()
    try await browser.click("main .actions a.button:not(.outline)")
    try await browser.waitFor(path: "/cases/*")
    let path = try await browser.currentPath
    try await job.fillReferral(to: "障害者地域活動支援センターなごみ", reason: "息子さんの相談先が必要なため", asking: "話を聞いてほしい。")
    let nagomi = try await job.request()
    try await browser.open(path)
    try await job.fillReferral(to: "多機関協働事業（美作市総合相談支援センター）", reason: "役割の整理が必要なため", asking: "役割を整理してほしい。")
    return (nagomi, try await job.request())
  }

  func accept(_ number: Int, _ account: Account) async throws {
    try await enter(account)
    try await browser.click("main a[href='/referrals/\(number)']")
    try await browser.click(button: "受理する")
    try await browser.waitFor(text: "受理しました")
  }

  func handBack(_ number: Int, _ account: Account) async throws {
    try await enter(account)
    let job = Job(browser: browser)
    // At home the request leads to the page of 多機関協働.
    try await browser.click("main a[href^='/coordinations/']")
    try await browser.waitFor(path: "/coordinations/*")
    try await job.openReferral(number)
    try await job.fillHandBack(
      reason: "通常の連携で対応できる", words: "つなぎどうしで進められると考えます。", talkedWith: "架空 花子")
    try await browser.click(button: "差し戻す")
    try await browser.waitFor(text: "差し戻しました")
  }
}
