import Casework
import Municipalities
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 議題ごとの根拠: each item says why it is seen and which secrecy holds; those that rest on consent close with it.
@Suite struct MeetingBasisStory {
  @Test func `同意が取り消されると、同意を根拠にする議題だけが、構成員にその時から見えなくなる`() async throws {
    let world = try await MeetingWorld.open()
    let number = try await world.town.text("SELECT number FROM case_file WHERE id = \(world.world.caseFile)") ?? ""
    let meeting = try await world.coordinator.post("/meetings", MeetingWorld.form("case")).number
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items", [("case_number", number)]).status == 303)
    let other = try await world.another(1)
    let second = try await world.coordinator.post("/meetings/\(meeting)/items", [("case", "\(other):"), ("basis", "childProtection")])
    #expect(second.status == 303)
    let (consented, lawful) = (try await world.item(meeting, 1), try await world.item(meeting, 2))
    let east = try await world.world.agency(MeetingWorld.east)
    let called = [("agency", "\(east)"), ("item", "\(consented)"), ("item", "\(lawful)")]
    #expect(try await world.coordinator.post("/meetings/\(meeting)/members", called).status == 303)
    try await world.invite(meeting)
    let member = try await world.world.signedIn("houkatsu")
    let page = try await member.get("/meetings/\(meeting)/items/\(consented)")
    #expect(page.contains("同意が取り消されると、その時から見られなくなります") && page.contains("地方公務員法"))
    let lawPage = try await member.get("/meetings/\(meeting)/items/\(lawful)")
    #expect(lawPage.contains("要保護児童対策地域協議会の構成員として") && lawPage.contains("児童福祉法の守秘の義務"))
    let file = world.world.caseFile
    try await world.world.at("takikan", .recordConsent) { desk in
      let opened = try desk.openConsents(of: file)
      try ConsentRecords.add(desk, opened, .withdrawn, member: nil, on: desk.today, words: "架空")
    }
    #expect(try await member.get("/meetings/\(meeting)/items/\(consented)").status == 404)
    #expect(try await member.get("/meetings/\(meeting)/items/\(lawful)").status == 200)
  }

  @Test func `ほかの法律の会議体では、その法律が議題のふつうの根拠になる`() async throws {
    let bodies = try Municipalities.profile(named: "sample").meetingBodies
    let named = Set(bodies.compactMap(\.basis))
    #expect(named == Set(MeetingLegalBasis.allCases).subtracting([.supportMeeting]))
    let world = try await MeetingWorld.open()
    let number = try await world.town.text("SELECT number FROM case_file WHERE id = \(world.world.caseFile)") ?? ""
    let meeting = try await world.coordinator.post("/meetings", MeetingWorld.form("care")).number
    #expect(try await world.coordinator.get("/meetings/\(meeting)").contains("選ばないときは「介護保険法115条の48（地域ケア会議）」"))
    #expect(try await world.coordinator.post("/meetings/\(meeting)/items", [("case_number", number)]).status == 303)
    #expect(try await world.town.text("SELECT legal_basis FROM meeting_item WHERE meeting_id = \(meeting)") == "communityCare")
  }

  @Test func `同意を根拠にする議題に外部の方を招けるのは、同意が支援チーム全体に及ぶときだけで、取消しで閉じる`() async throws {
    let world = try await MeetingWorld.open()
    let meeting = try await world.convene()
    let item = try await world.item(meeting)
    try await world.invite(meeting)
    let file = world.world.caseFile
    let form = [("position", "見本病院 医師"), ("name", "架空 医師"), ("item", "\(item)")]
    let reply = try await world.coordinator.post("/meetings/\(meeting)/guests", form)
    #expect(reply.status == 200)
    let link = try #require(reply.text.firstMatch(of: /(\/guest\/[0-9a-f]{64})/)).1
    let code = try #require(reply.text.firstMatch(of: /<strong>([0-9]{4}) ([0-9]{4})<\/strong>/))
    var guest = GuestBrowser(town: world.town, link: String(link))
    _ = try await guest.enter(String(code.1 + code.2))
    let page = try await guest.get("/agenda")
    #expect(page.contains("架空の長期目標") && page.contains("本人が関係機関との共有に同意し"))
    try await world.world.at("takikan", .recordConsent) { desk in
      try ConsentRecords.add(desk, try desk.openConsents(of: file), .withdrawn, member: nil, on: desk.today, words: "架空")
    }
    let after = try await guest.get("/agenda")
    #expect(after.status == 200 && !after.contains("架空の長期目標") && !after.contains("架空 ハル"))
    let again = try await world.coordinator.post("/meetings/\(meeting)/guests", form)
    #expect(again.status == 422 && again.contains("外部の方との共有に及んでいません"))
  }
}
