import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// やること: from a note, by hand, done, once more.
@Suite struct TaskStory {
  @Test func `次の対応と期限を書くと、やることに加わる。期限がなければ加わらない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/1/notes", NoteStory.good + [("next_action", "様子を見る")])
    #expect(try await town.number("SELECT count(*) FROM task") == 0)
    _ = try await counsellor.post("/cases/1/notes", NoteStory.good + [("next_action", "ケアマネジャーに電話する"), ("next_due", "R8.11.25")])
    let list = try await counsellor.get("/tasks")
    #expect(list.contains("ケアマネジャーに電話する") && list.contains("R8.11.25まで") && !list.contains("期限切れ"))
    town.pass(days: 5)
    #expect(try await town.signedIn("houkatsu").get("/tasks").contains("期限切れ"))
  }

  @Test func `記録を訂正すると、やることも新しい言葉に変わり、増えない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/1/notes", NoteStory.good + [("next_action", "電話する"), ("next_due", "R8.11.25")])
    let note = try await town.number("SELECT max(id) FROM note")
    let form = NoteStory.good + [("next_action", "訪問する"), ("next_due", "R8.11.26"), ("correction_reason", "予定の変更")]
    #expect(try await counsellor.post("/cases/1/notes/\(note)/correct", form).status == 303)
    #expect(try await town.number("SELECT count(*) FROM task") == 1)
    #expect(try await town.text("SELECT what || due_on FROM task") == "訪問する2026-11-26")
    _ = try await counsellor.post("/cases/1/tasks/1/completion")
    let again = try await town.number("SELECT max(id) FROM note")
    #expect(try await counsellor.post("/cases/1/notes/\(again)/correct", form).status == 303)
    #expect(try await town.number("SELECT count(*) FROM task") == 1)
  }

  @Test func `手で加え、済みにし、もう一度やることにできる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let colleague = try await town.staff("kakari")
    let path = "/cases/1/tasks"
    #expect(try await counsellor.post(path, [("what", "資料を渡す"), ("due", "R8.11.30"), ("staff", "\(colleague)")]).status == 303)
    #expect(!(try await counsellor.get("/tasks")).contains("資料を渡す"))
    #expect(try await counsellor.get("/tasks?view=section").contains("資料を渡す"))
    let mate = try await town.signedIn("kakari")
    #expect(try await mate.post("\(path)/1/completion", [("back", "mine")]).location == "/tasks")
    #expect(try await mate.post("\(path)/1/completion", [("back", "https://example.invalid")]).location == "/cases/1#tasks")
    let page = try await counsellor.get("/cases/1")
    #expect(page.contains("済み") && page.contains("架空 責任"))
    #expect(try await town.number("SELECT count(*) FROM task WHERE done_by = \(colleague)") == 1)
    #expect(try await counsellor.post("\(path)/1/reopening").status == 303)
    #expect(try await town.number("SELECT count(*) FROM task WHERE done_at IS NULL") == 1)
    #expect(try await counsellor.get("/tasks?view=section").contains("資料を渡す"))
  }

  @Test func `空のやることや、よその職員は断り、入力を残す`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let outsider = try await town.staff("shougai")
    let empty = try await counsellor.post("/cases/1/tasks", [("what", " "), ("due", "あした以降")])
    #expect(empty.status == 422 && empty.contains("やることが書かれていません") && empty.contains("あした以降"))
    #expect(try await counsellor.post("/cases/1/tasks", [("what", "電話"), ("staff", "\(outsider)")]).status == 422)
    #expect(try await town.number("SELECT count(*) FROM task") == 0)
  }

  @Test func `ほかの機関のやることは見えず、済みにもできない`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase()
    try await town.grant(id, to: "shougai", reach: .team)
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/\(id)/tasks", [("what", "内輪のやること")])
    let other = try await town.signedIn("shougai")
    #expect(!(try await other.get("/cases/\(id)")).contains("内輪のやること"))
    #expect(!(try await other.get("/tasks?view=section")).contains("内輪のやること"))
    #expect(try await other.post("/cases/\(id)/tasks/1/completion").status == 404)
    #expect(try await other.post("/cases/\(id)/tasks/1/reopening").status == 404)
    #expect(try await counsellor.post("/cases/1/tasks/1/completion").status == 404)
    #expect(try await town.signedIn("kanri").get("/tasks").status == 404)
  }

  @Test func `見られなくなった事例のやることは、一覧から消える`() async throws {
    let town = try await Town.open()
    let id = try await town.openCase(by: "shougai")
    try await town.grant(id, to: "houkatsu", reach: .team)
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/\(id)/tasks", [("what", "つなぎ先でのやること")])
    #expect(try await counsellor.get("/tasks?view=section").contains("つなぎ先でのやること"))
    let agency = try await town.agency(of: "houkatsu")
    try await town.office.database.write {
      try $0.run("UPDATE case_ground SET until = 1 WHERE case_file_id = \(id) AND agency_id = \(agency)")
    }
    #expect(!(try await counsellor.get("/tasks?view=section")).contains("つなぎ先でのやること"))
  }

  @Test func `電話の画面では、やることの一覧は横に送らずに読めるように重なる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    _ = try await counsellor.post("/cases/1/tasks", [("what", "資料を渡す"), ("staff", "\(try await town.staff("houkatsu"))")])
    let list = try await counsellor.get("/tasks")
    #expect(list.contains("<table class=\"stack\">") && list.contains("<td data-label=\"担当\">"))
    let style = try await counsellor.get(AssetRoutes.styleSheetPath).text
    let phone = try #require(style.split(separator: "@media ").first { $0.contains("table.stack :is(th, td) { min-width: 0") })
    #expect(phone.hasPrefix("screen and (max-width: 48rem)") && phone.contains(".stack :is(tbody, tr, th, td) { display: block; }"))
  }

  @Test func `期限の早い順に並び、期限のないものは最後になる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    for (what, due) in [("期限なし", ""), ("あとの用事", "R8.12.1"), ("先の用事", "R8.11.1")] {
      _ = try await counsellor.post("/cases/1/tasks", [("what", what), ("due", due)])
    }
    let (all, late) = try await town.work(as: "houkatsu") { desk in
      (
        try TaskQueries.due(desk, desk.scope, mine: false, limit: 10).map(\.what),
        try TaskQueries.overdue(desk, desk.scope, mine: false, limit: 10).map(\.what)
      )
    }
    #expect(all == ["先の用事", "あとの用事", "期限なし"])
    #expect(late == ["先の用事"])
  }
}
