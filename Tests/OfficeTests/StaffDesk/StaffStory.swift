import Casework
import Foundation
import HTTPTypes
import Store
import Testing

@testable import Office

/// An administrator looks after accounts.
@Suite struct StaffStory {
  static let good = [
    ("agency", "2"), ("sign_in_name", "shinjin"), ("name", "架空 新人"), ("name_kana", "かくう しんじん"), ("job_title", "主事"),
    ("role", "consultStaff"),
    ("active_from", "R8.11.1"),
  ]

  /// The password between the code tags of a page.
  private func password(_ reply: Reply) throws -> String {
    let start = try #require(reply.text.range(of: "<code>"))
    return String(reply.text[start.upperBound...].prefix { $0 != "<" })
  }

  private func signIn(_ town: Town, _ name: String, _ password: String) async throws -> Reply {
    try await town.stranger().post("/sign-in", [("name", name), ("password", password)])
  }

  private func visitor(_ town: Town, _ reply: Reply) throws -> Visitor {
    let cookie = try #require(reply.headers[.setCookie])
    return Visitor(town: town, token: SessionToken(text: String(cookie.dropFirst("tsunagi=".count).prefix { $0 != ";" })))
  }

  @Test func `登録すると仮パスワードが一度だけ出て、最初のサインインで変えるまで先へ進めない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let issued = try await administrator.post("/staff", Self.good + [("submission", "n1")])
    #expect(issued.status == 200 && issued.headers[.cacheControl] == "no-store")
    let temporary = try password(issued)
    #expect(temporary.count == 14)
    let again = try await administrator.post("/staff", Self.good + [("submission", "n1")])
    #expect(again.status == 303 && !again.contains(temporary))
    #expect(try await town.number("SELECT count(*) FROM staff WHERE sign_in_name = 'shinjin'") == 1)
    #expect(try await !administrator.get(again.location).contains(temporary))

    let entered = try await signIn(town, "shinjin", temporary)
    #expect(entered.status == 303)
    let newcomer = try visitor(town, entered)
    for path in ["/cases", "/agencies", "/drafts"] { #expect(try await newcomer.get(path).location == "/password") }
    let change = [("current", temporary), ("new", "atarashii-kotoba-2026"), ("again", "atarashii-kotoba-2026")]
    #expect(try await newcomer.post("/password", [("current", temporary), ("new", temporary), ("again", temporary)]).status == 422)
    #expect(try await newcomer.post("/password", change).status == 303)
    #expect(try await newcomer.get("/cases").status == 200)
    #expect(try await signIn(town, "shinjin", temporary).status == 422)
  }

  @Test func `仮パスワードを出し直すと、前のパスワードもサインインも使えなくなる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let counsellor = try await town.signedIn("houkatsu")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let temporary = try password(try await administrator.post("/staff/\(id)/password", []))
    #expect(try await counsellor.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await signIn(town, "houkatsu", SampleTownPassword.text).status == 422)
    #expect(try await signIn(town, "houkatsu", temporary).status == 303)
  }

  @Test(arguments: [
    "password12", "password1234", "Password-2026!", "1234567890", "sakura202604", "TSUNAGI12345", "qwertyuiop1", "kanri-kanri",
  ])
  func `よく使われる言葉に数字を足しただけのパスワードは断る`(password: String) throws {
    let problem = try #require(PasswordRule.problem(password, signInName: "kanri"))
    #expect(problem.contains("ください"))
    for good in ["mihon-no-machi-2026", "tadashii-nagai-kotoba", "sakura no shita de 3"] {
      #expect(PasswordRule.problem(good, signInName: "kanri") == nil)
    }
  }

  @Test func `管理者は自分に役割を付けられず、監査や管理の役割はほかの役割と兼ねられない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let own = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'kanri'")
    for role in ["consultStaff", "auditor", "statisticsReader"] {
      let refused = try await administrator.post("/staff/\(own)/roles", [("role", role)])
      #expect(refused.status == 422 && refused.contains("ほかのシステム管理者に設定を依頼"))
    }
    #expect(try await administrator.get("/cases").status == 404)
    for (name, role) in [("kansa", "statisticsReader"), ("kodomo", "auditor"), ("kodomo", "systemAdministrator")] {
      let both = try await administrator.post("/staff/\(try await town.staff(name))/roles", [("role", role)])
      #expect(both.status == 422 && both.contains("兼ねられません"))
    }
    let new = [("agency", "1"), ("sign_in_name", "futatsu"), ("name", "架空 二役"), ("role", "auditor"), ("role", "consultStaff")]
    let appointed = try await administrator.post("/staff", new)
    #expect(appointed.status == 422 && appointed.contains("「監査担当」は、ほかの役割と兼ねられません"))
    await #expect(throws: CommandRefusal.self) {
      _ = try await town.office.addStaff(
        signInName: "futatsu", name: "架空 二役", agency: "1", roles: [.systemAdministrator, .cityStaff], as: "架空 操作")
    }
    #expect(try await town.number("SELECT count(*) FROM staff WHERE sign_in_name = 'futatsu'") == 0)
    let other = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'kodomo'")
    #expect(try await administrator.post("/staff/\(other)/roles", [("role", "outreachStaff"), ("from", "R9.4.1")]).status == 303)
    #expect(try await administrator.get("/staff/\(other)").contains("R9.4.1から"))
  }

  @Test func `最後のシステム管理者は外せず、使えなくもできない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let own = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'kanri'")
    let from = try #require(try await town.text("SELECT from_on FROM staff_role WHERE staff_id = \(own) AND role = 'systemAdministrator'"))
    let ending = [("role", "systemAdministrator"), ("from", from)]
    #expect(try await administrator.post("/staff/\(own)/roles/ending", ending).status == 422)
    let form = try await administrator.get("/staff/\(own)/edit")
    let fields = [
      ("agency", "1"), ("sign_in_name", "kanri"), ("name", "架空 管理"), ("active_from", "R8.4.1"), ("active_until", "R8.12.31"),
      ("version", form.field("version") ?? ""),
    ]
    #expect(try await administrator.post("/staff/\(own)", fields).contains("システム管理者がいなくなる"))
    try await town.secondAdministrator()
    #expect(try await administrator.post("/staff/\(own)/roles/ending", ending + [("last_day", "昨日")]).status == 303)
    #expect(try await administrator.get("/staff").status == 404)
  }

  @Test func `本日付けの停止はその場で効き、いつからかを画面と一覧が言う`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let (one, two) = (try await town.staff("houkatsu"), try await town.staff("kodomo"))
    let open = try await town.signedIn("houkatsu")
    #expect(try await open.get("/cases").status == 200)
    try await town.office.disableStaff(signInName: "houkatsu", as: "架空 操作")
    #expect(try await administrator.get("/staff/\(two)").contains("本日付けで停止する"))
    #expect(try await administrator.post("/staff/\(two)/stopping").status == 303)
    let stopped = try await town.text("SELECT active_until || stopped_at || version FROM staff WHERE id = \(two)")
    #expect(try await administrator.post("/staff/\(two)/stopping").status == 303)
    #expect(try await town.text("SELECT active_until || stopped_at || version FROM staff WHERE id = \(two)") == stopped, "二度目は何も変えない")
    #expect(try await open.get("/cases").location.hasPrefix("/sign-in"))
    let moment = Wording.moment(town.now)
    for (id, name) in [(one, "houkatsu"), (two, "kodomo")] {
      #expect(try await signIn(town, name, SampleTownPassword.text).status == 422)
      let page = try await administrator.get("/staff/\(id)")
      #expect(page.contains("\(moment)に停止（それからは使えません）") && !page.contains("11月20日まで") && !page.contains("本日付けで停止する"))
      #expect(try await administrator.get("/staff/\(id)/edit").contains("\(moment)に停止しました"))
    }
    let list = try await administrator.get("/staff?former=1")
    #expect(list.contains("\(Wording.shortMoment(town.now)) 停止") && !list.contains("R8.11.20まで"))
    let lines = try await town.office.staffLines(withFormer: true, as: "架空 操作")
    #expect(lines.contains { $0.hasPrefix("houkatsu\t") && $0.hasSuffix("\(Wording.shortMoment(town.now))に停止") })
    #expect(try await administrator.post("/staff/\(try await town.staff("kanri"))/stopping").contains("システム管理者がいなくなる"))

    let form = try SentForm(try await administrator.get("/staff/\(one)/edit"), to: "/staff/\(one)")
    #expect(try await administrator.post("/staff/\(one)", form.typing(["active_until": ""]).fields).status == 303)
    #expect(try await signIn(town, "houkatsu", SampleTownPassword.text).status == 303)
    #expect(try await !administrator.get("/staff/\(one)").contains("に停止（"))
  }

  @Test func `役割は最後の日まで使え、次の日から使えない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let from = try #require(try await town.text("SELECT from_on FROM staff_role WHERE staff_id = \(id)"))
    let ending = [("role", "consultStaff"), ("from", from)]
    #expect(try await administrator.post("/staff/\(id)/roles/ending", ending).status == 303)
    #expect(try await town.signedIn("houkatsu").get("/cases").status == 200)
    town.pass(days: 1)
    #expect(try await town.signedIn("houkatsu").get("/cases").status == 404)
    #expect(try await town.number("SELECT count(*) FROM staff_role WHERE staff_id = \(id)") == 1)
  }

  @Test func `異動・退職・すべての端末のサインアウトで、開いている画面はその場で終わる`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let desktop = try await town.signedIn("houkatsu")
    let phone = try await town.signedIn("houkatsu")
    #expect(try await administrator.post("/staff/\(id)/sessions/ending", []).status == 303)
    for browser in [desktop, phone] { #expect(try await browser.get("/cases").location.hasPrefix("/sign-in")) }

    let later = try await town.signedIn("houkatsu")
    let version = try await town.number("SELECT version FROM staff WHERE id = \(id)")
    let fields = [("sign_in_name", "houkatsu"), ("name", "架空 花子"), ("active_from", "R8.4.1")]
    let draft = [("draft_form", "相談受付"), ("draft_path", "/consultations/new"), ("draft_title", "相談受付"), ("concern_text", "東の窓口で聞いた話")]
    #expect(try await later.post("/drafts", draft).status == 303)
    let draftID = try await town.number("SELECT max(id) FROM draft")
    #expect(try await town.signedIn("shougai").post("/drafts/\(draftID)/discard").status == 404, "ほかの人の書きかけは捨てられない")
    #expect(try await town.signedIn("shougai").post("/drafts/999999/discard").status == 404, "あるともないとも言わない")
    #expect(try await town.number("SELECT count(*) FROM draft WHERE staff_id = \(id)") == 1)
    let moved = fields + [("agency", "3"), ("version", "\(version)")]
    #expect(try await administrator.post("/staff/\(id)", moved).status == 303)
    #expect(try await town.number("SELECT count(*) FROM draft WHERE staff_id = \(id)") == 0, "前の機関の書きかけは、移る先へ付いていかない")
    #expect(try await later.get("/cases").location.hasPrefix("/sign-in"))
    let stale = try await administrator.post("/staff/\(id)", fields + [("agency", "2"), ("version", "\(version)")])
    #expect(stale.status == 409 && stale.contains("ほかの人が先に保存しました"))

    let last = try await town.signedIn("houkatsu")
    let left = fields + [("agency", "3"), ("active_until", "昨日"), ("version", "\(version + 1)")]
    #expect(try await administrator.post("/staff/\(id)", left).status == 303)
    #expect(try await last.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await !administrator.get("/staff").contains("架空 花子"))
    #expect(try await administrator.get("/staff?former=1").contains("架空 花子"))
  }

  @Test func `誤りのある入力は残したまま示し、ほかの役割の人には扉がない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let reply = try await administrator.post(
      "/staff", [("name", "<b>"), ("sign_in_name", "全角"), ("agency", "999"), ("active_from", "いつか")])
    #expect(reply.status == 422 && reply.contains("＊サインイン名は3〜40文字") && reply.contains("＊役割を1つ以上") && reply.contains("＊所属する機関"))
    #expect(reply.contains("value=\"いつか\"") && !reply.contains("<b>"))
    let taken = Self.good.map { $0.0 == "sign_in_name" ? ("sign_in_name", "houkatsu") : $0 }
    #expect(try await administrator.post("/staff", taken).contains("ほかの人が使っています"))
    for name in ["houkatsu", "shi", "kansa"] {
      let visitor = try await town.signedIn(name)
      for path in ["/staff", "/staff/new", "/staff/1", "/staff/1/edit"] { #expect(try await visitor.get(path).status == 404) }
      for path in ["/staff", "/staff/1", "/staff/1/roles", "/staff/1/password", "/staff/1/unlocking", "/staff/1/sessions/ending"] {
        #expect(try await visitor.post(path, Self.good).status == 404)
      }
    }
    #expect(try await administrator.get("/staff/999999").status == 404)
    #expect(try await administrator.post("/staff/999999/password", []).status == 404)
  }
}
