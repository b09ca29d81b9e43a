/// What several upright boxes cover together, and its outlines.
struct BoxUnion {
  private let xs: [Double]
  private let ys: [Double]
  private var covered: [[Bool]]

  init(_ boxes: [FigureBox]) {
    let xs = Set(boxes.flatMap { [$0.minX, $0.maxX] }).sorted()
    let ys = Set(boxes.flatMap { [$0.minY, $0.maxY] }).sorted()
    self.xs = xs
    self.ys = ys
    covered = ys.indices.dropLast().map { row in
      xs.indices.dropLast().map { column in
        let middle = FigurePoint((xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2)
        return boxes.contains { $0.contains(middle) }
      }
    }
  }

  private func isCovered(_ column: Int, _ row: Int) -> Bool {
    covered.indices.contains(row) && covered[row].indices.contains(column) && covered[row][column]
  }

  /// The closed outlines by their corners: outer ones, and one for every hole.
  var outlines: [[FigurePoint]] {
    // Edges with the covered side on the right, by the corner at which they begin.
    var edges: [Corner: [Corner]] = [:]
    for row in covered.indices {
      for column in covered[row].indices where covered[row][column] {
        if !isCovered(column, row - 1) { edges[Corner(column, row), default: []].append(Corner(column + 1, row)) }
        if !isCovered(column + 1, row) { edges[Corner(column + 1, row), default: []].append(Corner(column + 1, row + 1)) }
        if !isCovered(column, row + 1) { edges[Corner(column + 1, row + 1), default: []].append(Corner(column, row + 1)) }
        if !isCovered(column - 1, row) { edges[Corner(column, row + 1), default: []].append(Corner(column, row)) }
      }
    }
    var outlines: [[FigurePoint]] = []
    while let start = edges.keys.min() {
      var ring = [start]
      var at = start
      while let next = edges[at]?.popLast() {
        if edges[at]?.isEmpty == true { edges[at] = nil }
        at = next
        if at == start { break }
        ring.append(at)
      }
      outlines.append(straightened(ring))
    }
    return outlines
  }

  private struct Corner: Hashable, Comparable {
    let column: Int
    let row: Int

    init(_ column: Int, _ row: Int) {
      self.column = column
      self.row = row
    }

    static func < (a: Corner, b: Corner) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  /// Only the corners at which the outline turns.
  private func straightened(_ ring: [Corner]) -> [FigurePoint] {
    ring.indices.filter { at in
      let (before, after) = (ring[(at + ring.count - 1) % ring.count], ring[(at + 1) % ring.count])
      return before.row != after.row && before.column != after.column
    }.map { FigurePoint(xs[ring[$0].column], ys[ring[$0].row]) }
  }
}
