import Casework
import Store
import Testing

@testable import Office

/// 一件の初めから終わりまで: scenario 1 through the doors, with nothing on record that a screen did not put there.
struct WholeLineStory {
  @Test func `依頼から終結まで、25画面以内で、同じことを二度書かずに進み、主担当が受け取り、再開できる`() async throws {
    let world = try await CoordinationWorld.open(accepted: false)
    let line = WholeLine(world: world)
    try await line.accept()
    try await line.consent()
    try await line.assess()
    let plan = try await line.plan()
    try await line.meet(.plan, "approved", expecting: "awaitingDecision")
    try await line.decide(plan)
    try await line.review(plan)
    try await line.meet(.close, "mayClose", expecting: "followUp")
    #expect(line.screens.count <= 25, "\(line.screens.count)画面")
    try await line.handBack()
    try await line.reopen()
  }
}

/// One case, carried by hand; every page that comes up counts.
private final class WholeLine {
  let world: CoordinationWorld
  private(set) var screens: [String] = []
  /// Everything that was typed, so that nothing is typed a second time.
  private var typed: Set<String> = []

  init(world: CoordinationWorld) { self.world = world }

  private var path: String { "/coordinations/\(world.id)" }

  private func open(_ path: String, as name: String = "takikan") async throws -> Reply {
    let reply = try await world.signedIn(name).get(path)
    #expect(reply.status == 200, "\(path) \(reply.status)")
    screens.append(path)
    return reply
  }

  /// Types into the form of a page and sends it; `words` are what a person writes, the rest are ticks and choices.
  private func send(
    _ page: Reply, to action: String, at place: String? = nil, words: [String: String] = [:], choices: [String: String] = [:],
    as name: String = "takikan"
  ) async throws -> Reply {
    for word in words.values {
      #expect(typed.insert(word).inserted, "二度書いた：\(word)")
    }
    let form = try SentForm(page, to: action, at: place).typing(words.merging(choices) { first, _ in first })
    let reply = try await world.signedIn(name).send(form)
    #expect(reply.status == 200, "\(action) \(reply.status) \(reply.problems)")
    screens.append(action)
    return reply
  }

  func accept() async throws {
    let page = try await open("\(path)/acceptance")
    _ = try await send(page, to: "\(path)/acceptance", choices: ["route": "atReception"])
    #expect(try await world.stage() == "accepted")
  }

  func consent() async throws {
    let file = world.referral.caseFile
    let page = try await open("/cases/\(file)/consents/new")
    _ = try await send(
      page, to: "/cases/\(file)/consents",
      words: ["explained_on": "R8.11.21", "explained_by": "架空 結", "rules_version": "令和8年4月版", "given_on": "令和8年11月21日"],
      choices: ["how": "signature", "scope": "team", "is_application": "1", "apply_now": "1"])
    #expect(try await world.stage() == "applied")
  }

  func assess() async throws {
    let action = "\(path)/assessment/edit"
    var page = try await open("\(action)?sheet=1")
    #expect(page.contains("息子が十年家にいる。自分が倒れたらと心配。"), "相談受付で聞いたことは、もう書いてある")
    page = try await send(
      page, to: action, at: action, words: ["first_contact_on": "2026-11-21", "chief_complaint": "このままでよいとは思っていない。"],
      choices: ["route": "1", "then": "next"])
    page = try await send(page, to: action, at: action, choices: ["then": "next"])
    page = try await send(page, to: action, at: action, choices: ["then": "next"])
    _ = try await send(
      page, to: action, at: action,
      words: ["formulation": "息子は失職後に人づきあいを失い、母の老いとともに孤立が深まっている。", "direction": "母の介護と、息子の居場所づくりを並行して進める。"],
      choices: [
        "issues": "15", "issues.main": "15", "emergency": "none", "screening": "4", "need_outreach": "notNeeded",
        "need_participation": "needed", "need_participation_reason": "年代に合う居場所が既存の制度にない。", "then": "complete",
      ])
    let missing = try await world.town.text("SELECT answers FROM assessment") ?? ""
    #expect(try await world.stage() == "planning", "\(missing)")
  }

  func plan() async throws -> Int {
    let page = try await open(path)
    let form = try await send(page, to: "\(path)/plan")
    let plan = try await world.town.number("SELECT id FROM plan WHERE coordination_id = \(world.id)")
    let east = try await world.agency("見本地域包括支援センター東")
    #expect(try SentForm(form, to: "/plans/\(plan)/submission", at: "/plans/\(plan)\"")["policy"].contains("母の介護と"), "方向性は、もう書いてある")
    _ = try await send(
      form, to: "/plans/\(plan)/submission", at: "/plans/\(plan)\"",
      words: [
        "goal_words": "家の外に、話せる人がほしい。", "goal_long": "息子が地域で過ごす場をもつ。", "goal_short": "週に一度、居場所に出かける。",
        "item.1.action": "介護保険の申請と母の見守り", "use.participation.content": "居場所への同行と見学", "role.1.role": "母の介護の調整と主担当",
        "period_from": "2026/11/21", "period_to": "R9.5.31", "monitor.1": "R9.2.20",
      ],
      choices: [
        "with_form": "1", "item.1.owner": "\(east)", "use.participation": "1", "use.participation.kind": "place",
        "role.1.agency": "\(east)", "main": "1",
        "use.participation.provider": "\(east)", "agreed_how": "signature", "agreed_on": "R8.11.21",
      ])
    #expect(try await world.stage() == "conference")
    return plan
  }

  func meet(_ timing: MeetingTiming, _ result: String, expecting stage: String) async throws {
    let page = try await open("/meetings/new?kind=planning&coordination=\(world.id)&timing=\(timing.rawValue)")
    _ = try await send(
      page, to: "/meetings", choices: ["held_on": timing == .plan ? "R8.11.21" : "R9.1.20"])
    let (meeting, item) = (
      try await world.town.number("SELECT max(id) FROM meeting"), try await world.town.number("SELECT max(id) FROM meeting_item")
    )
    let action = "/meetings/\(meeting)/items/\(item)/result"
    let sheet = try await open(action)
    _ = try await send(sheet, to: action, words: ["discussion": "\(timing.label)の検討。全員が意見を述べた。"], choices: ["result": result])
    #expect(try await world.stage() == stage)
  }

  func decide(_ plan: Int) async throws {
    let page = try await open("/plans/\(plan)/decision", as: "shi")
    _ = try await send(
      page, to: "/plans/\(plan)/decision", words: ["decider_title": "地域福祉課長", "decider_name": "架空 課長"],
      choices: ["result": "granted", "confirms_rest": "1"], as: "shi")
    #expect(try await world.stage() == "inSupport")
  }

  func review(_ plan: Int) async throws {
    world.town.pass(days: 60)
    let page = try await open("/plans/\(plan)/review/edit")
    let action = "/plans/\(plan)/review/completion"
    let form = try SentForm(page, to: action)
    #expect(form["lead_agency"] == "\(try await world.agency("見本地域包括支援センター東"))", "主担当は、プランから写してある")
    var choices = ["result": "close", "close_reason": "01", "needs_follow_up": "1"]
    for goal in page.goals { choices[goal] = "mostly" }
    _ = try await send(
      page, to: action,
      words: [
        "reviewed_on": "R9.1.20", "status": "母は要支援2と認定され、息子は週に一度居場所に通っている。", "remaining": "息子の就労はこれから。",
        "lead_person": "架空 花子さん", "follow_up_on": "R9.4.20", "follow_up_how": "主担当への電話",
      ],
      choices: choices)
    #expect(try await world.town.text("SELECT result FROM plan_review") == "close")
  }

  /// The window is in charge again until it says that it has taken the case; the follow-up lies ahead.
  func handBack() async throws {
    #expect(try await world.referral.caseStage() == ConsultationStage.ongoing.rawValue)
    #expect(try await world.referral.stage(world.referralID) == "reported")
    let window = try await world.signedIn("houkatsu")
    #expect(try await window.get("/").contains("つなぎもどし"))
    let item = try await world.town.number("SELECT id FROM hand_back_item WHERE taken_at IS NULL")
    let page = try await window.get("/hand-backs/\(item)")
    #expect(page.contains("息子の就労はこれから。"))
    _ = try await window.send(try SentForm(page, to: "/hand-backs/\(item)/acknowledgement"))
    #expect(try await world.town.number("SELECT count(*) FROM hand_back_item WHERE taken_at IS NULL") == 0)
    #expect(try await world.town.text("SELECT due_on FROM follow_up") == "2027-04-20")
  }

  /// The son loses his job: the lead reopens, the next round begins, the first stays as it was.
  func reopen() async throws {
    world.town.pass(days: 90)
    let window = try await world.signedIn("houkatsu")
    let page = try await window.get("\(path)/reopening")
    let reply = try await window.send(try SentForm(page, to: "\(path)/reopening").typing(["words": "息子が仕事を失い、また部屋から出なくなった。"]))
    #expect(reply.status == 200 && reply.contains("再開しました") && reply.contains("2回目"))
    #expect(try await world.stage() == "reopened")
    #expect(try await world.town.number("SELECT round FROM coordination") == 2)
    #expect(try await world.town.number("SELECT count(*) FROM plan WHERE round = 1 AND confirmed_on IS NOT NULL") == 1)
  }
}

extension Reply {
  /// The names of the questions how far each goal was reached.
  fileprivate var goals: Set<String> {
    Set(text.split(separator: "name=\"goal.").dropFirst().map { "goal." + $0.prefix { $0 != "\"" } }.filter { !$0.hasSuffix(".words") })
  }
}
