import Foundation
import Testing

extension BrowserStories {
  /// Scenario 1 in 多機関協働 with a mouse: five people at their own desks, from the request to the town's decision, and the board that leads them.
  @Suite struct WholeLineStory {
    @Test func `五人がそれぞれの席で、依頼から支援決定まで進め、だれの番かがいつも分かる`() async throws {
      try await TownAtWork.use { town in
        try await Browser.use(town.server.base) { browser in
          let line = Line(browser: browser, town: town, job: Job(browser: browser))
          try await line.refer()
          let number = try await line.accept()
          try await line.consent()
          try await line.ask(number)
          try await line.answer()
          try await line.assess(number)
          try await line.plan(number)
          try await line.meet(number)
          try await line.decide()
          try await line.look(number)
          try await line.report(number)
          try await line.peep(number)
        }
        let outcome = try await Tsunagi.run(["audit", "verify", "--data", town.server.data.path])
        #expect(outcome.status == 0, "\(outcome.printed)")
      }
    }

    private struct Line {
      let browser: Browser
      let town: TownAtWork
      let job: Job

      func refer() async throws {
        try await browser.signIn("houkatsu")
        try await browser.open("/cases/\(town.caseFile)")
        try await job.fillReferral(to: MihonTown.multi, reason: "役割の整理が必要なため", asking: "支援の役割分担を整理してほしい。")
        _ = try await job.request()
      }

      func accept() async throws -> Int {
        try await browser.signIn("takikan")
        try await browser.waitFor(text: "新しい依頼")
        try await browser.click(link: "多機関協働")
        try await browser.waitFor(path: "/coordinations")
        try await browser.look("coordinations")
        try await browser.open(try #require(try await browser.address(ofLine: "架空 ハル")))
        try await browser.waitFor(text: "次の一歩")
        let number = try await browser.currentNumber
        try await browser.click(link: "受け付ける")
        _ = try await browser.find("form[action$='/acceptance']")
        try await browser.fill([("route", "atReception")])
        try await browser.look("coordination-acceptance")
        try await browser.click(button: "受け付ける")
        try await browser.waitFor(text: "有効な本人同意")
        try await browser.look("coordination-accepted")
        return number
      }

      func consent() async throws {
        try await browser.click(link: "有効な本人同意")
        try await browser.waitFor(path: "/cases/*")
        try await browser.look("consents")
        try await browser.open("/cases/\(town.caseFile)/consents/new")
        let today = try await job.today()
        try await browser.fill([
          ("given_on", today), ("explained_on", today), ("explained_by", "架空 結"), ("rules_version", "令和8年4月版"), ("how", "signature"),
          ("is_application", "1"),
        ])
        try await browser.look("consent-form")
        try await send()
        try await browser.waitFor(path: "/cases/\(town.caseFile)/consents")
        try await browser.waitFor(text: "同意あり")
        try await browser.look("consents-given")
      }

      /// One question to 障害, answered there on one plain page.
      func ask(_ number: Int) async throws {
        try await browser.open("/coordinations/\(number)/information-requests/new")
        let agency = try #require(try await browser.value(ofChoice: MihonTown.disability, in: "to"))
        try await browser.fill([("to", agency), ("asked", "息子さんについて、これまでの関わりを教えてください。")])
        try await browser.look("information-request-form")
        try await send()
        try await browser.waitFor(text: "情報提供")
      }

      func answer() async throws {
        try await browser.signIn("shougai")
        try await browser.click("main a[href^='/information-requests/']")
        try await browser.waitFor(text: "これまでの関わりを教えてください。")
        try await browser.fill([("words", "三年前に一度だけ、手帳の相談を受けました。")])
        try await browser.look("information-request")
        try await send()
        try await browser.waitFor(path: "/information-requests")
      }

      func assess(_ number: Int) async throws {
        try await browser.signIn("takikan")
        try await browser.open("/coordinations/\(number)/assessment/edit?sheet=1")
        try await browser.fill([("first_contact_on", try await job.today()), ("route", "1"), ("chief_complaint", "このままではいけないと思う。")])
        try await browser.look("assessment-sheet")
        for sheet in 2...4 {
          try await send()
          _ = try await browser.find("input[name=sheet][value='\(sheet)']")
        }
        try await browser.fill([
          ("issues", "15"), ("issues.main", "15"), ("emergency", "none"), ("formulation", "母の老いとともに、息子の孤立が深まっている。"),
          ("direction", "母の介護と、息子の居場所づくりを進める。"), ("screening", "4"), ("need_outreach", "notNeeded"),
          ("need_participation", "needed"), ("need_participation_reason", "年代に合う居場所がない。"),
        ])
        try await browser.look("assessment-sheet-4")
        try await send()
        try await browser.waitFor(text: "プランを作りはじめる")
      }

      func plan(_ number: Int) async throws {
        try await browser.click(button: "プランを作りはじめる")
        _ = try await browser.find("[name=goal_words]")
        let agency = try #require(try await browser.value(ofChoice: "見本地域包括支援センター東", in: "role.1.agency"))
        let today = try await job.today()
        try await browser.fill([
          ("goal_words", "家の外に、話せる人がほしい。"), ("goal_long", "息子が地域で過ごす場をもつ。"), ("goal_short", "週に一度、居場所に出かける。"),
          ("item.1.action", "介護保険の申請と母の見守り"), ("item.1.owner", agency), ("use.participation", "1"),
          ("use.participation.content", "居場所の見学と同行"), ("use.participation.kind", "place"), ("use.participation.provider", agency),
          ("role.1.agency", agency), ("role.1.role", "介護の調整"), ("main", "1"), ("period_from", today), ("period_to", "2030-03-31"),
          ("monitor.1", "2030-02-10"), ("agreed_on", today), ("agreed_how", "signature"),
        ])
        try await browser.look("plan-form")
        try await browser.click("button[formaction$='/submission']")
        try await browser.waitFor(text: "会議")
        try await browser.look("plan")
      }

      func meet(_ number: Int) async throws {
        try await browser.open("/meetings/new?kind=planning&coordination=\(number)&timing=plan")
        try await browser.fill([("held_on", try await job.today())])
        try await browser.look("meeting-form")
        try await send()
        try await browser.waitFor(path: "/meetings/*")
        try await browser.look("meeting")
        try await browser.click("main a[href*='/items/']")
        _ = try await browser.find("main a[href$='/result']")
        try await browser.look("meeting-item")
        try await browser.open(try await browser.currentPath + "/result")
        try await browser.fill([("discussion", "全員が賛成した。"), ("result", "approved")])
        try await browser.look("meeting-result")
        try await send()
        try await browser.waitFor(text: "了承")
      }

      func decide() async throws {
        try await browser.signIn("shi")
        try await browser.look("home-town")
        try await browser.click(link: "支援決定")
        try await browser.waitFor(path: "/decisions")
        try await browser.look("decisions")
        try await browser.click("main a[href$='/decision']")
        try await browser.fill([("result", "granted"), ("decider_title", "地域福祉課長"), ("decider_name", "架空 課長"), ("confirms_rest", "1")])
        try await browser.look("decision-form")
        try await send()
        try await browser.waitFor(text: "確定")
      }

      func look(_ number: Int) async throws {
        try await browser.signIn("takikan")
        try await browser.open("/coordinations/\(number)")
        try await browser.waitFor(text: "支援中")
        try await browser.look("coordination-in-support")
        for (name, path) in [("progress", "/coordinations/\(number)/progress"), ("assessment", "/coordinations/\(number)/assessment")] {
          try await browser.open(path)
          try await browser.look(name)
        }
        try await browser.open("/plans/1/review/edit")
        try await browser.look("review-form")
        try await browser.open("/plans/1/monitoring/new")
        try await browser.look("monitoring-form")
        try await browser.open("/meetings")
        try await browser.look("meetings")
        try await browser.open("/cases/\(town.caseFile)")
        try await browser.look("case-coordinated")
        for (name, path) in [("hand-back-form", "hand-back"), ("ending-form", "ending"), ("coordination-charge", "charge")]
        where name != "hand-back-form" {
          try await browser.open("/coordinations/\(number)/\(path)")
          try await browser.look(name)
        }
      }

      /// The agency with a role says how it goes: one click and a sentence.
      func report(_ number: Int) async throws {
        try await browser.signIn("houkatsu")
        try await browser.look("home-window")
        try await browser.open("/coordinations/\(number)/progress")
        try await browser.fill([("words", "介護保険の申請を一緒に出しました。")])
        try await browser.look("progress-report")
        try await browser.click("button[name=state][value=asPlanned]")
        try await browser.waitFor(text: "介護保険の申請を一緒に出しました。")
      }

      /// A curious colleague finds nothing.
      func peep(_ number: Int) async throws {
        try await browser.signIn("kodomo")
        for path in ["/coordinations/\(number)", "/plans/1", "/meetings/1", "/cases/\(town.caseFile)/consents"] {
          try await browser.open(path)
          try await browser.waitFor(text: "ページが見つかりません")
          #expect(try await browser.status == 404)
        }
      }

      /// The main button of the form shown.
      private func send() async throws { try await browser.click("main form[method=post] .actions button.button:not(.outline):not(.text)") }
    }
  }
}
