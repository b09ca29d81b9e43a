import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 段階と担当: only what the table allows, only by the agency that opened the case.
@Suite struct StageStory {
  private func move(_ visitor: Visitor, _ id: CaseFileID, _ event: String, reason: String = "") async throws -> Reply {
    let version = try await visitor.town.number("SELECT version FROM case_file WHERE id = \(id)")
    return try await visitor.post("/cases/\(id)/stage", [("event", event), ("reason", reason), ("version", "\(version)")])
  }

  @Test func `受付から整理、支援、終結、再開まで進められ、できることだけが選べる`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let start = try await counsellor.get("/cases/\(id)")
    #expect(start.contains("整理中にする") && !start.contains("終結する") && !start.contains("情報提供のみで終了する"))
    #expect(try await move(counsellor, id, "sort").status == 303)
    #expect(try await counsellor.get("/cases/\(id)").contains("情報提供のみで終了する"))
    #expect(try await move(counsellor, id, "support").status == 303)
    #expect(try await move(counsellor, id, "collaborate").status == 303)
    #expect(try await move(counsellor, id, "close", reason: "課題が解決した").status == 303)
    #expect(try await counsellor.get("/cases/\(id)").contains("課題が解決した"))
    #expect(try await move(counsellor, id, "reopen").status == 422)
    #expect(try await move(counsellor, id, "reopen", reason: "また困りごとが出てきた").status == 303)
    #expect(try await town.text("SELECT stage FROM case_file WHERE id = \(id)") == "SORTING")
    let last = "SELECT stage FROM case_event WHERE case_file_id = \(id) ORDER BY id DESC LIMIT 1" as SQL
    #expect(try await town.text(last) == "SORTING")
  }

  @Test func `表にない移り方は、理由を添えて断り、書いた理由は残る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let refused = try await move(counsellor, id, "close", reason: "すぐ終わった")
    #expect(refused.status == 422 && refused.contains("いまの段階は「受付」のため") && refused.contains("すぐ終わった"))
    #expect(try await move(counsellor, id, "multiAccepted").status == 422)
    #expect(try await move(counsellor, id, "").status == 422)
    _ = try await move(counsellor, id, "sort")
    _ = try await move(counsellor, id, "support")
    let empty = try await move(counsellor, id, "close", reason: "　")
    #expect(empty.status == 422 && empty.contains("理由を書いてください"))
    #expect(try await town.text("SELECT stage FROM case_file WHERE id = \(id)") == "ONGOING")
  }

  @Test func `古い画面からの変更は、いまの段階と入力の両方を見せて止める`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let version = try await town.number("SELECT version FROM case_file WHERE id = \(id)")
    _ = try await move(counsellor, id, "sort")
    let late = try await town.signedIn("kakari").post(
      "/cases/\(id)/stage", [("event", "sort"), ("reason", "急いで書いた理由"), ("version", "\(version)")])
    #expect(late.status == 409 && late.contains("いまの段階は「整理中」") && late.contains("急いで書いた理由"))
  }

  @Test func `受け付けた機関のほかは、段階も担当も変えられない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    try await town.grant(id, to: "shougai", reach: .team)
    let other = try await town.signedIn("shougai")
    let page = try await other.get("/cases/\(id)")
    #expect(!page.contains("段階を変える") && !page.contains("担当を変える"))
    #expect(try await move(other, id, "sort").status == 404)
    #expect(try await other.get("/cases/\(id)/charge").status == 404)
    #expect(try await other.post("/cases/\(id)/charge", [("staff", "\(try await town.staff("shougai"))"), ("version", "2")]).status == 404)
    #expect(try await move(town.signedIn("kodomo"), id, "sort").status == 404)
  }

  @Test func `担当は同じ機関の職員に変えられ、前の担当が経過に残る`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    let counsellor = try await town.signedIn("houkatsu")
    let version = try await town.number("SELECT version FROM case_file WHERE id = \(id)")
    let colleague = try await town.staff("kakari")
    let outsider = try await town.staff("shougai")
    let refused = try await counsellor.post("/cases/\(id)/charge", [("staff", "\(outsider)"), ("version", "\(version)")])
    #expect(refused.status == 422 && refused.contains("担当にする職員を選んでください"))
    #expect(try await counsellor.post("/cases/\(id)/charge", [("staff", "\(colleague)"), ("version", "\(version)")]).status == 303)
    #expect(try await counsellor.get("/cases/\(id)").contains("架空 花子 → 架空 責任"))
    let stale = try await counsellor.post("/cases/\(id)/charge", [("staff", "\(colleague)"), ("version", "\(version)")])
    #expect(stale.status == 409 && stale.contains("いまの担当は架空 責任です"))
  }
}
