import Casework
import Crypto
import Store

/// The only writer of `session`.
enum SessionRecords {
  static func start(_ writing: Writing, tokenHash: [UInt8], staff: StaffID, at now: Int, remote: String, browser: String) throws {
    try writing.run(
      """
      INSERT INTO session (token_hash, staff_id, started_at, seen_at, remote, browser)
      VALUES (\(tokenHash), \(staff), \(now), \(now), \(remote), \(browser))
      """)
  }

  static func seen(_ writing: Writing, tokenHash: [UInt8], at now: Int) throws {
    try writing.run("UPDATE session SET seen_at = \(now) WHERE token_hash = \(tokenHash) AND seen_at < \(now)")
  }

  /// Ends every session of a person: after this no cookie of theirs opens anything, on any machine.
  static func endAll(_ writing: Writing, of staff: StaffID, at now: Int) throws {
    try writing.run("UPDATE session SET ended_at = \(now) WHERE staff_id = \(staff) AND ended_at IS NULL")
  }
}

extension SessionRecords {
  /// Ends every session of a person but the one in hand.
  static func endOthers(_ writing: Writing, of staff: StaffID, keeping tokenHash: [UInt8], at now: Int) throws {
    try writing.run(
      "UPDATE session SET ended_at = \(now) WHERE staff_id = \(staff) AND ended_at IS NULL AND token_hash <> \(tokenHash)")
  }
}

/// The secret in the cookie. The database knows only its hash.
struct SessionToken {
  let text: String

  static func random() -> SessionToken {
    var bytes = [UInt8](repeating: 0, count: 32)
    var generator = SystemRandomNumberGenerator()
    for index in bytes.indices { bytes[index] = UInt8.random(in: .min ... .max, using: &generator) }
    return SessionToken(text: Hex.text(bytes))
  }

  var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// Bound to the session and not derivable without the cookie.
  var formToken: String { Hex.text(SHA256.hash(data: Array("form:\(text)".utf8)).prefix(16)) }
}

/// Lower-case hexadecimal.
enum Hex {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { out in
      for (index, byte) in bytes.enumerated() {
        out[index * 2] = digit(byte >> 4)
        out[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }

  /// Sixteen random bytes for a form, so that sending it twice is noticed.
  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    return text((0..<2).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } })
  }
}
