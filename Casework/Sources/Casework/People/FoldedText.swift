/// One word to look for, folded, and where it counts as found (「伏せる語」).
struct RedactedTerm: Sendable {
  enum Place: Sendable {
    case anywhere
    /// Not as a part of a longer name or word.
    case word
    /// Only with さん, 氏 and the like behind it, which are then masked too.
    case titled
    /// Not as a part of a longer number, whatever dashes stand in it.
    case number
    /// With what follows of the house number.
    case address
  }

  let scalars: [Unicode.Scalar]
  let place: Place

  /// Nothing when nothing is left to look for.
  init?(_ words: String, _ place: Place) {
    scalars = FoldedText(words, dropsDashes: place == .number).units.map(\.scalar)
    self.place = place
    if scalars.isEmpty { return nil }
  }

  /// The same for the same word.
  var key: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A text made alike for looking words up in it, with the place of everything in the text as it is written (「照合用の文」).
struct FoldedText {
  struct Unit {
    let scalar: Unicode.Scalar
    let from: String.Index
    let to: String.Index
  }

  let text: String
  private(set) var units: [Unit] = []

  /// - Parameter dropsDashes: also without dashes and brackets, for telephone numbers.
  init(_ text: String, dropsDashes: Bool) {
    self.text = text
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      for scalar in FoldedText.folded(text[index]) where !(dropsDashes && (scalar.isDash || "()".unicodeScalars.contains(scalar))) {
        units.append(Unit(scalar: scalar, from: index, to: next))
      }
      index = next
    }
  }

  /// Blanks and marks of variants fall away; kana as katakana, old kanji as new, all in half width.
  private static func folded(_ character: Character) -> [Unicode.Scalar] {
    if character.isWhitespace || character == "・" { return [] }
    return KanaReading.fold(String(character)).unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      switch scalar.value {
      case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x200B...0x200F: []
      default:
        KanjiVariants.modern[scalar].map { [$0] } ?? Array(scalar.halfWidth.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }

  func ranges(of term: RedactedTerm) -> [Range<String.Index>] {
    let count = term.scalars.count
    guard count <= units.count else { return [] }
    return (0...(units.count - count)).compactMap { start in
      guard units[start].scalar == term.scalars[0], isWhole(start, start + count),
        zip(units[start..<(start + count)], term.scalars).allSatisfy({ $0.scalar == $1 })
      else { return nil }
      return range(start, start + count, term.place)
    }
  }

  /// Begins and ends with a character, not within one.
  private func isWhole(_ start: Int, _ end: Int) -> Bool {
    (start == 0 || units[start - 1].from != units[start].from) && (end == units.count || units[end].from != units[end - 1].from)
  }

  private func range(_ start: Int, _ end: Int, _ place: RedactedTerm.Place) -> Range<String.Index>? {
    let (from, to) = (units[start].from, units[end - 1].to)
    let before = start > 0 ? text[units[start - 1].from] : nil
    let after = end < units.count ? text[units[end].from] : nil
    switch place {
    case .anywhere: return from..<to
    case .number:
      return before?.isDigit == true || after?.isDigit == true ? nil : from..<to
    case .address:
      if text[units[end - 1].from].isDigit, after?.isDigit == true { return nil }
      return from..<text.endOfHouseNumber(to)
    case .titled:
      guard let end = text.endOfTitle(to), !text[from].continues(before, isStart: true) else { return nil }
      return from..<end
    case .word:
      if text[from].continues(before, isStart: true) { return nil }
      if text.endOfTitle(to) == nil, text[units[end - 1].from].continues(after, isStart: false) { return nil }
      return from..<to
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool { isWholeNumber && isNumber && unicodeScalars.allSatisfy { $0.halfWidth.isASCII } }

  private var isKanji: Bool { unicodeScalars.first.map { $0.properties.isIdeographic } ?? false }

  private enum Script { case hiragana, katakana }
  private var script: Script? {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x3041...0x309F: .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: .katakana
    default: nil
    }
  }

  /// Particles after which, or before which, a word of hiragana ends.
  private static let particles: Set<Character> = ["は", "が", "を", "に", "と", "の", "も", "へ", "で", "や", "か", "ら"]
  /// Kanji that stand before a name without being part of it: 長男, 妻, 母.
  private static let kin: Set<Character> = ["夫", "妻", "父", "母", "子", "男", "女", "兄", "弟", "姉", "妹", "孫", "祖", "親", "者", "員", "人", "様"]

  /// Kanji that make the name of a place out of a name.
  private static let places: Set<Character> = ["町", "村", "市", "区", "県", "郡", "駅", "丁"]

  /// The neighbour belongs to the same word, so that a word beginning or ending here would be half of it.
  fileprivate func continues(_ neighbour: Character?, isStart: Bool) -> Bool {
    guard let neighbour else { return false }
    if isKanji { return isStart ? neighbour.isKanji && !Character.kin.contains(neighbour) : Character.places.contains(neighbour) }
    guard let script, neighbour.script == script else { return false }
    return !(script == .hiragana && Character.particles.contains(neighbour))
  }
}

extension String {
  private static let titles = ["さん", "さま", "ちゃん", "くん", "君", "様", "氏", "殿"]

  /// The end of さん and the like at this place, blanks before it skipped; nothing where there is none.
  fileprivate func endOfTitle(_ place: Index) -> Index? {
    let rest = self[place...].drop { $0 == " " || $0 == "　" }
    return String.titles.first { rest.hasPrefix($0) }.map { index(rest.startIndex, offsetBy: $0.count) }
  }

  /// The end of what follows of a house number: 「-3」「の2」 and the room.
  fileprivate func endOfHouseNumber(_ place: Index) -> Index {
    var end = place
    while end < endIndex {
      let isDash = self[end].unicodeScalars.allSatisfy(\.isDash)
      guard isDash, let first = self[index(after: end)...].first, first.isDigit else { break }
      end = index(after: end)
      while end < endIndex, self[end].isDigit { end = index(after: end) }
    }
    return end
  }
}
