/// Number formats of the workbook that show what the paper shows.
enum NumberFormat {
  /// 和暦, with what stands behind the day on paper, such as an age.
  static func day(_ shown: String) -> String {
    let after = shown.lastIndex(of: "日").map { shown[shown.index(after: $0)...] } ?? ""
    return "[$-411]ggge\"年\"m\"月\"d" + quoted("日" + after)
  }

  /// As many places as on paper, marks for thousands, and the words before and after the number.
  static func number(_ shown: String) -> String {
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    guard let first = shown.firstIndex(where: isDigit), let last = shown.lastIndex(where: isDigit) else { return "General" }
    let digits = shown[first...last]
    let places = digits.lastIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    let whole = digits.contains(",") ? "#,##0" : "0"
    let before = shown[..<first].filter { $0 != "-" && $0 != "−" && $0 != "▲" }
    return quoted(before[...]) + whole + (places > 0 ? "." + String(repeating: "0", count: places) : "")
      + quoted(shown[shown.index(after: last)...])
  }

  private static func quoted(_ words: some StringProtocol) -> String {
    let plain = String(words).filter { $0 != "\"" && !$0.isNewline }
    // Excel takes formats of at most 255 characters.
    return plain.isEmpty ? "" : "\"\(plain.prefix(60))\""
  }
}
