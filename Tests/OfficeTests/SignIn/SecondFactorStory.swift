import Casework
import Foundation
import SampleTown
import Store
import Testing

@testable import Office

/// 確認コード: set up by the person, asked for at sign-in, used once.
@Suite struct SecondFactorStory {
  @Test func `設定した人は、パスワードのあとに確認コードを入れるまで入れない`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let first = try await town.enter("houkatsu")
    #expect(first.status == 200 && first.visitor(town) == nil && first.contains("確認コード"))
    let second = try await town.enter(code: phone.shown(), after: first, [("next", "/cases")])
    #expect(second.status == 303 && second.location == "/cases")
    #expect(try await second.visitor(town)?.get("/cases").status == 200)
    #expect(try await town.text("SELECT detail FROM audit_entry WHERE act = 'signIn' ORDER BY id DESC LIMIT 1") == "password code")
  }

  @Test func `一度使ったコードは、同じ30秒の間でも二度と使えない`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let code = phone.shown()
    #expect(try await town.enter(code: code, after: town.enter("houkatsu")).status == 303)
    let replayed = try await town.enter(code: code, after: town.enter("houkatsu"))
    #expect(replayed.status == 422 && replayed.contains("一度使ったコードは使えない"))
    #expect(try await town.enter(code: phone.shown(-1), after: town.enter("houkatsu")).status == 422)
    town.pass(minutes: 1)
    #expect(try await town.enter(code: phone.shown(), after: town.enter("houkatsu")).status == 303)
  }

  @Test func `端末の時計が30秒ずれていても入れ、1分ずれていると入れない`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    town.pass(minutes: 5)
    #expect(try await town.enter(code: phone.shown(-2), after: town.enter("houkatsu")).status == 422)
    #expect(try await town.enter(code: phone.shown(2), after: town.enter("houkatsu")).status == 422)
    #expect(try await town.enter(code: phone.shown(-1), after: town.enter("houkatsu")).status == 303)
    #expect(try await town.enter(code: phone.shown(1), after: town.enter("houkatsu")).status == 303)
  }

  @Test func `設定のときに使ったコードも、サインインには使えない`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    town.pass(minutes: -1)
    #expect(try await town.enter(code: phone.shown(), after: town.enter("houkatsu")).status == 422)
  }

  @Test func `回復コードは一つにつき一度だけ使え、使ったことが本人に知らされる`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    #expect(phone.recoveryCodes.count == 10 && Set(phone.recoveryCodes).count == 10)
    let code = phone.recoveryCodes[3].uppercased().replacing("-", with: " ")
    let entered = try await town.enter(code: code, after: town.enter("houkatsu"))
    #expect(entered.status == 303)
    #expect(try await town.enter(code: code, after: town.enter("houkatsu")).status == 422)
    let visitor = try #require(entered.visitor(town))
    #expect(try await visitor.get("/second-factor").contains("<dd>9個"))
    #expect(try await visitor.get("/sessions").contains("回復コードを使ったサインインがありました"))
    let renewed = try await visitor.post("/second-factor/recovery-codes", [("submission", "r1")])
    #expect(renewed.status == 200 && renewed.contains("もう一度表示することはできません"))
    #expect(try await visitor.post("/second-factor/recovery-codes", [("submission", "r1")]).status == 303)
    #expect(try await town.enter(code: phone.recoveryCodes[0], after: town.enter("houkatsu")).status == 422)
    #expect(try await town.number("SELECT count(*) FROM recovery_code") == 10)
  }

  @Test func `秘密も回復コードも、データベースの中ではそのまま読めない`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let secret = Hex.text(phone.code.secret)
    #expect(try await town.number("SELECT count(*) FROM second_factor WHERE instr(lower(hex(secret)), \(secret)) > 0") == 0)
    #expect(try await town.number("SELECT count(*) FROM recovery_code WHERE code_hash = \(phone.recoveryCodes[0])") == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: town.folder.appending(path: "doors.key").path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func `パスワードと確認コードの間違いは合わせて数え、待つ時間が長くなる`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let page = try await town.enter("houkatsu")
    for _ in 0..<2 { #expect(try await town.enter("houkatsu", "chigau-kotoba").status == 422) }
    for _ in 0..<3 { #expect(try await town.enter(code: "000000", after: page).status == 422) }
    #expect(try await town.number("SELECT failed_attempts FROM staff WHERE sign_in_name = 'houkatsu'") == 5)
    let locked = try await town.enter(code: phone.shown(), after: page)
    #expect(locked.status == 422 && locked.contains("約1分後"))
    #expect(try await town.enter("houkatsu").contains("約1分後"))
    town.pass(minutes: 1)
    // The right password alone does not forget what went before.
    let again = try await town.enter("houkatsu")
    #expect(try await town.enter(code: "000000", after: again).status == 422)
    #expect(try await town.enter(code: phone.shown(), after: again).contains("約2分後"))
    town.pass(minutes: 2)
    #expect(try await town.enter(code: phone.shown(), after: town.enter("houkatsu")).status == 303)
    #expect(try await town.number("SELECT failed_attempts FROM staff WHERE sign_in_name = 'houkatsu'") == 0)
  }

  @Test func `パスワードから5分たつか、その間にパスワードが変わると、はじめからになる`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let slow = try await town.enter("houkatsu")
    town.pass(minutes: 6)
    let late = try await town.enter(code: phone.shown(), after: slow)
    #expect(late.status == 422 && late.contains("はじめからサインインしてください"))
    let page = try await town.enter("houkatsu")
    let id = try await town.number("SELECT id FROM staff WHERE sign_in_name = 'houkatsu'")
    #expect(try await town.signedIn("kanri").post("/staff/\(id)/password", []).status == 200)
    #expect(try await town.enter(code: phone.shown(), after: page).contains("はじめからサインインしてください"))
    for forged in ["", "00", "架空", String(repeating: "ab", count: 60)] {
      let reply = try await town.stranger().post("/sign-in/code", [("ticket", forged), ("code", phone.shown())])
      #expect(reply.status == 422 && reply.visitor(town) == nil)
    }
  }

  @Test func `預かった入力は、確認コードの画面も通って戻ってくる`() async throws {
    let town = try await Town.open()
    let phone = try await Phone.setUp(town.signedIn("houkatsu"))
    let first = try await town.enter("houkatsu", SampleTown.password, [("next", "/cases/1/notes"), ("held.facts", "消えては困る<文>")])
    #expect(first.contains("name=\"held.facts\" value=\"消えては困る&lt;文&gt;\""))
    let wrong = try await town.enter(code: "12", after: first, [("next", "/cases/1/notes"), ("held.facts", "消えては困る<文>")])
    #expect(wrong.status == 422 && wrong.contains("name=\"held.facts\" value=\"消えては困る&lt;文&gt;\""))
    let back = try await town.enter(code: phone.shown(), after: wrong, [("next", "/cases/1/notes"), ("held.facts", "消えては困る<文>")])
    #expect(back.status == 200 && back.contains("入力の続き") && back.contains("value=\"消えては困る&lt;文&gt;\""))
  }

  @Test func `数字が合わないうちは設定されず、同じ秘密のまま入れ直せる`() async throws {
    let town = try await Town.open()
    let visitor = try await town.signedIn("houkatsu")
    let page = try await visitor.get("/second-factor")
    let secret = try Phone.secret(page)
    let wrong = try await visitor.post("/second-factor", [("ticket", page.field("ticket") ?? ""), ("code", "000")])
    #expect(wrong.status == 422 && wrong.contains("数字が合いません"))
    #expect(try Phone.secret(wrong) == secret)
    #expect(try await town.number("SELECT count(*) FROM second_factor") == 0)
    let other = try await town.signedIn("kanri").get("/second-factor").field("ticket") ?? ""
    let code = OneTimeCode(secret: secret).code(step: OneTimeCode.step(at: town.now))
    #expect(try await visitor.post("/second-factor", [("ticket", other), ("code", code)]).status == 422)
  }

  @Test func `設定すると、ほかの端末の画面は終わる`() async throws {
    let town = try await Town.open()
    let (desktop, phone) = (try await town.signedIn("houkatsu"), try await town.signedIn("houkatsu"))
    _ = try await Phone.setUp(desktop)
    #expect(try await desktop.get("/cases").status == 200)
    #expect(try await phone.get("/cases").location.hasPrefix("/sign-in"))
  }

  @Test func `データベースの決まりも、コードの二度使いを許さない`() async throws {
    let town = try await Town.open()
    _ = try await Phone.setUp(town.signedIn("houkatsu"))
    for statement: SQL in [
      "UPDATE second_factor SET used_step = used_step", "UPDATE second_factor SET used_step = used_step - 1",
      "UPDATE recovery_code SET used_at = 1", "UPDATE recovery_code SET used_at = NULL",
    ] {
      try await town.office.database.write { _ = try? $0.run("UPDATE recovery_code SET used_at = 5 WHERE used_at IS NULL") }
      await #expect(throws: ConstraintViolation.self) { try await town.office.database.write { _ = try $0.run(statement) } }
    }
  }
}
