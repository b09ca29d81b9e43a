import Casework
import Foundation
import Store
import Testing

@testable import Office

/// ホーム: whose turn it is and what is due, for those who work on cases; the places one may enter, for the others.
struct HomeStory {
  private func counsellor(_ world: AccessWorld, _ standing: Standing = .own) async throws -> Visitor {
    try await world.town.signedIn(AccessVisitor.staff(standing, .consultStaff).signInName)
  }

  /// The part of a page under the heading with this id.
  private func card(_ id: String, _ reply: Reply) throws -> String {
    let start = try #require(reply.text.range(of: "<h2 id=\"\(id)\">"), "\(id)")
    return String(
      reply.text[start.upperBound...].prefix(
        upTo: reply.text[start.upperBound...].range(of: "</section>")?.lowerBound ?? reply.text.endIndex))
  }

  @Test func `受理されたつなぎは、送った側では相手の番、受けた側では自分の番になる`() async throws {
    let world = try await AccessWorld.open()
    let sender = try await counsellor(world).get("/")
    #expect(try card("theirs", sender).contains("T8-90001"))
    #expect(try !card("mine", sender).contains("T8-90001"))
    let receiver = try await counsellor(world, .accepted).get("/")
    #expect(try card("mine", receiver).contains("T8-90001"))
    #expect(try !card("theirs", receiver).contains("T8-90001"))
    #expect(try card("mine", receiver).contains("架空機関 own"))
    #expect(try await !counsellor(world, .unrelated).get("/").contains("T8-9"))
  }

  @Test func `回答期限を過ぎた依頼は、両方の機関で目立つ`() async throws {
    let world = try await AccessWorld.open()
    #expect(try await !counsellor(world).get("/").contains("回答期限切れ"))
    try await world.town.office.database.write { writing in
      try writing.run("UPDATE referral SET stage = 'requested', answered_at = NULL WHERE number = 'T8-90001'")
      try writing.run("DELETE FROM case_ground WHERE ground = 'acceptedReferral'")
    }
    #expect(try await !counsellor(world).get("/").contains("回答期限切れ"), "期限の当日はまだ過ぎていない")
    world.town.pass(days: 1)
    let sender = try await counsellor(world).get("/")
    #expect(try card("overdue", sender).contains("T8-90001"))
    #expect(sender.contains("期限を過ぎています"))
    let receiver = try await counsellor(world, .accepted).get("/")
    #expect(try card("overdue", receiver).contains("T8-90001"))
    #expect(!receiver.hasCanary, "受理するまで、事例の名前は出さない")
  }

  @Test func `下書きのつなぎは、送る側だけの自分の番`() async throws {
    let world = try await AccessWorld.open()
    try await world.town.office.database.write { try $0.run("UPDATE referral SET stage = 'draft' WHERE number = 'T8-90001'") }
    #expect(try await card("mine", counsellor(world).get("/")).contains("T8-90001"))
    #expect(try await !counsellor(world, .accepted).get("/").contains("T8-90001"))
  }

  @Test func `今日までの予定だけが、担当者と自機関に出る`() async throws {
    let world = try await AccessWorld.open()
    let home = try await counsellor(world).get("/")
    #expect(try card("tasks", home).contains(AccessWorld.canary))
    #expect(try card("tasks", home).contains("今日"))
    #expect(try await !card("tasks", counsellor(world, .accepted).get("/")).contains(AccessWorld.canary), "ほかの機関の予定は出ない")
    world.town.pass(days: 2)
    #expect(try await card("tasks", counsellor(world).get("/")).contains("期限切れ"))
    try await world.town.office.database.write { try $0.run("UPDATE task SET due_on = '2027-01-01'") }
    #expect(try await card("tasks", counsellor(world).get("/")).contains("今日までの予定はありません"))
    try await world.town.office.database.write { try $0.run("UPDATE task SET due_on = '2026-01-01', done_at = 1") }
    #expect(try await card("tasks", counsellor(world).get("/")).contains("今日までの予定はありません"))
  }

  @Test func `一覧は10件までで、続きへの道がある`() async throws {
    let world = try await AccessWorld.open()
    let counsellor = try await counsellor(world)
    #expect(try await !card("drafts", counsellor.get("/")).contains("すべて見る"))
    try await world.town.office.database.write { writing in
      for number in 1...10 {
        try writing.run(
          """
          INSERT INTO draft (staff_id, form, subject, title, fields, saved_at)
          SELECT staff_id, form, subject, \("書きかけ\(number)番"), fields, saved_at + \(number) FROM draft ORDER BY id LIMIT 1
          """)
      }
    }
    let drafts = try await card("drafts", counsellor.get("/"))
    #expect(drafts.components(separatedBy: "<li>").count - 1 == 10)
    #expect(drafts.contains("書きかけをすべて見る"))
    #expect(!drafts.contains(AccessWorld.canary), "一番古いものは10件に入らない")
  }

  @Test func `同じ事例に根拠が二つあっても、一度だけ出る`() async throws {
    let world = try await AccessWorld.open()
    try await world.town.office.database.write { writing in
      try writing.run(
        """
        INSERT INTO case_ground (case_file_id, agency_id, ground, reach, since, touched_at)
        SELECT case_file_id, agency_id, 'acceptedReferral', 'team', since, touched_at FROM case_ground WHERE ground = 'ownRecord'
        """)
    }
    let recent = try await card("recent", counsellor(world).get("/"))
    #expect(recent.components(separatedBy: "R8-90001").count == 2)
  }

  @Test func `空の一覧は、次にすることを示す`() async throws {
    let world = try await AccessWorld.open()
    let home = try await counsellor(world, .unrelated).get("/")
    for words in ["こちらの対応を待っているつなぎはありません", "今日までの予定はありません", "返事を待っているつなぎはありません", "書きかけはありません", "見られる事例はまだありません"] {
      #expect(home.contains(words))
    }
    #expect(home.contains("href=\"/consultations/new\""))
  }

  @Test(arguments: [(Role.systemAdministrator, "/staff"), (.auditor, "/audit"), (.communityStaff, "/agencies")])
  func `事例に携わらない役割には、入れる場所だけを示す`(_ role: Role, _ place: String) async throws {
    let world = try await AccessWorld.open()
    let home = try await world.town.signedIn(AccessVisitor.staff(.own, role).signInName).get("/")
    #expect(home.status == 200)
    #expect(home.contains("href=\"\(place)\""))
    for hidden in ["/cases", "/consultations/new", "/referrals", "/search", "自分の番", "書きかけ"] { #expect(!home.contains(hidden), "\(hidden)") }
  }

  @Test func `何もできない役割には、誰に頼むかを示す`() async throws {
    let world = try await AccessWorld.open()
    let home = try await world.town.signedIn(AccessVisitor.staff(.own, .statisticsReader).signInName).get("/")
    #expect(home.contains("いまの役割で使える機能はありません"))
    #expect(home.contains("システム管理者に連絡"))
  }

  @Test func `ホームは一度の読み取りで、監査記録も一つ`() async throws {
    let world = try await AccessWorld.open()
    let counsellor = try await counsellor(world)
    let before = try await world.town.number("SELECT count(*) FROM audit_entry")
    _ = try await counsellor.get("/")
    #expect(try await world.town.number("SELECT count(*) FROM audit_entry") == before + 1)
    #expect(try await world.town.text("SELECT act FROM audit_entry ORDER BY id DESC LIMIT 1") == "seeHome")
  }
}
