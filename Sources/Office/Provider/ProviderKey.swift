import Foundation
import JWTKit

/// 「認証基盤の鍵」 One public key of the provider (RFC 7517): RSA for RS256, P-256 for ES256. Every other kind fits nothing.
struct ProviderKey: Decodable, Sendable {
  let kty: String
  let kid: String?
  let alg: String?
  let use: String?
  let n: String?
  let e: String?
  let crv: String?
  let x: String?
  let y: String?

  struct Set: Decodable, Sendable {
    let keys: [ProviderKey]
  }

  func fits(_ algorithm: String) -> Bool {
    guard use == nil || use == "sig", alg == nil || alg == algorithm else { return false }
    return algorithm == "RS256" ? kty == "RSA" : algorithm == "ES256" && kty == "EC" && crv == "P-256"
  }

  /// Checks the signature with this key and no other, and gives back what the token says. What it says is not checked here.
  ///
  /// JWTKit's own choice among several keys takes the first one for a name it does not know; so it is given one key only.
  func verified(_ token: String, algorithm: String) async throws -> IDToken {
    let keys = JWTKeyCollection()
    if algorithm == "RS256", let n, let e {
      await keys.add(rsa: try JWTKit.Insecure.RSA.PublicKey(modulus: n, exponent: e), digestAlgorithm: .sha256)
    } else if algorithm == "ES256", let x, let y {
      await keys.add(ecdsa: try ES256PublicKey(parameters: (x: x, y: y)))
    } else {
      throw ProviderFault(word: "key")
    }
    return try await keys.verify(token, as: IDToken.self)
  }
}
