import HTTPTypes
import SampleTown
import Store
import Testing

@testable import Office

/// What everybody types in the sample town.
enum SampleTownPassword {
  static let text = SampleTown.password
}

/// The front door.
@Suite struct SignInStory {
  private func signIn(_ town: Town, _ name: String, _ password: String) async throws -> Reply {
    try await town.stranger().post("/sign-in", [("name", name), ("password", password)])
  }

  @Test func `正しいパスワードで入れ、クッキーは画面の文字から読めない`() async throws {
    let town = try await Town.open()
    let reply = try await signIn(town, "houkatsu", SampleTownPassword.text)
    #expect(reply.status == 303 && reply.location == "/")
    let cookie = try #require(reply.headers[.setCookie])
    #expect(
      cookie.hasPrefix("tsunagi=") && cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
    let token = cookie.dropFirst("tsunagi=".count).prefix { $0 != ";" }
    #expect(token.count == 64)
    #expect(try await town.number("SELECT count(*) FROM session WHERE hex(token_hash) = upper('\(raw: String(token))')") == 0)
  }

  @Test func `違うパスワードと、いない人とでは、同じ言葉で断る`() async throws {
    let town = try await Town.open()
    let wrong = try await signIn(town, "houkatsu", "chigau-kotoba")
    let nobody = try await signIn(town, "inai", "chigau-kotoba")
    #expect(wrong.status == 422 && nobody.status == 422)
    let sentence = "サインイン名またはパスワードが違います"
    #expect(wrong.contains(sentence) && nobody.contains(sentence))
    #expect(wrong.headers[.setCookie] == nil)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'signIn' AND outcome = 'denied'") == 2)
  }

  @Test func `続けて間違えると、待つ時間がだんだん長くなる`() async throws {
    let town = try await Town.open()
    for _ in 0..<4 { _ = try await signIn(town, "houkatsu", "chigau-kotoba") }
    #expect(try await town.number("SELECT coalesce(locked_until, 0) FROM staff WHERE sign_in_name = 'houkatsu'") == 0)
    for minutes in [1, 2, 4] {
      _ = try await signIn(town, "houkatsu", "chigau-kotoba")
      let until = try await town.number("SELECT locked_until FROM staff WHERE sign_in_name = 'houkatsu'")
      #expect(until == town.now + minutes * 60)
      let locked = try await signIn(town, "houkatsu", SampleTownPassword.text)
      #expect(locked.status == 422 && locked.contains("約\(minutes)分後"))
      town.pass(minutes: minutes)
    }
    #expect(SignIn.rest(afterFailures: 100) == 64 * 60)
    #expect(try await signIn(town, "houkatsu", SampleTownPassword.text).status == 303)
    #expect(try await town.number("SELECT failed_attempts FROM staff WHERE sign_in_name = 'houkatsu'") == 0)
  }

  @Test func `管理者はサインインの停止を解ける`() async throws {
    let town = try await Town.open()
    for _ in 0..<6 {
      _ = try await signIn(town, "houkatsu", "chigau-kotoba")
      town.pass(minutes: 1)
    }
    _ = try await signIn(town, "houkatsu", "chigau-kotoba")
    #expect(try await signIn(town, "houkatsu", SampleTownPassword.text).status == 422)
    let administrator = try await town.signedIn("kanri")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    #expect(try await administrator.get("/staff/\(id)").contains("サインインの停止を解く"))
    #expect(try await administrator.post("/staff/\(id)/unlocking", []).status == 303)
    #expect(try await signIn(town, "houkatsu", SampleTownPassword.text).status == 303)
  }

  @Test func `操作がないまま時間がたつと終わり、入力は続きから送れる`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    town.pass(minutes: 30)
    #expect(try await counsellor.get("/cases").status == 200)
    town.pass(minutes: 30)
    #expect(try await counsellor.get("/cases").status == 200)
    town.pass(minutes: 31)
    #expect(try await counsellor.get("/cases").location == "/sign-in?next=%2Fcases")
    let sent = try await counsellor.post("/cases/1/notes", [("facts", "消えては困る<文>")])
    #expect(sent.status == 422 && sent.contains("name=\"held.facts\" value=\"消えては困る&lt;文&gt;\""))
    let back = try await town.stranger().post(
      "/sign-in", [("name", "houkatsu"), ("password", SampleTownPassword.text), ("next", "/cases/1/notes"), ("held.facts", "消えては困る<文>")])
    #expect(back.status == 200 && back.contains("入力の続き") && back.contains("value=\"消えては困る&lt;文&gt;\""))
    let elsewhere = try await town.stranger().post(
      "/sign-in", [("name", "houkatsu"), ("password", SampleTownPassword.text), ("next", "//example.com/")])
    #expect(elsewhere.location == "/")
  }

  @Test func `サインアウトすると、ほかの端末も終わる`() async throws {
    let town = try await Town.open()
    let desktop = try await town.signedIn("houkatsu")
    let phone = try await town.signedIn("houkatsu")
    #expect(try await desktop.post("/sign-out", []).location == "/sign-in")
    for browser in [desktop, phone] { #expect(try await browser.get("/cases").location.hasPrefix("/sign-in")) }
  }

  @Test func `パスワードを変えると、ほかの端末だけが終わる`() async throws {
    let town = try await Town.open()
    let desktop = try await town.signedIn("houkatsu")
    let phone = try await town.signedIn("houkatsu")
    let new = [("new", "atarashii-kotoba-2026"), ("again", "atarashii-kotoba-2026")]
    #expect(try await desktop.post("/password", [("current", "chigau")] + new).status == 422)
    #expect(try await desktop.post("/password", [("current", SampleTownPassword.text), ("new", "mijikai"), ("again", "x")]).status == 422)
    #expect(try await desktop.post("/password", [("current", SampleTownPassword.text)] + new).status == 303)
    #expect(try await desktop.get("/cases").status == 200)
    #expect(try await phone.get("/cases").location.hasPrefix("/sign-in"))
  }

  @Test func `合言葉のない送信、ほかの人の合言葉、よそのサイトからの送信は受け付けない`() async throws {
    let town = try await Town.open()
    let administrator = try await town.signedIn("kanri")
    let other = try await town.signedIn("kanri")
    let form = [("name", "架空の偽機関")]
    for token in ["", "0000", other.formToken] {
      #expect(try await administrator.post("/agencies", form, csrf: token).status == 422)
    }
    let origin = try #require(HTTPField.Name("Sec-Fetch-Site"))
    #expect(try await administrator.post("/agencies", form, headers: [origin: "cross-site"]).status == 422)
    #expect(try await town.number("SELECT count(*) FROM agency WHERE name = '架空の偽機関'") == 0)
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE outcome = 'refused' AND detail = 'form token'") == 4)
    #expect(try await administrator.post("/agencies", form, headers: [origin: "same-origin"]).status == 303)
  }

  @Test func `どんな答えにも守りの見出しが付き、事例の画面は残らない`() async throws {
    let town = try await Town.open()
    let counsellor = try await town.signedIn("houkatsu")
    let replies = [
      try await counsellor.get("/cases"), try await counsellor.get("/cases/999999"), try await counsellor.get("/naimono"),
      try await counsellor.post("/cases/1/notes", []), try await counsellor.post("/sign-out", []), try await town.stranger().get("/cases"),
      try await town.stranger().get("/sign-in"), try await town.stranger().get("/health"),
    ]
    #expect(replies.map(\.status) == [200, 404, 404, 422, 303, 303, 200, 200])
    for reply in replies {
      #expect(reply.headers[.cacheControl] == "no-store")
      #expect(reply.headers[.known("Content-Security-Policy")]?.hasPrefix("default-src 'none'") == true)
      #expect(reply.headers[.known("X-Content-Type-Options")] == "nosniff")
      #expect(reply.headers[.known("X-Frame-Options")] == "DENY")
    }
  }
}
