/// 「マイナンバーの見張り」 Finds numbers in free text that may be an individual number, so that the writer is warned to take them out.
///
/// The programme is not one that may use マイナンバー: there is no field for it (reference §8.1 [K]). A warning, never a block: one number in eleven
/// of twelve digits passes the check digit by chance.
public enum MyNumberGuard {
  /// One number found.
  public struct Finding: Hashable, Sendable {
    public let range: Range<String.Index>
    /// Where it begins, in characters from the start of the text.
    public let offset: Int
    /// How many characters it covers, blanks and hyphens included.
    public let length: Int
  }

  /// The sentence shown next to the text.
  public static let warning = "マイナンバー（個人番号）とみられる12けたの番号があります。この事業では記録できないため、消してください。別の番号であれば、そのままで構いません。"

  /// Twelve digits with a valid check digit, full or half width: in one run, or in equal groups (4-4-4, 3-3-3-3, 1-1-…) parted by one blank or hyphen.
  public static func findings(in text: String) -> [Finding] {
    let characters = Array(text)
    let indices = Array(text.indices) + [text.endIndex]
    return runs(in: characters).compactMap { run in
      guard isNumber(run.groups) else { return nil }
      return Finding(range: indices[run.start]..<indices[run.end], offset: run.start, length: run.end - run.start)
    }
  }

  /// True when the last of twelve digits is the check digit of the other eleven (番号法施行令8条, 総務省令85号5条).
  public static func hasValidCheckDigit(_ digits: [Int]) -> Bool {
    guard digits.count == 12, digits.allSatisfy((0...9).contains) else { return false }
    let sum = digits.dropLast().reversed().enumerated().reduce(0) { sum, item in
      let n = item.offset + 1
      return sum + item.element * (n <= 6 ? n + 1 : n - 5)
    }
    let remainder = sum % 11
    return digits[11] == (remainder <= 1 ? 0 : 11 - remainder)
  }

  private struct Run {
    let start: Int
    var end: Int
    var groups: [[Int]]
  }

  private static func runs(in characters: [Character]) -> [Run] {
    var runs: [Run] = []
    var current: Run?
    for (index, character) in characters.enumerated() {
      if let digit = digit(character) {
        if var run = current, index - run.end <= 1 {
          if index == run.end { run.groups[run.groups.count - 1].append(digit) } else { run.groups.append([digit]) }
          run.end = index + 1
          current = run
        } else {
          if let current { runs.append(current) }
          current = Run(start: index, end: index + 1, groups: [[digit]])
        }
      } else if !isSeparator(character), let run = current {
        runs.append(run)
        current = nil
      }
    }
    if let current { runs.append(current) }
    return runs
  }

  private static func isNumber(_ groups: [[Int]]) -> Bool {
    let digits = groups.flatMap(\.self)
    return digits.count == 12 && Set(groups.map(\.count)).count == 1 && hasValidCheckDigit(digits)
  }

  private static func digit(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
    let half = scalar.halfWidth
    return half.isASCII ? half.properties.numericType == nil ? nil : Int(half.value - 48) : nil
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character == " " || character == "　" || character.unicodeScalars.allSatisfy(\.isDash)
  }
}
