import Casework
import Crypto
import Foundation
import Store

/// Sign-in through the municipality's provider: authorization code flow with PKCE (「認証基盤でのサインイン」).
enum ProviderSignIn {
  enum Outcome: Sendable {
    case signedIn(SignIn.Outcome, next: String)
    /// Somebody who was signed in has shown again who they are.
    case confirmed
    /// A sentence for the person; the reason is in the audit log.
    case refused(String)
  }

  static let path = "/sign-in/provider/return"

  /// Where the browser goes, and what it takes along.
  static func begin(_ office: Office, _ provider: IdentityProvider, _ errand: ProviderErrand) async throws -> (
    address: String, cookie: String
  ) {
    let discovery = try await provider.discovery()
    var fields = [
      ("response_type", "code"), ("client_id", provider.settings.clientID), ("redirect_uri", returnAddress(office)),
      ("scope", "openid profile email"), ("state", errand.state), ("nonce", errand.nonce), ("code_challenge", errand.challenge),
      ("code_challenge_method", "S256"),
    ]
    if errand.isConfirming { fields += [("prompt", "login"), ("max_age", "0")] }
    let query = fields.map { "\($0.0)=\(Answer.percentEncoded($0.1))" }.joined(separator: "&")
    let joint = discovery.authorizationEndpoint.contains("?") ? "&" : "?"
    return (discovery.authorizationEndpoint + joint + query, try errand.sealed(office.doorKey))
  }

  /// The browser is back.
  static func finish(_ office: Office, _ provider: IdentityProvider, _ incoming: Incoming) async throws -> Outcome {
    let now = office.clock()
    do {
      guard let errand = try ProviderErrand.read(incoming.providerCookie, office.doorKey, now: now) else {
        throw ProviderFault(word: "errand")
      }
      guard errand.state == incoming.query["state"] else { throw ProviderFault(word: "state") }
      let code = incoming.query["code"]
      guard !code.isEmpty else { throw ProviderFault(word: "no code") }
      let token = try await checked(office, provider, errand, code, now)
      guard let name = token.signInName(provider.settings) else { throw ProviderFault(word: "claim") }
      let today = CivilDate.of(epochSeconds: now).iso
      guard let account = try await office.database.read({ try SignInQueries.account($0, name: name, today: today) }) else {
        throw ProviderFault(word: "no account")
      }
      let hasProved = token.methods.contains("mfa")
      if errand.isConfirming { return try await confirm(office, account, incoming, hasProved, now) }
      return .signedIn(
        try await SignIn.proceed(office, account, incoming, way: .provider, hasProvedFactor: hasProved), next: errand.next)
    } catch let fault as ProviderFault {
      try await SignIn.log(office, nil, incoming, .denied, "provider: \(fault.word)")
      return .refused(sentence(fault))
    } catch is ProviderLine.Fault {
      try await SignIn.log(office, nil, incoming, .denied, "provider: unreachable")
      return .refused(unreachable)
    }
  }

  static let unreachable = "認証基盤につながりませんでした。しばらくしてからもう一度お試しください。続くときは情報システムの担当に連絡してください。"

  private static func sentence(_ fault: ProviderFault) -> String {
    switch fault.word {
    case "no account", "claim": "認証基盤では確かめられましたが、つなぎに登録がありません。システム管理者に、サインイン名の登録を依頼してください。"
    case "errand", "state", "no code": "認証基盤での手続きが途中で終わったか、時間がたちました。もう一度サインインしてください。"
    case "other person": "今サインインしている人とは別の人として確かめられました。サインアウトしてから、やり直してください。"
    default: "認証基盤からの答えを確かめられなかったため、サインインできません。もう一度試し、続くときは情報システムの担当に連絡してください。"
    }
  }

  static func returnAddress(_ office: Office) -> String { office.settings.entrance.publicURL + path }

  /// The token for a code, with everything about it checked.
  private static func checked(
    _ office: Office, _ provider: IdentityProvider, _ errand: ProviderErrand, _ code: String, _ now: Int
  ) async throws -> IDToken {
    let text = try await provider.idToken(code: code, verifier: errand.verifier, returnAddress: returnAddress(office))
    let header = try TokenHeader(text)
    guard ["RS256", "ES256"].contains(header.alg) else { throw ProviderFault(word: "algorithm") }
    let key = try await provider.key(named: header.kid, algorithm: header.alg, at: now)
    let token: IDToken
    do { token = try await key.verified(text, algorithm: header.alg) } catch { throw ProviderFault(word: "signature") }
    let expected = IDToken.Expectation(
      issuer: provider.settings.issuer, clientID: provider.settings.clientID, nonce: errand.nonce, now: now,
      mustBeFresh: errand.isConfirming)
    if let problem = token.problem(expected) { throw ProviderFault(word: problem) }
    return token
  }

  /// Marks the living session as fresh, if it is the same person's.
  private static func confirm(
    _ office: Office, _ account: SignInAccount, _ incoming: Incoming, _ hasProved: Bool, _ now: Int
  ) async throws -> Outcome {
    guard let hash = incoming.cookie.map({ SessionToken(text: $0).hash }) else { throw ProviderFault(word: "other person") }
    let today = CivilDate.of(epochSeconds: now).iso
    let isSame = try await office.database.write { writing in
      guard try SessionQueries.state(writing.reading, tokenHash: hash, today: today)?.staff.id == account.id else { return false }
      try SessionRecords.prove(writing, tokenHash: hash, at: now, withFactor: hasProved)
      try AuditRecords.append(
        writing,
        AuditEntry(
          at: now, staff: account.id, agency: account.agency, act: Act.confirmIdentity.rawValue, outcome: .done, subject: "session",
          detail: "provider", request: incoming.id, remote: incoming.remote))
      return true
    }
    guard isSame else { throw ProviderFault(word: "other person") }
    return .confirmed
  }
}

/// The head of a token, before anything of it is believed.
private struct TokenHeader: Decodable {
  let alg: String
  let kid: String?

  init(_ token: String) throws {
    var text = token.prefix { $0 != "." }.replacing("-", with: "+").replacing("_", with: "/")
    while !text.count.isMultiple(of: 4) { text += "=" }
    do { self = try JSONDecoder().decode(TokenHeader.self, from: Data(base64Encoded: String(text)) ?? Data()) } catch {
      throw ProviderFault(word: "token")
    }
  }
}
