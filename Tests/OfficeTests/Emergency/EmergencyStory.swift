import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 緊急閲覧: one person, some hours, told at once, looked at afterwards.
struct EmergencyStory {
  private static func form(_ number: String, _ changes: [String: String] = [:]) -> [(String, String)] {
    var fields = ["number": number, "reason": "life", "words": "自宅で倒れているとの通報", "hours": "4"]
    for (name, value) in changes { fields[name] = value }
    return fields.map { ($0.key, $0.value) }
  }

  private func number(_ town: Town, _ file: CaseFileID) async throws -> String {
    try await town.text("SELECT number FROM case_file WHERE id = \(file)") ?? ""
  }

  @Test func `理由を書いた本人にだけ、決めた時間だけ事例が開く`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let viewer = try await town.signedIn("kodomo")
    #expect(try await viewer.get("/cases/\(file)").status == 404)
    let reply = try await viewer.post("/emergency", Self.form(try await number(town, file)))
    #expect(reply.status == 303 && reply.location == "/cases/\(file)")
    let page = try await viewer.get("/cases/\(file)")
    #expect(page.contains("緊急閲覧のため") && page.contains("見本市東町1-1"))
    #expect(try await town.signedIn("konkyuu").get("/cases/\(file)").status == 404)
    for path in ["/cases", "/search?q=\(Answer.percentEncoded("架空 太郎"))", "/cases/export"] {
      let list = try await viewer.get(path)
      let number = try await number(town, file)
      #expect(!list.contains("/cases/\(file)\"") && !list.contains(number), "\(path)には出ない")
    }
    town.pass(hours: 4)
    #expect(try await town.signedIn("kodomo").get("/cases/\(file)").status == 404)
  }

  @Test func `氏名と生年月日がそのとおりなら、番号がわからなくても開く`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let viewer = try await town.signedIn("kodomo")
    let wrong = try await viewer.post("/emergency", Self.form("", ["name": "架空 太郎", "birth": "S19.3.6"]))
    #expect(wrong.status == 422 && wrong.contains("あてはまる事例は見つかりませんでした"))
    let reply = try await viewer.post("/emergency", Self.form("", ["name": "架空 太郎", "birth": "S19.3.5"]))
    #expect(reply.location == "/cases/\(file)")
  }

  @Test func `見つからなかった申出も、見つかった申出も、監査担当に見える`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let viewer = try await town.signedIn("kodomo")
    let missed = try await viewer.post("/emergency", Self.form("R8-99999"))
    #expect(missed.status == 422 && missed.contains("自宅で倒れているとの通報"), "入力は残る")
    _ = try await viewer.post("/emergency", Self.form(try await number(town, file)))
    try await town.office.database.settle()
    let list = try await town.signedIn("kansa").get("/emergencies")
    #expect(list.contains(try await number(town, file)) && list.contains("架空 三奈"))
    #expect(list.contains("あてはまる事例のなかった申出") && !list.contains("<p>ありません。</p>"))
    #expect(!list.contains("架空 太郎"), "監査担当に、だれの事例かは見えない")
    #expect(try await viewer.get("/emergencies").status == 404)
  }

  @Test func `担当の機関に知らされ、担当が確かめ、監査担当が確認する`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    _ = try await town.signedIn("kodomo").post("/emergency", Self.form(try await number(town, file)))
    #expect(try await town.signedIn("houkatsu").get("/tasks").contains("緊急閲覧がありました"))
    #expect(try await town.signedIn("houkatsu").get("/cases/\(file)/sight").contains("架空 三奈"))
    let id = try await town.number("SELECT max(id) FROM emergency_access")
    let supervisor = try await town.signedIn("kakari")
    #expect(try await supervisor.get("/emergencies").contains("架空 三奈"))
    #expect(try await supervisor.post("/emergencies/\(id)/seen").status == 303)
    #expect(try await supervisor.get("/emergencies/\(id)").contains("架空 責任"))
    #expect(try await supervisor.post("/emergencies/\(id)/finding", [("finding", "justified")]).status == 404)
    let auditor = try await town.signedIn("kansa")
    #expect(try await auditor.post("/emergencies/\(id)/finding", [("finding", "unjustified")]).status == 422)
    let found = try await auditor.post("/emergencies/\(id)/finding", [("finding", "unjustified"), ("words", "業務に関係がない")])
    #expect(found.status == 303)
    #expect(try await supervisor.get("/emergencies/\(id)").contains("業務に関係がない"))
    #expect(try await auditor.post("/emergencies/\(id)/finding", [("finding", "justified")]).status == 409, "一度だけ")
  }

  @Test func `本人が終えると、すぐに閉じる`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let viewer = try await town.signedIn("kodomo")
    _ = try await viewer.post("/emergency", Self.form(try await number(town, file)))
    let id = try await town.number("SELECT max(id) FROM emergency_access")
    #expect(try await town.signedIn("konkyuu").post("/emergencies/\(id)/ending").status == 404)
    #expect(try await viewer.post("/emergencies/\(id)/ending").status == 303)
    #expect(try await viewer.get("/cases/\(file)").status == 404)
  }

  @Test func `保護された人は緊急閲覧でも伏せられ、加害者とつながりのある人には何も見つからない`() async throws {
    let home = try await ProtectionStory.Household.open()
    let tied = try await home.town.staff("konkyuu")
    let mother = home.mother
    try await home.town.work(as: "houkatsu") { desk in
      var draft = ProtectionDraft()
      (draft.kind, draft.level, draft.basis) = (.elderAbuse, .contacts, "架空")
      (draft.from, draft.until, draft.cleared) = (desk.today, desk.today.adding(days: 300), [desk.staff.agencyID])
      draft.barredStaff = [StaffID(tied)]
      _ = try ProtectionRecords.register(desk, of: ResidentID(mother), draft, content: "架空")
    }
    let number = try await number(home.town, home.file)
    let refused = try await home.town.signedIn("konkyuu").post("/emergency", Self.form(number))
    #expect(refused.status == 422 && refused.contains("あてはまる事例は見つかりませんでした"))
    let viewer = try await home.town.signedIn("kodomo")
    #expect(try await viewer.post("/emergency", Self.form(number)).status == 303)
    let page = try await viewer.get("/cases/\(home.file)")
    #expect(page.status == 200 && !page.contains("見本市東町1-1") && page.contains(PersonSight.mask))
  }

  @Test func `緊急閲覧でできるのは、見ることと支援経過を書くことだけ`() async throws {
    let town = try await Town.open()
    let file = try await town.openCase()
    let viewer = try await town.signedIn("kodomo")
    _ = try await viewer.post("/emergency", Self.form(try await number(town, file)))
    let page = try await viewer.get("/cases/\(file)")
    #expect(page.contains("/cases/\(file)/notes/new"))
    for link in ["referrals/new", "handovers", "resident/edit", "household", "tasks/new", "attachments/new"] {
      #expect(!page.contains("/cases/\(file)/\(link)\""), "\(link)は出さない")
    }
    #expect(try await viewer.get("/cases/\(file)/consents").status == 200)
    #expect(try await viewer.post("/cases/\(file)/notes", NoteStory.good).status == 303)
    let rows: SQL = "SELECT (SELECT count(*) FROM consent) + (SELECT count(*) FROM referral) + (SELECT count(*) FROM task)"
    let before = try await town.number(rows)
    let consent = [("how", "oral"), ("given_on", "R8.11.21"), ("scope", "team"), ("explained_by", "架空")]
    for (path, fields) in [
      ("consents", consent), ("referrals", [("to", "a3"), ("agreement", "agreed")]), ("tasks", [("what", "訪問"), ("due_on", "R8.12.1")]),
      ("resident/edit", [("name", "書き換え")]), ("household", [("name", "だれか")]),
    ] {
      let reply = try await viewer.post("/cases/\(file)/\(path)", fields)
      #expect(reply.status == 422 || reply.status == 404, "\(path)")
      #expect(reply.status == 404 || reply.contains("緊急閲覧でできるのは"), "\(path)")
    }
    let going = try await viewer.post("/consultations", [("form", "consultation"), ("same", "case:\(file)"), ("caller_relation", "0")])
    #expect(going.status != 303)
    #expect(try await town.number(rows) == before)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'refused' AND detail LIKE '%emergency%'") >= 3)
  }
}
