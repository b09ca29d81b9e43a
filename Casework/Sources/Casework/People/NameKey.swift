import Foundation

/// 「名前の照合キー」 Text under which names that people confuse become equal, so that the same person is found again.
///
/// Keys are for looking up candidates, never for display: they merge on purpose more than a reader would, and a person decides.
/// Source: reference §8.5 (Kana search: width, dakuten, small kana, 長音; old and new kanji 辺邊邉, 高髙, 崎﨑); issue "Intake".
public enum NameKey {
  /// The key of a written name: 斎藤 = 斉藤 = 齋藤, 渡辺 = 渡邉 = 渡邊, 髙橋 = 高橋. Ignores IVS, width, case, blanks and ・; kana in it as in `ofKana`.
  public static func of(_ name: String) -> String {
    var result: [Unicode.Scalar] = []
    for scalar in decomposed(name) {
      if isIgnored(scalar) { continue }
      if let kana = KanaKey.class(of: scalar) {
        result.append(kana)
      } else if let modern = KanjiVariants.modern[scalar] {
        result.append(modern)
      } else {
        result.append(contentsOf: scalar.halfWidth.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return text(result)
  }

  /// The key of a reading: ignores hiragana and katakana, width, voicing (が/か, ぱ/は, ず/づ/す/つ), small kana, long vowels (おお, おう, ー), blanks and ・.
  public static func ofKana(_ kana: String) -> String {
    var result: [Unicode.Scalar] = []
    for scalar in decomposed(kana) where !isIgnored(scalar) {
      if let base = KanaKey.class(of: scalar) {
        result.append(base)
        if KanaKey.isLong(base, in: result) { result.removeLast() }
      } else if scalar != "ー" {
        result.append(contentsOf: scalar.halfWidth.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return text(result)
  }

  /// Katakana apart from their voicing marks; ヴァ ヴィ ヴ ヴェ ヴォ first read as バ ビ ブ ベ ボ.
  private static func decomposed(_ text: String) -> String.UnicodeScalarView {
    var folded = KanaReading.fold(text)
    if folded.contains("ヴ") {
      for (foreign, common) in [("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ")] {
        folded = folded.replacingOccurrences(of: foreign, with: common)
      }
    }
    return folded.decomposedStringWithCanonicalMapping.unicodeScalars
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Variation selectors, combining voicing marks, blanks and the points between foreign names.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x3099, 0x309A, 0x309B, 0x309C, 0x30FB, 0xB7, 0x2D, 0x2E, 0x2C, 0x27, 0x3D, 0xFF1D, 0x30A0,
      0x200B...0x200F:
      true
    default: scalar.properties.isWhitespace
    }
  }
}

/// Classes of katakana that names confuse.
enum KanaKey {
  /// The class a katakana belongs to; nil for other characters. Decomposed text only: ガ arrives as カ and a mark.
  static func `class`(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x30A1...0x30FA).contains(scalar.value) else { return nil }
    return merged[scalar] ?? scalar
  }

  /// True when the last of `result`, just appended, only lengthens the vowel before it: オオ, オウ, ウウ, エイ, エエ, アア, イイ.
  static func isLong(_ kana: Unicode.Scalar, in result: [Unicode.Scalar]) -> Bool {
    guard result.count > 1, let row = rows[result[result.count - 2]] else { return false }
    switch kana {
    case "ア": return row == "ア"
    case "イ": return row == "イ" || row == "エ"
    case "ウ": return row == "ウ" || row == "オ"
    case "エ": return row == "エ"
    case "オ": return row == "オ"
    default: return false
    }
  }

  /// Small kana as large; ツ with ス and チ with シ, because ヅ = ズ and ヂ = ジ (シヅ子, シズ子); old ヰ ヱ ヲ.
  private static let merged = KanaReading.pairs("ァィゥェォッャュョヮヵヶツチヂヅヰヱヲ", "アイウエオスヤユヨワカケスシシスイエオ")

  /// The vowel of each kana.
  private static let rows: [Unicode.Scalar: Unicode.Scalar] = {
    let table: [(Unicode.Scalar, String)] = [
      ("ア", "アカサタナハマヤラワ"), ("イ", "イキシニヒミリ"), ("ウ", "ウクスヌフムユル"), ("エ", "エケセテネヘメレ"), ("オ", "オコソトノホモヨロ"),
    ]
    var rows: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (vowel, kana) in table {
      for scalar in kana.unicodeScalars { rows[scalar] = vowel }
    }
    return rows
  }()
}
