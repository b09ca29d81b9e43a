import Casework
import Store
import Testing

@testable import Office

/// 脇の扉: what leaks elsewhere when only the front door is locked.
struct SideDoorStory {
  @Test func `見られない人の名前や記録で検索しても、あるともないとも分からない`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let path = "/search?q=\(Answer.percentEncoded(AccessWorld.searched))"
    #expect(try await own.get(path).hasCanary)
    let absent = "/search?q=\(Answer.percentEncoded("カナリヤ"))"
    for role in Role.caseworkers {
      let stranger = try await world.town.signedIn(AccessVisitor.staff(.unrelated, role).signInName)
      let found = try await stranger.get(path)
      #expect(found.status == 200)
      #expect(!found.hasCanary)
      let none = try await stranger.get(absent)
      #expect(found.text.replacing(AccessWorld.searched, with: "") == none.text.replacing("カナリヤ", with: ""))
    }
  }

  @Test func `監査の画面と出力に、住民の氏名も記録の本文も出ない`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for door in AccessWalk.doors(world.town.catalogue) where door.method == "GET" {
      _ = try await own.get(try #require(world.filled(door.path, for: .own)))
    }
    _ = try await own.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))")
    let auditor = try await world.town.signedIn(AccessVisitor.staff(.unrelated, .auditor).signInName)
    for path in ["/audit", "/audit/export", "/audit?case=R8-90001", "/audit/verification"] {
      let reply = try await auditor.get(path)
      #expect(reply.status == 200, "\(path)")
      #expect(!reply.hasCanary, "\(path)")
    }
    #expect(try await auditor.get("/audit?case=R8-90001").contains("事例の閲覧"))
    #expect(try await auditor.get("/audit").contains("「カナリア」"))
  }

  @Test func `合言葉のない送信では、どの扉でも何も起こらない`() async throws {
    let world = try await AccessWorld.open()
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    for door in AccessWalk.doors(world.town.catalogue) where door.method == "POST" && door.act != "(open)" {
      let path = try #require(world.filled(door.path, for: .own))
      let reply = try await own.post(path, csrf: "forged")
      #expect([404, 422].contains(reply.status), "\(door.line)")
    }
    #expect(try await own.get("/cases").status == 200)
  }

  @Test func `根拠が終わると、その時から見えない`() async throws {
    let world = try await AccessWorld.open()
    let receiver = try await world.town.signedIn(AccessVisitor.staff(.accepted, .consultStaff).signInName)
    #expect(try await receiver.get("/cases/\(world.caseFile)").hasCanary)
    let now = world.town.now
    let caseFile = world.caseFile
    try await world.town.office.database.write {
      try $0.run("UPDATE case_ground SET until = \(now) WHERE case_file_id = \(caseFile) AND ground = 'acceptedReferral'")
    }
    #expect(try await receiver.get("/cases/\(world.caseFile)").status == 404)
    for path in ["/", "/cases", "/search?q=\(Answer.percentEncoded(AccessWorld.searched))"] {
      #expect(try await !receiver.get(path).hasCanary, "\(path)")
    }
  }

  @Test func `渡された範囲だけの根拠では、ほかの機関の記録も世帯員も検索に出ない`() async throws {
    let world = try await AccessWorld.open()
    let caseFile = world.caseFile
    let member = AccessWorld.canary + "の子"
    try await world.town.office.database.write { writing in
      try writing.run("UPDATE case_ground SET reach = 'handedOver' WHERE case_file_id = \(caseFile) AND ground = 'acceptedReferral'")
      let person = try writing.insert("INSERT INTO resident (name) VALUES (\(member))")
      try writing.run(
        """
        INSERT INTO household_member (household_id, resident_id, recorded_at)
        SELECT household_id, \(person), 0 FROM case_file WHERE id = \(caseFile)
        """)
    }
    let receiver = try await world.town.signedIn(AccessVisitor.staff(.accepted, .consultStaff).signInName)
    let notes = try await receiver.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))&part=notes")
    #expect(!notes.hasCanary)
    let people = try await receiver.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))&part=people")
    #expect(people.hasCanary)
    #expect(!people.contains("の子"))
    #expect(!people.contains("昭和19年"))
    let own = try await world.town.signedIn(AccessVisitor.staff(.own, .consultStaff).signInName)
    let all = try await own.get("/search?q=\(Answer.percentEncoded(AccessWorld.searched))&part=people")
    #expect(all.contains("の子"))
    #expect(all.contains("（世帯員）"))
  }
}
