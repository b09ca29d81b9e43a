import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// Looking at the plan as a whole on its day.
@Suite struct MonitoringStory {
  @Test func `モニタリングは予定の日と各機関の声を写して始まり、次の予定日を進める`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let planned = try await world.day(90)
    #expect(try await world.report(try await world.signedIn("houkatsu"), "partly", "架空の一文").status == 303)
    let multi = try await world.signedIn("takikan")
    let form = try await multi.get("/plans/\(plan)/monitoring/new")
    #expect(form.status == 200)
    #expect(form.contains("見本地域包括支援センター東：一部　架空の一文"))
    #expect(form.contains("<option value=\"\(planned)\" selected>"))

    let bad = try await multi.post("/plans/\(plan)/monitoring", [("held_on", "R9.1.1"), ("findings", "残る文")])
    #expect(bad.status == 422)
    #expect(bad.contains("今日より先です") && bad.contains("残る文"))

    let done = try await multi.post(
      "/plans/\(plan)/monitoring",
      [
        ("planned_on", planned), ("held_on", "R8.11.21"), ("findings", "架空の気づき"), ("outcome", "goOn"), ("next_on", "R9.5.20"),
      ])
    #expect(done.status == 303)
    #expect(try await world.town.text("SELECT next_on FROM coordination WHERE id = \(world.id)") == "2027-05-20")
    let page = try await multi.get("/coordinations/\(world.id)/progress")
    #expect(page.contains("架空の気づき"))
    #expect(page.contains("次の予定：<strong>令和9年5月20日"))
    #expect(!page.contains("次にすること"))
  }

  @Test(arguments: [
    ("resortRoles", "/meetings/new?kind=caseConference"), ("replan", "/review/edit?result=replan"), ("close", "/review/edit?result=close"),
    ("interrupt", "/review/edit?result=interrupt"),
  ])
  func `続けるほかの結論は、次にすることへの道を示す`(_ outcome: String, _ path: String) async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let plan = try await world.plan()
    let multi = try await world.signedIn("takikan")
    let fields = [("held_on", "R8.11.21"), ("findings", "架空の気づき"), ("outcome", outcome)]
    #expect(try await multi.post("/plans/\(plan)/monitoring", fields).status == 303)
    let page = try await multi.get("/coordinations/\(world.id)/progress")
    #expect(page.contains("次にすること"))
    #expect(page.text.replacing("&amp;", with: "&").contains(path))
    if outcome == "replan" { #expect(try await multi.get("/plans/\(plan)/review/edit?result=replan").contains("value=\"replan\" checked")) }
  }
}

extension CoordinationWorld {
  /// The ISO date so many days from the town's today.
  func day(_ days: Int) async throws -> String { CivilDate.of(epochSeconds: town.now).adding(days: days).iso }
}
