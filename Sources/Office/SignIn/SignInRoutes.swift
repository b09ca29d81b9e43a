import Casework
import HTTPTypes
import Hummingbird

/// Sign-in, sign-out and the change of a password.
enum SignInRoutes {
  static func add(to doors: Doors) {
    let office = doors.office
    doors.open(.get, "/sign-in") { incoming in
      Answer.page(SignInPage(sample: office.settings.demoSignIns, next: safePath(incoming.query["next"])).html).response
    }
    doors.open(.post, "/sign-in") { incoming in try await signIn(office, incoming) }
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
    let outcome = try await SignIn.attempt(
      office, name: incoming.form.trimmed("name"), password: incoming.form["password"], incoming: incoming)
    switch outcome {
    case .welcome(let token):
      let next = safePath(incoming.form["next"])
      let held = HeldForm(carriedIn: incoming.form)
      let answer = held.map { Answer.page($0.resumePage(formToken: token.formToken, path: next)) } ?? .redirect(next)
      var response = answer.response
      response.headers[.setCookie] = cookie(token.text, office.settings)
      return response
    case .refused(let reason):
      return Answer.invalid(
        SignInPage(
          sample: office.settings.demoSignIns, next: safePath(incoming.form["next"]), problem: reason, name: incoming.form["name"],
          held: HeldForm(carriedIn: incoming.form)
        ).html
      ).response
    }
  }

  /// Where a request without a living session ends: the sign-in page. What was typed travels with it in hidden fields.
  static func signInFirst(_ office: Office, _ incoming: Incoming) -> Response {
    guard !incoming.form.pairs.isEmpty else {
      let next = incoming.path == "/" ? "" : "?next=\(Answer.percentEncoded(incoming.path))"
      return Answer.redirect("/sign-in\(next)").response
    }
    return Answer.invalid(
      SignInPage(
        sample: office.settings.demoSignIns, next: incoming.path,
        problem: "しばらく操作がなかったため、サインアウトしました。サインインすると、入力した内容から続けられます。",
        held: HeldForm(sent: incoming.form)
      ).html
    ).response
  }

  /// A path of this server only: never another site, never a protocol.
  static func safePath(_ text: String) -> String {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return "/"
    }
    return text
  }

  private static func cookie(_ token: String, _ settings: OfficeSettings) -> String {
    settings.isSecure
      ? "\(Incoming.secureCookieName)=\(token); Path=/; HttpOnly; Secure; SameSite=Lax"
      : "\(Incoming.cookieName)=\(token); Path=/; HttpOnly; SameSite=Lax"
  }
}
