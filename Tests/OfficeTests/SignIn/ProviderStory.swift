import Casework
import Foundation
import HTTPTypes
import SampleTown
import Store
import Synchronization
import Testing

@testable import Office

/// 認証基盤でのサインイン, against a provider that may lie.
@Suite struct ProviderStory {
  private struct World {
    let provider: FakeProvider
    let town: Town
  }

  private func world(_ adjust: (inout OfficeSettings) -> Void = { _ in }) async throws -> World {
    let provider = try await FakeProvider.started(now: SampleTown.firstMorning)
    let town = try await Town.open {
      provider.adjust(&$0)
      adjust(&$0)
    }
    return World(provider: provider, town: town)
  }

  /// The cookie that a browser takes along.
  private func errand(_ reply: Reply) -> String {
    let cookie = reply.headers[values: .setCookie].first { $0.hasPrefix("tsunagi-provider=") } ?? ""
    return String(cookie.prefix { $0 != ";" })
  }

  /// Out to the provider and back.
  private func round(_ world: World, query: String = "next=%2Fcases", from browser: Visitor? = nil) async throws -> Reply {
    var browser = browser ?? world.town.stranger()
    let out = try await browser.get("/sign-in/provider?\(query)")
    let (code, state, _) = try world.provider.authorize(out.location)
    browser.headers[.cookie] = errand(out)
    return try await browser.get("/sign-in/provider/return?code=\(code)&state=\(state)")
  }

  private func lastDetail(_ town: Town) async throws -> String? {
    try await town.text("SELECT detail FROM audit_entry WHERE act = 'signIn' ORDER BY id DESC LIMIT 1")
  }

  @Test func `認証基盤で確かめた人は、サインイン名の合う職員として入る`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    #expect(try await world.town.stranger().get("/sign-in").contains("庁内の認証基盤でサインインする"))
    let reply = try await round(world)
    #expect(reply.status == 303 && reply.location == "/cases", "\(reply.text)")
    let visitor = try #require(reply.visitor(world.town))
    #expect(try await visitor.get("/cases").contains("架空 花子"))
    #expect(try await lastDetail(world.town) == "provider")
    #expect(try await visitor.get("/sessions").contains("<td>認証基盤</td>"))
    #expect(reply.headers[values: .setCookie].contains { $0.hasPrefix("tsunagi-provider=;") && $0.contains("Max-Age=0") })
  }

  @Test func `行きの要求は、使い捨ての値と検証の値を持ち、毎回違う`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    let outs = [try await world.town.stranger().get("/sign-in/provider"), try await world.town.stranger().get("/sign-in/provider")]
    let fields = try outs.map { try world.provider.authorize($0.location).fields }
    for field in fields {
      #expect(field["response_type"] == "code" && field["client_id"] == FakeProvider.clientID && field["code_challenge_method"] == "S256")
      #expect(field["redirect_uri"] == "https://tsunagi.example.lg.jp/sign-in/provider/return")
      #expect(field["scope"].hasPrefix("openid"))
    }
    for name in ["state", "nonce", "code_challenge"] { #expect(fields[0][name] != fields[1][name] && fields[0][name].count >= 43) }
    let cookie = outs[0].headers[.setCookie] ?? ""
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=600"))
    #expect(!cookie.contains(fields[0]["state"]) && !cookie.contains(fields[0]["nonce"]))
  }

  @Test func `RS256でもES256でも、鍵が公開されていれば通る`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    for (algorithm, key) in [("RS256", "rsa1" as String?), ("ES256", "ec1"), ("RS256", nil)] {
      world.provider.word.withLock {
        $0.algorithm = algorithm
        $0.keyName = key
      }
      #expect(try await round(world).status == 303, "\(algorithm)")
    }
    #expect(world.provider.word.withLock { $0.keyReads } == 1)
  }

  @Test func `偽りのあるIDトークンでは入れず、理由は監査記録にだけ残る`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    let honest = world.provider.word.withLock { $0 }
    for (reason, lie) in FakeProvider.lies {
      world.provider.word.withLock {
        let now = $0.now
        $0 = honest
        $0.now = now
        lie(&$0)
      }
      let reply = try await round(world)
      #expect(reply.status == 422 && reply.visitor(world.town) == nil, "\(reason)")
      #expect(try await lastDetail(world.town) == "provider: \(reason)")
      world.town.pass(minutes: 1)
      world.provider.word.withLock { $0.now = world.town.now }
    }
    #expect(try await world.town.number("SELECT count(*) FROM session") == 0)
    #expect(try await world.town.number("SELECT count(*) FROM staff WHERE sign_in_name = 'inai'") == 0)
  }

  @Test func `戻りの値がよそで作られたもの、古いもの、二度目のものでは入れない`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    var browser = world.town.stranger()
    let out = try await browser.get("/sign-in/provider")
    let (code, state, _) = try world.provider.authorize(out.location)
    let path = "/sign-in/provider/return?code=\(code)&state=\(state)"
    // Somebody else's browser, sent to our address with a code that is not its own.
    #expect(try await browser.get(path).status == 422)
    browser.headers[.cookie] = errand(try await browser.get("/sign-in/provider"))
    #expect(try await browser.get(path).status == 422)
    #expect(try await lastDetail(world.town) == "provider: state")
    browser.headers[.cookie] = errand(out)
    #expect(try await browser.get("/sign-in/provider/return?error=access_denied&state=\(state)").status == 422)
    #expect(try await browser.get(path).status == 303)
    #expect(try await browser.get(path).status == 422)
    #expect(try await lastDetail(world.town) == "provider: token 400")
    let slow = try await world.town.stranger().get("/sign-in/provider")
    let late = try world.provider.authorize(slow.location)
    browser.headers[.cookie] = errand(slow)
    world.town.pass(minutes: 11)
    #expect(try await browser.get("/sign-in/provider/return?code=\(late.code)&state=\(late.state)").status == 422)
    #expect(try await lastDetail(world.town) == "provider: errand")
  }

  @Test func `確認コードのある人には、認証基盤のあとにもたずねる。認証基盤がたずねていれば、たずねない`() async throws {
    let world = try await world { $0.entrance.secondFactorRoles = [.consultStaff] }
    defer { world.provider.stop() }
    let unset = try #require(try await round(world).visitor(world.town))
    #expect(try await unset.get("/cases").location == "/second-factor")
    let phone = try await Phone.setUp(unset)
    world.provider.word.withLock { $0.now = world.town.now }
    let asked = try await round(world)
    #expect(asked.status == 200 && asked.visitor(world.town) == nil && asked.contains("確認コード"))
    let entered = try await world.town.enter(code: phone.shown(), after: asked)
    #expect(try await entered.visitor(world.town)?.get("/cases").status == 200)
    #expect(try await lastDetail(world.town) == "provider code")
    world.provider.word.withLock { $0.claims["amr"] = "[\"pwd\", \"mfa\"]" }
    #expect(try await round(world).visitor(world.town)?.get("/cases").status == 200)
  }

  @Test func `パスワードを管理者だけに限ると、ほかの人は正しいパスワードでも入れない`() async throws {
    let world = try await world { $0.entrance.isLocalForAdministratorsOnly = true }
    defer { world.provider.stop() }
    let refused = try await world.town.enter("houkatsu")
    #expect(refused.status == 422 && refused.contains("この方法ではサインインできません") && refused.visitor(world.town) == nil)
    #expect(try await world.town.enter("kanri").status == 303)
    #expect(try await round(world).status == 303)
  }

  @Test func `サインイン名は、決めた項目と、決めたドメインから取る`() async throws {
    let world = try await world {
      $0.entrance.provider.claim = "email"
      $0.entrance.provider.domain = "city.example.lg.jp"
    }
    defer { world.provider.stop() }
    for (mail, verified, isIn) in [
      ("houkatsu@city.example.lg.jp", "true", true), ("houkatsu@CITY.example.lg.jp", "", true), ("houkatsu@evil.example", "true", false),
      ("houkatsu", "true", false), ("houkatsu@city.example.lg.jp", "false", false), ("houkatsu@evil.city.example.lg.jp", "true", false),
    ] {
      world.provider.word.withLock { $0.claims = ["email": "\"\(mail)\"", "email_verified": verified] }
      #expect(try await (round(world).status == 303) == isIn, "\(mail)")
    }
  }

  @Test func `認証基盤で入った人の再確認は、認証基盤で行い、送った内容は残る`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    let visitor = try #require(try await round(world).visitor(world.town))
    world.town.pass(minutes: 11)
    let now = world.town.now
    world.provider.word.withLock { $0.now = now }
    let asked = try await visitor.post("/second-factor/recovery-codes", [("reason", "消えては困る文")])
    #expect(asked.status == 422 && asked.contains("もう一度サインインする") && asked.field("reason") == "消えては困る文")
    let out = try await visitor.get("/sign-in/provider?confirm=1")
    #expect(out.location.contains("prompt=login") && out.location.contains("max_age=0"))
    // The provider says when the person last showed who they are; long ago is not now, and not to say it is not either.
    for (time, isFresh) in [("", false), ("\(now - 3600)", false), ("\(now - 5)", true)] {
      world.provider.word.withLock { $0.claims["auth_time"] = time }
      let back = try await round(world, query: "confirm=1", from: visitor)
      #expect((back.status == 200) == isFresh)
      #expect(try await visitor.post("/second-factor/recovery-codes", []).status == (isFresh ? 404 : 422))
    }
    world.provider.word.withLock { $0.claims["preferred_username"] = "\"shougai\"" }
    let other = try await round(world, query: "confirm=1", from: visitor)
    #expect(other.status == 422 && other.contains("別の人として") && other.visitor(world.town) == nil)
  }

  @Test func `入力の途中でサインアウトしていても、別のタブで認証基盤から入れば続けられる`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    let visitor = try #require(try await round(world).visitor(world.town))
    world.town.pass(minutes: 31)
    world.provider.word.withLock { $0.now = world.town.now }
    let held = try await visitor.post("/cases/1/notes", [("facts", "消えては困る文")])
    #expect(held.status == 422 && held.contains("サインインしたので、入力の続きへ"))
    let again = try #require(try await round(world).visitor(world.town))
    let back = try await again.post("/sign-in", [("back", "1"), ("next", "/cases/1/notes"), ("held.facts", "消えては困る文")])
    #expect(back.status == 200 && back.contains("入力の続き") && back.field("csrf") == again.formToken)
  }

  @Test func `認証基盤につながらないときと、別の名を名乗るときは、そう言って終わる`() async throws {
    let world = try await world()
    world.provider.word.withLock { $0.documentIssuer = "https://evil.example" }
    #expect(try await world.town.stranger().get("/sign-in/provider").status == 422)
    world.provider.stop()
    let gone = try await Town.open {
      world.provider.adjust(&$0)
      $0.entrance.provider.issuer = "http://127.0.0.1:1"
    }
    let reply = try await gone.stranger().get("/sign-in/provider")
    #expect(reply.status == 422 && reply.contains("認証基盤につながりませんでした"))
    #expect(try await Town.open().stranger().get("/sign-in/provider").status == 404)
  }
  @Test func `最初のパスワードを変えていない人も、認証基盤からなら入れる`() async throws {
    let world = try await world()
    defer { world.provider.stop() }
    try await world.town.office.database.write {
      _ = try $0.run("UPDATE staff SET must_change_password = 1 WHERE sign_in_name = 'houkatsu'")
    }
    #expect(try await round(world).visitor(world.town)?.get("/cases").status == 200)
  }
}
