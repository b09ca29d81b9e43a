import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 世帯は個人の集まり: what one agency remarks about a member is not everybody's who sees the household.
struct MemberRemarkStory {
  private static let remark = "日中は自室で過ごす"

  private static func open() async throws -> (town: Town, file: CaseFileID, son: ResidentID) {
    let town = try await Town.open()
    let file = try await town.openCase()
    try await town.grant(file, to: "shougai", reach: .team)
    let son = try await town.work(as: "houkatsu") { desk in
      let mother = try #require(try ResidentQueries.principal(desk.reading, of: try desk.open(file)))
      let facts = PersonFacts(name: PersonName(written: "架空 息男", kana: "かくう いきお"))
      let son = try ResidentRecords.register(desk.writing, ResidentRecords.Registration(facts), by: desk.staff.agencyID)
      let household = try HouseholdRecords.begin(desk, principal: mother)
      try HouseholdRecords.add(desk, to: household, .init(resident: son, relation: "05", note: remark))
      try HouseholdRecords.relate(desk, household, resident: mother, other: son, relation: .child, note: "仲がよくない", from: .unknown)
      try CaseFileRecords.place(desk, file, household: household)
      return son
    }
    return (town, file, son)
  }

  @Test func `世帯員の備考は、書いた機関だけが読み、ほかには行だけがある`() async throws {
    let (town, file, _) = try await Self.open()
    for (name, sees) in [("houkatsu", true), ("shougai", false)] {
      for path in ["/cases/\(file)", "/cases/\(file)/household"] {
        let page = try await town.signedIn(name).get(path)
        #expect(page.contains("架空 息男"), "\(name) \(path)")
        #expect(page.contains(Self.remark) == sees, "\(name) \(path)")
        #expect(!page.contains(PersonSight.mask), "伏せたことも見せない")
      }
      #expect(try await town.signedIn(name).get("/cases/\(file)/household").contains("仲がよくない") == sees, "\(name)")
    }
  }

  @Test func `世帯員本人の同意が及ぶ機関は、備考を読む。取り消されれば、その時から読めない`() async throws {
    let (town, file, son) = try await Self.open()
    let receiver = try await town.signedIn("shougai")
    let path = "/cases/\(file)/household"
    func consent(_ person: SQL) async throws {
      _ = try await town.work(as: "houkatsu") { desk in
        try desk.writing.run(
          """
          INSERT INTO consent (case_file_id, resident_id, is_application, scope, how, given_on, explained_on, explained_by, rules_version,
            staff_id, agency_id, recorded_at)
          VALUES (\(file), \(sql: person), 0, 'team', 'oral', \(desk.today.iso), \(desk.today.iso), '架空', '架空の版', \(desk.staff.id),
            \(desk.staff.agencyID), \(desk.now))
          """)
      }
    }
    try await consent("(SELECT resident_id FROM case_file WHERE id = \(file))")
    #expect(try await !receiver.get(path).contains(Self.remark), "本人（母）の同意は、息子の同意ではない")
    try await consent("\(son)")
    #expect(try await receiver.get(path).contains(Self.remark))
    _ = try await town.work(as: "houkatsu") { desk in
      try desk.writing.run(
        """
        INSERT INTO consent_event (case_file_id, resident_id, consent_id, event, on_day, staff_id, agency_id, at)
        SELECT case_file_id, resident_id, id, 'withdrawn', \(desk.today.iso), staff_id, agency_id, \(desk.now) FROM consent
        WHERE resident_id = \(son)
        """)
    }
    #expect(try await !receiver.get(path).contains(Self.remark))
  }

  @Test func `世帯員本人の事例を見られる機関は、備考を読む`() async throws {
    let (town, file, son) = try await Self.open()
    try await town.work(as: "shougai") { desk in
      _ = try CaseFileRecords.open(desk, .init(resident: son, household: nil, label: "架空 息男", preConsent: false))
    }
    #expect(try await town.signedIn("shougai").get("/cases/\(file)/household").contains(Self.remark))
  }
}
