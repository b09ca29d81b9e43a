import Casework
import Crypto
import Store

/// The only writer of `session`.
enum SessionRecords {
  /// - Parameter provenAt: when the person last showed who they are; the moment of sign-in itself when nothing is given.
  static func start(
    _ writing: Writing, tokenHash: [UInt8], staff: StaffID, at now: Int, remote: String, browser: String, provenAt: Int? = nil,
    way: SignInWay = .password, hasFactor: Bool = false
  ) throws {
    try writing.run(
      """
      INSERT INTO session (token_hash, staff_id, started_at, seen_at, remote, browser, proven_at, way, has_factor)
      VALUES (\(tokenHash), \(staff), \(now), \(now), \(remote), \(browser), \(provenAt ?? now), \(way.rawValue), \(hasFactor))
      """)
  }

  /// The person at this session has shown again who they are.
  static func prove(_ writing: Writing, tokenHash: [UInt8], at now: Int, withFactor: Bool) throws {
    try writing.run(
      """
      UPDATE session SET proven_at = max(proven_at, \(now)), has_factor = max(has_factor, \(withFactor)) WHERE token_hash = \(tokenHash)
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

extension SessionRecords {
  /// Ends the session of one cookie.
  static func end(_ writing: Writing, tokenHash: [UInt8], at now: Int) throws {
    try writing.run("UPDATE session SET ended_at = \(now) WHERE token_hash = \(tokenHash) AND ended_at IS NULL")
  }

  /// Ends one session of a person by the mark under which the list shows it.
  static func end(_ writing: Writing, mark: String, of staff: StaffID, at now: Int) throws {
    try writing.run(
      """
      UPDATE session SET ended_at = \(now)
      WHERE staff_id = \(staff) AND ended_at IS NULL AND hex(substr(token_hash, 1, 8)) = \(mark)
      """)
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

  /// The bytes a text stands for; nothing when it is no hexadecimal.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }

  /// Sixteen random bytes for a form, so that sending it twice is noticed.
  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    return text((0..<2).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } })
  }
}
