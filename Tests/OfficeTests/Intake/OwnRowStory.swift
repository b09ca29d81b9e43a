import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 同じ人の新しい事例: identity is joined, content is not. What an agency saw for a while does not go on telling it anything.
@Suite struct OwnRowStory {
  static let asked = Typed.person("架空 太郎", kana: "かくう たろう", birth: "S48.4.1")
  static let withMother =
    asked + [
      ("address", "見本町五丁目5番5号"), ("household.rows", "2"), ("household.1.name", "架空 ウメ"), ("household.1.age", "82歳"),
      ("household.1.relation", "07"), ("household.1.lives_together", "1"),
    ]

  /// Case 2 of 包括東, seen by 障害 for a while, and case 3 that 障害 opened in that time for the same person.
  private static func twoCases(ended: Bool = true) async throws -> (town: Town, east: Visitor, other: Visitor) {
    let town = try await Town.open()
    let east = try await town.signedIn("houkatsu")
    _ = try await east.record(Typed.mother)
    try await town.grant(CaseFileID(2), to: "shougai", reach: .team)
    let other = try await town.signedIn("shougai")
    let question = try await other.post("/consultations", withMother)
    #expect(question.status == 422 && question.contains("resident:1"))
    _ = try await other.record(withMother + [("same_for", try #require(question.field("same_for"))), ("same", "resident:1")])
    if ended { try await town.endSight(CaseFileID(2), of: "shougai") }
    return (town, east, other)
  }

  @Test func `見えていた間に同じ人を選んでも、事例は自機関の記録を指す`() async throws {
    let (town, _, _) = try await Self.twoCases()
    #expect(try await town.number("SELECT resident_id FROM case_file WHERE id = 2") == 1)
    let own = try await town.number("SELECT resident_id FROM case_file WHERE id = 3")
    #expect(own != 1)
    #expect(try await town.number("SELECT same_as FROM resident WHERE id = \(own)") == 1)
    #expect(try await town.text("SELECT address FROM resident WHERE id = \(own)") == "見本町五丁目5番5号")
    #expect(try await town.number("SELECT count(DISTINCT household_id) FROM case_file WHERE id IN (2, 3)") == 2)
    #expect(
      try await town.number(
        """
        SELECT count(*) FROM household_member m JOIN household_member o ON o.resident_id = m.resident_id AND o.household_id <> m.household_id
        """) == 0)
    let mother = try await town.number("SELECT max(resident_id) FROM household_member")
    #expect(try await town.number("SELECT same_as FROM resident WHERE id = \(mother)") == 2)
  }

  @Test func `見られる範囲が終わったら、相手の変更は何も届かず、こちらの変更も出ない`() async throws {
    let (town, east, other) = try await Self.twoCases()
    #expect(try await other.get("/cases/2").status == 404)
    let moved: [(String, String)] = [
      ("name", "架空 太郎"), ("kana", "かくう たろう"), ("birth", "S48.4.1"), ("address", "秘密町九丁目9番9号"), ("phone_mobile", "000-0000-9999"),
      ("version", "1"),
    ]
    #expect(try await east.post("/cases/2/resident", moved).status == 303)
    #expect(
      try await east.post("/cases/2/household/members", [("name", "架空 ひみこ"), ("relation", "06"), ("lives", "together")]).status == 303)
    let hers = try await town.number(
      "SELECT max(id) FROM household_member WHERE household_id = (SELECT household_id FROM case_file WHERE id = 2)")
    for path in ["", "/household", "/genogram", "/consents", "/resident/edit", "/family-timeline"] {
      let page = try await other.get("/cases/3\(path)")
      for leak in ["秘密町", "9999", "ひみこ"] { #expect(!page.contains(leak), "\(path) \(leak)") }
    }
    #expect(!(try await other.get("/search?q=ひみこ")).contains("/cases/3"))
    let leaving = try await other.post("/cases/3/household/departures", [("left", "\(hers)"), ("left_on", "R8.11.1")])
    #expect(leaving.status == 422)

    let renamed =
      Self.asked.filter { $0.0 == "name" }.map { _ in ("name", "架空 改太郎") }
      + [("kana", "かくう かいたろう"), ("address", "よその町1"), ("version", "1")]
    #expect(try await other.post("/cases/3/resident", renamed).status == 303)
    let mother = try await town.number(
      "SELECT max(id) FROM household_member WHERE household_id = (SELECT household_id FROM case_file WHERE id = 3)")
    #expect(try await other.post("/cases/3/household/departures", [("left", "\(mother)"), ("left_on", "R8.11.1")]).status == 303)
    let page = try await east.get("/cases/2").text + east.get("/cases").text + east.get("/cases/2/household").text
    for leak in ["改太郎", "よその町", "令和8年11月1日(2026-11-01)まで"] { #expect(!page.contains(leak), "\(leak)") }
    #expect(page.contains("秘密町"))
  }

  @Test func `もう自機関の記録がある人なら、二つ目の自機関の事例はその記録を指す`() async throws {
    let (town, _, other) = try await Self.twoCases(ended: false)
    let own = try await town.number("SELECT resident_id FROM case_file WHERE id = 3")
    let decided = try #require(try await other.post("/consultations", Self.asked).field("same_for"))
    _ = try await other.record(Self.asked + [("same_for", decided), ("same", "resident:1")])
    #expect(try await town.number("SELECT resident_id FROM case_file WHERE id = 4") == own)
    #expect(try await town.number("SELECT count(*) FROM case_file WHERE resident_id = 1") == 1)
  }

  @Test func `入力しなかった氏名と生年月日は、選んだときに見えていたとおりに入る`() async throws {
    let town = try await Town.open()
    _ = try await town.signedIn("houkatsu").record(Typed.mother)
    try await town.grant(CaseFileID(2), to: "shougai", reach: .team)
    let other = try await town.signedIn("shougai")
    let asked = Typed.person("", kana: "かくう たろう")
    let decided = try #require(try await other.post("/consultations", asked).field("same_for"))
    _ = try await other.record(asked + [("same_for", decided), ("same", "resident:1")])
    let own = try await town.number("SELECT resident_id FROM case_file WHERE id = 3")
    #expect(own != 1)
    #expect(try await town.text("SELECT name || birth || address || phone_mobile FROM resident WHERE id = \(own)") == "架空 太郎1973-04-01")
  }

  @Test func `世帯に加えるときも、ほかの機関の記録そのものは指さない`() async throws {
    let (town, east, other) = try await Self.twoCases(ended: false)
    // Into the own case, somebody of the other agency's case.
    let son: [(String, String)] = [
      ("name", "架空 太郎"), ("kana", "かくう たろう"), ("birth", "S48.4.1"), ("relation", "05"), ("lives", "together"), ("same", "1"),
    ]
    _ = try await other.record(Typed.person("架空 よそ子", birth: "S10.1.1"))
    #expect(try await other.post("/cases/4/household/members", son).status == 303)
    #expect(try await town.number("SELECT count(DISTINCT household_id) FROM household_member WHERE resident_id = 1") == 1)
    // Into the other agency's case, somebody of an own one.
    let stranger = try await town.number("SELECT resident_id FROM case_file WHERE id = 4")
    let aunt: [(String, String)] = [
      ("name", "架空 よそ子"), ("birth", "S10.1.1"), ("relation", "13"), ("lives", "apart"), ("same", "\(stranger)"),
    ]
    #expect(try await other.post("/cases/2/household/members", aunt).status == 303)
    #expect(try await east.get("/cases/2/household").contains("架空 よそ子"))
    let there = try await town.number("SELECT max(resident_id) FROM household_member")
    #expect(there != stranger)
    #expect(try await town.number("SELECT same_as FROM resident WHERE id = \(there)") == stranger)
  }

  @Test func `続きの相談の世帯の方は、その事例の世帯に入る`() async throws {
    let town = try await Town.open()
    let east = try await town.signedIn("houkatsu")
    let mine = try await town.openCase()
    let theirs = try await town.openCase(by: "shougai")
    // One row in two agencies' cases, as it was before rows were kept apart.
    let person = try await town.number("SELECT resident_id FROM case_file WHERE id = \(mine)")
    try await town.office.database.write { try $0.run("UPDATE case_file SET resident_id = \(person) WHERE id = \(theirs)") }
    let sister: [(String, String)] = [("name", "架空 姉子"), ("relation", "09"), ("lives", "together")]
    #expect(try await town.signedIn("shougai").post("/cases/\(theirs)/household/members", sister).status == 303)
    func goesOn(_ name: String) async throws {
      _ = try await east.record(
        Typed.least + [("same", "case:\(mine)"), ("household.rows", "2"), ("household.1.name", name), ("household.1.relation", "05")])
    }
    try await goesOn("架空 子一")
    let home = try await town.number("SELECT household_id FROM case_file WHERE id = \(mine)")
    let elsewhere = try await town.number("SELECT household_id FROM case_file WHERE id = \(theirs)")
    #expect(home != elsewhere && home != 0)
    let brother: [(String, String)] = [("name", "架空 弟"), ("relation", "09"), ("lives", "together")]
    #expect(try await town.signedIn("shougai").post("/cases/\(theirs)/household/members", brother).status == 303)
    try await goesOn("架空 子二")
    let page = try await east.get("/cases/\(mine)/household")
    #expect(page.contains("架空 子一") && page.contains("架空 子二") && !page.contains("架空 姉子") && !page.contains("架空 弟"))
    #expect(!(try await town.signedIn("shougai").get("/cases/\(theirs)/household")).contains("架空 子"))
  }
}

extension Town {
  /// Ends what ``grant(_:to:reach:)`` gave, as a handed back つなぎ does.
  func endSight(_ id: CaseFileID, of signInName: String) async throws {
    let agency = try await agency(of: signInName)
    let now = now
    try await office.database.write {
      try $0.run("UPDATE case_ground SET until = \(now) WHERE case_file_id = \(id) AND agency_id = \(agency) AND is_open = 1")
    }
  }
}
