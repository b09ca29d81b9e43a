/// 「氏名とふりがな」 Kept byte for byte: 外字 as IVS or private-use characters, Latin names, half-width letters are never normalised.
///
/// Two names are equal only when their UTF-8 bytes are: Swift's own `==` would treat 神 (U+FA19) and 神 as the same text.
/// Source: reference §8.5 (Characters). Length is counted in what a reader sees as one character.
public struct PersonName: Sendable, Codable {
  /// 「氏名」 as it was written.
  public let written: String
  /// 「ふりがな」 as it was written; nil when not known.
  public let kana: String?

  public init(written: String, kana: String? = nil) {
    self.written = written
    self.kana = kana
  }

  /// Number of characters as seen: 葛󠄀 (with a variation selector) is one.
  public var length: Int { written.count }

  /// Nothing was written.
  public var isBlank: Bool { written.isBlank && (kana ?? "").isBlank }

  /// The kana in full-width katakana for fields and sorting; nil when not known.
  public var katakana: String? { kana.map(KanaReading.fold) }
}

extension PersonName: Hashable {
  public static func == (a: PersonName, b: PersonName) -> Bool {
    a.written.utf8.elementsEqual(b.written.utf8) && (a.kana == nil) == (b.kana == nil)
      && (a.kana ?? "").utf8.elementsEqual((b.kana ?? "").utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in written.utf8 { hasher.combine(byte) }
    hasher.combine(kana == nil)
    for byte in (kana ?? "").utf8 { hasher.combine(byte) }
  }
}
