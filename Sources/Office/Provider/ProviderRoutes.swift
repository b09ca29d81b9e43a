import Casework
import HTTPTypes
import Hummingbird

/// 認証基盤でのサインイン: out to the provider, and back.
enum ProviderRoutes {
  static func add(to doors: Doors) {
    let office = doors.office
    doors.open(.get, "/sign-in/provider") { incoming in
      guard let provider = office.provider else { return Pages.missing().response }
      return try await leave(office, provider, incoming)
    }
    doors.open(.get, "/sign-in/provider/return") { incoming in
      guard let provider = office.provider else { return Pages.missing().response }
      var response = try await arrive(office, provider, incoming)
      response.headers.append(HTTPField(name: .setCookie, value: cookie("", life: 0, office.settings)))
      return response
    }
  }

  private static func leave(_ office: Office, _ provider: IdentityProvider, _ incoming: Incoming) async throws -> Response {
    let errand = ProviderErrand(
      next: SignInRoutes.safePath(incoming.query["next"]), isConfirming: incoming.query.isOn("confirm"), at: office.clock())
    do {
      let (address, text) = try await ProviderSignIn.begin(office, provider, errand)
      var response = Answer.redirect(address).response
      response.headers[.setCookie] = cookie(text, life: ProviderErrand.life, office.settings)
      return response
    } catch is ProviderLine.Fault {
      return Answer.invalid(SignInRoutes.page(office, next: errand.next, problem: ProviderSignIn.unreachable).html).response
    } catch is ProviderFault {
      return Answer.invalid(SignInRoutes.page(office, next: errand.next, problem: ProviderSignIn.unreachable).html).response
    }
  }

  private static func arrive(_ office: Office, _ provider: IdentityProvider, _ incoming: Incoming) async throws -> Response {
    switch try await ProviderSignIn.finish(office, provider, incoming) {
    case .signedIn(.welcome(let token), let next): return SignInRoutes.welcome(office, token, next: next, held: nil)
    case .signedIn(.codeDue(let ticket), let next): return Answer.page(SignInCodePage(ticket: ticket, next: next).html).response
    case .signedIn(.refused(let reason), let next):
      return Answer.invalid(SignInRoutes.page(office, next: next, problem: reason).html).response
    case .refused(let reason): return Answer.invalid(SignInRoutes.page(office, next: "/", problem: reason).html).response
    case .confirmed:
      return Answer.page(ProviderPage(title: "確かめました", words: "このタブを閉じて、もとの画面で「サインインしたので続ける」を押してください。").html).response
    }
  }

  private static func cookie(_ text: String, life: Int, _ settings: OfficeSettings) -> String {
    settings.isSecure
      ? "\(ProviderErrand.secureCookieName)=\(text); Path=/; Max-Age=\(life); HttpOnly; Secure; SameSite=Lax"
      : "\(ProviderErrand.cookieName)=\(text); Path=/; Max-Age=\(life); HttpOnly; SameSite=Lax"
  }
}
