import Paper

/// A cell with its place and its content laid out.
struct SetCell {
  let placed: PlacedCell
  /// From the left end of the table, in points.
  let x: Double
  let width: Double
  var pieces: [Piece]
  /// At least so high, in points.
  let least: Double
  /// Whether these pieces are a label that was already read on the page before.
  var isSaidAgain = false

  var isLabel: Bool { placed.cell.role == .label }
  var lastRow: Int { placed.row + placed.rows - 1 }
}

/// A table with its cells laid out and its rows measured.
struct SetTable {
  let rows: [[SetCell]]
  /// Without page breaks, in points.
  let heights: [Double]
  /// Rows that hang together through cells that cover several of them.
  let groups: [Range<Int>]
  let padding: Double

  init(_ rows: [Row], shares: [Double], width: Double, cells setter: CellSetter) {
    let padding = setter.style.padding.mm
    let edges = shares.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1 * width) }
    let set = Table.placed(rows, columns: shares.count).map { line in
      line.map { placed in
        let x = edges[placed.column]
        let wide = edges[min(placed.column + placed.span, edges.count - 1)] - x
        let isHandwritten = setter.isBlank && placed.cell.isWritten
        return SetCell(
          placed: placed, x: x, width: wide, pieces: setter.pieces(placed.cell, width: max(1, wide - 2 * padding)),
          least: (isHandwritten ? max(placed.cell.height, placed.cell.blankHeight, 8.5) : placed.cell.height).mm)
      }
    }
    self.rows = set
    self.padding = padding
    heights = SetTable.heights(set, padding: padding)
    groups = SetTable.groups(set)
  }

  /// How high a cell wants to be.
  func height(_ cell: SetCell) -> Double { SetTable.height(cell, padding) }

  private static func height(_ cell: SetCell, _ padding: Double) -> Double { max(cell.pieces.height + 2 * padding, cell.least) }

  private static func heights(_ rows: [[SetCell]], padding: Double) -> [Double] {
    var heights = rows.map { row in row.filter { $0.placed.rows == 1 }.map { height($0, padding) }.max() ?? 0 }
    for cell in rows.joined().filter({ $0.placed.rows > 1 }).sorted(by: { $0.lastRow < $1.lastRow }) {
      let covered = cell.placed.row...min(cell.lastRow, heights.count - 1)
      let lacking = height(cell, padding) - heights[covered].reduce(0, +)
      if lacking > 0 { heights[covered.upperBound] += lacking }
    }
    return heights
  }

  private static func groups(_ rows: [[SetCell]]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var (start, last) = (0, 0)
    for (index, row) in rows.enumerated() {
      last = max(last, min(row.map(\.lastRow).max() ?? index, rows.count - 1), index)
      if index == last {
        result.append(start..<(index + 1))
        (start, last) = (index + 1, index + 1)
      }
    }
    return result
  }
}
