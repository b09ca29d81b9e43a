/// 「伏せ字」 Takes the names, addresses and telephones of people out of a text, in all their spellings.
///
/// Finds a name with and without the blank, in kanji, old kanji, hiragana and katakana, full and half width. Where two words overlap, what they
/// cover together is masked as one, so that no half of either stays; and a word is not taken out of the middle of a longer one.
/// Source: 個人情報保護法79条（部分開示）; reference §8.1 (one person's part with third-party data masked).
public struct Redaction: Sendable {
  /// What stands for masked words, of one length whatever they were.
  public static let mark = "■■■"

  /// A piece of a text: to be read, or masked.
  public enum Piece: Hashable, Sendable {
    case open(String)
    case masked(String)
  }

  private let terms: [RedactedTerm]

  /// Words wherever they stand, as an official typed them.
  public init(words: [String]) {
    terms = words.compactMap { RedactedTerm($0, .anywhere) }
  }

  /// Everything that tells who these people are. What is also the own person's (the family name, the common address) stays.
  public init(people: [RedactedPerson], sparing own: RedactedPerson = RedactedPerson()) {
    let spared = Set(own.terms.map(\.key))
    var seen: Set<String> = []
    terms = people.flatMap(\.terms).filter { !spared.contains($0.key) && seen.insert($0.key).inserted }
  }

  public var isEmpty: Bool { terms.isEmpty }

  /// The text with the mark in place of every word found.
  public func applied(to text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .open(let words): words
      case .masked: Redaction.mark
      }
    }.joined()
  }

  /// The words found, as they are written in the text, each once.
  public func found(in text: String) -> [String] {
    var seen: Set<String> = []
    return pieces(of: text).compactMap { piece in
      if case .masked(let words) = piece, seen.insert(words).inserted { words } else { nil }
    }
  }

  /// The text cut at what is masked.
  public func pieces(of text: String) -> [Piece] {
    guard !terms.isEmpty, !text.isEmpty else { return text.isEmpty ? [] : [.open(text)] }
    let plain = FoldedText(text, dropsDashes: false)
    let numbers = FoldedText(text, dropsDashes: true)
    let ranges = terms.flatMap { term in term.place == .number ? numbers.ranges(of: term) : plain.ranges(of: term) }
    var pieces: [Piece] = []
    var rest = text.startIndex
    for range in Redaction.joined(ranges) {
      if rest < range.lowerBound { pieces.append(.open(String(text[rest..<range.lowerBound]))) }
      pieces.append(.masked(String(text[range])))
      rest = range.upperBound
    }
    if rest < text.endIndex { pieces.append(.open(String(text[rest...]))) }
    return pieces
  }

  /// Ranges that overlap or touch become one.
  private static func joined(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    var out: [Range<String.Index>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = out.last, range.lowerBound <= last.upperBound {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        out.append(range)
      }
    }
    return out
  }
}

/// 「伏せる人」 What tells who somebody is.
public struct RedactedPerson: Hashable, Sendable {
  /// As they are written; 通称 and 旧姓 too.
  public var names: [String] = []
  public var readings: [String] = []
  public var addresses: [String] = []
  /// Telephone numbers and postal codes.
  public var numbers: [String] = []
  public var emails: [String] = []

  public init() {}

  var terms: [RedactedTerm] {
    names.flatMap { RedactedPerson.parts($0, isReading: false) } + readings.flatMap { RedactedPerson.parts($0, isReading: true) }
      + addresses.flatMap(RedactedPerson.addresses) + numbers.compactMap { $0.digits.count < 7 ? nil : RedactedTerm($0.digits, .number) }
      + emails.compactMap { RedactedTerm($0, .anywhere) }
  }

  /// The whole name, and its parts where they can stand for the person.
  private static func parts(_ name: String, isReading: Bool) -> [RedactedTerm] {
    let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
    let isShort = name.count(where: { !$0.isWhitespace }) < 2
    let whole = RedactedTerm(name, isShort ? .titled : parts.count > 1 ? .anywhere : place(name, isReading))
    guard parts.count > 1 else { return [whole].compactMap(\.self) }
    return ([whole] + parts.map { RedactedTerm($0, place($0, isReading)) }).compactMap(\.self)
  }

  /// A part of a name of one character, or of two kana, means the person only before さん and the like.
  private static func place(_ part: String, _ isReading: Bool) -> RedactedTerm.Place {
    if isReading || KanaReading.isReading(part) { return part.count < 3 ? .titled : .word }
    return part.count < 2 ? .titled : .word
  }

  /// As it is written, and without the town in front.
  private static func addresses(_ address: String) -> [RedactedTerm] {
    var all = [address]
    if let end = address.firstIndex(where: { "市区郡".contains($0) }), address.index(after: end) < address.endIndex {
      let rest = String(address[address.index(after: end)...])
      if rest.count >= 4, rest.contains(where: \.isNumber) { all.append(rest) }
    }
    return all.compactMap { RedactedTerm($0, .address) }
  }
}
