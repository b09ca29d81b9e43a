import Casework
import Foundation
import Store
import Testing

@testable import Office

/// 多機関協働の画面: from the request to the first steps, and what the page says on the way.
struct CoordinationStory {
  @Test func `コーディネーターのホームでは、依頼は一行だけで、受け付ける画面へ行く`() async throws {
    let world = try await CoordinationWorld.open(accepted: false)
    let coordinator = try await world.signedIn("takikan")
    let home = try await coordinator.get("/")
    let number = try #require(try await world.town.text("SELECT number FROM referral WHERE id = \(world.referralID)"))
    #expect(home.text.components(separatedBy: "架空 ハルさん</a>").count == 3, "自分の番と最近の事例に一度ずつ")
    #expect(try home.card("mine").contains("<a href=\"/coordinations/\(world.id)\">\(number)"))
    #expect(try home.card("mine").contains("多機関協働への新しい依頼"))
    #expect(!home.contains("href=\"/referrals/\(world.referralID)\"") && !home.contains("id=\"ahead\""))
    #expect(try await coordinator.get("/coordinations/\(world.id)").contains("受け付ける"))
    world.town.pass(days: 30)
    let late = try await world.signedIn("takikan").get("/")
    #expect(try late.card("overdue").contains("/coordinations/\(world.id)\"") && !late.contains("href=\"/referrals/\(world.referralID)\""))
    let sender = try await world.signedIn("houkatsu").get("/")
    #expect(try sender.card("theirs").contains("href=\"/referrals/\(world.referralID)\""))
  }

  @Test func `つなぎの依頼は、コーディネーターの一覧に新しい依頼として届く`() async throws {
    let world = try await CoordinationWorld.open(accepted: false)
    let board = try await world.signedIn("takikan").get("/coordinations")
    #expect(board.status == 200)
    #expect(board.contains("架空 ハルさん") && board.contains("新しい依頼") && board.contains("自分の番"))
    #expect(try await world.stage() == "requested")
  }

  @Test func `受け付けると担当が決まり、つなぎ元の窓口は多機関協働と支える段階になる`() async throws {
    let world = try await CoordinationWorld.open(accepted: false)
    let coordinator = try await world.signedIn("takikan")
    let page = try await coordinator.get("/coordinations/\(world.id)/acceptance")
    #expect(page.contains("多機関協働につなぐ目安"))
    let reply = try await coordinator.post(
      "/coordinations/\(world.id)/acceptance",
      [("version", "\(try await world.version())"), ("route", "atReception"), ("words", "架空 結が担当します。")])
    #expect(reply.status == 303 && reply.location == "/coordinations/\(world.id)")
    #expect(try await world.stage() == "accepted")
    #expect(try await world.referral.stage(world.referralID) == "accepted")
    #expect(try await world.referral.caseStage() == ConsultationStage.supportingMulti.rawValue)
    let after = try await coordinator.get(reply.location)
    #expect(after.contains("架空 結") && after.contains("受付の時点で明らかに複雑・複合している"))
    #expect(after.contains("有効な本人同意") && after.contains("/cases/\(world.referral.caseFile)/consents"))
  }

  @Test func `同意がないのに利用申込を受けようとすると、何が足りないかを言って断る`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let page = try await coordinator.get("/coordinations/\(world.id)")
    #expect(!page.contains("action=\"/coordinations/\(world.id)/application\""), "足りないうちは釦を出さない")
    let reply = try await coordinator.post("/coordinations/\(world.id)/application")
    #expect(reply.status == 422 && reply.contains("有効な本人同意") && reply.contains("本人の同意を記録してください。"))
    #expect(try await world.stage() == "accepted")
  }

  @Test func `つなぎ元に戻すには協議の記録が要り、戻した助言と体制はつなぎ元にも残る`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/hand-back"
    let bare = try await coordinator.post(path, [("reason_code", "A1"), ("words", "通常の連携で足ります。")])
    #expect(bare.status == 422 && bare.contains("協議") && bare.contains("通常の連携で足ります。"))
    let reply = try await coordinator.post(
      path, ReferralWorld.handBack + [("advice", "架空の助言"), ("joint_set_up", "架空の体制")])
    #expect(reply.status == 303)
    #expect(try await world.stage() == "returned")
    #expect(try await world.referral.stage(world.referralID) == "returned")
    #expect(try await world.referral.caseStage() == ConsultationStage.ongoing.rawValue)
    let sender = try await world.signedIn("houkatsu").get("/coordinations/\(world.id)")
    #expect(sender.contains("架空の助言") && sender.contains("架空の体制") && sender.contains("つなぎ元に戻しました"))
    #expect(try await coordinator.get("/coordinations/\(world.id)").status == 404, "戻した機関には、もう見えない")
  }

  @Test func `同意のない事例は、理由を残して支援会議だけの道に入り、同意が得られれば入力し直さずに進む`() async throws {
    let world = try await CoordinationWorld.open(agrees: false)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/pre-consent"
    #expect(try await coordinator.post(path).status == 422)
    let reply = try await coordinator.post(path, [("no_consent_reason", "01"), ("words", "まだ会えていない。")])
    #expect(reply.status == 303)
    #expect(try await world.stage() == "preConsent")
    let page = try await coordinator.get("/coordinations/\(world.id)")
    #expect(page.contains("同意なしで支援会議に諮ることにしました") && page.contains("まだ会えていない。"))
    try await world.giveConsent()
    try await world.move(.apply)
    #expect(try await world.stage() == "applied")
  }

  @Test func `死亡や転出は、区分と日と事情を残して終わる`() async throws {
    let world = try await CoordinationWorld.open()
    try await world.carry(to: .inSupport)
    let coordinator = try await world.signedIn("takikan")
    let path = "/coordinations/\(world.id)/ending"
    let bare = try await coordinator.post(path, [("words", "市外へ移った。")])
    #expect(bare.status == 422 && bare.contains("終了した日が入っていません"))
    let reply = try await coordinator.post(path, [("exit", "movedOut"), ("on_day", "R8.11.20"), ("words", "市外へ移った。")])
    #expect(reply.status == 303)
    let page = try await coordinator.get(reply.location)
    #expect(page.contains("転出") && page.contains("市外へ移った。") && page.contains("令和8年11月20日"))
  }

  @Test func `ほかの人が先に進めていれば、入力した内容を残して知らせる`() async throws {
    let world = try await CoordinationWorld.open()
    let reply = try await world.signedIn("takikan").post(
      "/coordinations/\(world.id)/ending", [("version", "0"), ("exit", "death"), ("on_day", "R8.11.20"), ("words", "架空の事情")])
    #expect(reply.status == 409 && reply.contains("ほかの人が先に操作しました") && reply.contains("架空の事情"))
    #expect(try await world.stage() == "accepted")
  }

  @Test func `担当は同じ機関の職員に替えられ、ほかの機関の職員には替えられない`() async throws {
    let world = try await CoordinationWorld.open()
    let coordinator = try await world.signedIn("takikan")
    let other = try await world.staff("houkatsu")
    #expect(try await coordinator.post("/coordinations/\(world.id)/charge", [("coordinator", "\(other)")]).status == 422)
    let own = try await world.staff("takikan")
    #expect(try await coordinator.post("/coordinations/\(world.id)/charge", [("coordinator", "\(own)")]).status == 303)
  }

  @Test func `生活保護世帯では、保護の実施機関がチームに加わると画面に出る`() async throws {
    let world = try await CoordinationWorld.open()
    let agency = try await world.at("takikan", .moveCoordination) { desk in
      Int(try desk.writing.insert("INSERT INTO agency (name, kind) VALUES ('架空福祉事務所', '01')"))
    }
    let coordinator = try await world.signedIn("takikan")
    #expect(try await coordinator.get("/coordinations/\(world.id)/description").contains("架空福祉事務所"))
    let reply = try await coordinator.post(
      "/coordinations/\(world.id)/description", [("route", "fromFieldMeetings"), ("public_assistance", "\(agency)")])
    #expect(reply.status == 303)
    #expect(try await coordinator.get(reply.location).contains("生活保護世帯。支援の中心として加わります"))
  }
}
