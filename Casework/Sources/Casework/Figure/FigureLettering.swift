/// 「文字の幅」 How wide words are at a size, in points: whoever draws knows the typeface, the layout does not.
public typealias TextWidth = @Sendable (_ words: String, _ size: Double) -> Double

/// Sets words: lines that are not wider than allowed, one below the other.
struct FigureLettering: Sendable {
  let width: TextWidth
  let size: Double

  var lineHeight: Double { (size * 1.35).rounded(.up) }

  func measure(_ words: String) -> Double { width(words, size).rounded(.up) }

  /// Broken between characters so that no line is wider; a closing mark is never left alone at the start of a line.
  func wrapped(_ words: String, within limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in words {
      if !line.isEmpty, measure(line + String(character)) > limit, !"、。）」』，．)〜ー".contains(character) {
        lines.append(line)
        line = character == " " || character == "　" ? "" : String(character)
      } else {
        line.append(character)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// As many lines as `wrapped` needs, as even as they can be.
  func balanced(_ words: String, within limit: Double) -> [String] {
    let lines = wrapped(words, within: limit)
    guard lines.count > 1 else { return lines }
    var narrow = measure(words) / Double(lines.count)
    while narrow < limit {
      let even = wrapped(words, within: narrow)
      if even.count <= lines.count { return even }
      narrow += size / 2
    }
    return lines
  }

  /// 「…」 Shortened until it is not wider.
  func shortened(_ words: String, within limit: Double) -> String {
    guard measure(words) > limit else { return words }
    var rest = words
    while !rest.isEmpty, measure(rest + "…") > limit { rest.removeLast() }
    return rest + "…"
  }

  enum Alignment { case left, middle }

  /// The lines below one another, the first one's top at `top`.
  func set(
    _ lines: [String], x: Double, top: Double, _ alignment: Alignment = .middle, bold: Bool = false, tone: FigureTone = .ink
  ) -> [FigureText] {
    lines.enumerated().map { index, words in
      let width = measure(words)
      let left = alignment == .left ? x : x - width / 2
      let y = top + Double(index) * lineHeight
      return FigureText(
        words: words, anchor: FigurePoint(left, y + size * 1.05), size: size, isBold: bold, tone: tone,
        box: FigureBox(left, y, left + width, y + lineHeight))
    }
  }
}
