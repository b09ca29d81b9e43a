import Casework
import Store
import Testing

@testable import Office

/// 人事異動: the whole 1 April of an agency of three people with twelve cases.
@Suite struct TransferStory {
  @Test func `四月一日に、権利と担当とやることがまとめて切り替わる`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    #expect(world.cases.count == 12)
    let single = "to-charge-\(world.cases[3])"
    #expect(try await world.choose("shinko", [single: "kakari"]).status == 303)
    let page = try await town.signedIn("kakari").get(world.path)
    #expect(page.contains("担当の事例 12件、やること 3件") && page.contains("架空 事例3") && page.contains("架空 新子（異動で着任）"))
    let open = try await town.signedIn("houkatsu")
    #expect(try await open.get("/cases/\(world.cases[0])").status == 200)

    world.passToApril()
    let before = try await town.signedIn("houkatsu")
    #expect(try await before.get("/cases/\(world.cases[0])").status == 200, "まだ実施されていない")
    try await town.office.applyDueTransfers()
    #expect(try await before.get("/cases/\(world.cases[0])").location.hasPrefix("/sign-in"))
    #expect(try await world.inCharge("shinko") == 11)
    #expect(try await world.inCharge("kakari") == 1)
    #expect(try await world.inCharge("houkatsu") == 0)
    let newcomer = try await town.staff("shinko")
    #expect(try await town.number("SELECT count(*) FROM task WHERE staff_id = \(newcomer) AND done_at IS NULL") == 3)
    #expect(
      try await town.number("SELECT count(*) FROM case_event WHERE event = 'assigned' AND staff_id IS NULL AND reason LIKE '%（人事異動）'") == 12
    )

    // A first password is given out by the administrator; here the account is simply let in.
    _ = try await town.office.database.write { try $0.run("UPDATE staff SET must_change_password = 0 WHERE id = \(newcomer)") }
    let file = try await town.signedIn("shinko").get("/cases/\(world.cases[0])")
    #expect(file.status == 200 && file.contains("架空 花子 → 架空 新子（人事異動）"))
    let result = try await town.signedIn("kakari").get(world.path)
    #expect(result.contains("残っていること（0件）") && result.contains("実施済み"))
  }

  @Test func `移った人には前の機関の事例が何も見えず、新しい機関の事例はその根拠でだけ見える`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    try await world.choose("kakari")
    let own = try await town.openCase(by: "shougai", name: "架空 障害の方")
    try await town.work(as: "houkatsu") { desk in
      _ = try DraftRecords.save(
        desk, id: nil, form: "支援経過", resumePath: "/cases/\(world.cases[0])/notes/new", title: "架空の書きかけ",
        fields: Fields([("facts", "架空の覚え書き")]))
    }
    let draft = try await town.number("SELECT max(id) FROM draft")
    world.passToApril()
    try await town.office.applyDueTransfers()
    let moved = try await town.signedIn("houkatsu")
    for id in world.cases {
      for path in ["/cases/\(id)", "/cases/\(id)/notes/new", "/cases/\(id)/handovers"] { #expect(try await moved.get(path).status == 404) }
    }
    for path in ["/", "/cases", "/tasks", "/search?q=%E4%BA%8B%E4%BE%8B5", "/drafts"] {
      let page = try await moved.get(path)
      #expect(page.status == 200 && !page.contains("架空 事例") && !page.contains("架空の約束") && !page.contains("架空の書きかけ"), "\(path)")
    }
    #expect(try await moved.get("/cases/\(own)/notes/new?draft=\(draft)").status == 404)
    let file = try await moved.get("/cases/\(own)")
    #expect(file.status == 200 && file.contains("架空 障害の方"))
    #expect(try await moved.get("/transfers").status == 404)
  }

  @Test func `二度行っても何も変わらず、ボタンと夜の実施が重なってもよい`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    try await world.choose("kakari")
    #expect(try await town.signedIn("kakari").post("\(world.path)/application").contains("その日から実施できます"))
    world.passToApril()
    let supervisor = try await town.signedIn("kakari")
    #expect(try await supervisor.get(world.path).contains("この異動を実施する"))
    #expect(try await supervisor.post("\(world.path)/application").status == 303)
    func facts() async throws -> [Int] {
      [
        try await town.number("SELECT count(*) FROM case_event"), try await town.number("SELECT count(*) FROM transfer_outcome"),
        try await town.number("SELECT count(*) FROM staff_role"), try await town.number("SELECT sum(version) FROM staff"),
        try await town.number("SELECT sum(version) FROM case_file"),
      ]
    }
    let first = try await facts()
    #expect(try await supervisor.post("\(world.path)/application").status == 303)
    try await town.office.applyDueTransfers()
    #expect(try await facts() == first)
    for path in ["", "/cancellation", "/movers"] {
      let fields = [("effective_on", "R9.5.1"), ("version", "9"), ("staff", "\(try await town.staff("kakari"))"), ("kind", "leaves")]
      let late = try await supervisor.post(world.path + path, fields)
      #expect(late.status == 422 || late.status == 404, "\(path)")
    }
  }

  @Test func `その日に登録した異動は、確かめて「いま実施する」を押すまで始まらない`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    try await world.choose("shinko")
    #expect(try await town.signedIn("kanri").post(world.path, [("effective_on", "今日"), ("version", "1")]).status == 303)
    try await town.office.applyDueTransfers()
    town.pass(days: 1)
    try await town.office.applyDueTransfers()
    #expect(try await world.inCharge("houkatsu") == 12, "ひとりでには始まらない")
    let administrator = try await town.signedIn("kanri")
    let page = try await administrator.get(world.path)
    #expect(page.contains("いま実施する") && page.contains("実施待ち") && page.contains("ひとりでには始まりません"))
    #expect(page.contains("異動する人（2人）と引き継ぐ人を確かめました") && !page.contains("この異動を実施する"))
    let unseen = try await administrator.post("\(world.path)/application")
    #expect(unseen.status == 422 && unseen.contains("印を付けてから実施してください"))
    #expect(try await world.inCharge("houkatsu") == 12)
    #expect(try await administrator.post("\(world.path)/application", [("confirmed", "1")]).status == 303)
    #expect(try await world.inCharge("houkatsu") == 0)
  }

  @Test func `取りやめた異動は何も変えず、来るはずだった人は使えないまま`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    #expect(try await town.signedIn("kakari").post("\(world.path)/cancellation").status == 404, "管理者が人を加えたあとは管理者が取りやめる")
    #expect(try await town.signedIn("kanri").post("\(world.path)/cancellation").status == 303)
    world.passToApril()
    try await town.office.applyDueTransfers()
    #expect(try await world.inCharge("houkatsu") == 12)
    #expect(try await town.signedIn("houkatsu").get("/cases/\(world.cases[0])").status == 200)
    #expect(try await town.signedIn("shinko").get("/").location.hasPrefix("/sign-in"))
    #expect(try await town.signedIn("kanri").get("/transfers").contains("取りやめ"))
  }

  @Test func `引き継ぐ人のない事例は落ちずに、責任者の一覧と事例の一覧に残る`() async throws {
    let world = try await TransferWorld.open()
    let town = world.town
    try await world.choose(nil, ["to-charge-\(world.cases[1])": "kakari"])
    world.passToApril()
    try await town.office.applyDueTransfers()
    let page = try await town.signedIn("kakari").get(world.path)
    #expect(page.contains("残っていること（14件）") && page.contains("引き継ぐ人が決まっていません。担当を決めてください。"))
    #expect(try await town.number("SELECT count(*) FROM task WHERE staff_id IS NULL AND done_at IS NULL") == 3)
    let list = try await town.signedIn("kakari").get("/cases?charge=none")
    #expect(list.contains("架空 事例11") && list.contains("退職・異動") && !list.contains("架空 事例1<"))
    let without = try await town.work(as: "kakari") { try ChargeQueries.casesWithoutCharge($0, $0.scope, limit: 20) }
    #expect(without.lines.count == 11 && without.lines.allSatisfy { $0.before == "架空 花子" })
    #expect(try await town.signedIn("kakari").get("/cases/\(world.cases[0])").contains("架空 花子（退職・異動）"))
  }
}
