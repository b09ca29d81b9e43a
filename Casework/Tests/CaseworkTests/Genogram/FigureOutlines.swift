@testable import Casework

extension Figure {
  /// Everybody with symbol and words.
  var people: [(key: PersonKey, boxes: [FigureBox])] {
    parts.filter { $0.role == .person }.map { part in
      (PersonKey(rawValue: part.keys.first ?? ""), (part.body.map { [$0] } ?? []) + part.texts.map(\.box))
    }
  }

  /// The outlines of one loop.
  func outlines(_ part: FigurePart) -> [[FigurePoint]] { part.marks.flatMap { $0.path.polylines() } }

  /// By counting how often a ray to the right meets the outline.
  static func encloses(_ outline: [FigurePoint], _ p: FigurePoint) -> Bool {
    zip(outline, outline.dropFirst()).reduce(false) { inside, edge in
      let (a, b) = edge
      guard (a.y > p.y) != (b.y > p.y) else { return inside }
      return p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) ? !inside : inside
    }
  }
}

extension FigureBox {
  var corners: [FigurePoint] {
    [FigurePoint(minX, minY), FigurePoint(maxX, minY), FigurePoint(maxX, maxY), FigurePoint(minX, maxY)]
  }
}
