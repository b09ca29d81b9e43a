/// 「ふりがな」 Folding of readings for kana fields.
public enum KanaReading {
  /// Hiragana and half-width katakana as full-width katakana (voicing marks composed), blanks as one full-width blank, the rest as it is.
  ///
  /// 「さとう　花子」→「サトウ　花子」, "ｻﾄｳ ｼﾞﾛｳ" → 「サトウ　ジロウ」. Idempotent. For readings only, never for the written name.
  public static func fold(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3041...0x3096, 0x309D...0x309E:
        result.append(Unicode.Scalar(scalar.value + 0x60) ?? scalar)
      case 0xFF66...0xFF9D:
        result.append(halfWidthKatakana[Int(scalar.value - 0xFF66)])
      case 0xFF65:
        result.append("・")
      case 0xFF9E, 0x3099, 0x309B:
        mark(&result, voiced, otherwise: "゛")
      case 0xFF9F, 0x309A, 0x309C:
        mark(&result, halfVoiced, otherwise: "゜")
      case _ where scalar.properties.isWhitespace:
        if let last = result.last, last != "　" { result.append("　") }
      default:
        result.append(scalar)
      }
    }
    if result.last == "　" { result.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  /// True when the folded text holds only katakana, Latin letters, ・, - and blanks.
  public static func isReading(_ text: String) -> Bool {
    fold(text).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x30A1...0x30FE, 0x3000, 0x20, 0x2D, 0x2E, 0x27: true
      default: scalar.properties.isAlphabetic && scalar.halfWidth.isASCII
      }
    }
  }

  private static func mark(_ result: inout [Unicode.Scalar], _ table: [Unicode.Scalar: Unicode.Scalar], otherwise: Unicode.Scalar) {
    if let last = result.last, let composed = table[last] {
      result[result.count - 1] = composed
    } else {
      result.append(otherwise)
    }
  }

  /// U+FF66 to U+FF9D.
  private static let halfWidthKatakana = Array("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  static let voiced = pairs("カキクケコサシスセソタチツテトハヒフヘホウ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ")
  static let halfVoiced = pairs("ハヒフヘホ", "パピプペポ")

  static func pairs(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }
}
