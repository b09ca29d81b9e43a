import Casework
import SampleTown
import Store
import Testing

@testable import Office

/// The furnished sample town: lived in, whole, and plainly invented.
@Suite struct SampleTownStory {
  static func furnished() async throws -> Town {
    let town = try await Town.open()
    try await SampleTown.furnish(town.office)
    return town
  }

  /// How long that takes is a matter of the machine: bin/bench measures it.
  @Test func `見本のまちは、一度の確定で暮らしの跡で満ちる`() async throws {
    let town = try await Town.open()
    let before = town.office.database.commits
    try await SampleTown.furnish(town.office)
    #expect(town.office.database.commits == before + 1)
    #expect(try await town.number("SELECT count(*) FROM case_file") == 18)
    #expect(try await town.number("SELECT count(*) FROM consultation") == 18)
    #expect(try await town.number("SELECT count(DISTINCT agency_id) FROM note") == 8)
    #expect(try await town.number("SELECT count(DISTINCT stage) FROM case_file") == 7)
    #expect(
      try await town.text("SELECT group_concat(stage) FROM (SELECT stage FROM coordination ORDER BY stage)")
        == "inSupport,preConsent,requested")
    #expect(try await town.office.database.integrityCheck().isEmpty)
  }

  @Test func `もとからある事例は、そのまま残る`() async throws {
    let town = try await Town.open()
    let before = try await Self.firstCase(town)
    try await SampleTown.furnish(town.office)
    #expect(try await Self.firstCase(town) == before)
    #expect(try await town.number("SELECT count(*) FROM referral WHERE case_file_id = 1") == 0)
  }

  @Test(arguments: ReferralStage.allCases)
  func `つなぎのどの段階も町のどこかにある`(_ stage: ReferralStage) async throws {
    let town = try await Self.furnished()
    #expect(try await town.number("SELECT count(*) FROM referral WHERE stage = \(stage.rawValue)") > 0)
  }

  @Test func `どの事例にも自機関の受付という根拠がちょうど一つある`() async throws {
    let town = try await Self.furnished()
    let wrong = try await town.number(
      """
      SELECT count(*) FROM case_file c
      WHERE (SELECT count(*) FROM case_ground g WHERE g.case_file_id = c.id AND g.ground = 'ownRecord' AND g.is_open = 1) <> 1
      """)
    #expect(wrong == 0)
    let opener = try await town.number(
      "SELECT count(*) FROM case_ground g JOIN case_file c ON c.id = g.case_file_id WHERE g.ground = 'ownRecord' AND g.agency_id <> c.opened_by"
    )
    #expect(opener == 0)
  }

  @Test func `次の四月の異動が一つと、受け取られた引継ぎと待っている引継ぎがある`() async throws {
    let town = try await Self.furnished()
    #expect(try await town.text("SELECT effective_on FROM transfer") == "2027-04-01")
    #expect(try await town.number("SELECT count(*) FROM mover WHERE successor IS NOT NULL AND confirmed_at IS NULL") == 1)
    #expect(try await town.number("SELECT count(*) FROM handover WHERE confirmed_at IS NOT NULL") == 2)
    #expect(try await town.number("SELECT count(*) FROM handover WHERE taken_at IS NOT NULL AND question <> ''") == 1)
    #expect(try await town.signedIn("kakari").get("/transfers").contains("予定"))
    #expect(try await town.signedIn("kanri").get("/transfers/1").contains("新しい権利を確認する"))
  }

  @Test func `監査記録は途切れずにつながっている`() async throws {
    let town = try await Self.furnished()
    let deeds = try await town.number("SELECT count(*) FROM audit_entry")
    guard case .whole(let count, _) = try await AuditChain.verify(town.office.database) else {
      Issue.record("the chain is broken")
      return
    }
    #expect(count == deeds)
    #expect(count > 140)
  }

  @Test func `回答期限を過ぎたつなぎが一つあり、受け手にもそう見える`() async throws {
    let town = try await Self.furnished()
    let number = try #require(try await town.text(Self.overdue("group_concat(number)", town)))
    let asked = try await town.number(Self.overdue("requested_at", town))
    #expect(CivilDate.of(epochSeconds: asked).daysUntil(CivilDate.of(epochSeconds: town.now)) == 9)
    let page = try await town.signedIn("konkyuu").get("/referrals?overdue=1")
    #expect(page.contains(">\(number)</a>"))
    #expect(page.contains("期限切れ</span>"))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 140])
  func `どの曜日に始めても、年度をまたいでも、同じ暮らしになる`(_ days: Int) async throws {
    let town = try await Town.open()
    town.pass(hours: 5, days: days)
    try await SampleTown.furnish(town.office)
    #expect(try await town.number(Self.overdue("count(*)", town)) == 1)
    #expect(try await town.number("SELECT count(DISTINCT stage) FROM referral") == ReferralStage.allCases.count)
    #expect(try await town.number("SELECT count(*) FROM note WHERE recorded_at > \(town.now)") == 0)
    let weekend = try await town.number(
      "SELECT count(*) FROM note WHERE case_file_id > 1 AND strftime('%w', held_on) IN ('0', '6')")
    #expect(weekend == 0)
  }

  @Test func `同意のない多機関協働への依頼では、渡したものと自分の記録だけが見える`() async throws {
    let town = try await Self.furnished()
    let id = try await town.number("SELECT case_file_id FROM referral WHERE is_multi = 1 AND agreement = 'notObtained'")
    let page = try await town.signedIn("takikan").get("/cases/\(id)")
    #expect(page.status == 200)
    #expect(page.contains("支援会議の準備"))
    #expect(!page.contains("介護予防の名目で訪問"))
  }

  @Test func `四十件の支援経過は一枚に収まらず、前の記録へ進める`() async throws {
    let town = try await Self.furnished()
    let id = try await town.number("SELECT id FROM case_file WHERE label = '仮定 涼'")
    #expect(try await town.number("SELECT count(*) FROM note WHERE case_file_id = \(id)") == 40)
    let page = try await town.signedIn("outreach").get("/cases/\(id)")
    #expect(page.contains("前の記録を見る"))
    #expect(page.contains("本人からの初めての電話"))
    #expect(!page.contains("1通目の手紙"))
  }

  @Test func `外字や異体字の名前は、書かれたとおりに残る`() async throws {
    let town = try await Self.furnished()
    #expect(try await town.number("SELECT count(*) FROM resident WHERE name = '\u{845B}\u{E0100}西 例太郎'") == 1)
    #expect(try await town.number("SELECT count(*) FROM consultation WHERE caller_name = '髙﨑 仮名雄'") == 1)
    #expect(try await town.number("SELECT count(*) FROM resident WHERE name = 'SAMPLE MARIA CLARA'") == 1)
  }

  private static func overdue(_ what: String, _ town: Town) -> SQL {
    "SELECT \(raw: what) FROM referral WHERE stage = 'requested' AND answer_due_on < \(CivilDate.of(epochSeconds: town.now).iso)"
  }

  private static func firstCase(_ town: Town) async throws -> [Value] {
    try await town.office.database.read { reading in
      try reading.rows(
        """
        SELECT c.number, c.label, c.stage, c.version, c.opened_on, n.title, n.facts, n.recorded_at, g.ground, g.touched_at
        FROM case_file c JOIN note n ON n.case_file_id = c.id JOIN case_ground g ON g.case_file_id = c.id WHERE c.id = 1
        """
      ) { row in (0..<10).map(row.value) }.flatMap(\.self)
    }
  }
}
