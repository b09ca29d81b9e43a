import Foundation
import JWTKit

/// 「認証基盤」 What is known of the municipality's provider: where its doors are, and with which keys it signs. Read at first use, then kept.
actor IdentityProvider {
  nonisolated let settings: ProviderSettings
  private let line = ProviderLine()
  private var discovered: Discovery?
  private var keys: [ProviderKey] = []
  /// Seconds since 1970.
  private var keysReadAt = Int.min / 2

  init(_ settings: ProviderSettings) { self.settings = settings }

  /// OpenID Connect Discovery 1.0 §3, as far as it is needed.
  struct Discovery: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keySetAddress: String
    let clientAuthentication: [String]?

    enum CodingKeys: String, CodingKey {
      case issuer
      case authorizationEndpoint = "authorization_endpoint"
      case tokenEndpoint = "token_endpoint"
      case keySetAddress = "jwks_uri"
      case clientAuthentication = "token_endpoint_auth_methods_supported"
    }
  }

  func discovery() async throws -> Discovery {
    if let discovered { return discovered }
    let reply = try await line.get(
      "\(settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer)/.well-known/openid-configuration")
    let found: Discovery = try ProviderFault.decoding("discovery", reply)
    // A document of somebody else's would lead to their doors.
    guard found.issuer == settings.issuer,
      [found.authorizationEndpoint, found.tokenEndpoint, found.keySetAddress].allSatisfy(EntranceSettings.isAddress)
    else { throw ProviderFault(word: "discovery") }
    discovered = found
    return found
  }

  /// Changes a code for an ID token (RFC 6749 §4.1.3, with PKCE). The secret is read anew each time, so that it can be changed.
  func idToken(code: String, verifier: String, returnAddress: String) async throws -> String {
    let discovery = try await discovery()
    let secret = try String(contentsOf: URL(filePath: settings.clientSecretFile), encoding: .utf8).trimmed
    var fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", returnAddress), ("code_verifier", verifier)]
    let inHeader = discovery.clientAuthentication?.contains("client_secret_basic") ?? true
    if !inHeader { fields += [("client_id", settings.clientID), ("client_secret", secret)] }
    let reply = try await line.post(discovery.tokenEndpoint, fields, credentials: inHeader ? (settings.clientID, secret) : nil)
    let answer: TokenAnswer = try ProviderFault.decoding("token", reply)
    return answer.idToken
  }

  /// The key of that name. Providers change keys: an unknown name makes us look again, once a minute at most.
  func key(named name: String?, algorithm: String, at now: Int) async throws -> ProviderKey {
    if let key = found(name, algorithm) { return key }
    guard now - keysReadAt >= 60 else { throw ProviderFault(word: "key") }
    let reply = try await line.get(try await discovery().keySetAddress)
    let set: ProviderKey.Set = try ProviderFault.decoding("keys", reply)
    keys = set.keys
    keysReadAt = now
    guard let key = found(name, algorithm) else { throw ProviderFault(word: "key") }
    return key
  }

  private func found(_ name: String?, _ algorithm: String) -> ProviderKey? {
    let fitting = keys.filter { $0.fits(algorithm) }
    // Without a name there must be no choice.
    guard let name else { return fitting.count == 1 ? fitting.first : nil }
    return fitting.first { $0.kid == name }
  }

  private struct TokenAnswer: Decodable {
    let idToken: String

    enum CodingKeys: String, CodingKey { case idToken = "id_token" }
  }
}

/// Why a sign-in through the provider went no further, in one word for the audit log.
struct ProviderFault: Error, Sendable {
  let word: String

  static func decoding<T: Decodable>(_ word: String, _ reply: ProviderLine.Reply) throws -> T {
    guard reply.status == 200 else { throw ProviderFault(word: "\(word) \(reply.status)") }
    do { return try JSONDecoder().decode(T.self, from: reply.data) } catch { throw ProviderFault(word: word) }
  }
}
