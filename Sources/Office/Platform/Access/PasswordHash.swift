import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// scrypt hashes of passwords (「パスワード」), computed two at a time at most, off the threads that serve pages.
///
/// Stored as `scrypt$N$r$p$salt$key` (base64), so that the cost can grow without asking anybody for a new password.
final class PasswordHash: Sendable {
  private let queue = DispatchQueue(label: "tsunagi.passwords")
  private let cost: Int

  /// - Parameter cost: work factor as a power of two, 14–17.
  init(cost: Int) { self.cost = cost }

  func hash(_ password: String) async throws -> String {
    let rounds = 1 << cost
    let salt = Array(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) })
    let key = try await derive(password, salt: salt, rounds: rounds)
    return "scrypt$\(rounds)$8$3$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
  }

  /// Takes the same time for a wrong password and for an unknown person (pass `nil`).
  func matches(_ password: String, stored: String?) async throws -> Bool {
    let parts = (stored ?? PasswordHash.nobody(rounds: 1 << cost)).split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let salt = Data(base64Encoded: parts[4]),
      let key = Data(base64Encoded: parts[5])
    else { return false }
    let found = try await derive(password, salt: Array(salt), rounds: rounds)
    var difference: UInt8 = found.count == key.count ? 0 : 1
    for (left, right) in zip(found, key) { difference |= left ^ right }
    return difference == 0 && stored != nil
  }

  private static func nobody(rounds: Int) -> String {
    "scrypt$\(rounds)$8$3$\(Data(count: 16).base64EncodedString())$\(Data(count: 32).base64EncodedString())"
  }

  private func derive(_ password: String, salt: [UInt8], rounds: Int) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(
          with: Result {
            try KDF.Scrypt.deriveKey(
              from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: rounds, blockSize: 8, parallelism: 3
            ).withUnsafeBytes { Array($0) }
          })
      }
    }
  }
}

/// What a password must be (「パスワードの決まり」).
enum PasswordRule {
  /// A sentence that says what to do, or nothing when the password will do. Length counts; forced symbol classes do not.
  static func problem(_ password: String, signInName: String) -> String? {
    if password.count < 10 { return "パスワードは10文字以上にしてください（現在\(password.count)文字）。" }
    if password.count > 200 { return "パスワードは200文字以内にしてください。" }
    if Set(password).count < 4 { return "同じ文字のくり返しではないパスワードにしてください。" }
    if !signInName.isEmpty, password.lowercased().contains(signInName.lowercased()) { return "サインイン名を含まないパスワードにしてください。" }
    if words.contains(password.lowercased().filter(\.isLetter)) || password.allSatisfy(\.isNumber) {
      return "よく使われる言葉や数字だけのパスワードは、すぐに当てられます。関係のない言葉をいくつか並べてください。"
    }
    return nil
  }

  /// What is tried first by who guesses, without the digits and signs that are put around it.
  private static let words: Set<String> = [
    "password", "passwrd", "passwd", "pass", "pasuwado", "pasuwaado", "qwerty", "qwertyui", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbnm",
    "qazwsx", "qazwsxedc", "abcdef", "abcdefg", "abcdefgh", "abcdefghij", "letmein", "welcome", "admin", "administrator", "root", "login",
    "secret", "changeme", "default", "hello", "helloworld", "iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "baseball",
    "superman", "pokemon", "doraemon", "sakura", "sakurasakura", "tsunagi", "tsunagitsunagi", "himitsu", "nihon", "nippon", "japan",
    "tokyo",
    "fujisan", "arigatou", "konnichiwa", "ohayou", "kanri", "kanrisha", "soudan", "fukushi", "houkatsu", "shiyakusho", "yakuba", "mimasaka",
    "パスワード", "つなぎ", "さくら", "ひみつ",
  ]
}
