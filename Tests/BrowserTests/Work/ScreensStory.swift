import Foundation
import Testing

extension BrowserStories {
  /// Every screen is looked at: axe-core, both widths, the console; pictures are left in `.test/screens`.
  @Suite struct ScreensStory {
    @Test func `どの画面も、誰が見ても読めて、はみ出さず、ブラウザから苦情が出ない`() async throws {
      try await TownAtWork.use { town in
        try await Browser.use(town.server.base) { browser in
          try await browser.open("/sign-in")
          try await see(browser, as: "houkatsu", casework(town))
          try await see(browser, as: "shougai", [("referral-before-answer", "/referrals/\(town.referral)")] + steps(town))
          try await see(browser, as: "kakari", [("section", "/section")])
          try await see(browser, as: "shi", [("home-city", "/"), ("referrals-city", "/referrals"), ("cases-city", "/cases")])
          try await see(browser, as: "kanri", administration)
          try await uploadAgencies(browser)
          try await see(
            browser, as: "kansa", [("home-auditor", "/"), ("audit", "/audit"), ("audit-verification", "/audit/verification")])
        }
      }
    }

    private func casework(_ town: TownAtWork) -> [(String, String)] {
      let path = "/cases/\(town.caseFile)"
      return [
        ("reception", "/consultations/new"), ("reception-without-consent", "/consultations/new?form=consultation-no-consent"),
        ("reception-sheet", "/consultations/new?form=tsunagu-sheet"), ("reception-continued", "/consultations/new?case=\(town.caseFile)"),
        ("consultations", "/consultations"), ("consultation-edit", "/consultations/\(town.consultation)/edit"), ("cases", "/cases"),
        ("case-team", path), ("note", "\(path)/notes/new"), ("note-correct", "\(path)/notes/\(town.note)/correct"),
        ("household", "\(path)/household"), ("resident", "\(path)/resident/edit"), ("attachment", "\(path)/attachments/new"),
        ("charge", "\(path)/charge"), ("task", "\(path)/tasks/new"), ("tasks", "/tasks"), ("agencies", "/agencies"),
        ("agency", "/agencies/4"), ("search-empty", "/search"), ("search", "/search?q=%E6%9E%B6%E7%A9%BA"), ("drafts", "/drafts"),
        ("password", "/password"), ("referrals-sent", "/referrals?tab=sent"),
      ]
    }

    private func steps(_ town: TownAtWork) -> [(String, String)] {
      [("partial-acceptance", "/referrals/\(town.referral)/partial-acceptance"), ("referrals-received", "/referrals")]
    }

    private var administration: [(String, String)] {
      [
        ("home-administrator", "/"), ("staff", "/staff"), ("staff-new", "/staff/new"), ("staff-one", "/staff/1"),
        ("staff-edit", "/staff/1/edit"), ("agency-new", "/agencies/new"), ("agency-administrator", "/agencies/4"),
        ("agency-edit", "/agencies/4/edit"), ("import", "/agencies/import"),
      ]
    }

    private func see(_ browser: Browser, as name: String, _ screens: [(String, String)]) async throws {
      try await browser.signIn(name)
      for (screen, path) in screens {
        try await browser.open(path)
        #expect(try await browser.status == 200, "\(path)")
        try await browser.look(screen)
      }
    }

    private func uploadAgencies(_ browser: Browser) async throws {
      let file = Places.root.appending(path: "Tests/OfficeTests/Import/Fixtures/122033_public_facility.csv")
      try await browser.type(file.path, into: "#f-file")
      try await browser.click(button: "内容を確かめる")
      try await browser.waitFor(text: "取込み前の確認")
      try await browser.look("import-report")
      try await browser.open("/cases/1")
      try await browser.waitFor(text: "ページが見つかりません")
      #expect(try await browser.status == 404)
      try await browser.look("missing", mayFail: true)
    }
  }
}
