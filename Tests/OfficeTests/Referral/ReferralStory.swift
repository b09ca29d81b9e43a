import Store
import Testing

@testable import Office

/// A つなぎ from the request to the answer, seen from both sides.
@Suite struct ReferralStory {
  @Test func `依頼から確認まで、両方の機関に誰の番かが見える`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let form = try await sender.get("/cases/\(world.caseFile)/referrals/new")
    #expect(form.status == 200)
    #expect(form.contains("多機関協働事業（\(ReferralWorld.multi)）"))
    #expect(!form.contains(">見本地域包括支援センター東</option>"))
    #expect(form.field("answer_due") == "R8.11.28")
    let id = try await world.request(ReferralWorld.disability)

    let sent = try await sender.get("/referrals/\(id)")
    #expect(sent.contains("相手の番"))
    #expect(sent.contains("見本地域包括支援センター東（つなぎ先が受理するまで、つなぎ元が引き続き担当します）"))
    #expect(try await receiver.get("/referrals").contains("/referrals/\(id)\""))
    #expect(try await receiver.get("/referrals/\(id)").contains("自分の番"))

    #expect(try await world.step(receiver, id, "acceptance", [("words", "担当は架空次郎です")]).location == "/referrals/\(id)")
    let accepted = try await sender.get("/referrals/\(id)")
    #expect(accepted.contains("担当は架空次郎です"))
    #expect(accepted.contains("\(ReferralWorld.disability)（受理したため）"))
    #expect(try await world.caseStage() == "ONGOING_COLLAB")
    #expect(try await sender.get("/cases/\(world.caseFile)").contains("他機関と連携した支援　支援中（他機関と連携）"))
    #expect(try await world.step(receiver, id, "start").status == 303)
    #expect(try await receiver.get("/referrals/\(id)/report").status == 200)
    #expect(try await world.step(receiver, id, "report", [("outcome", "continuing"), ("words", "月二回の面談を続けます。")]).status == 303)
    let reported = try await sender.get("/referrals/\(id)")
    #expect(reported.contains("自分の番"))
    #expect(reported.contains("月二回の面談を続けます。"))
    #expect(reported.contains("つなぎ先で支援を続ける"))
    #expect(try await world.step(sender, id, "confirmation").status == 303)
    #expect(try await world.stage(id) == "confirmed")
    #expect(try await world.town.number("SELECT count(*) FROM referral_event WHERE referral_id = \(id)") == 5)
    #expect(
      try await world.town.number("SELECT count(*) FROM case_event WHERE case_file_id = \(world.caseFile) AND reason LIKE 'つなぎ R8-T%'") == 6
    )
  }

  @Test func `一部受理では、引き受けることと引き受けないことが両方に見え、責任は両方に残る`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    let half = try await world.step(receiver, id, "partial-acceptance", [("taken", "息子さんの面談")])
    #expect(half.status == 422)
    #expect(half.contains("息子さんの面談"))
    #expect(half.contains("一部受理は、引き受けることと引き受けないことの両方が必要です。"))
    #expect(
      try await world.step(receiver, id, "partial-acceptance", [("taken", "息子さんの面談"), ("not_taken", "お母さんの介護")]).status == 303)
    let page = try await sender.get("/referrals/\(id)")
    #expect(page.contains("引き受けないこと：お母さんの介護"))
    #expect(page.contains("の両方（一部受理のため"))
    #expect(try await world.step(receiver, id, "start").status == 303)
    #expect(try await sender.get("/referrals/\(id)").contains("の両方（一部受理のため"))
  }

  @Test func `一部受理は、送った機関のだれかが確認するまで、送った側の自分の番に残る`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, colleague) = (try await world.signedIn("houkatsu"), try await world.signedIn("kakari"))
    let receiver = try await world.signedIn("shougai")
    let id = try await world.request(ReferralWorld.disability)
    #expect(try await sender.post("/referrals/\(id)/rest-confirmation").status == 404, "一部受理ではない")
    _ = try await world.step(receiver, id, "partial-acceptance", [("taken", "息子さんの面談"), ("not_taken", "お母さんの介護")])
    for who in [sender, colleague] {
      let home = try await who.get("/")
      #expect(try home.card("mine").contains("引き受けられなかったこと：お母さんの介護") && home.card("mine").contains("ほかの機関につなぐか"))
      #expect(try !home.card("theirs").contains("/referrals/\(id)\""))
    }
    #expect(try await receiver.get("/").card("mine").contains("/referrals/\(id)\""), "引き受けた側の番でもある")
    #expect(try await world.waiting("houkatsu") == [1, 0, 0])
    #expect(try await world.waiting("shougai") == [1, 0, 0])
    #expect(try await world.step(receiver, id, "start").status == 303)
    let page = try await sender.get("/referrals/\(id)")
    #expect(page.contains("自分の番") && page.contains("残りを別の機関につなぐ") && page.contains("action=\"/referrals/\(id)/rest-confirmation\""))
    let seen = try await receiver.get("/referrals/\(id)")
    #expect(!seen.contains("rest-confirmation"))
    #expect(try await receiver.post("/referrals/\(id)/rest-confirmation").status == 404)

    for _ in 0..<2 { #expect(try await colleague.post("/referrals/\(id)/rest-confirmation").location == "/referrals/\(id)") }
    #expect(try await world.town.text("SELECT s.sign_in_name FROM referral r JOIN staff s ON s.id = r.rest_noted_by") == "kakari")
    let noted: SQL = "FROM audit_entry WHERE act = 'confirmReferral' AND outcome = 'done' AND detail = 'rest noted'"
    #expect(try await world.town.number("SELECT count(*) \(sql: noted)") == 1, "二度押しても一度だけ")
    #expect(try await world.town.text("SELECT subject \(sql: noted)") == "referral \(id)")
    let settled = try await sender.get("/")
    #expect(try !settled.card("mine").contains("/referrals/\(id)\"") && settled.card("theirs").contains("/referrals/\(id)\""))
    #expect(try await world.waiting("houkatsu") == [0, 1, 0])
    for who in [sender, receiver] { #expect(try await who.get("/referrals/\(id)").contains("つなぎ元が確認しました")) }
    #expect(try await world.step(receiver, id, "report", [("outcome", "informed"), ("words", "伝えました")]).status == 303, "版は変わらない")
  }

  @Test func `見る前に完了報告が来ても、引き受けられなかったことは、確認するまで残る`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    _ = try await world.step(receiver, id, "partial-acceptance", [("taken", "息子さんの面談"), ("not_taken", "お母さんの介護")])
    _ = try await world.step(receiver, id, "start")
    _ = try await world.step(receiver, id, "report", [("outcome", "informed"), ("words", "伝えました")])
    let home = try await sender.get("/").card("mine")
    #expect(home.contains("お母さんの介護") && home.contains("完了報告") && home.ranges(of: "/referrals/\(id)\"").count == 1)
    #expect(try await sender.get("/referrals/\(id)").contains("残りを別の機関につなぐ"))
    _ = try await world.step(sender, id, "confirmation")
    #expect(try await sender.get("/").card("mine").contains("引き受けられなかったこと：お母さんの介護"), "結果を確認しても残る")
    #expect(try await sender.post("/referrals/\(id)/rest-confirmation").status == 303)
    #expect(try await !sender.get("/").card("mine").contains("/referrals/\(id)\""))
  }

  @Test func `話した記録のない差戻しは、書いた理由を残したまま断る`() async throws {
    let world = try await ReferralWorld.open()
    let receiver = try await world.signedIn("shougai")
    let id = try await world.request(ReferralWorld.disability)
    let refused = try await world.step(receiver, id, "hand-back", [("reason_code", "A5"), ("words", "別の窓口が適しています。")])
    #expect(refused.status == 422)
    #expect(refused.contains("つなぎ元との協議の記録がないため、差し戻せません。"))
    #expect(refused.contains("別の窓口が適しています。"))
    #expect(try await world.stage(id) == "requested")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'refused' AND act = 'answerReferral'") == 1)
    let unread = try await world.step(
      receiver, id, "hand-back",
      [("reason_code", "A5"), ("words", "別の窓口"), ("talked_on", "R8.13.40"), ("talked_with", "花子"), ("talked_how", "電話")])
    #expect(unread.status == 422)
    #expect(unread.contains("R8.13.40"))
  }

  @Test func `差し戻すと理由と協議の記録が送り手に見え、送り手の担当に戻る`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    #expect(try await world.step(receiver, id, "acceptance").status == 303)
    #expect(try await receiver.get("/cases/\(world.caseFile)").status == 200)
    #expect(try await world.step(receiver, id, "hand-back", ReferralWorld.handBack).status == 303)
    let page = try await sender.get("/referrals/\(id)")
    #expect(page.contains("機関側の事情：ほかの機関が適している"))
    #expect(page.contains("つなぎ元との協議：令和8年11月21日　架空 花子　電話"))
    #expect(page.contains("困窮の窓口を先にすることで合意した。"))
    #expect(page.contains("差し戻されたため、つなぎ元が引き続き担当します"))
    #expect(page.contains("自分の番"))
    #expect(try await receiver.get("/cases/\(world.caseFile)").status == 404)
    #expect(try await receiver.get("/referrals/\(id)").handedOver == nil, "差し戻した先には残らない")
    #expect(try await sender.get("/referrals/\(id)").handedOver != nil)
    #expect(try await world.caseStage() == "ONGOING")
  }

  @Test func `取下げは受理の前だけ、理由をそえてできる`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let first = try await world.request(ReferralWorld.disability)
    #expect(try await world.step(sender, first, "withdrawal").status == 422)
    #expect(try await world.step(sender, first, "withdrawal", [("words", "本人が考え直したいとのこと")]).status == 303)
    #expect(try await world.stage(first) == "withdrawn")
    #expect(try await receiver.get("/referrals/\(first)").contains("本人が考え直したいとのこと"))

    let second = try await world.request(ReferralWorld.disability)
    #expect(try await sender.get("/referrals/\(second)").contains("/withdrawal"))
    #expect(try await world.step(receiver, second, "acceptance").status == 303)
    #expect(!(try await sender.get("/referrals/\(second)").contains("/withdrawal")))
    let late = try await world.step(sender, second, "withdrawal", [("words", "やはり取り下げたい")])
    #expect(late.status == 422)
    #expect(late.contains("すでに受理されています。"))
    #expect(late.contains("やはり取り下げたい"))
    #expect(!late.contains("取り下げる</button>"))
  }

  @Test func `相手側の操作を送っても、規則の文で断る`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    let own = try await world.step(sender, id, "acceptance")
    #expect(own.status == 422)
    #expect(own.contains("つなぎ先の機関です。"))
    #expect(try await world.step(receiver, id, "withdrawal", [("words", "理由")]).status == 422)
    #expect(try await world.step(receiver, id, "report", [("outcome", "solved"), ("words", "早すぎる報告")]).status == 422)
    #expect(try await world.step(sender, id, "request", world.form(try await world.target(ReferralWorld.livelihood))).status == 422)
    #expect(try await world.stage(id) == "requested")
    #expect(try await receiver.get("/referrals/\(id)/report").location == "/referrals/\(id)")
  }

  @Test func `二度届いた送信は一度だけ記録し、古い画面からの操作は409で両方を見せる`() async throws {
    let world = try await ReferralWorld.open()
    let (receiver, colleague) = (try await world.signedIn("shougai"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    let form = [("version", "2"), ("submission", "abc"), ("words", "お受けします")]
    #expect(try await receiver.post("/referrals/\(id)/acceptance", form).status == 303)
    #expect(try await receiver.post("/referrals/\(id)/acceptance", form).status == 303)
    #expect(try await world.town.number("SELECT count(*) FROM referral_event WHERE referral_id = \(id) AND act = 'accept'") == 1)
    let stale = try await colleague.post("/referrals/\(id)/hand-back", [("version", "2")] + ReferralWorld.handBack)
    #expect(stale.status == 409)
    #expect(stale.contains("生活困窮の窓口が適しています。"))
    #expect(stale.contains("お受けします"))
    #expect(stale.field("version") == "3")
    #expect(try await world.stage(id) == "accepted")
    #expect(try await colleague.post("/referrals/\(id)/hand-back", ReferralWorld.handBack).status == 409)
  }

  @Test func `取り下げられたつなぎを古い画面から受理しようとすると、あるものだけを言う`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability)
    #expect(try await world.step(sender, id, "withdrawal", [("words", "本人の申し出")]).status == 303)
    let silent = try await receiver.post("/referrals/\(id)/acceptance", [("version", "2"), ("words", "")])
    #expect(silent.status == 409 && silent.contains("本人の申し出"))
    #expect(silent.contains("いまの段階では「受理する」の操作はできません。あなたの操作は記録していません。"))
    #expect(!silent.contains("入力") && !silent.contains("もう一度送信"))
    let spoken = try await receiver.post("/referrals/\(id)/acceptance", [("version", "2"), ("words", "お受けします")])
    #expect(spoken.contains("入力していた内容は下に残っています") && spoken.contains("<p>お受けします</p>") && !spoken.contains("もう一度送信"))
    #expect(try await world.stage(id) == "withdrawn")
  }
}
