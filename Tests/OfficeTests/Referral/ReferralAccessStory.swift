import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Who sees what of a つなぎ and of the case behind it.
@Suite struct ReferralAccessStory {
  @Test func `受理する前は渡された内容だけ、受理したあとは支援チームの記録まで見える`() async throws {
    let world = try await ReferralWorld.open()
    let receiver = try await world.signedIn("shougai")
    let id = try await world.request(ReferralWorld.disability)
    let page = try await receiver.get("/referrals/\(id)")
    #expect(page.contains("架空 ハル"))
    #expect(page.contains("息子が十年家にいる。"))
    #expect(page.contains("◎ ひきこもり・不登校"))
    #expect(page.contains("近隣"))
    #expect(!page.contains("架空の隣人"))
    #expect(!page.contains("回覧板が止まっている。"))
    #expect(try await receiver.get("/cases/\(world.caseFile)").status == 404)
    #expect(!(try await receiver.get("/cases").contains("架空 ハルさん")))
    #expect(!(try await receiver.get("/referrals").contains("架空 ハルさん")))

    #expect(try await world.step(receiver, id, "acceptance").status == 303)
    let file = try await receiver.get("/cases/\(world.caseFile)")
    #expect(file.status == 200)
    #expect(file.contains("回覧板が止まっている。"))
    #expect(!file.contains("所内で担当を話し合った。"))
    #expect(try await receiver.get("/referrals").contains("架空 ハルさん"))
  }

  @Test func `本人の同意がなければ、受理しても渡された内容と自機関の記録だけ`() async throws {
    let world = try await ReferralWorld.open()
    let receiver = try await world.signedIn("shougai")
    let none = ["agreement": "notObtained", "explained_on": "", "explained_by": "", "no_consent_reason": "02"]
    let id = try await world.request(ReferralWorld.disability, none, notes: [world.teamNote])
    #expect(try await receiver.get("/referrals/\(id)").contains("同意が得られていない（接触できるが関係形成中）"))
    #expect(try await world.step(receiver, id, "acceptance").status == 303)
    let file = try await receiver.get("/cases/\(world.caseFile)")
    #expect(file.status == 200)
    #expect(!file.contains("回覧板が止まっている。"))
    #expect(try await receiver.get("/referrals/\(id)").contains("回覧板が止まっている。"))
    // What it may not read it may not hand on either.
    let next = try await world.target(ReferralWorld.livelihood)
    let forged = try await receiver.post(
      "/cases/\(world.caseFile)/referrals", world.form(next, ["consultation": ""], notes: [world.teamNote]))
    #expect(forged.status == 404)
    let onward = try await receiver.post("/cases/\(world.caseFile)/referrals", world.form(next, ["consultation": ""]))
    #expect(onward.status == 303)
    let third = try await world.signedIn("konkyuu")
    #expect(try await world.step(third, onward.number, "acceptance").status == 303)
    #expect(!(try await third.get("/cases/\(world.caseFile)").contains("回覧板が止まっている。")))
  }

  @Test(arguments: ["withdrawal", "hand-back"])
  func `取り下げたり差し戻したりしたつなぎでは、つなぎ先に渡した内容はもう見えない`(_ way: String) async throws {
    let world = try await ReferralWorld.open()
    let receiver = try await world.signedIn("shougai")
    let sender = try await world.signedIn("houkatsu")
    let id = try await world.request(ReferralWorld.disability)
    #expect(try await receiver.get("/referrals/\(id)").contains("息子が十年家にいる。"))
    let step =
      way == "hand-back"
      ? try await world.step(receiver, id, way, ReferralWorld.handBack)
      : try await world.step(sender, id, way, [("words", "本人が考え直したいとのこと")])
    #expect(step.status == 303)
    func check() async throws {
      let page = try await receiver.get("/referrals/\(id)")
      #expect(page.status == 200 && page.contains("渡された内容はもう表示しません"))
      #expect(!page.contains("息子が十年家にいる。") && !page.contains("近隣"))
      #expect(try await sender.get("/referrals/\(id)").contains("息子が十年家にいる。"), "つなぎ元には残る")
    }
    try await check()
    guard way == "hand-back" else { return }
    #expect(try await world.step(sender, id, "confirmation").status == 303)
    try await check()
  }

  @Test func `関係のない機関には、どの入口からも見えず、記録に残る`() async throws {
    let world = try await ReferralWorld.open()
    let other = try await world.signedIn("kodomo")
    let id = try await world.request(ReferralWorld.disability)
    let absent = try await other.get("/referrals/999999")
    #expect(absent.status == 404)
    #expect(try await other.get("/referrals/\(id)").bytes == absent.bytes)
    for path in [
      "acceptance", "partial-acceptance", "hand-back", "withdrawal", "start", "report", "confirmation", "request", "draft", "discard",
    ] {
      #expect(try await world.step(other, id, path, world.form("a1") + ReferralWorld.handBack).status == 404, "\(path)")
    }
    for path in ["edit", "hand-back", "report", "withdrawal", "partial-acceptance"] {
      #expect(try await other.get("/referrals/\(id)/\(path)").status == 404, "\(path)")
    }
    for path in ["/cases/\(world.caseFile)/referrals", "/cases/\(world.caseFile)/referrals/draft"] {
      #expect(try await other.post(path, world.form(try await world.target(ReferralWorld.livelihood))).status == 404)
    }
    #expect(try await other.get("/cases/\(world.caseFile)/referrals/new").status == 404)
    for tab in ["received", "sent", "multi"] {
      #expect(!(try await other.get("/referrals?tab=\(tab)").contains("R8-T00001")))
      #expect(!(try await other.get("/referrals.csv?tab=\(tab)").contains("R8-T00001")))
    }
    #expect(try await world.stage(id) == "requested")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'denied'") == 20)
    for outsider in ["kanri", "kansa"] {
      #expect(try await (try await world.signedIn(outsider)).get("/referrals/\(id)").status == 404)
    }
  }

  @Test func `多機関協働への依頼は、担う機関と事業担当課が事例まで見られ、差し戻すと見られなくなる`() async throws {
    let world = try await ReferralWorld.open()
    let (carrier, section) = (try await world.signedIn("takikan"), try await world.signedIn("shi"))
    #expect(try await section.get("/cases/\(world.caseFile)").status == 404)
    let id = try await world.request(ReferralWorld.multi, multi: true)
    #expect(try await world.caseStage() == "REFERRED_TO_MULTI")
    #expect(try await carrier.get("/cases/\(world.caseFile)").status == 200)
    #expect(try await section.get("/cases/\(world.caseFile)").status == 200)
    #expect(try await section.get("/referrals?tab=multi").contains("/referrals/\(id)\""))
    let watched = try await section.get("/referrals/\(id)")
    #expect(watched.contains("つなぎ先の番"))
    #expect(!watched.contains("受理する</button>"))
    let forced = try await world.step(section, id, "acceptance")
    #expect(forced.status == 422)
    #expect(forced.contains("つなぎ先の機関です。"))

    let again = try await world.signedIn("houkatsu").post(
      "/cases/\(world.caseFile)/referrals", world.form(try await world.target(ReferralWorld.multi, multi: true)))
    #expect(again.status == 422)
    #expect(again.contains("すでに多機関協働事業へつないでいます"))

    #expect(try await world.step(carrier, id, "acceptance").status == 303)
    #expect(try await world.caseStage() == "SUPPORTING_MULTI")
    #expect(try await world.step(carrier, id, "hand-back", ReferralWorld.handBack).status == 303)
    #expect(try await world.caseStage() == "ONGOING")
    for visitor in [carrier, section] {
      #expect(try await visitor.get("/cases/\(world.caseFile)").status == 404)
      #expect(try await visitor.get("/referrals/\(id)").contains("差戻し"))
    }
  }

  @Test func `渡した内容は両方に同じに見え、あとから記録を直しても変わらない`() async throws {
    let world = try await ReferralWorld.open()
    let (sender, receiver) = (try await world.signedIn("houkatsu"), try await world.signedIn("shougai"))
    let id = try await world.request(ReferralWorld.disability, notes: [world.teamNote, world.ownNote])
    let before = try #require(try await receiver.get("/referrals/\(id)").handedOver)
    #expect(before.contains("昭和19年3月5日(1944-03-05)　82歳"))
    #expect(before.contains("架空 実"))
    #expect(before.contains("所内で担当を話し合った。"))
    #expect(try await sender.get("/referrals/\(id)").handedOver == before)

    try await world.correct()
    #expect(try await sender.get("/cases/\(world.caseFile)").contains("訂正済み（理由：聞き違い）"))
    #expect(try await receiver.get("/referrals/\(id)").handedOver == before)
    #expect(try await sender.get("/referrals/\(id)").handedOver == before)
    await #expect(throws: (any Error).self) {
      try await world.town.office.database.write { try $0.run("UPDATE referral SET snapshot = '{}' WHERE id = \(id)") }
    }
    await #expect(throws: (any Error).self) {
      try await world.town.office.database.write { try $0.run("DELETE FROM referral_event WHERE referral_id = \(id)") }
    }
  }
}

extension ReferralWorld {
  /// Corrects the handed-over note and the resident afterwards.
  fileprivate func correct() async throws {
    let (office, now, world) = (town.office, town.now, self)
    try await office.database.write { writing in
      let staff = try #require(try writing.first("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'") { $0.id(0) as StaffID })
      let desk = try office.seat(writing, staff: staff, act: .correctNote, at: now)
      let file = try desk.open(CaseFileID(world.caseFile))
      _ = try ReferralWorld.note(desk, file, "民生委員からの電話", "回覧板は届いていた。", .team, replaces: NoteID(world.teamNote))
      try writing.run("UPDATE resident SET name = '架空 春', address = '別の町' WHERE name = '架空 ハル'")
      try writing.run("UPDATE consultation SET concern_text = '直した' WHERE id = \(world.consultation)")
    }
  }
}
