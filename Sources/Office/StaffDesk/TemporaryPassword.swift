/// A first password that is shown once and must be changed at the first sign-in (「仮パスワード」).
enum TemporaryPassword {
  /// Letters and digits that nobody mistakes for another.
  private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

  /// Three groups of four, about 59 bits.
  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<3).map { _ in String((0..<4).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }) }
    return groups.joined(separator: "-")
  }
}
