import Casework
import Crypto

/// 「確認コード」 The six digits that an app on a telephone shows for thirty seconds (TOTP, RFC 6238 with SHA-1).
struct OneTimeCode: Sendable {
  /// Twenty bytes, as RFC 4226 recommends.
  let secret: [UInt8]

  static func random() -> OneTimeCode {
    var generator = SystemRandomNumberGenerator()
    return OneTimeCode(secret: (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// Steps of thirty seconds since 1970.
  static func step(at now: Int) -> Int { now / 30 }

  func code(step: Int) -> String {
    let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
    let mac = Array(HMAC<Crypto.Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[19] & 15)
    let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step a typed code belongs to: now, one before or one after, because clocks differ; never one that was used or is older than that.
  func step(of typed: String, at now: Int, after used: Int) -> Int? {
    let typed = RecoveryCode.plain(typed)
    let current = OneTimeCode.step(at: now)
    return (current - 1...current + 1).first { $0 > used && OneTimeCode.isSame(code(step: $0), typed) }
  }

  /// The secret as people and apps type it (RFC 4648, base 32 without padding).
  var base32: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (out, buffer, bits) = ("", 0, 0)
    for byte in secret {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(letters[buffer >> bits & 31])
      }
    }
    return out
  }

  /// In groups of four, for typing it over.
  var groups: String {
    let letters = Array(base32)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
  }

  /// The address that an app on the same machine opens, and that a QR code holds.
  func link(signInName: String) -> String {
    "otpauth://totp/Tsunagi:\(Answer.percentEncoded(signInName))?secret=\(base32)&issuer=Tsunagi"
  }

  /// Takes the same time wherever the first difference is.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (one, other) = (Array(left.utf8), Array(right.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// 「回復コード」 Stands for a confirmation code once, when the telephone is lost. Ten are given out together; only their hashes are kept.
enum RecoveryCode {
  static let count = 10
  /// Letters and digits that nobody mistakes for another.
  private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

  /// Four groups of four, about 79 bits, so that a plain hash is enough.
  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<4).map { _ in String((0..<4).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }) }
    return groups.joined(separator: "-")
  }

  static func hash(_ typed: String, of staff: StaffID) -> [UInt8] {
    Array(SHA256.hash(data: Array("\(staff.number):\(plain(typed))".utf8)))
  }

  /// What was typed, without spaces and dashes, in small half-width letters.
  static func plain(_ typed: String) -> String {
    let folded = String(String.UnicodeScalarView(typed.unicodeScalars.map(halfWidth)))
    return folded.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }
}
