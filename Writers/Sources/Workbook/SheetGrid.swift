import Drawing
import Paper

/// Where the cells of a sheet come to lie: the columns that all its tables share, and how many rows of the workbook each row takes.
struct SheetGrid {
  /// The edges of the columns, in mm.
  let edges: [Double]
  /// For each row of the plan, the first row of the workbook.
  let starts: [Int]
  /// For each row of the workbook, its height in points.
  let heights: [Double]

  /// A row of a workbook is at most 409 points high.
  private static let highest = 400.0

  init(_ plan: SheetPlan) {
    let cells = plan.rows.flatMap(\.cells)
    let wanted: [Double] = cells.map(\.from) + cells.map(\.to) + [0, plan.width]
    // Edges closer than this are one: a column of half a millimetre helps nobody.
    edges = wanted.sorted().reduce(into: []) { if $0.isEmpty || $1 - $0[$0.count - 1] > 1.2 { $0.append($1) } }
    var starts: [Int] = []
    var heights: [Double] = []
    for height in SheetGrid.heights(plan.rows) {
      starts.append(heights.count)
      let parts = max(1, Int((height / SheetGrid.highest).rounded(.up)))
      heights += Array(repeating: height / Double(parts), count: parts)
    }
    self.starts = starts
    self.heights = heights
  }

  /// The columns from this edge to that.
  func columns(_ cell: SheetCell) -> ClosedRange<Int> {
    let first = nearest(cell.from)
    return first...max(first, nearest(cell.to) - 1)
  }

  func rows(_ row: Int, covering count: Int) -> ClosedRange<Int> {
    let end = row + count < starts.count ? starts[row + count] : heights.count
    return starts[row]...max(starts[row], end - 1)
  }

  private func nearest(_ x: Double) -> Int {
    edges.indices.min { abs(edges[$0] - x) < abs(edges[$1] - x) } ?? 0
  }

  /// In points. Excel does not fit rows to merged cells, so the lines are counted here.
  private static func heights(_ rows: [SheetRow]) -> [Double] {
    var heights = rows.map { row in
      max(row.height * 72 / 25.4, row.cells.filter { $0.rows == 1 }.map(height).max() ?? 0, row.cells.isEmpty ? 4 : 15)
    }
    for (index, row) in rows.enumerated() {
      for cell in row.cells where cell.rows > 1 {
        let last = min(index + cell.rows, rows.count) - 1
        let lacking = height(cell) - heights[index...last].reduce(0, +)
        if lacking > 0 { heights[last] += lacking }
      }
    }
    return heights
  }

  private static func height(_ cell: SheetCell) -> Double {
    if case .drawing(let drawing) = cell.content {
      return cell.blank == nil ? drawing.size.height * min(1, (cell.to - cell.from) / max(drawing.size.width, 1)) * 72 / 25.4 + 4 : 0
    }
    if cell.isOneLine { return cell.look.size * 1.35 + 5 }
    let width = max(cell.to - cell.from - 3, 3) * 72 / 25.4
    let lines = cell.words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
      // A word that does not fit at the end of a line leaves a gap, hence the tenth more.
      $0 + max(1, Int((Drawing.width(of: String($1), size: cell.look.size) / width * 1.05).rounded(.up)))
    }
    return Double(lines) * cell.look.size * 1.35 + 5
  }
}
