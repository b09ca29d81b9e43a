import Casework
import Foundation
import HTTPTypes
import SampleTown
import Store
import Testing

@testable import Office

/// サインインの一覧: what is open in one's name, and how to end it.
@Suite struct SessionListStory {
  private static let windows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"

  private func mark(_ page: Reply, after words: String) throws -> String {
    let start = try #require(page.text.range(of: words))
    let match = try #require(page.text[start.upperBound...].firstMatch(of: /name="session" value="([0-9A-F]{16})"/))
    return String(match.1)
  }

  @Test func `自分のサインインが、接続元とブラウザと一緒に並び、この画面に印が付く`() async throws {
    let town = try await Town.open()
    _ = try await town.signedIn("shougai")
    let desktop = try await town.signedIn("houkatsu")
    town.pass(minutes: 5)
    _ = try await town.signedIn("houkatsu", remote: "192.0.2.7")
    let page = try await desktop.get("/sessions")
    #expect(page.status == 200 && page.contains("192.0.2.7") && page.contains("127.0.0.1"))
    #expect(page.text.components(separatedBy: "この画面</strong>").count == 2)
    #expect(page.text.matches(of: /name="session" value="[0-9A-F]{16}"/).count == 2)
    #expect(!page.contains("架空 次郎"))
  }

  @Test(arguments: [
    (windows, "Edge（Windows）"),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari（iPhone）"
    ),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox（Mac）"),
    ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome（Android）"),
    ("curl/8.0", "ほかのブラウザ"), ("", "ほかのブラウザ"),
  ]) func `ブラウザの名は、ふだんの言葉で出る`(agent: String, words: String) {
    #expect(SignInWording.browser(agent) == words)
  }

  @Test func `ひとつを終わらせると、その端末だけがその場で終わる`() async throws {
    let town = try await Town.open()
    let desktop = try await town.signedIn("houkatsu")
    let lost = try await town.signedIn("houkatsu", remote: "192.0.2.7")
    let other = try await town.signedIn("houkatsu", remote: "192.0.2.8")
    let mark = try mark(try await desktop.get("/sessions"), after: "192.0.2.7")
    #expect(try await desktop.post("/sessions/ending", [("session", mark)]).status == 303)
    #expect(try await lost.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await lost.post("/cases/1/notes", [("facts", "架空")]).contains("サインアウトしました"))
    for visitor in [desktop, other] { #expect(try await visitor.get("/cases").status == 200) }
    #expect(try await desktop.post("/sessions/ending", [("session", "others")]).status == 303)
    #expect(try await other.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await desktop.get("/cases").status == 200)
  }

  @Test func `ほかの人のサインインは、番号を知っていても終わらせられない`() async throws {
    let town = try await Town.open()
    let (one, other) = (try await town.signedIn("houkatsu"), try await town.signedIn("shougai"))
    let mark = try mark(try await other.get("/sessions"), after: "この画面")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'shougai'")
    #expect(try await one.post("/sessions/ending", [("session", mark), ("staff", "\(id)")]).status == 303)
    #expect(try await other.get("/cases").status == 200)
    for name in ["houkatsu", "shi", "kansa"] {
      let visitor = try await town.signedIn(name)
      #expect(try await visitor.get("/staff/sessions").status == 404)
      #expect(try await visitor.post("/staff/sessions/ending", [("session", mark), ("staff", "\(id)")]).status == 404)
    }
    #expect(try await other.get("/cases").status == 200)
  }

  @Test func `管理者はすべてのサインインを見て、終わらせられる。放っておかれたものは出ない`() async throws {
    let town = try await Town.open()
    _ = try await town.signedIn("kodomo", remote: "192.0.2.99")
    town.pass(minutes: 31)
    let counsellor = try await town.signedIn("houkatsu", remote: "192.0.2.7")
    let administrator = try await town.signedIn("kanri")
    let page = try await administrator.get("/staff/sessions")
    #expect(page.contains("架空 花子") && page.contains("192.0.2.7") && !page.contains("192.0.2.99"))
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    let fields = [("session", try mark(page, after: "192.0.2.7")), ("staff", "\(id)")]
    #expect(try await administrator.post("/staff/sessions/ending", fields).status == 303)
    #expect(try await counsellor.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await town.number("SELECT count(*) FROM audit_entry WHERE act = 'endSession' AND outcome = 'done'") == 1)
  }

  @Test func `はじめての接続元からのサインインは、開いているどの画面にも知らせが出て、その接続元からは消せない`() async throws {
    let town = try await Town.open()
    let desktop = try await town.signedIn("houkatsu")
    let known = try #require(try await town.enter("houkatsu", from: "127.0.0.1").visitor(town))
    #expect(try await !known.get("/cases").contains("確かめてほしいことがあります"))
    var stranger = try #require(try await town.enter("houkatsu", from: "192.0.2.66").visitor(town))
    stranger.address = "192.0.2.66"
    for visitor in [desktop, stranger] { #expect(try await visitor.get("/cases").contains("確かめてほしいことがあります")) }
    #expect(try await stranger.post("/sessions/notices", []).status == 303)
    #expect(try await !stranger.get("/cases").contains("確かめてほしいことがあります"))
    var home = desktop
    home.address = "127.0.0.1"
    #expect(try await home.get("/cases").contains("確かめてほしいことがあります"))
    let list = try await home.get("/sessions")
    #expect(list.contains("はじめての接続元からサインインがありました") && list.contains("192.0.2.66"))
    #expect(try await home.post("/sessions/notices", []).status == 303)
    #expect(try await !home.get("/cases").contains("確かめてほしいことがあります"))
  }

  @Test func `サインインの前に持っていた番号は、サインインした番号にならない`() async throws {
    let town = try await Town.open()
    let planted = Visitor(town: town, token: SessionToken(text: String(repeating: "ab", count: 32)))
    let entered = try await planted.post("/sign-in", [("name", "houkatsu"), ("password", SampleTown.password)])
    let own = try #require(entered.visitor(town))
    #expect(own.token?.text != planted.token?.text)
    #expect(try await planted.get("/cases").location.hasPrefix("/sign-in"))
    // Somebody else's living session in this browser ends when the browser signs in anew.
    let again = try await own.post("/sign-in", [("name", "shougai"), ("password", SampleTown.password)])
    #expect(try await own.get("/cases").location.hasPrefix("/sign-in"))
    #expect(try await again.visitor(town)?.get("/cases").status == 200)
  }

  @Test func `よそのサイトから送られたサインインは受け付けない`() async throws {
    let town = try await Town.open()
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    let fields = [("name", "houkatsu"), ("password", SampleTown.password)]
    #expect(try await town.stranger().post("/sign-in", fields, headers: [site: "cross-site"]).visitor(town) == nil)
    #expect(try await town.stranger().post("/sign-in", fields, headers: [site: "same-origin"]).visitor(town) != nil)
  }
}
