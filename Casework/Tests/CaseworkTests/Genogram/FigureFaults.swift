@testable import Casework

/// What must not be in a drawing: things upon each other, lines through what they have nothing to do with.
struct FigureFaults {
  private(set) var all: [String] = []

  init(_ figure: Figure) {
    let people = figure.parts.filter { $0.body != nil }
    var boxes: [(owner: String, words: String, box: FigureBox, isSymbol: Bool)] = []
    for part in people {
      let owner = part.keys.first ?? ""
      if let body = part.body { boxes.append((owner, "記号\(owner)", body, true)) }
      for text in part.texts where !(part.body?.contains(text.box.center) ?? false) { boxes.append((owner, text.words, text.box, false)) }
    }
    for part in figure.parts where part.body == nil {
      for text in part.texts { boxes.append(("", text.words, text.box, false)) }
    }
    for (at, one) in boxes.enumerated() {
      for other in boxes[(at + 1)...] where one.box.padded(-0.5).overlaps(other.box.padded(-0.5)) {
        all.append("「\(one.words)」と「\(other.words)」が重なる")
      }
    }
    for part in figure.parts where part.body == nil && part.role != .legend {
      for (a, b) in part.marks.flatMap(\.path.segments) {
        for one in boxes where one.box.padded(-1).isCrossed(from: a, to: b) {
          // A line may end at its own symbol; a loop's line may touch nothing at all.
          if one.isSymbol, part.role != .loop, part.keys.contains(one.owner) { continue }
          if part.role == .tie, part.keys.contains(one.owner) { continue }
          all.append("\(part.role)\(part.keys)の線が「\(one.words)」を通る")
        }
      }
    }
    all = Array(Set(all)).sorted()
  }
}
