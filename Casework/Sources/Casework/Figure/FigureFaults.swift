/// 「図の重なり」 What must not be in a drawing: things upon each other, lines through what they have nothing to do with. Measured by the tests of
/// every kind of household. Source: reference §11.1 (legible, without crossings where possible).
public struct FigureFaults {
  /// In sentences, none twice.
  public private(set) var all: [String] = []

  private struct Thing {
    let owner: String
    let words: String
    let box: FigureBox
    let isSymbol: Bool
  }

  public init(_ figure: Figure) {
    let things = figure.parts.flatMap(Self.things)
    for (at, one) in things.enumerated() {
      for other in things[(at + 1)...] where one.box.padded(-0.5).overlaps(other.box.padded(-0.5)) {
        all.append("「\(one.words)」と「\(other.words)」が重なる")
      }
    }
    for part in figure.parts where part.body == nil && ![.legend, .scale, .event].contains(part.role) {
      for (a, b) in part.marks.flatMap(\.path.segments) {
        for one in things where one.box.padded(-1).isCrossed(from: a, to: b) && !Self.mayTouch(part, one) {
          all.append("\(part.role)\(part.keys)の線が「\(one.words)」を通る")
        }
      }
    }
    all = Array(Set(all)).sorted()
  }

  /// Words within a symbol belong to it.
  private static func things(_ part: FigurePart) -> [Thing] {
    let owner = part.keys.first ?? ""
    let body = part.body.map { [Thing(owner: owner, words: "記号\(owner)", box: $0, isSymbol: true)] } ?? []
    let texts = part.texts.filter { !(part.body?.contains($0.box.center) ?? false) }
    return body + texts.map { Thing(owner: part.body == nil ? "" : owner, words: $0.words, box: $0.box, isSymbol: false) }
  }

  /// A line may end at its own symbol, a line of feeling may also bend over its own words; a loop may touch nothing at all.
  private static func mayTouch(_ part: FigurePart, _ thing: Thing) -> Bool {
    part.keys.contains(thing.owner) && (part.role == .tie || (thing.isSymbol && part.role != .loop))
  }
}
