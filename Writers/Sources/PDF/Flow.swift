import Drawing

/// Where the next thing is put: pages that fill from top to bottom. In points.
final class Flow {
  let x: Double
  let width: Double
  let top: Double
  let bottom: Double
  private(set) var pages: [[Mark]] = [[]]
  var y: Double

  init(x: Double, width: Double, top: Double, bottom: Double) {
    self.x = x
    self.width = width
    self.top = top
    self.bottom = bottom
    y = top
  }

  /// A page without an end, to see how high something becomes.
  convenience init(width: Double) {
    self.init(x: 0, width: width, top: 0, bottom: .infinity)
  }

  var remaining: Double { bottom - y }
  /// The height of an empty page.
  var height: Double { bottom - top }
  var isAtTop: Bool { y <= top + 0.01 }

  func breakPage() {
    guard bottom.isFinite else { return }
    pages.append([])
    y = top
  }

  /// Whether so much fits here; a new page if not, unless this is one.
  func make(room height: Double) {
    if height > remaining + 0.01, !isAtTop { breakPage() }
  }

  func add(_ marks: [Mark]) {
    pages[pages.count - 1] += marks
  }

  /// How many marks are on this page so far.
  var count: Int { pages[pages.count - 1].count }

  /// Puts marks among those that are there, where they are to be read.
  func insert(_ marks: [Mark], at position: Int) {
    pages[pages.count - 1].insert(contentsOf: marks, at: position)
  }

  /// Puts pieces one below the other, over as many pages as it takes.
  func add(_ pieces: [Piece], indent: Double = 0) {
    for piece in pieces {
      make(room: piece.height)
      add(piece.marks.map { $0.moved(x + indent, y) })
      y += piece.height
    }
  }
}
