import Casework
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 事例への移し: nothing flows by itself; each release has its own ground, and says so where it arrives.
@Suite struct PaperReleaseStory {
  private static let canary = "カナリア架空資料七"

  private func tabled() async throws -> (world: GuestWorld, paper: String) {
    let world = try await GuestWorld.open()
    let path = "/meetings/\(world.meeting)/items/\(world.item)/papers"
    let reply = try await world.section.post(path, [("kind", "text"), ("title", Self.canary), ("words", Self.canary)])
    try #require(reply.status == 303, "\(reply.text)")
    return (world, "\(path)/\(try await world.town.number("SELECT max(id) FROM meeting_paper"))")
  }

  /// Every page, list and file about the case and beside it, but for the meeting itself.
  private func walk(_ world: GuestWorld, _ name: String) async throws -> [String] {
    let visitor = try await world.world.world.signedIn(name)
    let file = "\(world.world.world.caseFile)"
    let numbers = ["cases": file, "coordinations": "\(world.world.id)", "referrals": "\(world.world.world.referralID)"]
    var found: [String] = []
    for door in world.town.catalogue where door.hasPrefix("GET ") && !door.contains("/meetings/:id") && !door.contains("(open)") {
      let words = door.split(separator: " ")[1].split(separator: "/").map(String.init)
      let path = "/" + words.enumerated().map { $1.hasPrefix(":") ? (numbers[words[max(0, $0 - 1)]] ?? "1") : $1 }.joined(separator: "/")
      for query in ["", "?q=\(Answer.percentEncoded("カナリア"))"] where query.isEmpty || path == "/search" {
        if try await visitor.get(path + query).text.replacing("value=\"カナリア\"", with: "").contains(Self.canary) { found.append(path) }
      }
    }
    return found
  }

  @Test func `資料は、検索・事例・時系列・出力・書き写しのどこにも出ず、本人の同意のあとも自らは流れない`() async throws {
    let (world, paper) = try await tabled()
    for name in ["shi", "takikan", "houkatsu"] { #expect(try await walk(world, name) == [], "\(name)") }
    try await world.world.world.giveConsent(releases: true)
    let file = world.world.world.caseFile
    try await world.world.world.at("takikan", .recordConsent) { desk in
      try CaseFileRecords.widen(desk, file, notesSince: 0)
      try CaseFileRecords.release(desk, file)
    }
    try await world.world.world.move(.apply)
    for name in ["shi", "takikan", "houkatsu"] { #expect(try await walk(world, name) == [], "\(name)") }
    #expect(try await world.section.get(paper).contains(Self.canary))
    _ = try await world.world.coordinator.post("/meetings/\(world.meeting)/pledge", [("confirmed", "1")])
    #expect(try await world.world.coordinator.get(paper).status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM note WHERE facts LIKE '%カナリア%'") == 0)
  }

  @Test func `根拠のない移しはできず、同意は有効で、読む機関すべてに及ぶときだけ根拠になる`() async throws {
    let (world, paper) = try await tabled()
    let path = "\(paper)/release"
    #expect(try await world.section.get(path).contains("会議とは別の根拠が要ります"))
    for (fields, words) in [
      ([], "移す根拠が選ばれていません"), ([("ground", "consent"), ("reason", "架空")], "本人の有効な同意がありません"),
      ([("ground", "statement"), ("reason", "架空")], "申出があった日が入っていません"), ([("ground", "law"), ("reason", "架空")], "どの法律のどの定め"),
      ([("ground", "law"), ("words", "架空の法律1条")], "移す理由が書かれていません"),
      ([("ground", "statement"), ("said_on", "いつか"), ("words", "書いた架空"), ("reason", "架空")], "書いた架空</textarea>"),
    ] as [([(String, String)], String)] {
      let reply = try await world.section.post(path, fields)
      #expect(reply.status == 422 && reply.contains(words), "\(words)")
    }
    try await world.world.world.giveConsent()
    let file = world.world.world.caseFile
    try await world.world.world.at("takikan", .recordConsent) { desk in
      try CaseFileRecords.widen(desk, file, notesSince: 0)
      try desk.writing.run(
        """
        INSERT INTO consent_agency (consent_id, agency_id, is_excluded)
        SELECT (SELECT max(id) FROM consent WHERE case_file_id = \(file)), id, 1 FROM agency WHERE name = \(MeetingWorld.east)
        """)
    }
    let team = [("ground", "consent"), ("reason", "架空の理由"), ("visibility", "team")]
    let uncovered = try await world.section.post(path, team)
    #expect(uncovered.status == 422 && uncovered.contains("\(MeetingWorld.east)に及んでいません"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting_release") == 0)
    #expect(try await world.section.post(path, [("ground", "consent"), ("reason", "架空の理由")]).status == 303)
    #expect(try await world.town.text("SELECT visibility FROM note ORDER BY id DESC LIMIT 1") == "ownAgency")
    #expect(try await world.town.number("SELECT count(*) FROM meeting_release WHERE consent_id IS NOT NULL") == 1)
  }

  @Test func `移したものは、どこから来てどの根拠かを事例に書き、資料にも誰がいつなぜを残す`() async throws {
    let (world, paper) = try await tabled()
    let file = world.world.world.caseFile
    let fields = [
      ("ground", "statement"), ("said_on", "R8.11.20"), ("words", "記録に残してほしいと本人が電話で話した"), ("reason", "架空の支援に要るため"),
      ("visibility", "ownAgency"),
      ("submission", "r1"),
    ]
    for _ in 1...2 { #expect(try await world.section.post("\(paper)/release", fields).location == "/cases/\(file)") }
    #expect(try await world.town.number("SELECT count(*) FROM meeting_release") == 1)
    let page = try await world.section.get("/cases/\(file)")
    for words in ["を、事例の記録に移したもの", "本人の申出（R8.11.20）：記録に残してほしいと本人が電話で話した", "架空の支援に要るため", "R8-M00001", Self.canary] {
      #expect(page.contains(words), "\(words)")
    }
    let shown = try await world.section.get(paper)
    #expect(shown.contains("事例に移した記録") && shown.contains("架空 市子") && shown.contains("架空の支援に要るため"))
    #expect(try await world.section.post("\(paper)/release", Array(fields.dropLast())).contains("もう事例に移されています"))
    #expect(try await world.section.post("\(paper)/withdrawal").contains("下げられません"))
    #expect(
      try await world.town.number(
        "SELECT count(*) FROM audit_entry WHERE act = 'releasePaper' AND outcome = 'done' AND detail LIKE '%statement%'") == 1)
    for name in ["takikan", "houkatsu"] {
      #expect(try await world.world.world.signedIn(name).post("\(paper)/release", fields).status == 404, "\(name)")
    }
  }

  @Test func `話し合われたことも、結論のあとに、同じ手続きで移す`() async throws {
    let (world, _) = try await tabled()
    let path = "/meetings/\(world.meeting)/items/\(world.item)"
    let law = [("ground", "law"), ("words", "架空の法律1条"), ("reason", "架空の理由")]
    #expect(try await world.section.post("\(path)/release", law).contains("結論を記録してから"))
    try await world.world.hold(world.meeting, ["見本市 地域福祉課"], as: world.section)
    let decided = try await world.world.decide(
      world.meeting, world.item, .continued, [("discussion", "架空の検討"), ("result_words", "架空の結論")], as: world.section)
    #expect(decided.status == 303)
    #expect(try await world.section.get(path).contains("話し合われたことを事例に移す"))
    #expect(!(try await world.section.get("/cases/\(world.world.world.caseFile)")).contains("架空の検討"))
    #expect(try await world.section.post("\(path)/release", law).status == 303)
    #expect(try await world.section.get("/cases/\(world.world.world.caseFile)").contains("検討内容：架空の検討"))
    #expect(try await world.section.get(path).contains("事例に移した記録"))
  }
}
