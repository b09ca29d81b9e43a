import Drawing

/// Something drawn on a page. All lengths in points, from the top left corner of the page.
enum Mark {
  /// A line of text with the left end of its baseline.
  case text(SetLine, Point, Ink)
  /// The sign of an option, with the left end of its baseline; its label is the next text.
  case sign(SetLine, reads: String, isChecked: Bool, Point)
  /// A straight line.
  case rule(Point, Point, width: Double)
  /// A rectangle with its top left corner; `fill` is a level of grey.
  case box(Point, Size, fill: Double?, line: Double?)
  /// A shape of a drawing in mm, with its origin on the page and its scale in points per mm.
  case shape(Shape, Point, Double)

  func moved(_ dx: Double, _ dy: Double) -> Mark {
    func move(_ p: Point) -> Point { Point(p.x + dx, p.y + dy) }
    return switch self {
    case .text(let line, let p, let ink): .text(line, move(p), ink)
    case .sign(let line, let reads, let isChecked, let p): .sign(line, reads: reads, isChecked: isChecked, move(p))
    case .rule(let a, let b, let width): .rule(move(a), move(b), width: width)
    case .box(let p, let size, let fill, let line): .box(move(p), size, fill: fill, line: line)
    case .shape(let shape, let p, let scale): .shape(shape, move(p), scale)
    }
  }
}

/// A horizontal slice of content that is never cut: a line of text, a row of options, a drawing. Marks are from its own top left corner.
struct Piece {
  var height: Double
  var marks: [Mark] = []
}

extension [Piece] {
  var height: Double { reduce(0) { $0 + $1.height } }

  /// The marks of all pieces, one below the other, from this place on.
  func marks(at origin: Point) -> [Mark] {
    var y = origin.y
    return flatMap { piece in
      defer { y += piece.height }
      return piece.marks.map { $0.moved(origin.x, y) }
    }
  }

  /// Takes from the front as many pieces as are not higher than this together.
  mutating func take(upTo height: Double) -> [Piece] {
    var (count, sum) = (0, 0.0)
    while count < self.count, sum + self[count].height <= height + 0.01 {
      sum += self[count].height
      count += 1
    }
    defer { removeFirst(count) }
    return [Piece](prefix(count))
  }
}

extension Double {
  /// Millimetres as points.
  var mm: Double { self * 72 / 25.4 }
}
