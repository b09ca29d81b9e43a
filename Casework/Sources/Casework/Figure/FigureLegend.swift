/// 「凡例」 The symbols in use with their words, set in lines below a drawing: always there (reference §11).
struct FigureLegend {
  /// Drawn around 0, 0, within 36 × 20.
  struct Entry: Hashable, Sendable {
    let marks: [FigureMark]
    let words: String
  }

  let entries: [Entry]
  let lettering: FigureLettering

  /// From the left upper corner on, not wider than `width` where the words allow it.
  func part(left: Double, top: Double, width: Double) -> FigurePart {
    var marks: [FigureMark] = []
    var texts = lettering.set(["凡例"], x: left, top: top, .left, bold: true)
    let row = max(24, lettering.lineHeight + 6)
    var (x, y) = (left + lettering.measure("凡例") + 14, top)
    let start = x
    for entry in entries {
      let wide = 40 + 4 + lettering.measure(entry.words)
      if x > start, x + wide > left + width { (x, y) = (start, y + row) }
      let middle = y + lettering.lineHeight / 2
      marks += entry.marks.map { $0.moved(FigurePoint(x + 20, middle)) }
      texts += lettering.set([entry.words], x: x + 44, top: y, .left)
      x += wide + 18
    }
    return FigurePart(.legend, words: "凡例：\(entries.map(\.words).joined(separator: "、"))", marks: marks, texts: texts)
  }

  /// A sample of a line.
  static func sample(_ line: FigureLine, arrow: Bool = false) -> [FigureMark] {
    let points = [FigurePoint(-18, 0), FigurePoint(18, 0)]
    return line.marks(along: points) + (arrow ? [line.head(at: points)] : [])
  }
}
