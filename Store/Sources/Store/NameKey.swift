extension JapaneseText {
  /// 「氏名の照合キー」 Folded, and then what makes one reading look like two is dropped: voicing (が→か, ぱ→は), small kana, long vowel
  /// marks, spaces and ・; 々 and ゝ become the character they repeat.
  ///
  /// For finding candidates of the same person, never for storing or showing. Different names can share a key.
  public static func nameKey(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in folded(text).unicodeScalars {
      switch scalar {
      case " ", "-", "~", "=", "'", "\u{B7}", "\u{3099}", "\u{309A}":
        continue
      case "ゝ", "ゞ", "々", "〻":
        if let last { key.append(last) }
      default:
        let plain = plain(scalar)
        key.append(plain)
        last = plain
      }
    }
    return String(key)
  }

  /// The unvoiced large kana of a kana; anything else as it is.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard 0x3041...0x30FA ~= scalar.value else { return scalar }
    return plainKana[scalar] ?? scalar
  }

  private static let plainKana: [Unicode.Scalar: Unicode.Scalar] = {
    let from = "ぁぃぅぇぉがぎぐげござじずぜぞだぢっづでどばびぶべぼぱぴぷぺぽゃゅょゎゐゑをゔゕゖヷヸヹヺ"
    let to = "あいうえおかきくけこさしすせそたちつつてとはひふへほはひふへほやゆよわいえおうかけわいえお"
    return Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
  }()
}
