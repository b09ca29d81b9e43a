import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議: prepared from a case, called, held.
@Suite struct MeetingStory {
  @Test func `事例から開くと、会議と議題と構成員が一度にできる`() async throws {
    let world = try await MeetingWorld.open()
    let form = try await world.coordinator.get("/meetings/new?kind=planning&coordination=\(world.id)&timing=plan")
    #expect(form.status == 200 && form.field("case") == "\(world.id):plan" && form.contains("プラン策定時"))
    #expect(form.contains("重層的支援会議") && form.contains("みるふいーゆ") && !form.contains("<option value=\"support\""))
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    #expect(
      try await world.town.number(
        "SELECT count(*) FROM meeting_item i JOIN plan p ON p.id = i.plan_id WHERE i.id = \(item) AND i.consent_state = 'given' AND i.legal_basis = 'consent'"
      ) == 1)
    let page = try await world.coordinator.get("/meetings/\(meeting)")
    #expect(!form.hasEscapedMarkup && !page.hasEscapedMarkup)
    for words in ["架空 ハルさん", "見本市 地域福祉課", MeetingWorld.east, "プラン策定時", "招集する", "R8-M00001"] { #expect(page.contains(words), "\(words)") }
    let tabled = try await world.coordinator.get("/meetings/\(meeting)/items/\(item)")
    for words in ["架空の長期目標", "本人同意", "支援関係機関の役割分担", "架空の役割"] { #expect(tabled.contains(words), "\(words)") }
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == "2026-11-21")
  }

  @Test func `招集し、出欠の返事を受け、開催済みにする`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let list = try await world.section.get("/meetings")
    #expect(list.contains("重層的支援会議") && list.contains("返事をする"))
    #expect(try await world.section.post("/meetings/\(meeting)/reply", [("reply", "comes")]).status == 303)
    let east = try await world.member(meeting, MeetingWorld.east)
    let onBehalf = [("member", "\(east)"), ("reply", "absent")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/reply", onBehalf).status == 303)
    #expect(try await world.section.post("/meetings/\(meeting)/reply", onBehalf).status == 404)
    let page = try await world.coordinator.get("/meetings/\(meeting)")
    #expect(page.contains("欠席") && page.contains("開催済みにする"))
    try await world.holdWithBoth(meeting)
    #expect(try await world.town.text("SELECT stage || recorder FROM meeting WHERE id = \(meeting)") == "held架空 結")
    let held = try await world.coordinator.get("/meetings?tab=held")
    #expect(held.contains("開催済み") && !held.hasEscapedMarkup)
    #expect(try await world.coordinator.get("/meetings").contains("1回／年12回"))
  }

  @Test func `招集する人が違う会議は準備できず、道を示す`() async throws {
    let world = try await MeetingWorld.open()
    let town = try await world.section.post("/meetings", MeetingWorld.form("planning"))
    #expect(town.status == 422 && town.contains("重層的支援会議を招集するのは多機関協働事業者です。"))
    let multi = try await world.coordinator.post("/meetings", MeetingWorld.form("support"))
    #expect(multi.status == 422 && multi.contains("市の事業担当課に開催を依頼してください"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting") == 0)
  }

  @Test func `支援会議が要るときは、市に一押しで依頼できる`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let form = try await world.coordinator.get("/meetings/new?kind=confidential&coordination=\(world.id)")
    #expect(form.contains("市の事業担当課に開催を依頼する"))
    let reply = try await world.coordinator.post("/meetings/requests", [("coordination", "\(world.id)")])
    #expect(reply.location == "/coordinations/\(world.id)")
    #expect(try await world.section.get("/tasks?view=section").contains("支援会議の開催を検討する"))
    _ = try await world.coordinator.post("/meetings/requests", [("coordination", "\(world.id)")])
    #expect(try await world.town.number("SELECT count(*) FROM task WHERE what LIKE '支援会議の開催%'") == 1)
  }

  @Test func `同意のない事例は、重層的支援会議の議題にできない`() async throws {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let reply = try await world.coordinator.post("/meetings", MeetingWorld.form("planning", ["\(world.id):"]))
    #expect(reply.status == 422 && reply.contains("支援会議（社会福祉法106条の6）に諮るよう市に依頼してください"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting_item") == 0)
    let meeting = try await world.coordinator.post("/meetings", MeetingWorld.form("planning")).number
    let adding = try await world.coordinator.post("/meetings/\(meeting)/items", [("case", "\(world.id):plan")])
    #expect(adding.status == 422 && adding.contains("有効な同意がない"))
  }

  @Test func `一つの会議で十二の事例を扱い、待つ事例を選んで加える`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    var cases: [String] = []
    for number in 1...11 { cases.append("\(try await world.another(number)):plan") }
    let page = try await world.coordinator.get("/meetings/\(meeting)")
    #expect(page.contains("架空事例1（R8-K81）") && page.contains("架空事例11（R8-K811）"))
    let reply = try await world.coordinator.post("/meetings/\(meeting)/items", cases.map { ("case", $0) })
    #expect(reply.status == 303, "\(reply.text)")
    #expect(try await world.town.number("SELECT count(*) FROM meeting_item WHERE meeting_id = \(meeting)") == 12)
    try await world.holdWithBoth(meeting)
    for position in 1...12 {
      let item = try await world.item(meeting, position)
      #expect(try await world.decide(meeting, item, .approved).status == 303)
    }
    #expect(try await world.town.number("SELECT count(*) FROM coordination WHERE stage = 'awaitingDecision'") == 12)
    #expect(try await world.coordinator.get("/meetings/\(meeting)").contains("すべての議題の結論を記録しました"))
    let again = try await world.coordinator.post("/meetings/\(meeting)/items", [("case", cases[0])])
    #expect(again.status == 422)
  }

  @Test func `同じ事例は二度載らず、載せる前の段階の事例は断る`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let other = try await world.another(1)
    let offer = try await world.coordinator.get("/meetings/new?kind=planning&coordination=\(other)&timing=plan")
    #expect(offer.contains("この会議に加える") && offer.contains("/meetings/\(meeting)/items"))
    let twice = try await world.coordinator.post("/meetings/\(meeting)/items", [("case", "\(world.id):plan")])
    #expect(twice.status == 422 && twice.contains("もうこの会議の議題に載っています"))
    let early = try await world.coordinator.post("/meetings/\(meeting)/items", [("case", "\(world.id):close")])
    #expect(early.status == 422 && early.contains("終結を諮るのは「支援中」のときです"))
    let none = try await world.coordinator.post("/meetings/\(meeting)/items")
    #expect(none.status == 422 && none.contains("議題にする事例が選ばれていません"))
  }

  @Test func `日時を変えると事例の予定も変わり、重なった変更は見比べられる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let version = try await world.town.number("SELECT version FROM meeting WHERE id = \(meeting)")
    let later = MeetingWorld.form("planning", on: "R8.12.1") + [("version", "\(version)")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)", later).status == 303)
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == "2026-12-01")
    let stale = try await world.coordinator.post(
      "/meetings/\(meeting)", MeetingWorld.form("planning", on: "R8.12.8") + [("version", "\(version)")])
    #expect(stale.status == 409 && stale.contains("R8.12.1") && stale.contains("R8.12.8"))
    let early = try await world.coordinator.post("/meetings/\(meeting)/attendance", [("chair", "架空")])
    #expect(early.status == 422 && early.contains("開催日がまだ先です"))
    let blank = try await world.coordinator.post("/meetings/\(meeting)", [("held_on", "いつか"), ("version", "\(version + 1)")])
    #expect(blank.status == 422 && blank.contains("いつか") && blank.contains("開催の方法が選ばれていません"))
  }

  @Test func `全体の記録は重ねて書かれると見比べられ、構成員には見えない`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let version = try await world.town.number("SELECT version FROM meeting WHERE id = \(meeting)")
    let path = "/meetings/\(meeting)/minutes"
    #expect(try await world.coordinator.post(path, [("minutes", "架空の全体記録"), ("version", "\(version)")]).status == 303)
    let stale = try await world.coordinator.post(path, [("minutes", "架空の別の記録"), ("version", "\(version)")])
    #expect(stale.status == 409 && stale.contains("架空の全体記録") && stale.contains("架空の別の記録"))
    #expect(try await world.section.get("/meetings/\(meeting)").contains("架空の全体記録"))
    #expect(!(try await world.world.signedIn("houkatsu").get("/meetings/\(meeting)")).contains("架空の全体記録"))
  }

  @Test func `取りやめには理由が要り、構成員には見えなくなる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let east = try await world.world.signedIn("houkatsu")
    #expect(try await east.get("/meetings/\(meeting)").status == 200)
    #expect(try await world.coordinator.post("/meetings/\(meeting)/cancellation").status == 422)
    #expect(try await world.coordinator.post("/meetings/\(meeting)/cancellation", [("words", "架空の大雪")]).status == 303)
    #expect(try await east.get("/meetings/\(meeting)").status == 404)
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == nil)
  }
}
