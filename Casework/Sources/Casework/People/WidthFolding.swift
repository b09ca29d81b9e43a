extension Unicode.Scalar {
  /// Full-width ASCII as ASCII, the ideographic space as a space; every other character as it is.
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000, 0x00A0: " "
    default: self
    }
  }

  /// The many dashes that keyboards produce between digits, among them the long-vowel sign.
  var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0xFF70, 0x2500, 0x2501: true
    default: false
    }
  }
}

extension String {
  /// 「半角に揃える」 For dates, telephone numbers and Latin letters only. Never for names: they are kept byte for byte (reference §8.5).
  var halfWidth: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.halfWidth) }
    return String(result)
  }

  /// The ASCII digits of the text, full-width ones included, in order.
  var digits: String {
    halfWidth.filter { $0.isASCII && $0.isNumber }
  }

  /// True when nothing but white space is in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
