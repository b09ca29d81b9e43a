import Casework
import HTTPTypes
import Hummingbird

/// Sign-in, sign-out and the change of a password.
enum SignInRoutes {
  static func add(to doors: Doors) {
    let office = doors.office
    doors.open(.get, "/sign-in") { incoming in
      Answer.page(page(office, next: safePath(incoming.query["next"])).html).response
    }
    doors.open(.post, "/sign-in") { incoming in try await signIn(office, incoming) }
    doors.open(.post, "/sign-in/code") { incoming in try await finish(office, incoming) }
    doors.page("/password", .changePassword) { visit in
      .page(try await visit.read { PasswordPage(chrome: $0.chrome, form: FormView()) }.html)
    }
    doors.act("/password", .changePassword) { visit in try await PasswordChange.perform(visit) }
    doors.act("/sign-out", .signOut) { visit in
      _ = try await visit.write { try SessionRecords.endAll($0.writing, of: $0.staff.id, at: $0.now) }
      return .redirect("/sign-in")
    }
  }

  private static func signIn(_ office: Office, _ incoming: Incoming) async throws -> Response {
    guard incoming.isSameSite else { return Pages.staleForm(incoming).response }
    let (next, held) = (safePath(incoming.form["next"]), HeldForm(carriedIn: incoming.form))
    // Signed in meanwhile, in another tab: the button of the next page is checked like any other.
    if incoming.form.isOn("back"), let held, let cookie = incoming.cookie {
      return Answer.page(held.resumePage(formToken: SessionToken(text: cookie).formToken, path: next)).response
    }
    let outcome = try await SignIn.attempt(
      office, name: incoming.form.trimmed("name"), password: incoming.form["password"], incoming: incoming)
    switch outcome {
    case .welcome(let token): return welcome(office, token, next: next, held: held)
    case .codeDue(let ticket): return Answer.page(SignInCodePage(ticket: ticket, next: next, held: held).html).response
    case .refused(let reason):
      return Answer.invalid(page(office, next: next, problem: reason, name: incoming.form["name"], held: held).html).response
    }
  }

  private static func finish(_ office: Office, _ incoming: Incoming) async throws -> Response {
    guard incoming.isSameSite else { return Pages.staleForm(incoming).response }
    let (next, held, ticket) = (safePath(incoming.form["next"]), HeldForm(carriedIn: incoming.form), incoming.form["ticket"])
    do {
      switch try await SignIn.finish(office, ticket: ticket, code: incoming.form["code"], incoming: incoming) {
      case .welcome(let token): return welcome(office, token, next: next, held: held)
      case .codeDue(let ticket): return Answer.page(SignInCodePage(ticket: ticket, next: next, held: held).html).response
      case .refused(let reason):
        return Answer.invalid(SignInCodePage(ticket: ticket, next: next, problem: reason, held: held).html).response
      }
    } catch is SignIn.StepExpired {
      return Answer.invalid(page(office, next: next, problem: SignInWording.stepExpired, held: held).html).response
    }
  }

  static func welcome(_ office: Office, _ token: SessionToken, next: String, held: HeldForm?) -> Response {
    let answer = held.map { Answer.page($0.resumePage(formToken: token.formToken, path: next)) } ?? .redirect(next)
    var response = answer.response
    response.headers[.setCookie] = cookie(token.text, office.settings)
    return response
  }

  /// Where a request without a living session ends: the sign-in page. What was typed travels with it in hidden fields.
  static func signInFirst(_ office: Office, _ incoming: Incoming) -> Response {
    // What another site's page sent is not kept for somebody to send on.
    guard !incoming.form.pairs.isEmpty, incoming.isSameSite else {
      let next = incoming.path == "/" ? "" : "?next=\(Answer.percentEncoded(incoming.path))"
      return Answer.redirect("/sign-in\(next)").response
    }
    let problem = "しばらく操作がなかったため、サインアウトしました。サインインすると、入力した内容から続けられます。"
    return Answer.invalid(page(office, next: incoming.path, problem: problem, held: HeldForm(sent: incoming.form)).html).response
  }

  static func page(_ office: Office, next: String, problem: String? = nil, name: String = "", held: HeldForm? = nil) -> SignInPage {
    SignInPage(
      entrance: office.settings.entrance, sample: office.settings.demoSignIns, next: next, problem: problem, name: name, held: held)
  }

  /// A path of this server only: never another site, never a protocol.
  static func safePath(_ text: String) -> String {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return "/"
    }
    return text
  }

  static func cookie(_ token: String, _ settings: OfficeSettings) -> String {
    settings.isSecure
      ? "\(Incoming.secureCookieName)=\(token); Path=/; HttpOnly; Secure; SameSite=Lax"
      : "\(Incoming.cookieName)=\(token); Path=/; HttpOnly; SameSite=Lax"
  }
}
