import Store
import Testing

@testable import Office

/// An administrator takes open data into the directory.
@Suite struct AgencyImportStory {
  private func upload(_ visitor: Visitor, _ bytes: [UInt8]) async throws -> Reply {
    try await visitor.upload("/agencies/import", [], file: ("file", "架空.csv", bytes))
  }

  @Test func `確かめてから取り込み、もう一度取り込んでも増えない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let before = try await town.number("SELECT count(*) FROM agency")
    let held = try await upload(administrator, try Fixture.bytes("122033_care_service.csv"))
    #expect(held.status == 303 && held.location.hasPrefix("/agencies/import/"))
    let report = try await administrator.get(held.location)
    #expect(report.status == 200)
    #expect(report.contains("<dt>新しく登録</dt><dd>6件</dd>") && report.contains("4行目 10列目（所在地_連結表記）"))
    #expect(try await town.number("SELECT count(*) FROM agency") == before)

    let done = try await administrator.post(held.location, [("source_note", "市川市 CC BY 4.0"), ("submission", "s1")])
    #expect(done.status == 303 && done.location == "/agencies")
    #expect(try await town.number("SELECT count(*) FROM agency") == before + 6)
    #expect(try await town.text("SELECT source_note FROM agency WHERE name = '市川あさひ荘'")?.hasPrefix("市川市 CC BY 4.0（令和8年11月21日") == true)
    _ = try await administrator.post(held.location, [("submission", "s1")])
    _ = try await administrator.post(held.location, [("submission", "s2")])
    #expect(try await town.number("SELECT count(*) FROM agency") == before + 6)
    #expect(try await administrator.get("/agencies?q=あさひそう").contains("市川あさひ荘"))
  }

  @Test func `取り込み直すと、町で足した内容は残り、消えた機関には印が付く`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let one = ["ID": "1", "名称": "架空一", "電話番号": "(000)000-0001", "法人番号": "3040005004064"]
    let two = ["ID": "2", "名称": "架空二"]
    func take(_ rows: [[String: String]]) async throws {
      let held = try await upload(administrator, Fixture.openData(rows))
      #expect(try await administrator.post(held.location, []).status == 303)
    }
    try await take([one, two])
    #expect(try await town.number("SELECT count(*) FROM agency WHERE source <> '' AND takes_referrals = 0") == 2)
    let id = try await town.number("SELECT id FROM agency WHERE name = '架空一'")
    let form = try await administrator.get("/agencies/\(id)/edit")
    let saved = try await administrator.post(
      "/agencies/\(id)",
      [
        ("version", form.field("version") ?? ""), ("name", "架空一"), ("phone", "000-000-0001"), ("corporation_number", "3040005004064"),
        ("kind", "16"), ("field", "01"), ("how_to_ask", "まず電話"), ("takes_referrals", "1"), ("address", "架空県架空市架空1-1"),
      ])
    #expect(saved.status == 303)
    _ = try await administrator.post("/agencies/\(id)/confirmation", [])

    try await take([["ID": "1", "名称": "架空一", "電話番号": "(000)000-0009"]])
    let page = try await administrator.get("/agencies/\(id)")
    #expect(page.contains("000-000-0009") && page.contains("まず電話") && page.contains("つなぎを受ける") && page.contains("地域包括支援センター"))
    #expect(page.contains("3040005004064") && page.contains("令和8年11月21日"))
    #expect(try await town.number("SELECT possibly_ended FROM agency WHERE name = '架空二'") == 1)
    #expect(try await administrator.get("/agencies").contains("終了の可能性"))
    try await take([one, two])
    #expect(try await town.number("SELECT count(*) FROM agency WHERE possibly_ended = 1") == 0)
    #expect(try await town.number("SELECT count(*) FROM agency WHERE source <> ''") == 2)
  }

  @Test func `出典を改めて取り込み直すと、変わらない機関の出典も改まる`() async throws {
    let town = try await Town.open()
    let bytes = Fixture.openData([["ID": "1", "名称": "架空一"]])
    func take(_ note: String, keepsNotes: Bool = false) async throws -> String? {
      let summary = try await town.office.importAgencies(bytes, sourceNote: note, keepsNotes: keepsNotes, apply: true, as: "架空 操作")
      try #require(summary.isApplied)
      return try await town.text("SELECT source_note FROM agency WHERE name = '架空一'")
    }
    #expect(try await take("架空.csv") == "架空.csv")
    #expect(try await take("架空市 CC BY 4.0") == "架空市 CC BY 4.0")
    #expect(try await take("架空.csv", keepsNotes: true) == "架空市 CC BY 4.0", "出典を言わなければ、前の出典が残る")
  }

  @Test func `誤りのあるファイルからは一件も取り込めない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let before = try await town.number("SELECT count(*) FROM agency")
    let held = try await upload(
      administrator, Fixture.openData([["ID": "1", "名称": "架空一"], ["全国地方公共団体コード": "332152", "ID": "2", "名称": "<b>架空二</b>"]]))
    let report = try await administrator.get(held.location)
    #expect(report.contains("このファイルは取り込めません") && report.contains("3行目 1列目"))
    #expect(!report.contains("この内容で取り込む") && !report.contains("<b>架空二"))
    #expect(try await administrator.post(held.location, []).status == 422)
    #expect(try await town.number("SELECT count(*) FROM agency") == before)
    #expect(try await upload(administrator, []).status == 422)
  }

  @Test func `管理者でない人と、ファイル名でない行き先には何も見せない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let held = try await upload(administrator, Fixture.openData([["ID": "1", "名称": "架空一"]]))
    let counsellor = try await town.signedIn("houkatsu")
    #expect(try await counsellor.get("/agencies/import").status == 404)
    #expect(try await counsellor.get(held.location).status == 404)
    #expect(try await counsellor.post(held.location, []).status == 404)
    #expect(try await upload(counsellor, Fixture.openData([["名称": "架空"]])).status == 404)
    #expect(try await town.stranger().get(held.location).status == 303)
    for path in ["/agencies/import/..%2Ftsunagi.sqlite", "/agencies/import/\(String(repeating: "0", count: 64))", "/agencies/import/x"] {
      #expect(try await administrator.get(path).status == 404)
    }
  }
}
