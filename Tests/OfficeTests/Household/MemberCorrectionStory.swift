import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 世帯の方の情報の訂正: what was told about a member can be put right, by who may correct 本人.
@Suite struct MemberCorrectionStory {
  private struct World {
    let town: Town
    let id: CaseFileID
    let member: Int

    var path: String { "/cases/\(id)/household/members/\(member)" }

    static func open() async throws -> World {
      let town = try await Town.open()
      let id = try await town.openCase()
      let son: [(String, String)] = [
        ("name", "架空 息男"), ("birth", "53歳"), ("relation", "13"), ("lives", "apart"), ("note", "日中は自室"),
      ]
      #expect(try await town.signedIn("houkatsu").post("/cases/\(id)/household/members", son).status == 303)
      return World(town: town, id: id, member: try await town.number("SELECT max(id) FROM household_member"))
    }

    /// The form filled in against what stands now.
    func right(_ changes: [(String, String)] = []) async throws -> [(String, String)] {
      let person = try await town.number(
        "SELECT r.version FROM resident r JOIN household_member m ON m.resident_id = r.id WHERE m.id = \(member)")
      let household = try await town.number(
        "SELECT h.version FROM household h JOIN household_member m ON m.household_id = h.id WHERE m.id = \(member)")
      let form: [(String, String)] = [
        ("name", "架空 息男"), ("kana", "かくう いきお"), ("birth", "S48.4.1"), ("sex", "male"), ("relation", "05"), ("relation_note", "長男"),
        ("lives", "together"), ("note", "夜に起きている"), ("version", "\(person)"), ("household_version", "\(household)"),
      ]
      return form.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }
  }

  @Test func `世帯の方の生年月日・ふりがな・性別・続柄・同居・備考を直せる`() async throws {
    let world = try await World.open()
    let counsellor = try await world.town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases/\(world.id)/household").contains("\(world.path)/edit"))
    let page = try await counsellor.get("\(world.path)/edit")
    #expect(page.contains("世帯の方の情報を直す") && page.contains("value=\"53歳\"") && page.contains("日中は自室"))
    #expect(try await counsellor.post(world.path, try await world.right()).status == 303)
    let after = try await counsellor.get("/cases/\(world.id)/household")
    for words in ["昭和48年4月1日", "かくう いきお", "長男", "夜に起きている"] { #expect(after.contains(words), "\(words)") }
    #expect(!after.contains("日中は自室"))
    #expect(
      try await world.town.text(
        """
        SELECT r.sex || m.relation || m.lives_together FROM household_member m JOIN resident r ON r.id = m.resident_id WHERE m.id = \(world.member)
        """) == "male051")
    #expect(try await counsellor.get("/search?q=%E3%81%84%E3%81%8D%E3%81%8A").contains("架空 息男"))
  }

  @Test func `二人で直すと後の人に両方を見せ、続柄がないと断って入力を残す`() async throws {
    let world = try await World.open()
    let first = try await world.town.signedIn("houkatsu")
    let second = try await world.town.signedIn("kakari")
    let late = try await world.right([("name", "架空 後男"), ("relation", "06")])
    #expect(try await first.post(world.path, try await world.right()).status == 303)
    let refused = try await second.post(world.path, late)
    #expect(refused.status == 409 && refused.contains("架空 息男") && refused.contains("架空 後男"))
    let invalid = try await second.post(world.path, try await world.right([("relation", ""), ("birth", "昭和48年13月1日"), ("kana", "のこる")]))
    #expect(invalid.status == 422 && invalid.contains("続柄を選んでください") && invalid.contains("13月はありません") && invalid.contains("のこる"))
    #expect(try await world.town.text("SELECT name FROM resident ORDER BY id DESC LIMIT 1") == "架空 息男")
  }

  @Test func `見られない機関は直せず、ほかの機関の備考は書きかえない`() async throws {
    let world = try await World.open()
    let other = try await world.town.signedIn("shougai")
    #expect(try await other.get("\(world.path)/edit").status == 404)
    try await world.town.grant(world.id, to: "shougai", reach: .handedOver)
    #expect(try await other.get("\(world.path)/edit").status == 404)
    #expect(try await other.post(world.path, try await world.right()).status == 404)
    try await world.town.grant(world.id, to: "kodomo", reach: .team)
    let team = try await world.town.signedIn("kodomo")
    #expect(!(try await team.get("\(world.path)/edit")).contains("日中は自室"))
    #expect(try await team.post(world.path, try await world.right()).status == 303)
    #expect(try await world.town.text("SELECT note FROM household_member WHERE id = \(world.member)") == "日中は自室")
    let elsewhere = try await world.town.openCase(name: "架空 べつ")
    #expect(try await team.get("/cases/\(elsewhere)/household/members/\(world.member)/edit").status == 404)
  }

  @Test func `その方の事例にある住所・電話・通称は、世帯からは出ず、変わらない`() async throws {
    let world = try await World.open()
    let person = try await world.town.number("SELECT resident_id FROM household_member WHERE id = \(world.member)")
    try await world.town.office.database.write {
      try $0.run(
        "UPDATE resident SET address = '秘密町9', phone_home = '000-0000-9999', other_name = '架空の通称', sex_note = '架空の補足' WHERE id = \(person)")
    }
    try await world.town.grant(world.id, to: "kodomo", reach: .team)
    let team = try await world.town.signedIn("kodomo")
    let page = try await team.get("\(world.path)/edit")
    for leak in ["秘密町9", "9999", "架空の通称", "架空の補足"] { #expect(!page.contains(leak), "\(leak)") }
    #expect(try await team.post(world.path, try await world.right([("address", "よその町")])).status == 303)
    #expect(
      try await world.town.text("SELECT address || phone_home || other_name || sex_note FROM resident WHERE id = \(person)")
        == "秘密町9000-0000-9999架空の通称架空の補足")
  }
}
