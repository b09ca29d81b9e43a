import Paper

/// Which fonts draw which letters, and what of a text can be drawn at all.
enum Legible {
  /// In order of preference. IPAmj is not required; where it is installed it draws the variants of family registers.
  static func families(_ face: Style.Face) -> [String] {
    switch face {
    case .mincho: ["IPAexMincho", "Noto Serif CJK JP", "IPAmjMincho", "Noto Sans CJK JP", "IPAexGothic"]
    case .gothic: ["IPAexGothic", "Noto Sans CJK JP", "IPAmjMincho", "Noto Serif CJK JP", "IPAexMincho"]
    }
  }

  /// The text without what would not be drawn but change what is: control characters, and marks that turn the direction of reading.
  static func cleaned(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: break
      case "\r", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.unicodeScalars.append("\n")
      case "\t": result += "　"
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The base and the selector of an ideograph with a variation selector.
  static func variant(_ character: Character) -> (base: UInt32, selector: UInt32)? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count > 1 else { return nil }
    let selector = scalars[1].value
    // U+FE0E and U+FE0F choose between text and picture, which is no other letter.
    guard (0xE0100...0xE01EF).contains(selector) || (0xFE00...0xFE0D).contains(selector) else { return nil }
    return (scalars[0].value, selector)
  }
}
