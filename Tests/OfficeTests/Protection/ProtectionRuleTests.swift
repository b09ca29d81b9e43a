import Casework
import Store
import Testing

@testable import Office

/// 支援措置の見え方: the rule in Swift and the rule in SQL say the same, whoever looks.
struct ProtectionRuleTests {
  private struct Look: Hashable {
    let level: Protection.Level
    let isCleared: Bool
    let isStaffBarred: Bool
    let isAgencyBarred: Bool
    /// In whose file: nobody's, the person's own, the perpetrator's, a third person's.
    let file: String
    /// The person stands in the list with a second record that was joined to the first.
    let isJoined: Bool
  }

  private static let looks: [Look] = Protection.Level.allCases.flatMap { level in
    [false, true].flatMap { cleared in
      [false, true].flatMap { staff in
        [false, true].flatMap { agency in
          ["none", "own", "perpetrator", "other"].flatMap { file in
            [false, true].map {
              Look(level: level, isCleared: cleared, isStaffBarred: staff, isAgencyBarred: agency, file: file, isJoined: $0)
            }
          }
        }
      }
    }
  }

  @Test func `どの組合せでも、規則と問い合わせの答えは同じ`() async throws {
    let town = try await Town.open()
    let viewer = ActingStaff(staff: StaffID(try await town.staff("shougai")), agency: try await town.agency(of: "shougai"))
    let writer = ActingStaff(staff: StaffID(try await town.staff("houkatsu")), agency: try await town.agency(of: "houkatsu"))
    #expect(Self.looks.count == 128)
    for look in Self.looks {
      let (inSQL, inSwift) = try await town.office.database.write { writing in
        try writing.run("UPDATE protection SET ended_at = 1, end_reason = '架空' WHERE ended_at IS NULL")
        return try Self.compare(writing, look, viewer, writer)
      }
      #expect(inSQL == inSwift, "\(look)")
    }
  }

  private static func compare(_ writing: Writing, _ look: Look, _ viewer: ActingStaff, _ writer: ActingStaff) throws -> (
    PersonSight, PersonSight
  ) {
    let names = ["対象", "加害", "別人"]
    let people = try names.map { ResidentID(Int(try writing.insert("INSERT INTO resident (name) VALUES (\($0))"))) }
    let (person, perpetrator, other) = (people[0], people[1], people[2])
    let second = ResidentID(Int(try writing.insert("INSERT INTO resident (name, same_as) VALUES ('対象', \(person))")))
    let id = try writing.insert(
      """
      INSERT INTO protection (resident_id, kind, level, perpetrator_id, basis, from_on, staff_id, agency_id, registered_at)
      VALUES (\(person), 'stalking', \(look.level.rawValue), \(perpetrator), '架空', '2026-01-01', \(writer.staff), \(writer.agency), 1)
      """)
    if look.isCleared { try writing.run("INSERT INTO protection_clearance (protection_id, agency_id) VALUES (\(id), \(viewer.agency))") }
    if look.isStaffBarred { try writing.run("INSERT INTO protection_bar (protection_id, staff_id) VALUES (\(id), \(viewer.staff))") }
    if look.isAgencyBarred { try writing.run("INSERT INTO protection_bar (protection_id, agency_id) VALUES (\(id), \(viewer.agency))") }
    let principal: ResidentID? = ["own": person, "perpetrator": perpetrator, "other": other][look.file]
    let onlooker = Onlooker(staff: viewer.staff, agency: viewer.agency, principal: principal.map { "\($0)" } ?? "NULL")
    let shown = look.isJoined ? second : person
    let found = try writing.reading.first(
      """
      SELECT \(sql: onlooker.isHidden(person: "r")), \(sql: onlooker.isMasked(person: "r")), \(sql: onlooker.isBarred(from: "r"))
      FROM resident r WHERE r.id = \(shown)
      """
    ) { (isHidden: $0.bool(0), isMasked: $0.bool(1), isBarred: $0.bool(2)) }
    let sight = try #require(found)
    let rule = Protection(
      level: look.level, perpetrator: perpetrator, cleared: look.isCleared ? [viewer.agency] : [],
      barredStaff: look.isStaffBarred ? [viewer.staff] : [], barredAgencies: look.isAgencyBarred ? [viewer.agency] : [])
    #expect(sight.isBarred == rule.bars(viewer))
    #expect(!sight.isHidden || sight.isMasked, "隠れる人は、住所も見えない")
    return (
      sight.isHidden ? .hidden : sight.isMasked ? .withoutContacts : .whole, rule.sight(of: person, by: viewer, in: principal)
    )
  }

  @Test func `名前だけの一部も、電話番号のハイフンのない形も伏せる`() {
    #expect(KeptBack.names(["架空 花子", "かくう はなこ"], besides: []).contains("花子"))
    #expect(KeptBack.names(["架空 花子", "かくう はなこ"], besides: []).contains("ハナコ"))
    #expect(!KeptBack.names(["架空 花子"], besides: ["架空 花子郎"]).contains("花子"), "ほかの人の名前にも含まれる言葉は伏せない")
    #expect(KeptBack.contacts(["000-0000-0001"]).contains("00000000001"))
    #expect(KeptBack.contacts(["", "東"]).isEmpty)
  }
}
