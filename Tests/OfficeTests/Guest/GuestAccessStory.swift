import Casework
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// 外部の構成員に開かない扉: wrong codes, foreign numbers, links that were taken back, what a protected person must not show.
@Suite struct GuestAccessStory {
  @Test func `番号を五回間違えるとリンクが止まり、知らないリンクと同じ画面になる`() async throws {
    let world = try await GuestWorld.open()
    var (guest, code) = try await world.invite()
    let wrong = code == "11111111" ? "22222222" : "11111111"
    for _ in 1...4 {
      let reply = try await guest.enter(wrong)
      #expect(reply.status == 422 && reply.contains("番号が違います") && reply.headers[.setCookie] == nil)
    }
    for text in ["", "1234", "abcdefgh"] { #expect(try await guest.enter(text).contains("8けたの数字です")) }
    let unknown = try await GuestBrowser(town: world.town, link: "/guest/\(String(repeating: "0", count: 64))").get()
    #expect(unknown.status == 404)
    let locked = try await guest.enter(wrong)
    #expect(locked.status == 404 && locked.text == unknown.text)
    let right = try await guest.enter(code)
    #expect(right.status == 404 && right.text == unknown.text && right.headers[.setCookie] == nil)
    #expect(try await guest.get().text == unknown.text)
    #expect(try await world.town.number("SELECT count(*) FROM guest_session") == 0)
    #expect(try await world.section.get("/meetings/\(world.meeting)/guests").contains("番号の間違いが続いたため"))
    var (fresh, other) = try await world.invite(at: "/\(try await world.member())")
    #expect(try await fresh.enter(other).status == 303)
  }

  @Test func `同時に何回試しても、五回を超えては数えられない`() async throws {
    let world = try await GuestWorld.open()
    let (guest, code) = try await world.invite()
    let wrong = (1...12).map { "0000000\($0 % 10)" }.filter { $0 != code }
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for attempt in wrong { group.addTask { try await guest.post("/entry", [("code", attempt)]).status } }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 422 } <= 4 && !statuses.contains(303))
    #expect(try await world.town.number("SELECT failures FROM guest_pass") == 5)
  }

  @Test func `取り消したリンクは、入っている人にもその時から開かない`() async throws {
    let world = try await GuestWorld.open()
    let guest = try await world.entered()
    #expect(try await guest.get("/agenda").status == 200)
    let member = try await world.member()
    #expect(try await world.section.post("/meetings/\(world.meeting)/guests/\(member)/revocation").status == 303)
    for path in ["", "/agenda"] { #expect(try await guest.get(path).status == 404) }
    #expect(try await guest.post("/answer", [("words_\(world.item)", "x")]).status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer") == 0)
    let again = try await world.invite(at: "/\(member)")
    #expect(again.guest.link != guest.link)
    #expect(try await guest.get().status == 404)
    #expect(try await world.section.post("/meetings/\(world.meeting)/cancellation", [("words", "架空の大雪")]).status == 303)
    #expect(try await again.guest.get().status == 404)
  }

  @Test func `外部の構成員の入場では、ほかの議題も、ほかの会議も、職員のどの扉も開かない`() async throws {
    let world = try await GuestWorld.open()
    var guest = try await world.entered()
    let foreign = try await world.section.post(
      "/meetings/\(world.meeting)/items/\(world.foreign)/papers", [("kind", "text"), ("title", "架空"), ("words", GuestWorld.canary)])
    #expect(foreign.status == 303)
    let paper = try await world.town.number("SELECT max(id) FROM meeting_paper")
    let missing = try await guest.get("/papers/\(paper)")
    let absent = try await guest.get("/papers/999999")
    #expect(missing.status == 404 && missing.text == absent.text)
    let answer = try await guest.post("/answer", [("words_\(world.foreign)", GuestWorld.canary), ("answer_\(world.foreign)", "agrees")])
    #expect(answer.status == 422)
    #expect(try await world.town.number("SELECT count(*) FROM guest_answer WHERE item_id = \(world.foreign)") == 0)
    for door in world.town.catalogue where door.hasPrefix("GET ") && !door.hasSuffix("(open)") && !door.contains("guest.") {
      let path = door.split(separator: " ")[1].split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
      let reply = try await guest.get("//\(path)")
      #expect(reply.status == 303 && reply.location.hasPrefix("/sign-in"), "\(door) \(reply.status)")
    }
    // A second link in the same browser asks for its own code.
    let second = try await world.invite(["name": "架空 医師", "position": "見本病院"])
    guest = GuestBrowser(town: world.town, link: second.guest.link, cookie: guest.cookie)
    #expect(try await guest.get("/agenda").location == guest.link)
    #expect(try await guest.post("/answer", [("reply", "comes")]).status == 422)
    // The session of staff opens no guest door either.
    let staff = GuestBrowser(town: world.town, link: second.guest.link, staff: world.section.token)
    #expect(try await staff.get("/agenda").location == staff.link)
  }

  @Test func `守られた人の住所と連絡先は、外部の構成員には一字も出ず、ファイルも渡らない`() async throws {
    let world = try await GuestWorld.open()
    let file = world.world.world.caseFile
    let path = "/meetings/\(world.meeting)/items/\(world.item)"
    let words = "架空ハルさんは見本市架空町1-2に住む。"
    #expect(try await world.section.post("\(path)/papers", [("kind", "text"), ("title", "架空"), ("words", words)]).status == 303)
    let upload = try await world.section.upload("\(path)/papers", [("kind", "file")], file: ("file", "架空.pdf", Array("%PDF-1.7".utf8)))
    #expect(upload.status == 303)
    let guest = try await world.entered()
    let before = try await guest.get("/agenda")
    let link = try #require(before.text.firstMatch(of: /href="(\/guest\/[0-9a-f]+)(\/papers\/[0-9]+)"/)).2
    #expect(before.contains("見本市架空町1-2"))
    #expect(try await guest.get(String(link)).status == 200)
    try await world.town.office.database.write { writing in
      try writing.run(
        """
        INSERT INTO protection (resident_id, kind, level, basis, from_on, staff_id, agency_id, registered_at)
        SELECT c.resident_id, 'partnerViolence', 'contacts', '架空の申出', '2026-11-01', 1, 1, 0 FROM case_file c WHERE c.id = \(file)
        """)
    }
    let after = try await guest.get("/agenda")
    #expect(after.status == 200 && !after.contains("架空町") && after.contains(PersonSight.mask) && !after.contains("架空.pdf"))
    #expect(try await guest.get(String(link)).status == 404)
  }

  @Test func `招けるのは、招集した会議を開く機関だけで、断る理由と次の手を言う`() async throws {
    let early = try await GuestWorld.open(invites: false)
    let planned = try await early.section.post("/meetings/\(early.meeting)/guests", early.inviting())
    #expect(planned.status == 422 && planned.contains("先に会議の画面で「招集する」") && planned.contains("学校での様子"))
    let world = try await GuestWorld.open()
    let path = "/meetings/\(world.meeting)/guests"
    for (change, words) in [
      (["item": ""], "見せる議題が選ばれていません"), (["until": "R9.12.1"], "期限が長すぎます"), (["until": "R8.11.1"], "過ぎた日"), (["until": "いつか"], "いつか"),
      (["name": "", "position": ""], "招く方が書かれていません"),
    ] {
      let reply = try await world.section.post(path, world.inviting(change))
      #expect(reply.status == 422 && reply.contains(words), "\(words)")
    }
    let multi = try await world.world.member(world.meeting, ReferralWorld.multi)
    #expect(try await world.section.post("\(path)/\(multi)", world.inviting()).status == 404)
    #expect(try await world.town.number("SELECT count(*) FROM guest_pass") == 0)
    _ = try await world.invite()
    let member = try await world.member()
    for name in ["takikan", "houkatsu", "kodomo", "kanri", "kansa"] {
      let other = try await world.world.world.signedIn(name)
      for door in ["", "/\(member)"] {
        #expect(try await other.get(path + door).status == 404, "\(name) \(door)")
        #expect(try await other.post(path + door, world.inviting()).status == 404, "\(name) \(door)")
      }
      #expect(try await other.post("\(path)/\(member)/revocation").status == 404)
      #expect(try await other.post("\(path)/\(member)/record", [("way", "fax")]).status == 404)
    }
  }

  @Test func `電話やFAXの回答は一つの様式で代わりに記録でき、持回りでは出席に当たる`() async throws {
    let world = try await GuestWorld.open(mode: "written")
    _ = try await world.invite()
    let path = "/meetings/\(world.meeting)/guests/\(try await world.member())"
    let fields = [("reply", "written"), ("pledged", "1"), ("answer_\(world.item)", "comments"), ("words_\(world.item)", "架空の電話の内容")]
    let bare = try await world.section.post("\(path)/record", fields)
    #expect(bare.status == 422 && bare.contains("届いた方法が選ばれていません") && bare.contains("架空の電話の内容"))
    #expect(try await world.town.number("SELECT count(*) FROM meeting_pledge WHERE member_id IS NOT NULL") == 0)
    #expect(try await world.section.post("\(path)/record", fields + [("way", "phone")]).location == path)
    #expect(try await world.town.text("SELECT way FROM guest_answer") == "phone")
    #expect(try await world.section.get(path).contains("守秘の確認：確認済み"))
    let item = try await world.section.get("/meetings/\(world.meeting)/items/\(world.item)")
    #expect(item.contains("架空の電話の内容") && item.contains("代わりに記録"))
    #expect(try await world.section.post("/meetings/\(world.meeting)/attendance", [("chair", "架空")]).status == 303)
    #expect(try await world.town.number("SELECT attended FROM meeting_member WHERE name = '架空 先生'") == 1)
  }
}
