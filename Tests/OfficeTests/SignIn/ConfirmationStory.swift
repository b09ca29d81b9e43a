import Casework
import Foundation
import HTTPTypes
import SampleTown
import Store
import Testing

@testable import Office

/// 本人の再確認: sensitive acts ask again who sits there.
@Suite struct ConfirmationStory {
  /// A town with one more door, behind which what was sent comes back as it arrived.
  private func town(_ adjust: (inout OfficeSettings) -> Void = { _ in }) async throws -> Town {
    try await Town.open(
      adjust,
      furnish: { doors in
        doors.act("/try/:id", .setSecondFactor) { visit in
          let said = visit.form.pairs.filter { $0.name != "csrf" }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
          return .plain(try await visit.write { _ in said + visit.form.files.map(\.name).joined() })
        }
        doors.page("/try/export", .exportAudit) { visit in .plain(try await visit.read { _ in visit.query["act"] }) }
        doors.page("/try/look", .exportAudit) { visit in .plain(try await visit.read { _ in "架空" }) }
      })
  }

  private let typed = [("reason", "消えては困る<文>"), ("day", "R8.11.21"), ("who", "1"), ("who", "2"), ("submission", "s1")]
  private let asSent = "reason=消えては困る<文>&day=R8.11.21&who=1&who=2&submission=s1"

  @Test func `確かめてから10分たつと、大切な操作の前にもう一度たずね、送った内容のまま続く`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("houkatsu", provenMinutesAgo: 10)
    let asked = try await visitor.post("/try/7", typed)
    #expect(asked.status == 422 && asked.contains("<h1>本人の確認</h1>") && asked.contains("そのまま続きます"))
    #expect(!asked.contains(IdentityProof.codeField))
    let form = try SentForm(asked, to: "/try/7")
    let wrong = try await visitor.post("/try/7", form.typing(["confirm.password": "chigau-kotoba"]).fields)
    #expect(wrong.status == 422 && wrong.contains("パスワードが違います") && !wrong.contains("chigau-kotoba"))
    let again = try SentForm(wrong, to: "/try/7").typing(["confirm.password": SampleTown.password])
    let done = try await visitor.post("/try/7", again.fields)
    #expect(done.status == 200 && done.text == asSent)
    #expect(try await visitor.post("/try/7", typed).text == asSent)
  }

  @Test func `10分たたないうちはたずねない。あいだの分数は設定で変わる`() async throws {
    let town = try await town()
    #expect(try await town.signedIn("houkatsu", provenMinutesAgo: 9).post("/try/7", typed).text == asSent)
    let strict = try await self.town { $0.entrance.confirmMinutes = 1 }
    #expect(try await strict.signedIn("houkatsu", provenMinutesAgo: 1).post("/try/7", typed).status == 422)
    let fresh = try #require(try await town.enter("houkatsu").visitor(town))
    #expect(try await fresh.post("/try/7", typed).text == asSent)
    town.pass(minutes: 10)
    #expect(try await fresh.post("/try/7", typed).status == 422)
  }

  @Test func `確認コードのある人には、コードもたずねる`() async throws {
    let town = try await town()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let visitor = try #require(
      try await town.enter(code: phone.shown(), after: town.enter("houkatsu")).visitor(town))
    town.pass(minutes: 11)
    let form = try SentForm(try await visitor.post("/try/7", typed), to: "/try/7").typing(["confirm.password": SampleTown.password])
    #expect(form.fields.contains { $0.0 == "confirm.code" })
    let without = try await visitor.post("/try/7", form.fields)
    #expect(without.status == 422 && without.contains("確認コードが違います"))
    #expect(try await visitor.post("/try/7", form.typing(["confirm.code": phone.shown()]).fields).text == asSent)
    #expect(try await town.number("SELECT failed_attempts FROM staff WHERE sign_in_name = 'houkatsu'") == 0)
  }

  @Test func `ここでの間違いも、サインインの間違いと合わせて数える`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("houkatsu", provenMinutesAgo: 11)
    for _ in 0..<3 { _ = try await town.enter("houkatsu", "chigau-kotoba") }
    for _ in 0..<2 { #expect(try await visitor.post("/try/7", typed + [("confirm.password", "x")]).status == 422) }
    let locked = try await visitor.post("/try/7", typed + [("confirm.password", SampleTown.password)])
    #expect(locked.status == 422 && locked.contains("約1分後") && locked.contains("value=\"消えては困る&lt;文&gt;\""))
    #expect(try await town.enter("houkatsu").contains("約1分後"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'confirmIdentity' AND outcome = 'denied'") == 2)
  }

  @Test func `添付ファイルは一緒に送れないことを、名前を挙げて知らせる`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("houkatsu", provenMinutesAgo: 11)
    let asked = try await visitor.upload("/try/7", [("reason", "架空")], file: ("file", "架空の同意書.pdf", Array("%PDF".utf8)))
    #expect(asked.status == 422 && asked.contains("架空の同意書.pdf") && asked.contains("続けたあとで選び直してください"))
    #expect(asked.field("reason") == "架空")
  }

  @Test func `サインアウトされていたときも、パスワードは画面に残らない`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("houkatsu", provenMinutesAgo: 11)
    town.pass(minutes: 31)
    let reply = try await visitor.post("/try/7", typed + [("confirm.password", "himitsu-no-kotoba")])
    #expect(
      reply.status == 422 && reply.contains("held.reason") && !reply.contains("himitsu-no-kotoba") && !reply.contains("confirm.password"))
  }

  @Test func `出力は、確かめたあとに、選んだ条件のまま出る`() async throws {
    let town = try await town()
    let auditor = try await town.signedIn("kansa", provenMinutesAgo: 11)
    let asked = try await auditor.get("/try/export?act=search&outcome=done")
    #expect(asked.status == 303)
    let page = try await auditor.get(asked.location)
    #expect(page.status == 200 && page.contains("<h1>本人の確認</h1>"))
    let form = try SentForm(page, to: "/confirmation").typing(["confirm.password": SampleTown.password])
    let went = try await auditor.post("/confirmation", form.fields)
    #expect(went.status == 303 && went.location == "/try/export?act=search&outcome=done")
    #expect(try await auditor.get(went.location).text == "search")
    #expect(try await town.signedIn("kansa", provenMinutesAgo: 11).get("/try/look").status == 200)
  }

  @Test func `確かめる画面は、よそのサイトへも、答えずにも先へ進まない`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("kansa", provenMinutesAgo: 11)
    let silent = try await visitor.post("/confirmation", [("next", "/audit/export")])
    #expect(silent.status == 422)
    let wrong = try await visitor.post("/confirmation", [("next", "/audit/export"), ("confirm.password", "chigau")])
    #expect(wrong.status == 422 && wrong.field("next") == "/audit/export")
    let away = try await visitor.post("/confirmation", [("next", "//example.com/"), ("confirm.password", SampleTown.password)])
    #expect(away.location == "/")
  }

  @Test func `権限のない人には、確かめる画面も出ない`() async throws {
    let town = try await town()
    let visitor = try await town.signedIn("houkatsu", provenMinutesAgo: 11)
    #expect(try await visitor.get("/try/export").status == 404)
    #expect(try await town.stranger().post("/try/7", typed).status == 422)
  }

  @Test func `よそのサイトが送らせた入力は、どの「途中の画面」にも預からない`() async throws {
    let town = try await town()
    let stale = try await town.signedIn("houkatsu", provenMinutesAgo: 11)
    let needy = try await self.town { $0.entrance.secondFactorRoles = [.consultStaff] }
    for visitor in [stale, try await needy.signedIn("houkatsu")] {
      let forged = try await visitor.post("/try/7", typed, csrf: "forged")
      #expect(forged.status == 422 && forged.contains("もう一度送信してください") && !forged.contains("消えては困る"))
      let cross = try await visitor.post("/try/7", typed, headers: [.known("Sec-Fetch-Site"): "cross-site"])
      #expect(cross.status == 422 && cross.contains("もう一度送信してください") && !cross.contains("消えては困る"))
    }
    let cross = try await town.stranger().post("/try/7", typed, headers: [.known("Sec-Fetch-Site"): "cross-site"])
    #expect(cross.location.hasPrefix("/sign-in") && !cross.contains("消えては困る"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE detail = 'form token'") == 2)
  }

  /// Whatever slice a sensitive door belongs to, the question comes before anything else happens.
  @Test func `大切な操作の扉は、どれも古い確かめでは開かない`() async throws {
    let town = try await Town.open()
    let names = ["houkatsu", "kakari", "takikan", "shi", "kanri", "kansa"]
    let roles: [String: Set<Role>] = [
      "houkatsu": [.consultStaff], "kakari": [.consultStaff, .sectionSupervisor], "takikan": [.multiCoordinator], "shi": [.cityStaff],
      "kanri": [.systemAdministrator], "kansa": [.auditor],
    ]
    var tried = 0
    for door in AccessWalk.doors(town.catalogue) where door.method == "POST" {
      guard let act = Act(rawValue: door.act), act.needsConfirmation,
        let name = names.first(where: { !act.roles.isDisjoint(with: roles[$0] ?? []) })
      else { continue }
      let path = "/" + door.path.split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
      let reply = try await town.signedIn(name, provenMinutesAgo: 11).post(path, [("reason", "架空")])
      #expect(reply.status == 422 && reply.contains("<h1>本人の確認</h1>"), "\(door.line)")
      tried += 1
    }
    #expect(tried >= 3)
  }
}
