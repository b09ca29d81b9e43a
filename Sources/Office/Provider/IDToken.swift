import Foundation
import JWTKit

/// 「IDトークン」 What the provider says of who signed in (OpenID Connect Core 1.0 §2).
struct IDToken: JWTPayload {
  let issuer: String
  let audience: [String]
  let authorizedParty: String?
  /// Seconds since 1970.
  let expires: Int
  let notBefore: Int?
  let issued: Int?
  /// When the person last showed the provider who they are.
  let authenticated: Int?
  let nonce: String?
  /// How (RFC 8176): `mfa` stands for more than a password.
  let methods: [String]
  /// Every claim that is a text.
  let texts: [String: String]
  let isMailVerified: Bool?

  /// Clocks differ by up to this many seconds.
  private static let leeway = 60

  struct Expectation: Sendable {
    let issuer: String
    let clientID: String
    let nonce: String
    let now: Int
    /// The person was asked to show again who they are, so it must have happened just now.
    let mustBeFresh: Bool
  }

  /// What does not fit, in one word for the audit log; nothing when all does (OpenID Connect Core 1.0 §3.1.3.7).
  func problem(_ expected: Expectation) -> String? {
    let now = expected.now
    if issuer != expected.issuer { return "issuer" }
    if !audience.contains(expected.clientID) { return "audience" }
    if audience.count > 1 || authorizedParty != nil, authorizedParty != expected.clientID { return "authorized party" }
    if nonce != expected.nonce { return "nonce" }
    if expires + IDToken.leeway <= now { return "expired" }
    if let notBefore, notBefore - IDToken.leeway > now { return "not yet" }
    if let issued, issued - IDToken.leeway > now { return "not yet" }
    if expected.mustBeFresh, authenticated.map({ $0 + 300 < now }) ?? true { return "not fresh" }
    return nil
  }

  /// The sign-in name by the municipality's settings.
  func signInName(_ settings: ProviderSettings) -> String? {
    guard let value = texts[settings.claim], settings.claim != "email" || isMailVerified != false else { return nil }
    guard !settings.domain.isEmpty else { return value }
    let ending = "@\(settings.domain.lowercased())"
    return value.lowercased().hasSuffix(ending) ? String(value.dropLast(ending.count)) : nil
  }

  /// Everything is checked by ``problem(_:)``, against the office's clock.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

extension IDToken {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Name.self)
    func seconds(_ name: String) throws -> Int? {
      try box.decodeIfPresent(Double.self, forKey: Name(name)).flatMap { Int(exactly: $0.rounded()) }
    }
    issuer = try box.decode(String.self, forKey: Name("iss"))
    do { audience = [try box.decode(String.self, forKey: Name("aud"))] } catch {
      audience = try box.decode([String].self, forKey: Name("aud"))
    }
    authorizedParty = try box.decodeIfPresent(String.self, forKey: Name("azp"))
    guard let expires = try seconds("exp") else { throw ProviderFault(word: "expired") }
    self.expires = expires
    notBefore = try seconds("nbf")
    issued = try seconds("iat")
    authenticated = try seconds("auth_time")
    nonce = try box.decodeIfPresent(String.self, forKey: Name("nonce"))
    methods = try box.decodeIfPresent([String].self, forKey: Name("amr")) ?? []
    isMailVerified = try box.decodeIfPresent(Bool.self, forKey: Name("email_verified"))
    var texts: [String: String] = [:]
    for key in box.allKeys {
      // Claims that are no text are nobody's name.
      do { texts[key.stringValue] = try box.decode(String.self, forKey: key) } catch is DecodingError {}
    }
    self.texts = texts
  }

  func encode(to encoder: any Encoder) throws { try texts.encode(to: encoder) }
}
