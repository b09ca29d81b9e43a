import Paper

/// Which fonts draw which letters.
enum Fonts {
  /// In order of preference. IPAmj is not required; where it is installed it draws the variants of family registers.
  static func families(_ face: Style.Face) -> [String] {
    switch face {
    case .mincho: ["IPAexMincho", "Noto Serif CJK JP", "IPAmjMincho", "Noto Sans CJK JP", "IPAexGothic"]
    case .gothic: ["IPAexGothic", "Noto Sans CJK JP", "IPAmjMincho", "Noto Serif CJK JP", "IPAexMincho"]
    }
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
