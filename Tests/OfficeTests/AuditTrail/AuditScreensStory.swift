import Casework
import Store
import Testing

@testable import Office

/// 監査の画面: by person, by staff, by time; and never a word of a case.
struct AuditScreensStory {
  /// A day of work on the case, a stranger turned away, and the auditor.
  private func opened() async throws -> (AccessWorld, Visitor) {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for path in ["/cases/\(world.caseFile)", "/search?q=a", "/cases/\(world.caseFile)"] { _ = try await own.get(path) }
    let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .consultStaff).signInName)
    _ = try await stranger.get("/cases/\(world.caseFile)")
    return (world, try await world.town.signedIn(AccessVisitor.staff(.unrelated, .auditor).signInName))
  }

  @Test func `事例番号から、だれが、いつ、何を根拠に見たかが分かる`() async throws {
    let (_, auditor) = try await opened()
    let page = try await auditor.get("/audit/people?case=%EF%BD%92%EF%BC%98%EF%BC%8D90001")
    #expect(page.status == 200)
    #expect(page.contains("架空機関 own") && page.contains("自機関の受付"))
    #expect(page.contains("架空機関 multi") && page.contains("多機関協働"), "見られる機関も示す")
    #expect(page.contains("断られた閲覧") && page.contains("架空機関 unrelated"))
    #expect(page.contains("<td class=\"number\">2</td>"), "二度開いた")
    #expect(!page.hasCanary)
    let none = try await auditor.get("/audit/people?case=R8-99999")
    #expect(none.status == 422 && none.contains("その番号の事例はありません") && none.contains("value=\"R8-99999\""))
    #expect(try await auditor.get("/audit/people").status == 200)
    let later = try await auditor.get("/audit/people?case=R8-90001&from=2026-11-22")
    #expect(later.contains("この期間に開いた人はいません"))
  }

  @Test func `監査担当が調べても、その人の記録を見たことにはならない`() async throws {
    let (world, auditor) = try await opened()
    _ = try await auditor.get("/audit/people?case=R8-90001")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE case_file_id = \(world.caseFile)") == 2)
    #expect(try await world.town.text("SELECT subject FROM audit_entry ORDER BY id DESC LIMIT 1") == "audit of case \(world.caseFile)")
  }

  @Test func `職員から、日ごとの種類別の件数と事例の数が分かる`() async throws {
    let (world, auditor) = try await opened()
    let own = try await world.town.number(
      "SELECT id FROM staff WHERE sign_in_name = \(AccessVisitor.staff(.own, .consultStaff).signInName)")
    let page = try await auditor.get("/audit/staff/\(own)")
    #expect(page.status == 200 && page.contains("R8.11.21（土）"))
    let cells = try SourceFile.matches("<td class=\"number\">(\\d+)</td>", in: page.text)
    #expect(cells == ["2", "1", "0", "0", "0", "0", "1"], "閲覧2・検索1・断られた0・事例1")
    #expect(try await auditor.get("/audit/staff/\(own)?month=2026-10").contains("この月の記録はありません"))
    #expect(try await auditor.get("/audit/staff/999999").status == 404)
    #expect(!page.hasCanary && !page.contains("「a」"), "検索した言葉は日ごとの表に出さない")
  }

  @Test func `日時から、年度・月・日・時へとたどれる`() async throws {
    let (_, auditor) = try await opened()
    let year = try await auditor.get("/audit/times")
    #expect(year.contains("令和8年度") && year.contains("/audit/times?month=2026-11"))
    #expect(try await auditor.get("/audit/times?month=2026-11").contains("/audit/times?day=2026-11-21"))
    let day = try await auditor.get("/audit/times?day=2026-11-21")
    #expect(day.contains("9時台") && day.contains("hour=9"))
    #expect(try await auditor.get("/audit?from=2026-11-21&until=2026-11-21&hour=9").contains("事例の閲覧"))
    #expect(try await auditor.get("/audit?from=2026-11-21&until=2026-11-21&hour=10").contains("この条件の記録はありません"))
    #expect(try await auditor.get("/audit/times?day=%27&month=x&year=99999999").status == 200)
  }

  @Test(arguments: Role.allCases.filter { $0 != .auditor }) func `監査担当のほかには、どの画面もない`(_ role: Role) async throws {
    let world = try await AccessWorld.open()
    let other = try await world.town.signedIn(AccessVisitor.staff(.own, role).signInName)
    let absent = try await other.get("/audit/none")
    let places = ["people", "staff/1", "times", "patterns", "answers", "answers/new", "export"]
    for path in places.map({ "/audit/\($0)" }) {
      let reply = try await other.get(path)
      #expect(reply.status == 404, "\(path)")
      #expect(reply.bytes == absent.bytes, "\(path)")
    }
  }

  @Test func `百万件あっても、どの問い合わせも表をなめない`() async throws {
    let world = try await AccessWorld.open()
    let filters = [
      "staff=1", "case=R8-90001", "act=exportCases", "act=seeCase", "outcome=denied", "from=2026-11-01&until=2026-11-30",
      "staff=1&from=2026-11-01&until=2026-11-30", "staff=1&act=exportCases",
    ]
    for text in filters {
      let filter = AuditTrailInput(Fields(urlEncoded: text.utf8), today: CivilDate.of(epochSeconds: world.town.now))
      let sql = AuditTrailQueries.linesSQL(filter, limit: 51)
      let plan = try await world.town.office.database.read { try $0.explain(sql) }
      // Of a common act the newest fifty are found from the end of the log.
      if text != "act=seeCase" { #expect(!plan.contains { $0.hasPrefix("SCAN e") }, "\(text)：\(plan)") }
    }
  }
}
