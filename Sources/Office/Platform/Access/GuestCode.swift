import Casework

/// The code of a link (「番号」), told on another channel. The database knows only its hash.
enum GuestCode {
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<GuestPass.codeDigits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }
}
