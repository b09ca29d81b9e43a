import Casework
import Foundation
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 会議資料一式: ordered on a page, made apart from it, taken by who may.
struct PackStory {
  private func ordered(_ copies: [String] = ["own"]) async throws -> (world: MeetingWorld, meeting: Int) {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let reply = try await world.coordinator.post("/meetings/\(meeting)/pack", copies.map { ("for", $0) })
    try #require(reply.status == 303, "\(reply.text)")
    return (world, meeting)
  }

  private func pack(_ world: MeetingWorld) async throws -> Int { try await world.town.number("SELECT max(id) FROM pack") }

  @Test func `注文すると順番に作られ、進み具合が見え、できたPDFを開ける`() async throws {
    let (world, meeting) = try await ordered()
    let waiting = try await world.coordinator.get("/meetings/\(meeting)/pack")
    #expect(waiting.contains("順番を待っています") && waiting.contains("http-equiv=\"refresh\"") && waiting.contains("更新する"))
    // Ordered twice, it is made once.
    _ = try await world.coordinator.post("/meetings/\(meeting)/pack", [("for", "own")])
    #expect(try await world.town.number("SELECT count(*) FROM pack") == 1)
    try await world.town.office.makeQueuedPacks()
    let page = try await world.coordinator.get("/meetings/\(meeting)/pack")
    #expect(page.contains("できました") && !page.contains("http-equiv"))
    let file = try await world.coordinator.get("/meetings/\(meeting)/pack/\(try await pack(world))/file")
    #expect(file.status == 200 && file.text.hasPrefix("%PDF"))
    // Making it opened the case, and the audit log says so.
    let entries = try await world.town.number(
      "SELECT count(*) FROM audit_entry WHERE act = 'buildPack' AND request = 'errand' AND case_file_id = \(world.world.caseFile)")
    #expect(entries >= 1)
  }

  @Test func `構成員ごとに部数番号のついた分を作る`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    try await world.invite(meeting)
    let member = try await world.member(meeting, MeetingWorld.east)
    let page = try await world.coordinator.get("/meetings/\(meeting)/pack")
    #expect(page.contains("部数番号3") || page.contains("部数番号2"))
    #expect(try await world.coordinator.post("/meetings/\(meeting)/pack", [("for", "\(member)"), ("for", "own")]).status == 303)
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.town.number("SELECT count(*) FROM pack WHERE state = 'done'") == 2)
    #expect(try await world.town.number("SELECT copy FROM pack WHERE member_id = \(member)") > 0)
    let none = try await world.coordinator.post("/meetings/\(meeting)/pack", [])
    #expect(none.status == 422 && none.contains("だれの分を作るか"))
  }

  @Test func `作っている途中でサーバーが止まっても、次の起動で初めから作り直す`() async throws {
    let (world, meeting) = try await ordered()
    let office = world.town.office
    let job = try await office.database.write { try PackRecords.take($0, at: world.town.now) }
    _ = try await office.database.write { try PackRecords.advance($0, try #require(job).id, done: 1) }
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack").contains("1／1件"))
    // The next office over the same data knows nothing but the rows.
    try await office.resumePacks()
    #expect(try await world.town.text("SELECT state FROM pack") == "queued")
    #expect(try await world.town.number("SELECT done FROM pack") == 0)
    try await office.makeQueuedPacks()
    #expect(try await world.town.text("SELECT state FROM pack") == "done")
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack/\(try await pack(world))/file").status == 200)
  }

  @Test func `呼び鈴が鳴ると作り始める`() async throws {
    let (world, _) = try await ordered()
    let office = world.town.office
    let worker = Task { await office.watchPacks() }
    for _ in 0..<300 {
      if try await world.town.text("SELECT state FROM pack") == "done" { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    worker.cancel()
    #expect(try await world.town.text("SELECT state FROM pack") == "done")
  }

  @Test func `取りやめた資料は作られない`() async throws {
    let (world, meeting) = try await ordered()
    let id = try await pack(world)
    #expect(try await world.coordinator.post("/meetings/\(meeting)/pack/\(id)/cancellation").status == 303)
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack").contains("取りやめました"))
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack/\(id)/file").status == 404)
    // Cancelled while it is being made: what was finished in between is not given out.
    _ = try await world.coordinator.post("/meetings/\(meeting)/pack", [("for", "own")])
    let office = world.town.office
    let job = try #require(try await office.database.write { try PackRecords.take($0, at: world.town.now) })
    #expect(try await world.coordinator.post("/meetings/\(meeting)/pack/\(job.id)/cancellation").status == 303)
    #expect(!(try await office.database.write { try PackRecords.advance($0, job.id, done: 1) }))
    try await office.database.write {
      try PackRecords.finish($0, job.id, sha256: "x", size: 1, veil: "", at: world.town.now)
    }
    #expect(try await world.town.text("SELECT state FROM pack WHERE id = \(job.id)") == "cancelled")
  }

  @Test func `できてから30日で開けなくなり、ファイルも消える`() async throws {
    let (world, meeting) = try await ordered()
    let office = world.town.office
    try await office.makeQueuedPacks()
    let id = try await pack(world)
    let name = try #require(try await world.town.text("SELECT sha256 FROM pack"))
    let place = office.files.folder.appending(path: name).path
    #expect(FileManager.default.fileExists(atPath: place))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: place)
    world.town.pass(days: 29)
    try await office.removeOldPacks()
    let host = try await world.world.signedIn("takikan")
    #expect(try await host.get("/meetings/\(meeting)/pack/\(id)/file").status == 200)
    world.town.pass(days: 1)
    let late = try await world.world.signedIn("takikan")
    #expect(try await late.get("/meetings/\(meeting)/pack/\(id)/file").status == 404)
    try await office.removeOldPacks()
    #expect(!FileManager.default.fileExists(atPath: place))
    #expect(try await late.get("/meetings/\(meeting)/pack").contains("期限が過ぎて削除しました"))
  }

  @Test func `辞めた人の注文は作られない`() async throws {
    let (world, _) = try await ordered()
    try await world.town.office.database.write {
      try $0.run("UPDATE staff SET active_until = '2026-11-20' WHERE sign_in_name = 'takikan'")
    }
    try await world.town.office.makeQueuedPacks()
    #expect(try await world.town.text("SELECT state FROM pack") == "failed")
  }

  @Test func `資料を作り開けるのは、招集した機関だけである`() async throws {
    let (world, meeting) = try await ordered()
    try await world.town.office.makeQueuedPacks()
    let id = try await pack(world)
    for name in ["houkatsu", "shi", "shougai", "houkatsu-nishi", "kanri", "kansa"] {
      let visitor = try await world.world.signedIn(name)
      for path in ["/meetings/\(meeting)/pack", "/meetings/\(meeting)/pack/\(id)/file"] {
        #expect(try await visitor.get(path).status == 404, "\(name) \(path)")
      }
      for path in ["/meetings/\(meeting)/pack", "/meetings/\(meeting)/pack/\(id)/cancellation"] {
        #expect(try await visitor.post(path, [("for", "own")]).status == 404, "\(name) \(path)")
      }
    }
  }

  @Test func `議題が外されたあとの資料は開けない`() async throws {
    let (world, meeting) = try await ordered()
    try await world.town.office.makeQueuedPacks()
    let id = try await pack(world)
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items/\(try await world.item(meeting))/removal").status == 303)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack/\(id)/file").status == 404)
    #expect(try await world.coordinator.get("/meetings/\(meeting)/pack").contains("作り直してください"))
  }
}
