import Crypto
import Foundation

/// 「認証基盤への用件」 What a browser takes along on its way to the provider, in a cookie that only we can make and read, for ten minutes.
struct ProviderErrand: Codable, Sendable {
  static let cookieName = "tsunagi-provider"
  static let secureCookieName = "__Host-tsunagi-provider"
  /// Seconds.
  static let life = 600
  private static let purpose = "provider errand"

  let state: String
  let nonce: String
  /// PKCE (RFC 7636).
  let verifier: String
  /// Where the person wanted to go.
  let next: String
  /// Somebody who is signed in shows again who they are.
  let isConfirming: Bool
  /// Seconds since 1970.
  let at: Int

  init(next: String, isConfirming: Bool, at now: Int) {
    state = SessionToken.random().text
    nonce = SessionToken.random().text
    verifier = SessionToken.random().text
    self.next = next
    self.isConfirming = isConfirming
    at = now
  }

  /// What goes to the provider instead of the verifier.
  var challenge: String {
    Data(SHA256.hash(data: Array(verifier.utf8))).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  func sealed(_ key: DoorKey) throws -> String {
    Hex.text(try key.seal(Array(try JSONEncoder().encode(self)), for: ProviderErrand.purpose))
  }

  /// Nothing for a cookie that is not ours, or too old.
  static func read(_ text: String?, _ key: DoorKey, now: Int) throws -> ProviderErrand? {
    guard let sealed = text.flatMap({ Hex.bytes($0) }) else { return nil }
    do {
      let errand = try JSONDecoder().decode(ProviderErrand.self, from: Data(try key.unseal(sealed, for: purpose)))
      return now - errand.at <= life ? errand : nil
    } catch is DoorKey.Unreadable { return nil }
  }
}
