import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// この情報を見られる人と理由: every ground in plain words, and when it ended.
struct SightStory {
  @Test func `どの機関がなぜ見られるか、いつ終わったかが、どの事例の画面からもわかる`() async throws {
    let world = try await CoordinationWorld.open()
    let own = try await world.signedIn("houkatsu")
    let path = "/cases/\(world.caseFile)"
    for page in [path, "\(path)/notes/new", "\(path)/household", "/coordinations/\(world.id)"] {
      #expect(try await own.get(page).contains("<a href=\"\(path)/sight\">ほかに見られる人と理由</a>"), "\(page)")
    }
    let sight = try await own.get("\(path)/sight")
    #expect(sight.contains("見本地域包括支援センター東で相談を受け付けた事例のため"))
    #expect(sight.contains("見本市社会福祉協議会 多機関協働担当が同事業を担うため"))
    #expect(!sight.contains("終わった根拠"))

    let referral = try await world.referral.request(ReferralWorld.disability)
    let receiver = try await world.signedIn("shougai")
    #expect(try await world.referral.step(receiver, referral, "acceptance").status == 303)
    #expect(try await receiver.get("\(path)/sight").contains("見本障害者相談支援センターがつなぎを受理した事例のため"))
    let now = world.town.now
    try await world.town.office.database.write {
      try $0.run("UPDATE case_ground SET until = \(now) WHERE referral_id = \(referral) AND until IS NULL")
    }
    #expect(try await own.get("\(path)/sight").contains("終わった根拠"))
    #expect(try await receiver.get("\(path)/sight").status == 404)
  }

  @Test func `渡された内容だけを見られる機関には、知っている相手だけが出る`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    try await town.grant(file, to: "shougai", reach: .handedOver)
    try await town.grant(file, to: "kodomo", reach: .team)
    let page = try await town.signedIn("shougai").get("/cases/\(file)/sight")
    #expect(page.contains("つなぎで渡された内容と、自機関の記録だけ"))
    #expect(!page.contains("見本市こども"))
    #expect(try await town.signedIn("houkatsu").get("/cases/\(file)/sight").contains("見本市こども"))
  }
}
