import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// プランを書く: begun from the assessment, saved as it is, completed, put to the meeting.
@Suite struct PlanDraftStory {
  private func planning() async throws -> (world: CoordinationWorld, coordinator: Visitor) {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .planning)
    return (world, try await world.signedIn("takikan"))
  }

  @Test func `プランはアセスメントに書いたことから始まり、二度押しても一つである`() async throws {
    let (world, coordinator) = try await planning()
    let id = world.id
    try await world.at("takikan", .writeAssessment) { desk in
      try desk.writing.run(
        """
        UPDATE assessment SET needs_participation = 1, answers =
          '{"wishes":{"text":"二人で暮らしたい"},"direction":{"text":"母子を別々に支える"},"services":{"rows":[{"name":{"text":"配食"}}]}}'
        WHERE coordination_id = \(id)
        """)
    }
    #expect(try await coordinator.get("/coordinations/\(id)/plan").contains("プランを作りはじめる"))
    let begun = try await coordinator.post("/coordinations/\(id)/plan")
    #expect(begun.status == 303 && begun.location.hasSuffix("/edit"))
    #expect(try await coordinator.post("/coordinations/\(id)/plan").location == begun.location)
    #expect(try await world.town.number("SELECT count(*) FROM plan") == 1)
    let form = try await coordinator.get(begun.location)
    for words in ["二人で暮らしたい", "母子を別々に支える", "配食"] { #expect(form.contains(words), "\(words)") }
    #expect(form.contains("name=\"use.participation\" value=\"1\" checked"))
    let plan = try await world.town.number("SELECT id FROM plan")
    #expect(try await coordinator.get("/coordinations/\(id)/plan").location == "/plans/\(plan)")
  }

  @Test func `下書きは足りないところがあっても保存でき、足りないことが書く場所への道とともに出る`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    let saved = try await coordinator.post("/plans/\(plan)", [("version", "1"), ("with_form", "1"), ("goal_words", "猫と暮らしたい")])
    #expect(saved.status == 303 && saved.location == "/plans/\(plan)")
    let page = try await coordinator.get("/plans/\(plan)")
    #expect(page.contains("猫と暮らしたい"))
    #expect(page.contains("会議に諮るまでに足りないこと"))
    #expect(page.contains("/plans/\(plan)/edit#f-goal_long"))
    #expect(page.contains("/plans/\(plan)/edit#f-roles"))
    #expect(!page.contains("action=\"/plans/\(plan)/submission\""))
    let refused = try await coordinator.post("/plans/\(plan)/submission")
    #expect(refused.status == 422)
    #expect(refused.contains("支援内容がひとつも書かれていません。"))
    #expect(try await world.stage() == "planning")
  }

  @Test func `そろったプランは書いたまま会議に諮れ、変更の記録が残る`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.submitPlan()
    #expect(try await world.stage() == "conference")
    #expect(try await world.town.text("SELECT pattern FROM plan WHERE id = \(plan)") == "programmesAndOthers")
    let page = try await coordinator.get("/plans/\(plan)")
    for words in [
      "会議待ち", "パターンB", "市の支援決定で確定します", "この家で二人で暮らしたい", "介護保険の申請を手伝う", "見本地域包括支援センター東（架空 花子）", "主担当", "居場所", "令和9年2月26日",
      "変更の記録（2回）", "会議の議題にする",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func `保存しながら諮って断られても、書いたものは残る`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    let form = try await world.planForm(["version": "1", "goal_long": "", "item.1.action": "", "item.2.action": "二つ目だけ書いた"])
    let refused = try await coordinator.post("/plans/\(plan)/submission", form)
    #expect(refused.status == 422)
    for words in ["長期の目標が書かれていません。", "支援内容1の「実施すること」が書かれていません。", "二つ目だけ書いた", "息子の孤立と母の介護"] {
      #expect(refused.contains(words), "\(words)")
    }
    #expect(try await world.planVersion(plan) == "1")
  }

  @Test func `行を増やすボタンは、書いたものを残して行だけを増やし、何も保存しない`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    let form = try await world.planForm(["version": "1", "more": "item"])
    let more = try await coordinator.post("/plans/\(plan)/edit", form)
    #expect(more.status == 200)
    #expect(more.contains("支援内容4") && !more.contains("支援内容5"))
    #expect(more.contains("介護保険の申請を手伝う"))
    #expect(try await world.town.text("SELECT issues FROM plan WHERE id = \(plan)") == "")
    let found = try await coordinator.post("/plans/\(plan)/edit", try await world.planForm(["more": "agency", "find_agency": "職業安定"]))
    #expect(found.contains("名前で見つかった機関"))
    #expect(found.contains("この事例に関わっている機関"))
  }

  @Test func `読めない日付と、印のない事業の利用は、書いたものを残して知らせる`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    let wrong = try await coordinator.post(
      "/plans/\(plan)", try await world.planForm(["version": "1", "period_to": "来年のいつか", "use.participation": ""]))
    #expect(wrong.status == 422)
    #expect(wrong.contains("来年のいつか"))
    #expect(wrong.contains("「利用する」に印がありません。"))
    #expect(wrong.contains("週に一度の居場所"))
  }

  @Test func `同時に直した二人には、両方の文が並んで見え、あとから保存できる`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    _ = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": "1", "policy": "先に書いた方針"]))
    let late = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": "1", "policy": "後から書いた方針"]))
    #expect(late.status == 409)
    #expect(late.contains("ほかの人が先に保存しました"))
    #expect(late.contains("先に書いた方針") && late.contains("後から書いた方針"))
    let version = try #require(late.field("version"))
    #expect(version == "2")
    let again = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": version, "policy": "両方の方針"]))
    #expect(again.status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM plan_history WHERE plan_id = \(plan)") == 3)
  }

  @Test func `アセスメントを終えるまでプランは始められない`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .assessing)
    let coordinator = try await world.signedIn("takikan")
    #expect(try await coordinator.get("/coordinations/\(world.id)/plan").contains("プランは、アセスメントを終えてから作ります。"))
    let refused = try await coordinator.post("/coordinations/\(world.id)/plan")
    #expect(refused.status == 422)
    #expect(refused.contains("先にアセスメントを終えてください。"))
  }

  @Test func `書きかけの自動保存は、プランの続きに戻る`() async throws {
    let (world, coordinator) = try await planning()
    let plan = try await world.beginPlan()
    let kept = try await coordinator.post(
      "/drafts/auto", try await world.planForm(["draft_form": "プラン", "draft_path": "/plans/\(plan)/edit", "draft_title": "プラン"]))
    #expect(kept.status == 200)
    let draft = try await world.town.number("SELECT id FROM draft")
    let resumed = try await coordinator.get("/drafts/\(draft)")
    #expect(resumed.location == "/plans/\(plan)/edit?draft=\(draft)")
    #expect(try await coordinator.get(resumed.location).contains("介護と社会参加を並行して支える"))
    _ = try await coordinator.post("/plans/\(plan)", try await world.planForm(["version": "1", "draft": String(draft)]))
    #expect(try await world.town.number("SELECT count(*) FROM draft") == 0)
  }
}
