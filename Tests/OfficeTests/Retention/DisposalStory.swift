import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 廃棄: from the list to the certificate, and nothing left.
struct DisposalStory {
  @Test func `承認された廃棄のあと、事例の言葉はデータベースにも控えにも添付にも1バイトも残らない`() async throws {
    let world = try await DisposalWorld.open()
    let traces = [AccessWorld.canary, "かなりあ架空七八九", "八九"].map { Data($0.utf8) }
    #expect(try world.bytesOnDisk().values.contains { $0.range(of: traces[0]) != nil })
    let id = try await world.propose()
    try await world.approve(id)
    try world.age()
    let manager = try await world.town.signedIn(DisposalWorld.manager)
    #expect(try await manager.post("/retention/disposals/\(id)/execution").status == 303)
    #expect(try await world.town.text("SELECT stage FROM disposal WHERE id = \(id)") == "carriedOut")
    #expect(try await world.tables(holding: AccessWorld.canary) == [])
    for (name, bytes) in try world.bytesOnDisk() {
      for trace in traces { #expect(bytes.range(of: trace) == nil, "\(name)に\(String(decoding: trace, as: UTF8.self))") }
    }
  }

  @Test func `廃棄のあとに残るのは台帳の一行で、監査記録の鎖は切れない`() async throws {
    let world = try await DisposalWorld.open()
    let id = try await world.propose()
    try await world.approve(id)
    try world.age()
    let manager = try await world.town.signedIn(DisposalWorld.manager)
    _ = try await manager.post("/retention/disposals/\(id)/execution")
    let page = try await manager.get("/retention/disposals/\(id)/certificate")
    #expect(page.status == 200 && page.contains("R8-90001") && page.contains("一致しています") && page.contains("支援経過2"))
    let certificate = try #require(try await world.town.text("SELECT certificate FROM disposal_line WHERE disposal_id = \(id)"))
    #expect(certificate.count == 64 && page.contains(certificate))
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry WHERE detail LIKE '%' || \(certificate) || '%'") == 1)
    guard case .whole = try await AuditChain.verify(world.town.office.database) else { return #expect(Bool(false), "監査記録の鎖が切れた") }
    #expect(try await manager.get("/cases/\(world.caseFile)").status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM disposal_in_hand") == 0)
    // Once more changes nothing.
    _ = try await manager.post("/retention/disposals/\(id)/execution")
    #expect(try await world.town.text("SELECT certificate FROM disposal_line WHERE disposal_id = \(id)") == certificate)
  }

  @Test func `住民情報の抽出から取り込んだ人の行が残るときは、廃棄証明がそう言う`() async throws {
    let world = try await DisposalWorld.open()
    let file = world.caseFile
    _ = try await world.town.office.database.write { writing in
      try writing.run(
        """
        UPDATE resident SET source = 'resident-extract', source_key = 'no:1'
        WHERE id = (SELECT resident_id FROM case_file WHERE id = \(file))
        """)
    }
    let id = try await world.propose()
    try await world.approve(id)
    let manager = try await world.town.signedIn(DisposalWorld.manager)
    _ = try await manager.post("/retention/disposals/\(id)/execution")
    let page = try await manager.get("/retention/disposals/\(id)/certificate")
    #expect(page.contains("取り込んだ1人の行") && page.contains("住民の台帳に残っています") && page.contains("一致しています"))
    #expect(try await world.town.number("SELECT count(*) FROM resident WHERE source = 'resident-extract'") == 1)
  }

  @Test func `ほかの事例は、一行も減らない`() async throws {
    let world = try await DisposalWorld.open()
    let counted: SQL =
      "SELECT (SELECT count(*) FROM note) * 1000000 + (SELECT count(*) FROM consultation) * 1000 + (SELECT count(*) FROM resident)"
    let gone = try await world.town.number("SELECT count(*) FROM note WHERE case_file_id = \(world.caseFile)")
    let before = try await world.town.number(counted)
    let id = try await world.propose()
    try await world.approve(id)
    _ = try await world.town.signedIn(DisposalWorld.manager).post("/retention/disposals/\(id)/execution")
    #expect(gone == 2)
    #expect(try await world.town.number(counted) == before - 2 * 1_000_000 - 1_000 - 1)
    let counsellor = try await world.town.signedIn("houkatsu")
    #expect(try await counsellor.get("/cases/1").status == 200)
  }

  @Test func `ほかの事例の世帯員でもある人は、残る`() async throws {
    let world = try await DisposalWorld.open()
    let file = world.caseFile
    let person = try await world.town.number("SELECT resident_id FROM case_file WHERE id = \(file)")
    try await world.town.office.database.write { writing in
      let household = try writing.insert("INSERT INTO household (label) VALUES ('')")
      try writing.run(
        "INSERT INTO household_member (household_id, resident_id, recorded_at) VALUES (\(household), \(person), 0)")
      try writing.run("UPDATE case_file SET household_id = \(household) WHERE id = 1")
    }
    let id = try await world.propose()
    try await world.approve(id)
    _ = try await world.town.signedIn(DisposalWorld.manager).post("/retention/disposals/\(id)/execution")
    #expect(try await world.town.number("SELECT count(*) FROM case_file WHERE id = \(file)") == 0)
    #expect(try await world.town.number("SELECT count(*) FROM resident WHERE id = \(person)") == 1)
  }

  @Test func `承認のあとに再開・差止めがあると、実施のときに外れる`() async throws {
    let world = try await DisposalWorld.open()
    let file = world.caseFile
    let id = try await world.propose()
    try await world.approve(id)
    let official = try await world.town.signedIn(DisposalWorld.official)
    #expect(try await official.post("/cases/\(file)/hold", [("reason", "訴訟のため")]).status == 303)
    _ = try await world.town.signedIn(DisposalWorld.manager).post("/retention/disposals/\(id)/execution")
    #expect(try await world.town.number("SELECT count(*) FROM case_file WHERE id = \(file)") == 1)
    #expect(try await official.get("/retention/disposals/\(id)").contains("外した：承認のあとに"))
  }

  @Test func `自分の申請は承認できず、承認しないときには理由が要り、二人が答えれば後の人に知らせる`() async throws {
    let world = try await DisposalWorld.open()
    let manager = try await world.town.signedIn(DisposalWorld.manager)
    let own = try await manager.post("/retention/disposals", [("case", String(world.caseFile))]).number
    let refused = try await manager.post("/retention/disposals/\(own)/answer", [("answer", "approve")])
    #expect(refused.status == 422 && refused.contains("自分が申請した廃棄は承認できません"))
    #expect(try await manager.get("/retention/disposals/\(own)").contains("別の管理者の承認を待っています"))
    #expect(try await manager.post("/retention/disposals/\(own)/execution").status == 422)

    let second = try await world.town.hire("kacho2", role: "cityManager")
    let bare = try await second.post("/retention/disposals/\(own)/answer", [("answer", "refuse")])
    #expect(bare.status == 422 && bare.contains("承認しない理由を入力してください"))
    #expect(try await second.post("/retention/disposals/\(own)/answer", [("answer", "refuse"), ("words", "まだ要る")]).status == 303)
    let late = try await second.post("/retention/disposals/\(own)/answer", [("answer", "approve")])
    #expect(late.status == 409 && late.contains("先に処理しました"))
    #expect(try await world.town.number("SELECT count(*) FROM case_file WHERE id = \(world.caseFile)") == 1)
  }

  @Test func `期間の満了していない事例は、一覧に出ず、番号を送っても申請できない`() async throws {
    let world = try await DisposalWorld.open(years: 3)
    let official = try await world.town.signedIn(DisposalWorld.official)
    #expect(try await !official.get("/retention").contains("R8-90001"))
    let reply = try await official.post("/retention/disposals", [("case", String(world.caseFile))])
    #expect(reply.status == 422 && reply.contains("いま廃棄できないもの"))
    #expect(try await official.post("/retention/disposals").contains("選ばれていません"))
  }
}
