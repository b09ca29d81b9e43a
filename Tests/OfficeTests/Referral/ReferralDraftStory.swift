import Store
import Testing

@testable import Office

/// Writing a つなぎ: what is asked for, what is only warned of, drafts, lists.
@Suite struct ReferralDraftStory {
  @Test func `足りないところは、書いたものを残したまま項目ごとに示す`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let reply = try await sender.post(
      "/cases/\(world.caseFile)/referrals",
      [("to", "a1"), ("asked", "<b>話を聞いて</b>"), ("prior_with", "相手だけ"), ("answer_due", "R8.11.1"), ("note", "\(world.teamNote)")])
    #expect(reply.status == 422)
    for words in [
      "＊つなぎ先が選ばれていません。", "＊つなぐ理由が書かれていません。", "＊本人への説明と納得の記録がありません。", "＊事前連絡の日が入っていません。",
      "＊回答期限が今日より前の日付です。", "&lt;b&gt;話を聞いて&lt;/b&gt;", "value=\"\(world.teamNote)\" checked",
    ] { #expect(reply.contains(words), "\(words)") }
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 0)
  }

  @Test func `事前連絡がないときは一度確かめてから、妨げずに送る`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let form = world.form(try await world.target(ReferralWorld.disability), ["prior_on": "", "prior_at": "", "prior_with": ""])
    let asked = try await sender.post("/cases/\(world.caseFile)/referrals", form)
    #expect(asked.status == 200)
    #expect(asked.contains("つなぎ合い"))
    #expect(asked.contains("まだ依頼していません。"))
    #expect(asked.contains("息子さんの話を聞いてほしい"))
    #expect(asked.field("confirmed") == "1")
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 0)
    let sent = try await sender.post("/cases/\(world.caseFile)/referrals", form + [("confirmed", "1")])
    #expect(sent.status == 303)
    #expect(try await sender.get(sent.location).contains("事前連絡</dt><dd>なし"))
  }

  @Test func `下書きは同じ機関だけに見え、続きを書いて依頼できる`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, colleague, receiver) = (
      try await world.signedIn("houkatsu"), try await world.signedIn("kakari"), try await world.signedIn("shougai")
    )
    let to = try await world.target(ReferralWorld.disability)
    #expect(try await sender.post("/cases/\(world.caseFile)/referrals/draft", [("asked", "まだ途中")]).status == 422)
    let kept = try await sender.post("/cases/\(world.caseFile)/referrals/draft", [("to", to), ("asked", "まだ途中"), ("prior_on", "未定")])
    #expect(kept.status == 303)
    let id = kept.number
    #expect(try await colleague.get("/referrals/\(id)").contains("続きを書く"))
    #expect(try await receiver.get("/referrals/\(id)").status == 404)
    #expect(!(try await receiver.get("/referrals").contains("R8-T00001")))
    let edit = try await colleague.get("/referrals/\(id)/edit")
    #expect(edit.contains("まだ途中"))
    #expect(edit.field("prior_on") == "未定")
    #expect(try await receiver.get("/referrals/\(id)/edit").status == 404)

    #expect(try await colleague.post("/referrals/\(id)/draft", [("version", "1"), ("to", to), ("asked", "係で書き足した")]).status == 303)
    let stale = try await sender.post("/referrals/\(id)/draft", [("version", "1"), ("to", to), ("asked", "自分の書き足し")])
    #expect(stale.status == 409)
    #expect(stale.contains("自分の書き足し"))
    #expect(stale.contains("係で書き足した"))
    #expect(stale.field("version") == "2")
    #expect(try await sender.post("/referrals/\(id)/request", [("version", "1")] + world.form(to)).status == 409)
    #expect(try await sender.post("/referrals/\(id)/request", [("version", "2")] + world.form(to)).status == 303)
    #expect(try await receiver.get("/referrals/\(id)").contains("息子さんの話を聞いてほしい"))
    #expect(try await sender.get("/referrals/\(id)/edit").location == "/referrals/\(id)")
  }

  @Test func `下書きは破棄でき、依頼したものは破棄できない`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    let to = try await world.target(ReferralWorld.disability)
    let draft = try await sender.post("/cases/\(world.caseFile)/referrals/draft", [("to", to)]).number
    #expect(try await sender.post("/referrals/\(draft)/discard", [("version", "1")]).location == "/referrals?tab=sent")
    #expect(try await sender.get("/referrals/\(draft)").status == 404)
    let sent = try await world.request(ReferralWorld.disability)
    #expect(try await world.step(sender, sent, "discard").status == 409)
    #expect(try await world.stage(sent) == "requested")
  }

  @Test func `同じ依頼が二度届いてもつなぎは一つで、書きかけは消える`() async throws {
    let world = try await ReferralWorld.open()
    let sender = try await world.signedIn("houkatsu")
    _ = try await sender.post(
      "/drafts/auto", [("draft_form", "つなぎ"), ("draft_path", "/cases/\(world.caseFile)/referrals/new"), ("asked", "途中")])
    #expect(try await sender.get("/cases/\(world.caseFile)/referrals/new?draft=1").contains("途中"))
    let form = world.form(try await world.target(ReferralWorld.disability)) + [("submission", "once"), ("draft", "1")]
    let first = try await sender.post("/cases/\(world.caseFile)/referrals", form)
    #expect(try await sender.post("/cases/\(world.caseFile)/referrals", form).location == first.location)
    #expect(try await world.town.number("SELECT count(*) FROM referral") == 1)
    #expect(try await world.town.number("SELECT count(*) FROM draft") == 0)
  }

  @Test func `回答期限を過ぎると、両方の一覧と画面で目立つ`() async throws {
    let world = try await ReferralWorld.open()
    let id = try await world.request(ReferralWorld.disability)
    world.town.pass(days: 7)
    #expect(!(try await world.signedIn("houkatsu").get("/referrals/\(id)").contains("chip late")))
    #expect(try await world.signedIn("houkatsu").get("/referrals?tab=sent&overdue=1").contains("条件に合うつなぎはありません"))
    world.town.pass(days: 1)
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    #expect(try await sender.get("/referrals/\(id)").contains("<span class=\"chip late\">回答期限切れ</span>"))
    #expect(try await sender.get("/referrals?tab=sent&overdue=1").contains("期限切れ</span>"))
    #expect(try await receiver.get("/referrals?overdue=1").contains("R8-T00001"))
    #expect(try await world.step(receiver, id, "acceptance").status == 303)
    #expect(try await receiver.get("/referrals?overdue=1").contains("条件に合うつなぎはありません"))
  }

  @Test func `一覧は範囲と段階で絞り込め、同じ範囲をCSVにできる`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, colleague) = (try await world.signedIn("houkatsu"), try await world.signedIn("kakari"))
    _ = try await world.request(ReferralWorld.disability)
    _ = try await world.request(ReferralWorld.multi, multi: true)
    #expect(try await colleague.get("/referrals?tab=sent").contains("R8-T00002"))
    #expect(!(try await colleague.get("/referrals?tab=sent&who=mine").contains("R8-T00002")))
    #expect(try await sender.get("/referrals?tab=sent&who=mine").contains("R8-T00002"))
    #expect(!(try await sender.get("/referrals?tab=sent&stage=accepted").contains("R8-T00002")))
    #expect(!(try await sender.get("/referrals?tab=multi").contains("R8-T00001")))
    #expect(try await sender.get("/referrals?tab=sent&page=-3&stage=x").status == 200)
    let file = try await sender.get("/referrals.csv?tab=sent")
    #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(file.contains("R8-T00001,架空 ハルさん,見本地域包括支援センター東,\(ReferralWorld.disability)"))
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE act = 'exportReferrals' AND detail = 'rows 2'") == 1)
  }

  @Test func `ホームへの一覧は、自分の番・相手の番・期限切れに分かれる`() async throws {
    let world = try await ReferralWorld.open()
    let id = try await world.request(ReferralWorld.disability)
    world.town.pass(days: 8)
    #expect(try await world.waiting("houkatsu") == [0, 1, 1])
    #expect(try await world.waiting("shougai") == [1, 0, 1])
    #expect(try await world.waiting("kodomo") == [0, 0, 0])
    #expect(try await world.step(try await world.signedIn("shougai"), id, "hand-back", ReferralWorld.handBack).status == 303)
    #expect(try await world.waiting("houkatsu") == [1, 0, 0])
    #expect(try await world.waiting("shougai") == [0, 1, 0])
  }
}
